package it.sportello.app.practice;

import it.sportello.app.frame.Citizen.Tone;
import it.sportello.app.frame.CitizenContext;
import it.sportello.app.frame.EnterKey;
import it.sportello.app.frame.Frame;
import it.sportello.app.frame.Fxml;
import it.sportello.app.frame.HelpText;
import it.sportello.app.frame.Icons;
import it.sportello.app.frame.KeyAction;
import it.sportello.app.frame.Screen;
import it.sportello.app.frame.Texts;
import it.sportello.app.frame.Verb;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/** S36: the practices that this desk can begin, each with its digit; they need a citizen in the work. */
public final class PracticesView implements Screen {
    private final CitizenContext citizen;
    private final Frame frame;
    private final Texts texts;
    private final KeyAction open;
    private final Parent root;

    @FXML
    VBox nobody;

    @FXML
    Label nobodyTitle;

    @FXML
    VBox choice;

    @FXML
    ListView<PracticeKind> kinds;

    public PracticesView(CitizenContext citizen, Frame frame, Texts texts) {
        this.citizen = citizen;
        this.frame = frame;
        this.texts = texts;
        this.open = KeyAction.when(
                Verb.CONCLUDE,
                texts.get("practices.verb"),
                Bindings.createBooleanBinding(() -> citizen.citizen().isPresent(), citizen.citizenProperty()),
                texts.get("nobody"),
                this::openSelected);
        this.root = Fxml.load(this, texts);
    }

    @FXML
    void initialize() {
        kinds.setItems(FXCollections.observableArrayList(PracticeKind.values())
                .filtered(kind -> frame.navigator().has(kind.key())));
        kinds.setCellFactory(list -> new PracticeCell(texts));
        kinds.getSelectionModel().selectFirst();
        EnterKey.on(kinds, open::fire);
        kinds.setOnMouseClicked(event -> {
            if (event.getClickCount() > 1) {
                open.fire();
            }
        });
        kinds.addEventHandler(KeyEvent.KEY_TYPED, this::digit);
        nobodyTitle.setGraphic(Icons.of(Tone.ATTENTION));
        HelpText.set(kinds, texts.get("practices.hint"));
        citizen.citizenProperty().subscribe(served -> {
            boolean missing = served.isEmpty();
            nobody.setVisible(missing);
            nobody.setManaged(missing);
            choice.setVisible(!missing);
            choice.setManaged(!missing);
        });
    }

    private void digit(KeyEvent event) {
        String typed = event.getCharacter();
        kinds.getItems().stream()
                .filter(kind -> Integer.toString(kind.digit()).equals(typed))
                .findFirst()
                .ifPresent(kind -> {
                    event.consume();
                    kinds.getSelectionModel().select(kind);
                    open.fire();
                });
    }

    private void openSelected() {
        PracticeKind kind = kinds.getSelectionModel().getSelectedItem();
        if (kind != null) {
            frame.navigator().open(kind.key());
        }
    }

    @Override
    public String id() {
        return "S36";
    }

    @Override
    public String title() {
        return texts.get("practices.title");
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public Optional<KeyAction> primary() {
        return Optional.of(open);
    }

    @Override
    public Optional<Node> initialFocus() {
        return Optional.of(kinds);
    }

    @Override
    public String help() {
        return texts.get("practices.help");
    }
}
