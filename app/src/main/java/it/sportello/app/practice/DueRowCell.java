package it.sportello.app.practice;

import it.sportello.app.frame.Citizen.Tone;
import it.sportello.app.frame.Icons;
import it.sportello.app.frame.Texts;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One due looked at again: what for, whether it changed, from how much to how much, and why. */
final class DueRowCell extends WrappingCell<DueRow> {
    private final Texts texts;
    private final Label description = new Label();
    private final Label reason = new Label();
    private final Label state = Icons.chip(Tone.NEUTRAL, "");
    private final Label amounts = new Label();
    private final HBox row;

    DueRowCell(Texts texts) {
        this.texts = texts;
        description.getStyleClass().add("text-strong");
        description.setWrapText(true);
        reason.setWrapText(true);
        amounts.getStyleClass().addAll("text-strong", "money");
        amounts.setMinWidth(Region.USE_PREF_SIZE);
        VBox left = new VBox(description, reason);
        left.getStyleClass().add("gap-4");
        HBox.setHgrow(left, Priority.ALWAYS);
        VBox right = new VBox(amounts, state);
        right.getStyleClass().add("gap-4");
        right.setAlignment(javafx.geometry.Pos.TOP_RIGHT);
        right.setMinWidth(Region.USE_PREF_SIZE);
        row = new HBox(left, right);
        row.getStyleClass().addAll("gap-12", "pad-8");
    }

    @Override
    Region row() {
        return row;
    }

    @Override
    String fill(DueRow due) {
        description.setText(due.description());
        reason.setText(due.reason());
        amounts.setText(due.amounts());
        Icons.tone(
                state,
                due.changed() ? Tone.GOOD : Tone.NEUTRAL,
                texts.get(due.changed() ? "due.state.changed" : "due.state.same"));
        return due.spoken();
    }
}
