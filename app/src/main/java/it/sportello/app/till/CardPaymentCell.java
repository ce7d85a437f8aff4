package it.sportello.app.till;

import it.sportello.app.frame.Texts;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** One payment without a known end: when, whose, how much. */
final class CardPaymentCell extends ListCell<CardPaymentsViewModel.Row> {
    private final Texts texts;
    private final Label line = new Label();
    private final Label amount = new Label();
    private final HBox box;

    CardPaymentCell(Texts texts) {
        this.texts = texts;
        line.setWrapText(true);
        amount.getStyleClass().addAll("text-large", "text-strong", "money");
        amount.setMinWidth(Region.USE_PREF_SIZE);
        line.setMinHeight(Region.USE_PREF_SIZE);
        line.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(line, Priority.ALWAYS);
        box = new HBox(line, amount);
        box.getStyleClass().add("gap-12");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(CardPaymentsViewModel.@Nullable Row row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        line.setText(row.line());
        amount.setText(row.amount());
        setGraphic(box);
        setAccessibleText(texts.get("cards.spoken", row.line(), row.amount()));
    }
}
