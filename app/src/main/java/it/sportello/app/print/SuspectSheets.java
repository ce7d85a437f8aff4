package it.sportello.app.print;

import it.sportello.app.frame.Texts;
import it.sportello.app.frame.Words;
import it.sportello.domain.till.Denomination;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The form D16 of notes held to be suspect, Italian and English. It names nobody and accuses nobody: the bearer's lines are
 * filled in by hand, on paper.
 */
public final class SuspectSheets {
    static final String TEMPLATE = "D16/1";

    private final Texts texts = Texts.of(SuspectSheets.class);
    private final Words words;

    /**
     * One note of the form.
     *
     * @param noteSerial empty when not read
     * @param byDevice whether a device signalled it, or the operator
     */
    public record SuspectNote(Optional<Denomination> note, String noteSerial, boolean byDevice, Instant at) {}

    public SuspectSheets(Words words) {
        this.words = words;
    }

    /** A4, bilingual. */
    public Sheet sheet(Letterhead head, String tillId, List<SuspectNote> notes) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Pairs(List.of(
                new Block.Pair(texts.get("suspect.till"), tillId),
                new Block.Pair(texts.get("suspect.badge"), head.badge()))));
        blocks.add(new Block.Table(
                List.of(
                        new Block.Column(texts.get("suspect.column.at"), 3, false),
                        new Block.Column(texts.get("suspect.column.note"), 2, true),
                        new Block.Column(texts.get("suspect.column.serial"), 3, false),
                        new Block.Column(texts.get("suspect.column.by"), 3, false)),
                notes.stream().map(this::row).toList(),
                false));
        blocks.add(new Block.Paragraph(texts.get("suspect.what")));
        blocks.add(new Block.Paragraph(texts.get("suspect.what.en")));
        blocks.add(new Block.Pairs(List.of(
                new Block.Pair(texts.get("suspect.bearer"), texts.get("suspect.blank")),
                new Block.Pair(texts.get("suspect.document"), texts.get("suspect.blank")),
                new Block.Pair(texts.get("suspect.envelope"), texts.get("suspect.blank")))));
        blocks.add(new Block.Paragraph(texts.get("suspect.noAccusation"), true));
        blocks.add(new Block.Signatures(List.of(texts.get("suspect.sign.bearer"), texts.get("suspect.sign.operator"))));
        return new Sheet(
                texts.get("suspect.title"),
                "it-IT",
                head.authority(),
                texts.get("origin", head.site(), head.desk()),
                texts.get("slip.footer", TEMPLATE, head.badge()),
                "",
                blocks);
    }

    private List<String> row(SuspectNote note) {
        return List.of(
                texts.get("moment", words.date(note.at()), words.time(note.at())),
                note.note().map(one -> words.money(one.value())).orElseGet(() -> texts.get("suspect.unknown")),
                note.noteSerial().isEmpty() ? texts.get("suspect.unread") : note.noteSerial(),
                texts.get(note.byDevice() ? "suspect.by.device" : "suspect.by.operator"));
    }
}
