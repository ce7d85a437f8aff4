package it.sportello.app.practice;

import it.sportello.app.frame.Texts;
import it.sportello.domain.exemption.ExemptionCode;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** A code of the catalogue that fits what was typed. */
final class CodeCell extends WrappingCell<ExemptionCode> {
    private final Texts texts;
    private final Label code = new Label();
    private final Label description = new Label();
    private final HBox row;

    CodeCell(Texts texts) {
        this.texts = texts;
        code.getStyleClass().add("text-strong");
        code.setMinWidth(USE_PREF_SIZE);
        description.setWrapText(true);
        HBox.setHgrow(description, Priority.ALWAYS);
        row = new HBox(code, description);
        row.getStyleClass().addAll("gap-12", "pad-8");
    }

    @Override
    Region row() {
        return row;
    }

    @Override
    String fill(ExemptionCode item) {
        code.setText(item.code());
        description.setText(item.description());
        return texts.get("code.spoken", item.code(), item.description());
    }
}
