package it.sportello.app.till;

import it.sportello.app.frame.Citizen;
import it.sportello.app.frame.Icons;
import it.sportello.app.frame.Texts;
import it.sportello.app.frame.Words;
import javafx.beans.value.ChangeListener;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One due: whether it is in the basket, what for, since when, how much. */
final class DueCell extends ListCell<DueChoice> {
    private final Texts texts;
    private final Words words;
    private final CheckBox chosen = new CheckBox();
    private final Label description = new Label();
    private final Label detail = new Label();
    private final Label amount = new Label();
    private final HBox line;
    private final ChangeListener<Boolean> spoken = (property, before, now) -> speak();

    DueCell(Texts texts, Words words) {
        this.texts = texts;
        this.words = words;
        chosen.setFocusTraversable(false);
        description.getStyleClass().add("text-strong");
        description.setWrapText(true);
        detail.getStyleClass().addAll("text-small", "text-quiet");
        detail.setWrapText(true);
        detail.setMinHeight(Region.USE_PREF_SIZE);
        amount.getStyleClass().addAll("text-large", "text-strong", "money");
        amount.setMinWidth(Region.USE_PREF_SIZE);
        VBox facts = new VBox(description, detail);
        HBox.setHgrow(facts, Priority.ALWAYS);
        line = new HBox(chosen, facts, amount);
        line.getStyleClass().add("gap-12");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable DueChoice choice, boolean empty) {
        DueChoice before = getItem();
        if (before != null) {
            chosen.selectedProperty().unbindBidirectional(before.chosenProperty());
            before.chosenProperty().removeListener(spoken);
        }
        super.updateItem(choice, empty);
        if (empty || choice == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        description.setText(choice.description());
        detail.setText(
                choice.isFrozen()
                        ? texts.get("due.frozen")
                        : texts.get("due.detail." + choice.kind(), words.date(choice.referenceDate())));
        detail.setGraphic(choice.isFrozen() ? Icons.of(Citizen.Tone.ATTENTION) : null);
        chosen.setDisable(choice.isFrozen());
        amount.setText(words.cents(choice.amountCents()));
        chosen.selectedProperty().bindBidirectional(choice.chosenProperty());
        choice.chosenProperty().addListener(spoken);
        setGraphic(line);
        speak();
    }

    private void speak() {
        DueChoice choice = getItem();
        if (choice != null) {
            String where = choice.chosenProperty().get() ? "due.spoken.in" : "due.spoken.out";
            setAccessibleText(texts.get(
                    choice.isFrozen() ? "due.spoken.frozen" : where,
                    choice.description(),
                    words.cents(choice.amountCents())));
        }
    }
}
