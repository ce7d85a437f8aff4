package it.sportello.devices.twin.command;

import it.sportello.devices.twin.display.VirtualDisplay;
import it.sportello.devices.twin.display.VirtualDisplay.Dialect;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A queue display: what can be read on it is printed whenever it changes. */
final class DisplayTool extends LineTool {
    static final List<TwinOption> OPTIONS = List.of(new TwinOption(
            "--protocol",
            "NAME",
            String.join(
                            ", ",
                            TwinArguments.names(Dialect.values()).keySet().stream()
                                    .sorted()
                                    .toList()) + "; cd5220 is usual"));

    private final VirtualDisplay display;
    private int seen;

    private DisplayTool(VirtualDisplay display, TwinArguments arguments) {
        super(display, arguments);
        this.display = display;
    }

    static DisplayTool open(TwinArguments arguments) throws IOException {
        Dialect dialect = arguments.choice("--protocol", TwinArguments.names(Dialect.values()), Dialect.CD5220);
        return new DisplayTool(new VirtualDisplay(arguments.plug(true), dialect), arguments);
    }

    @Override
    void addOwn(CommandList commands) {
        commands.add("mute on|off", "its answers get lost", words -> {
            boolean mute = words.onOff("mute");
            return () -> display.setMute(mute);
        });
    }

    @Override
    List<String> ownNews() {
        List<String> lines = new ArrayList<>();
        List<List<String>> all = display.seen();
        for (List<String> text : all.subList(seen, all.size())) {
            lines.add("the display shows");
            text.forEach(line -> lines.add("| " + line));
        }
        seen = all.size();
        return lines;
    }
}
