package it.sportello.app.acceptance;

import it.sportello.app.frame.Icons;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One booking of the day: when, who, what, how it stands. */
final class BookingCell extends ListCell<BookingRow> {
    private final Label time = new Label();
    private final Label label = new Label();
    private final Label services = new Label();
    private final Label chip = new Label();
    private final HBox line;

    BookingCell() {
        time.getStyleClass().addAll("text-large", "text-strong", "day-time");
        time.setMinWidth(Region.USE_PREF_SIZE);
        label.getStyleClass().add("text-strong");
        label.setWrapText(true);
        services.getStyleClass().addAll("text-small", "text-quiet");
        services.setWrapText(true);
        chip.getStyleClass().add("chip");
        chip.setMinWidth(Region.USE_PREF_SIZE);
        VBox facts = new VBox(label, services);
        HBox.setHgrow(facts, Priority.ALWAYS);
        line = new HBox(time, facts, chip);
        line.getStyleClass().addAll("gap-12", "day-row");
        line.setAlignment(Pos.TOP_LEFT);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable BookingRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        time.setText(row.time());
        label.setText(row.label());
        services.setText(row.services());
        Icons.tone(chip, row.state().tone(), row.state().text());
        setGraphic(line);
        setAccessibleText(row.spoken());
    }
}
