package it.sportello.app.signin;

import it.sportello.app.frame.Citizen.Tone;
import it.sportello.app.frame.Fxml;
import it.sportello.app.frame.Icons;
import it.sportello.app.frame.KeyAction;
import it.sportello.app.frame.Reading;
import it.sportello.app.frame.Screen;
import it.sportello.app.frame.Texts;
import it.sportello.app.frame.Verb;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** S01: sign in with badge or user name, then the password. */
public final class SignInView implements Screen {
    private final SignInViewModel model;
    private final Texts texts;
    private final Parent root;
    private final KeyAction primary;

    @FXML
    private Label site;

    @FXML
    private Label place;

    @FXML
    private Label userLabel;

    @FXML
    private Label passwordLabel;

    @FXML
    private TextField userName;

    @FXML
    private PasswordField password;

    @FXML
    private VBox refusal;

    @FXML
    private Label error;

    @FXML
    private Label whatToDo;

    @FXML
    private ProgressBar progress;

    public SignInView(SignInViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        this.primary = KeyAction.when(
                Verb.CONCLUDE,
                texts.get("signin.enter"),
                model.readyBinding(),
                texts.get("signin.enter.why"),
                model::signIn);
        this.root = Fxml.load(this, texts);
    }

    @FXML
    void initialize() {
        userLabel.setLabelFor(userName);
        passwordLabel.setLabelFor(password);
        site.textProperty().bind(model.siteProperty());
        place.textProperty().bind(model.placeProperty());
        userName.textProperty().bindBidirectional(model.userNameProperty());
        password.textProperty().bindBidirectional(model.passwordProperty());
        error.setGraphic(Icons.of(Tone.DANGER));
        error.textProperty().bind(model.errorProperty());
        whatToDo.textProperty().bind(model.whatToDoProperty());
        refusal.visibleProperty().bind(model.errorProperty().isNotEmpty());
        refusal.managedProperty().bind(refusal.visibleProperty());
        progress.visibleProperty().bind(model.busyProperty());
        userName.disableProperty().bind(model.busyProperty());
        password.disableProperty().bind(model.busyProperty());
        model.setWhenBadgeKnown(known -> (known ? password : userName).requestFocus());
        // A refusal empties the password: that is where the next try begins.
        model.errorProperty().subscribe(text -> {
            if (!text.isEmpty() && !userName.getText().isEmpty()) {
                password.requestFocus();
            }
        });
    }

    @Override
    public String id() {
        return "S01";
    }

    @Override
    public String title() {
        return texts.get("signin.title");
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public boolean isPlain() {
        return true;
    }

    @Override
    public Optional<KeyAction> primary() {
        return Optional.of(primary);
    }

    @Override
    public Optional<Node> initialFocus() {
        return Optional.of(userName);
    }

    @Override
    public void onShown() {
        model.begin();
    }

    /** An operator's card was put into the reader. */
    public void badgeInserted(String cardId) {
        model.badgeInserted(cardId);
    }

    @Override
    public boolean scanned(Reading reading) {
        if (reading instanceof Reading.Code code && model.scanned(code)) {
            password.requestFocus();
            return true;
        }
        return false;
    }
}
