package it.sportello.app.signin;

import it.sportello.app.frame.Fxml;
import it.sportello.app.frame.Texts;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The card before leaving: Enter leaves, Esc goes back. */
public final class LeaveView {
    private final LeaveViewModel model;
    private final Runnable onLeave;
    private final Runnable onStay;
    private final Parent root;

    @FXML
    private Label title;

    @FXML
    private VBox lines;

    @FXML
    private Button stay;

    @FXML
    private Button leaveNow;

    public LeaveView(LeaveViewModel model, Texts texts, Runnable onLeave, Runnable onStay) {
        this.model = model;
        this.onLeave = onLeave;
        this.onStay = onStay;
        this.root = Fxml.load(this, texts);
    }

    @FXML
    void initialize() {
        title.setText(model.title());
        for (String line : model.lines()) {
            Label label = new Label(line);
            label.setWrapText(true);
            label.setMinHeight(Region.USE_PREF_SIZE);
            lines.getChildren().add(label);
        }
        leaveNow.setText(model.verb());
        leaveNow.setAccessibleHelp(String.join(" ", model.lines()));
        leaveNow.setOnAction(event -> onLeave.run());
        stay.setOnAction(event -> onStay.run());
    }

    /** The card. */
    public Parent root() {
        root.setOnKeyPressed(this::pressed);
        return root;
    }

    public Node initialFocus() {
        return leaveNow;
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            onStay.run();
        }
    }
}
