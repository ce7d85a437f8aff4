package it.sportello.app.practice;

import it.sportello.app.frame.Texts;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A sort of practice: its digit, its name, what it is for. */
final class PracticeCell extends WrappingCell<PracticeKind> {
    private final Texts texts;
    private final Label digit = new Label();
    private final Label name = new Label();
    private final Label about = new Label();
    private final HBox row;

    PracticeCell(Texts texts) {
        this.texts = texts;
        digit.getStyleClass().add("key-cap");
        digit.setMinWidth(USE_PREF_SIZE);
        name.getStyleClass().addAll("text-strong", "text-large");
        about.getStyleClass().add("text-quiet");
        about.setWrapText(true);
        VBox lines = new VBox(name, about);
        lines.getStyleClass().add("gap-4");
        HBox.setHgrow(lines, Priority.ALWAYS);
        row = new HBox(digit, lines);
        row.getStyleClass().addAll("gap-12", "pad-8");
    }

    @Override
    Region row() {
        return row;
    }

    @Override
    String fill(PracticeKind kind) {
        digit.setText(Integer.toString(kind.digit()));
        name.setText(texts.get(kind.textKey()));
        about.setText(texts.get(kind.textKey() + ".about"));
        return texts.get("practice.spoken", Integer.toString(kind.digit()), texts.get(kind.textKey()));
    }
}
