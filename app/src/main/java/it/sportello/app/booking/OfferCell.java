package it.sportello.app.booking;

import it.sportello.app.frame.Citizen.Chip;
import it.sportello.app.frame.Icons;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One offer: when first, then where, then what speaks for and against it. */
final class OfferCell extends ListCell<OfferRow> {
    private final Label time = new Label();
    private final Label date = new Label();
    private final VBox places = new VBox();
    private final Label reason = new Label();
    private final FlowPane chips = new FlowPane();
    private final HBox line;

    OfferCell() {
        time.getStyleClass().add("text-figure");
        time.setMinWidth(Region.USE_PREF_SIZE);
        date.getStyleClass().add("text-strong");
        date.setWrapText(true);
        VBox when = new VBox(time, date);
        when.getStyleClass().add("offer-when");
        places.getStyleClass().add("gap-8");
        reason.getStyleClass().addAll("text-small", "text-quiet");
        reason.setWrapText(true);
        chips.getStyleClass().add("gap-4");
        VBox facts = new VBox(places, chips, reason);
        facts.getStyleClass().add("gap-4");
        HBox.setHgrow(facts, Priority.ALWAYS);
        line = new HBox(when, facts);
        line.getStyleClass().addAll("gap-16", "offer");
        line.setAlignment(Pos.TOP_LEFT);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable OfferRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        time.setText(row.time());
        date.setText(row.date());
        places.getChildren().setAll(row.places().stream().map(OfferCell::place).toList());
        chips.getChildren().setAll(row.chips().stream().map(OfferCell::chip).toList());
        reason.setText(row.reason());
        setGraphic(line);
        setAccessibleText(row.spoken());
    }

    static VBox place(OfferRow.Place place) {
        Label site = new Label(place.site());
        site.getStyleClass().add("text-strong");
        site.setWrapText(true);
        Label where = new Label(place.where());
        where.setWrapText(true);
        Label what = new Label(place.what());
        what.getStyleClass().addAll("text-small", "text-quiet");
        what.setWrapText(true);
        return new VBox(site, where, what);
    }

    static Label chip(Chip chip) {
        return Icons.chip(chip.tone(), chip.text());
    }
}
