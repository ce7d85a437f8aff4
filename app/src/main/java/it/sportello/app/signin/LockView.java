package it.sportello.app.signin;

import it.sportello.app.frame.Fxml;
import it.sportello.app.frame.Reading;
import it.sportello.app.frame.Texts;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;

/** S04: the card in front of the hidden desk. */
public final class LockView {
    private final LockViewModel model;
    private final String who;
    private final Runnable onLeave;
    private final Parent root;

    @FXML
    private Label operator;

    @FXML
    private Label passwordLabel;

    @FXML
    private PasswordField password;

    @FXML
    private Label error;

    @FXML
    private Button unlock;

    @FXML
    private Button leave;

    /**
     * The card of one lock.
     *
     * @param who the operator, as the window shows it
     * @param onLeave signs out, for another operator
     */
    public LockView(LockViewModel model, Texts texts, String who, Runnable onLeave) {
        this.model = model;
        this.who = who;
        this.onLeave = onLeave;
        this.root = Fxml.load(this, texts);
    }

    @FXML
    void initialize() {
        operator.setText(who);
        passwordLabel.setLabelFor(password);
        password.textProperty().bindBidirectional(model.passwordProperty());
        error.textProperty().bind(model.errorProperty());
        error.visibleProperty().bind(model.errorProperty().isNotEmpty());
        error.managedProperty().bind(error.visibleProperty());
        unlock.disableProperty().bind(model.busyProperty());
        unlock.setOnAction(event -> model.unlock());
        leave.setOnAction(event -> onLeave.run());
    }

    public Parent root() {
        return root;
    }

    public Node initialFocus() {
        return password;
    }

    /** A code was read; only a badge means anything here. */
    public boolean scanned(Reading reading) {
        boolean badge = model.scanned(reading);
        if (badge) {
            password.requestFocus();
        }
        return badge;
    }

    /** Enter in the field. */
    public void enter() {
        model.unlock();
    }
}
