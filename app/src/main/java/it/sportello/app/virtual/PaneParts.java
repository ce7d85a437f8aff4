package it.sportello.app.virtual;

import it.sportello.app.frame.Texts;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** The small parts of which the window is made, with texts by key. */
final class PaneParts {
    private final Texts texts;

    PaneParts(Texts texts) {
        this.texts = texts;
    }

    Label heading(String key) {
        Label label = new Label(texts.get(key));
        label.getStyleClass().add("section-title");
        return label;
    }

    /** Small text: where a device listens, what it last said. */
    Label note(String text) {
        Label label = new Label(text);
        label.getStyleClass().addAll("text-small", "text-quiet");
        label.setWrapText(true);
        return label;
    }

    Button button(String key, Runnable act) {
        Button button = new Button(texts.get(key));
        button.setId(key);
        button.setMnemonicParsing(true);
        button.setOnAction(event -> act.run());
        return button;
    }

    VBox field(String key, Node control) {
        Label label = new Label(texts.get(key));
        label.getStyleClass().add("field-label");
        label.setLabelFor(control);
        control.setAccessibleText(texts.get(key));
        control.setId(key);
        VBox box = new VBox(label, control);
        box.getStyleClass().add("gap-4");
        return box;
    }

    static FlowPane row(Node... nodes) {
        FlowPane row = new FlowPane(nodes);
        row.getStyleClass().add("gap-8");
        return row;
    }

    static VBox column(Node... nodes) {
        VBox box = new VBox(nodes);
        box.getStyleClass().addAll("gap-12", "pad-16");
        return box;
    }
}
