package it.sportello.app.practice;

import it.sportello.app.frame.Texts;
import it.sportello.domain.exemption.ExemptionCode;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/** A code of the catalogue that fits what was typed. */
final class CodeCell extends ListCell<ExemptionCode> {
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
        row.getStyleClass().add("gap-12");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable ExemptionCode item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        code.setText(item.code());
        description.setText(item.description());
        setGraphic(row);
        setAccessibleText(texts.get("code.spoken", item.code(), item.description()));
    }
}
