package it.sportello.app.virtual;

import it.sportello.app.frame.Texts;
import it.sportello.devices.twin.detector.VirtualLineDetector;
import it.sportello.domain.till.Denomination;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;

/** The detector of notes: a person shows it notes and counts a bundle. */
final class NotesPane {
    private static final Map<Denomination, Integer> BUNDLE = Map.of(Denomination.NOTE_50, 3, Denomination.NOTE_20, 2);

    private final VirtualLineDetector detector;
    private final Texts texts;
    private final ComboBox<Denomination> note = new ComboBox<>();
    private int shown;

    NotesPane(VirtualLineDetector detector, Texts texts) {
        this.detector = detector;
        this.texts = texts;
    }

    Node root() {
        PaneParts parts = new PaneParts(texts);
        note.getItems()
                .setAll(Arrays.stream(Denomination.values())
                        .filter(Denomination::isNote)
                        .toList());
        note.setConverter(new StringConverter<>() {
            @Override
            public String toString(Denomination one) {
                return one == null ? "" : texts.get("note.value", one.cents() / 100);
            }

            @Override
            public Denomination fromString(String text) {
                throw new UnsupportedOperationException("nobody types here");
            }
        });
        note.getSelectionModel().select(Denomination.NOTE_50);
        return PaneParts.column(
                parts.heading("detector"),
                parts.note(texts.get("address", detector.address())),
                parts.field("note", note),
                PaneParts.row(
                        parts.button("note.good", () -> show(true)),
                        parts.button("note.suspect", () -> show(false)),
                        parts.button("note.bundle", () -> detector.count(BUNDLE))));
    }

    private void show(boolean genuine) {
        shown++;
        detector.showNote(note.getValue(), genuine, String.format(Locale.ROOT, "SA%010d", shown));
    }
}
