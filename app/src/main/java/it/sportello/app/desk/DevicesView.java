package it.sportello.app.desk;

import it.sportello.app.frame.DeskState;
import it.sportello.app.frame.Fxml;
import it.sportello.app.frame.Icons;
import it.sportello.app.frame.Lamp;
import it.sportello.app.frame.Screen;
import it.sportello.app.frame.Texts;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** S55: every device of the desk, how it stands, what to do. */
public final class DevicesView implements Screen {
    private final DeskState state;
    private final Texts texts;
    private final Parent root;
    private final ListChangeListener<Lamp> changed = change -> show();

    @FXML
    private VBox rows;

    public DevicesView(DeskState state, Texts texts) {
        this.state = state;
        this.texts = texts;
        this.root = Fxml.load(this, texts);
    }

    @FXML
    void initialize() {
        show();
    }

    private void show() {
        rows.getChildren().clear();
        if (state.lamps().isEmpty()) {
            rows.getChildren().add(line(texts.get("devices.none"), "text-quiet"));
        }
        state.lamps().forEach(lamp -> rows.getChildren().add(card(lamp)));
    }

    private Node card(Lamp lamp) {
        Label name = line(lamp.label(), "section-title");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(name, space, Icons.chip(lamp.tone(), lamp.state()));
        head.getStyleClass().add("gap-12");
        VBox card =
                new VBox(head, line(lamp.detail().isEmpty() ? texts.get("devices.fine") : lamp.detail(), "text-quiet"));
        card.getStyleClass().addAll("card", "gap-8");
        card.setFocusTraversable(true);
        card.setAccessibleText(texts.get("devices.sentence", lamp.label(), lamp.state(), lamp.detail()));
        return card;
    }

    private static Label line(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    @Override
    public String id() {
        return "S55";
    }

    @Override
    public String title() {
        return texts.get("devices.title");
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public String help() {
        return texts.get("devices.help");
    }

    @Override
    public void onShown() {
        state.lamps().addListener(changed);
        show();
    }

    @Override
    public void onHidden() {
        state.lamps().removeListener(changed);
    }
}
