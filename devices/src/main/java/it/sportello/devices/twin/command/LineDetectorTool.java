package it.sportello.devices.twin.command;

import it.sportello.devices.twin.detector.VirtualLineDetector;
import it.sportello.domain.till.Denomination;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A desk detector and counter that writes lines of text, for a computer or for its receipt printer. */
final class LineDetectorTool extends LineTool {
    private final VirtualLineDetector detector;
    private int shown;
    private int waiting;

    LineDetectorTool(VirtualLineDetector detector, TwinArguments arguments) {
        super(detector, arguments);
        this.detector = detector;
    }

    @Override
    void addOwn(CommandList commands) {
        commands.add("note EURO [SERIAL]", "shows it a good note", words -> show(words, true))
                .add("suspect EURO [SERIAL]", "shows it a note that it takes for false", words -> show(words, false))
                .add("count EUROxN ...", "counts a bundle, such as: count 50x3 20x2", words -> {
                    Map<Denomination, Integer> bundle = NoteWords.bundle(words);
                    return () -> detector.count(bundle);
                })
                .add("say TEXT", "writes a line of any words", words -> {
                    String text = words.rest("the text");
                    return () -> detector.say(text);
                });
    }

    private Runnable show(Words words, boolean genuine) {
        Denomination note = NoteWords.note(words);
        String serial = words.any() ? words.next("the serial number") : serial();
        return () -> detector.showNote(note, genuine, serial);
    }

    private String serial() {
        shown++;
        return String.format(Locale.ROOT, "SA%010d", shown);
    }

    @Override
    List<String> ownNews() {
        int now = detector.waiting();
        if (now == waiting) {
            return List.of();
        }
        waiting = now;
        return List.of(now == 0 ? "all lines are printed" : now + " lines wait for the printer to say that it is well");
    }
}
