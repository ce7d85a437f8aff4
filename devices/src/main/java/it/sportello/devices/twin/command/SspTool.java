package it.sportello.devices.twin.command;

import it.sportello.devices.twin.detector.VirtualSspValidator;
import it.sportello.domain.till.Denomination;
import java.util.List;
import java.util.Map;

/** A note validator that speaks SSP. */
final class SspTool extends LineTool {
    private static final int FRAUD_CODE = 0x0E;
    private static final int MOST_CODE = 255;

    private final VirtualSspValidator validator;
    private final Notices notices;
    private final NoteGate gate;

    SspTool(VirtualSspValidator validator, TwinArguments arguments, Notices notices) {
        super(validator, arguments);
        this.validator = validator;
        this.notices = notices;
        this.gate = new NoteGate(validator::container, validator::isOpen);
    }

    @Override
    void addOwn(CommandList commands) {
        commands.add("note EURO", "puts a good note in", words -> {
                    Denomination note = NoteWords.note(words);
                    return () -> notices.taken(validator.insert(note));
                })
                .add(
                        "suspect",
                        "puts paper in that it takes for false",
                        () -> notices.taken(validator.insertUnreadable(FRAUD_CODE)))
                .add("reject CODE", "puts paper in that it gives back with this code of SSP", words -> {
                    int code = words.number("the code", 0, MOST_CODE);
                    return () -> notices.taken(validator.insertUnreadable(code));
                })
                .add("cheat EURO", "somebody pulls a note out by a string", words -> {
                    Denomination note = NoteWords.note(words);
                    return () -> validator.cheat(note);
                })
                .add("jam on|off", "paper is stuck in it", words -> {
                    boolean on = words.onOff("jam");
                    return () -> validator.setJammed(on);
                })
                .add("full on|off", "the container is full", words -> {
                    boolean on = words.onOff("full");
                    return () -> validator.setFull(on);
                })
                .add("cashbox out|in", "takes the container out and empties it, puts it back", words -> {
                    boolean out = words.choice("the cashbox", Map.of("out", true, "in", false));
                    return out ? validator::removeCashbox : validator::replaceCashbox;
                })
                .add("power", "switches it off and on", validator::powerCycle);
    }

    @Override
    List<String> ownNews() {
        return gate.news();
    }
}
