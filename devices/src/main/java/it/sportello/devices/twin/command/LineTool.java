package it.sportello.devices.twin.command;

import it.sportello.devices.twin.FaultyWire;
import it.sportello.devices.twin.Twin;
import it.sportello.devices.twin.TwinFault;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** The part that all tools with a plug share: cable, faults, where they listen. */
abstract class LineTool implements TwinTool {
    private static final int MOST_FAULTS = 1000;
    private static final int MOST_BYTES = 100_000;
    private static final Map<String, TwinFault> FAULTS = TwinArguments.names(TwinFault.values());

    private final Twin twin;
    private String told;
    private boolean connected;

    LineTool(Twin twin, TwinArguments arguments) {
        this.twin = twin;
        this.told = twin.address();
        if (arguments.has("--seed")) {
            twin.wire().seed(arguments.number("--seed", 0, Integer.MAX_VALUE, 0));
        }
    }

    @Override
    public final String where() {
        return twin.address();
    }

    @Override
    public final void addTo(CommandList commands) {
        addOwn(commands);
        commands.add("drop", "the connection breaks and can be made again", twin::drop)
                .add("unplug", "pulls the plug", twin::unplug)
                .add("plug", "puts it back", twin::plugIn)
                .add(
                        "fault KIND [COUNT]",
                        "the next answers are spoilt: "
                                + String.join(
                                        ", ", FAULTS.keySet().stream().sorted().toList()),
                        this::fault)
                .add("heal", "forgets the faults that have not happened yet", twin.wire()::heal);
    }

    private Runnable fault(Words words) {
        TwinFault kind = words.choice("the fault", FAULTS);
        if (words.takes("at")) {
            int answer = words.number("the answer", 1, MOST_FAULTS);
            int bytes = words.takes("after") ? words.number("bytes", 0, MOST_BYTES) : FaultyWire.ALL_BUT_ONE;
            return () -> twin.wire().plan(kind, answer, bytes);
        }
        int count = words.any() ? words.number("the count", 1, MOST_FAULTS) : 1;
        return () -> twin.wire().script(Collections.nCopies(count, kind));
    }

    @Override
    public final List<String> news() {
        List<String> lines = new ArrayList<>(ownNews());
        String now = twin.address();
        if (!now.equals(told)) {
            told = now;
            lines.add("listening on " + now);
        }
        boolean there = twin.line().isConnected();
        if (there != connected) {
            connected = there;
            lines.add(there ? "a program is connected" : "nobody is connected");
        }
        return lines;
    }

    abstract void addOwn(CommandList commands);

    abstract List<String> ownNews();

    @Override
    public final void close() {
        twin.close();
    }
}
