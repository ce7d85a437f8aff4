package it.sportello.app.prescription;

import it.sportello.app.frame.DeskState;
import it.sportello.app.frame.EnterKey;
import it.sportello.app.frame.Frame;
import it.sportello.app.frame.Fxml;
import it.sportello.app.frame.HelpText;
import it.sportello.app.frame.KeyAction;
import it.sportello.app.frame.NoticeBox;
import it.sportello.app.frame.Reading;
import it.sportello.app.frame.Screen;
import it.sportello.app.frame.ScreenKeys;
import it.sportello.app.frame.Texts;
import it.sportello.app.frame.Verb;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.Subscription;

/** S11: what a prescription asks for and whether it can be used. */
public final class PrescriptionView implements Screen, PrescriptionViewModel.Endings {
    private final PrescriptionViewModel model;
    private final Frame frame;
    private final DeskState state;
    private final Texts texts;
    private final KeyAction search;
    private final ObservableList<KeyAction> actions = FXCollections.observableArrayList();
    private final PauseTransition patience;
    private final Parent root;
    private String waiting;
    private Subscription line = Subscription.EMPTY;

    @FXML
    @SuppressWarnings("NullAway.Init")
    Label numberLabel;

    @FXML
    @SuppressWarnings("NullAway.Init")
    TextField number;

    @FXML
    @SuppressWarnings("NullAway.Init")
    Label mistake;

    @FXML
    @SuppressWarnings("NullAway.Init")
    ProgressBar progress;

    @FXML
    @SuppressWarnings("NullAway.Init")
    VBox notice;

    @FXML
    @SuppressWarnings("NullAway.Init")
    Label noticeTitle;

    @FXML
    @SuppressWarnings("NullAway.Init")
    Label noticeNext;

    @FXML
    @SuppressWarnings("NullAway.Init")
    VBox sheet;

    /** @param opening the code or codes read so far, perhaps empty text */
    public PrescriptionView(PrescriptionViewModel model, Frame frame, DeskState state, Texts texts, String opening) {
        this.model = model;
        this.frame = frame;
        this.state = state;
        this.texts = texts;
        this.waiting = opening;
        this.patience =
                new PauseTransition(Duration.millis((double) model.patience().toMillis()));
        this.search = new KeyAction(
                Optional.of(Verb.CONCLUDE),
                texts.get("verb.search"),
                model.concludable(),
                model.whyNotUsableProperty(),
                this::enter);
        this.actions.add(new KeyAction(
                Optional.of(Verb.AVAILABILITY),
                texts.get("verb.search"),
                model.usableProperty(),
                model.whyNotUsableProperty(),
                this::searchPlaces));
        this.root = Fxml.load(this, texts);
    }

    @FXML
    void initialize() {
        numberLabel.setLabelFor(number);
        number.textProperty().bindBidirectional(model.typedProperty());
        HelpText.set(number, texts.get("number.help"));
        EnterKey.on(number, this::enter);
        mistake.textProperty().bind(model.mistakeProperty());
        show(mistake, false);
        model.mistakeProperty().subscribe(this::showMistake);
        progress.visibleProperty().bind(model.busyProperty());
        progress.managedProperty().bind(model.busyProperty());
        NoticeBox.follow(notice, noticeTitle, noticeNext, model.noticeProperty());
        model.sheetProperty().subscribe(this::showSheet);
        patience.setOnFinished(event -> model.patienceOver());
    }

    @Override
    public String id() {
        return "S11";
    }

    @Override
    public String title() {
        return texts.get("title");
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public Optional<KeyAction> primary() {
        return Optional.of(search);
    }

    @Override
    public Optional<ObservableValue<String>> primaryText() {
        return Optional.of(Bindings.createStringBinding(
                () -> texts.get(model.unreadProperty().get() ? "verb.read" : "verb.search"), model.unreadProperty()));
    }

    @Override
    public ObservableList<KeyAction> actions() {
        return actions;
    }

    @Override
    public Optional<Node> initialFocus() {
        return Optional.of(number);
    }

    @Override
    public ObservableBooleanValue draft() {
        return model.unverifiedProperty();
    }

    @Override
    public String help() {
        return texts.get("help");
    }

    @Override
    public void onShown() {
        line = state.lineProperty().subscribe(now -> {
            if (now == DeskState.Line.ONLINE) {
                model.lineIsBack(this);
            }
        });
        String opening = waiting;
        waiting = "";
        if (!opening.isBlank() && !model.scanned(opening, this)) {
            model.typedProperty().set(opening);
            model.enter(this);
        }
    }

    @Override
    public void onHidden() {
        line.unsubscribe();
        patience.stop();
    }

    @Override
    public boolean scanned(Reading reading) {
        return reading instanceof Reading.Code code && model.scanned(code, this);
    }

    @Override
    public void mistaken() {
        patience.stop();
        number.requestFocus();
        number.selectAll();
    }

    @Override
    public void shown() {
        patience.stop();
        number.requestFocus();
        number.selectAll();
    }

    @Override
    public void waiting() {
        patience.playFromStart();
        number.requestFocus();
    }

    private void searchPlaces() {
        frame.navigator().open(ScreenKeys.AVAILABILITY, model.number());
    }

    // Enter or F12 on the number of the prescription that is shown goes on; on anything else it looks that up.
    private void enter() {
        if (!model.unreadProperty().get() && model.usableProperty().get()) {
            searchPlaces();
        } else {
            model.enter(this);
        }
    }

    private void showMistake(String sentence) {
        show(mistake, !sentence.isEmpty());
        number.getStyleClass().remove("wrong");
        if (sentence.isEmpty()) {
            HelpText.set(number, texts.get("number.help"));
        } else {
            number.getStyleClass().add("wrong");
            HelpText.set(number, sentence);
        }
    }

    private void showSheet(Optional<PrescriptionSheet> now) {
        sheet.getChildren().clear();
        now.ifPresent(read -> sheet.getChildren().setAll(SheetNodes.of(read, texts)));
        show(sheet, now.isPresent());
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
