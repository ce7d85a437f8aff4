package it.sportello.devices.twin.command;

import it.sportello.devices.twin.detector.VirtualCcTalkValidator;
import it.sportello.domain.till.Denomination;
import java.util.List;

/** A note validator that speaks ccTalk. */
final class CcTalkTool extends LineTool {
    private static final int MOST_CODE = 255;

    private final VirtualCcTalkValidator validator;
    private final Notices notices;
    private final NoteGate gate;

    CcTalkTool(VirtualCcTalkValidator validator, TwinArguments arguments, Notices notices) {
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
                .add("event A B", "any event of ccTalk: jam, fraud, container", words -> {
                    int a = words.number("the first byte", 0, MOST_CODE);
                    int b = words.number("the second byte", 0, MOST_CODE);
                    return () -> validator.happen(a, b);
                })
                .add("check CODE", "what its self-check finds, 0 for nothing", words -> {
                    int code = words.number("the code", 0, MOST_CODE);
                    return () -> validator.setSelfCheck(code);
                })
                .add("power", "switches it off and on", validator::powerCycle);
    }

    @Override
    List<String> ownNews() {
        return gate.news();
    }
}
