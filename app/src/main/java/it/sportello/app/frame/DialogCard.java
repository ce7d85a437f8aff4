package it.sportello.app.frame;

import it.sportello.app.frame.Citizen.Tone;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The card of a dialog: title with its icon, the figure, the sentences, the buttons at the bottom right. */
final class DialogCard {
    private final VBox node = new VBox();
    private final VBox content = new VBox();
    private final FlowPane buttons = new FlowPane();

    DialogCard(Tone tone, String title) {
        Label heading = Overlay.wrapped(title, "text-title", "toned", Icons.style(tone));
        if (tone != Tone.NEUTRAL) {
            heading.setGraphic(Icons.of(tone));
        }
        heading.getStyleClass().add("dialog-title");
        content.getStyleClass().add("gap-12");
        buttons.setAlignment(Pos.CENTER_RIGHT);
        buttons.getStyleClass().add("gap-12");
        node.getStyleClass().add("dialog-card");
        node.setMaxHeight(Region.USE_PREF_SIZE);
        node.setMinHeight(Region.USE_PREF_SIZE);
        node.getChildren().addAll(heading, content, buttons);
        node.setAccessibleText(title);
    }

    Node node() {
        return node;
    }

    void addFigure(String figure) {
        if (!figure.isEmpty()) {
            content.getChildren().add(Overlay.wrapped(figure, "text-hero"));
        }
    }

    void addLine(String line) {
        content.getChildren().add(Overlay.wrapped(line, "text-large"));
    }

    void addPart(String name, String text) {
        VBox part = new VBox(Overlay.wrapped(name, "field-label", "text-quiet"), Overlay.wrapped(text));
        part.getStyleClass().add("gap-4");
        content.getChildren().add(part);
    }

    void addQuiet(String text) {
        content.getChildren().add(Overlay.wrapped(text, "text-quiet", "text-small"));
    }

    void addField(String label, TextField field) {
        Label name = new Label(label);
        name.getStyleClass().add("field-label");
        name.setLabelFor(field);
        field.setAccessibleText(label);
        VBox part = new VBox(name, field);
        part.getStyleClass().add("gap-4");
        content.getChildren().add(part);
    }

    void addContent(Node own) {
        content.getChildren().add(own);
        VBox.setVgrow(content, Priority.ALWAYS);
        buttons.setManaged(false);
        buttons.setVisible(false);
    }

    Button addButton(String text, boolean verb, Tone tone, Runnable action) {
        Button button = new Button(text);
        button.setMnemonicParsing(true);
        button.setMinWidth(Region.USE_PREF_SIZE);
        if (verb) {
            button.getStyleClass().add(tone == Tone.DANGER ? "danger-verb" : "primary");
        }
        button.setOnAction(event -> action.run());
        buttons.getChildren().add(button);
        return button;
    }
}
