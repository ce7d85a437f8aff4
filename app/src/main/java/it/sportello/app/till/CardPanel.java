package it.sportello.app.till;

import it.sportello.app.frame.Citizen;
import it.sportello.app.frame.Icons;
import it.sportello.app.frame.Texts;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * How a payment at the terminal goes, live: what the terminal shows, and what is to be done when nobody knows how it
 * ended. Cancelling is the citizen's affair, on the terminal.
 */
final class CardPanel {
    private final CardPanelModel model;
    private final Texts texts;
    private final Label shown = new Label();
    private final Button again;
    private final VBox node = new VBox();

    /**
     * The panel.
     *
     * @param amount what is being paid, in words
     * @param resolve opens the list where a person decides
     */
    CardPanel(CardPanelModel model, ObservableValue<String> amount, Runnable resolve, Texts texts) {
        this.model = model;
        this.texts = texts;
        this.again = button("card.again", model::askAgain);
        node.getChildren().addAll(waiting(amount), doubt(amount, resolve));
    }

    Node node() {
        return node;
    }

    private VBox waiting(ObservableValue<String> amount) {
        shown.textProperty().bind(model.shownProperty());
        shown.getStyleClass().addAll("text-large", "text-strong");
        shown.setWrapText(true);
        shown.setMinHeight(Region.USE_PREF_SIZE);
        shown.setFocusTraversable(true);
        ProgressBar moving = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
        moving.setMaxWidth(Double.MAX_VALUE);
        moving.setAccessibleText(texts.get("card.waiting"));
        VBox box = new VBox(label("card.waiting", "field-label"), figure(amount), shown, moving, label("card.cancel"));
        box.getStyleClass().addAll("card", "gap-8");
        only(box, CardPanelModel.Phase.WAITING);
        return box;
    }

    private VBox doubt(ObservableValue<String> amount, Runnable resolve) {
        Label title = label("card.doubt", "section-title");
        title.setGraphic(Icons.of(Citizen.Tone.ATTENTION));
        Label what = bound(model.doubtProperty());
        Label next = bound(model.actionProperty());
        FlowPane verbs = new FlowPane(again, button("card.resolve", resolve));
        verbs.getStyleClass().add("gap-8");
        VBox box = new VBox(title, figure(amount), what, next, label("card.frozen"), verbs);
        box.getStyleClass().addAll("notice", Icons.style(Citizen.Tone.ATTENTION), "gap-8");
        only(box, CardPanelModel.Phase.DOUBT);
        return box;
    }

    /** Where the focus rests while the terminal works. */
    Node rest() {
        return shown;
    }

    /** The first thing to do about a doubt. */
    Node remedy() {
        return again;
    }

    private void only(Region part, CardPanelModel.Phase phase) {
        part.visibleProperty().bind(model.phaseProperty().isEqualTo(phase));
        part.managedProperty().bind(part.visibleProperty());
    }

    private static Label figure(ObservableValue<String> amount) {
        Label figure = new Label();
        figure.textProperty().bind(amount);
        figure.getStyleClass().add("text-hero");
        figure.setMinWidth(Region.USE_PREF_SIZE);
        return figure;
    }

    private static Label bound(ObservableValue<String> text) {
        Label label = new Label();
        label.textProperty().bind(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private Label label(String key, String... styles) {
        Label label = new Label(texts.get(key));
        label.getStyleClass().addAll(styles.length == 0 ? new String[] {"text-quiet"} : styles);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private Button button(String key, Runnable action) {
        Button button = new Button(texts.get(key));
        button.setMnemonicParsing(true);
        button.setOnAction(event -> action.run());
        return button;
    }
}
