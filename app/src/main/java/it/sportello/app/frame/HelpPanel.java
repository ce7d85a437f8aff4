package it.sportello.app.frame;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The rules of the screen and of the field in focus; Ctrl+I folds it. */
final class HelpPanel {
    private final Navigator navigator;
    private final Label screen = paragraph();
    private final Label fieldTitle;
    private final Label field = paragraph();
    private final ScrollPane node;

    HelpPanel(Navigator navigator, Texts texts) {
        this.navigator = navigator;
        Label title = new Label(texts.get("help.title"), Icons.of(Feather.BOOK_OPEN));
        title.getStyleClass().add("section-title");
        fieldTitle = new Label(texts.get("help.field"));
        fieldTitle.getStyleClass().add("field-label");
        VBox box = new VBox(title, screen, fieldTitle, field);
        box.getStyleClass().add("help-panel");
        node = new ScrollPane(box);
        node.setFitToWidth(true);
        node.setFitToHeight(true);
        node.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        node.setFocusTraversable(false);
        node.setMinWidth(Region.USE_PREF_SIZE);
        node.getStyleClass().add("help-scroll");
        navigator.currentProperty().subscribe(current -> show(null));
    }

    Parent node() {
        return node;
    }

    void show(@Nullable Node focused) {
        String general = navigator.current().map(Screen::help).orElse("");
        String special = HelpText.of(focused);
        screen.setText(general);
        field.setText(special);
        fieldTitle.setVisible(!special.isEmpty());
    }

    private static Label paragraph() {
        Label label = new Label();
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
