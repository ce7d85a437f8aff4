package it.sportello.app.signin;

import it.sportello.app.frame.Citizen.Tone;
import it.sportello.app.frame.DeskState;
import it.sportello.app.frame.Fxml;
import it.sportello.app.frame.HelpText;
import it.sportello.app.frame.Icons;
import it.sportello.app.frame.KeyAction;
import it.sportello.app.frame.Lamp;
import it.sportello.app.frame.Profile;
import it.sportello.app.frame.Screen;
import it.sportello.app.frame.Texts;
import it.sportello.app.frame.Verb;
import java.util.Optional;
import java.util.function.Function;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** S02: site, desk, profile, queues, till, devices; accepted with one Enter. */
public final class DeskOpeningView implements Screen {
    private final DeskOpeningViewModel model;
    private final DeskState state;
    private final Texts texts;
    private final Function<Profile, String> profileName;
    private final Parent root;
    private final KeyAction primary;
    private final ListChangeListener<Lamp> lampsChanged = change -> showDevices();

    @FXML
    private Label greeting;

    @FXML
    private Label offline;

    @FXML
    private Label place;

    @FXML
    private Label profileLabel;

    @FXML
    private ChoiceBox<Profile> profile;

    @FXML
    private Label queues;

    @FXML
    private Label till;

    @FXML
    private Label unsent;

    @FXML
    private FlowPane devices;

    @FXML
    private VBox refusal;

    @FXML
    private Label error;

    @FXML
    private Label whatToDo;

    @FXML
    private ProgressBar progress;

    /** @param profileName the Italian name of a profile */
    public DeskOpeningView(
            DeskOpeningViewModel model, DeskState state, Texts texts, Function<Profile, String> profileName) {
        this.model = model;
        this.state = state;
        this.texts = texts;
        this.profileName = profileName;
        this.primary = KeyAction.when(
                Verb.CONCLUDE,
                texts.get("opening.open"),
                model.readyBinding(),
                texts.get("opening.open.why"),
                model::open);
        this.root = Fxml.load(this, texts);
    }

    @FXML
    void initialize() {
        greeting.setText(model.greeting());
        offline.setGraphic(Icons.of(Tone.ATTENTION));
        offline.setVisible(model.isOffline());
        offline.setManaged(model.isOffline());
        place.setText(model.place());
        profileLabel.setLabelFor(profile);
        profile.setConverter(new ProfileNames(profileName));
        profile.getItems().setAll(model.profiles());
        profile.valueProperty().bindBidirectional(model.profileProperty());
        HelpText.set(profile, texts.get("opening.profile.help"));
        queues.setText(model.queues());
        till.setText(model.till());
        unsent.textProperty().bind(model.unsentProperty());
        error.setGraphic(Icons.of(Tone.DANGER));
        error.textProperty().bind(model.errorProperty());
        whatToDo.textProperty().bind(model.whatToDoProperty());
        refusal.visibleProperty().bind(model.errorProperty().isNotEmpty());
        refusal.managedProperty().bind(refusal.visibleProperty());
        progress.visibleProperty().bind(model.busyProperty());
        showDevices();
    }

    private void showDevices() {
        devices.getChildren().clear();
        if (state.lamps().isEmpty()) {
            Label none = new Label(texts.get("opening.devices.none"));
            none.getStyleClass().add("text-quiet");
            devices.getChildren().add(none);
        }
        state.lamps()
                .forEach(lamp -> devices.getChildren()
                        .add(Icons.chip(lamp.tone(), texts.get("opening.device", lamp.label(), lamp.state()))));
    }

    @Override
    public String id() {
        return "S02";
    }

    @Override
    public String title() {
        return texts.get("opening.title");
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
        return Optional.of(profile);
    }

    @Override
    public String help() {
        return texts.get("opening.help");
    }

    @Override
    public void onShown() {
        state.lamps().addListener(lampsChanged);
        model.begin();
    }

    @Override
    public void onHidden() {
        state.lamps().removeListener(lampsChanged);
    }

    private static final class ProfileNames extends StringConverter<Profile> {
        private final Function<Profile, String> names;

        ProfileNames(Function<Profile, String> names) {
            this.names = names;
        }

        @Override
        public String toString(Profile profile) {
            return profile == null ? "" : names.apply(profile);
        }

        @Override
        public Profile fromString(String name) {
            throw new UnsupportedOperationException("profiles are chosen, not typed");
        }
    }
}
