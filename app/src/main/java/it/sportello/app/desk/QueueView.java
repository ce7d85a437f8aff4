package it.sportello.app.desk;

import it.sportello.api.Queues;
import it.sportello.app.frame.Citizen.Tone;
import it.sportello.app.frame.CitizenContext.Called;
import it.sportello.app.frame.Frame;
import it.sportello.app.frame.Fxml;
import it.sportello.app.frame.Icons;
import it.sportello.app.frame.KeyAction;
import it.sportello.app.frame.Screen;
import it.sportello.app.frame.ScreenKeys;
import it.sportello.app.frame.Texts;
import it.sportello.app.frame.Verb;
import it.sportello.app.frame.Work;
import it.sportello.app.wiring.NumberDisplay;
import java.time.Duration;
import java.util.Optional;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;

/** S05: the number called, as large as it gets, what the display said, and who still waits. */
public final class QueueView implements Screen {
    private final QueueViewModel model;
    private final Frame frame;
    private final Work work;
    private final Texts texts;
    private final Parent root;
    private final ObservableList<KeyAction> actions;
    private final KeyAction find;

    @FXML
    private VBox calledCard;

    @FXML
    private Label number;

    @FXML
    private Label display;

    @FXML
    private Label manual;

    @FXML
    private TableView<Queues.Entry> table;

    @FXML
    private TableColumn<Queues.Entry, String> numberColumn;

    @FXML
    private TableColumn<Queues.Entry, String> categoryColumn;

    @FXML
    private TableColumn<Queues.Entry, String> issuedColumn;

    @FXML
    private TableColumn<Queues.Entry, String> waitColumn;

    public QueueView(QueueViewModel model, Frame frame, Work work, Texts texts) {
        this.model = model;
        this.frame = frame;
        this.work = work;
        this.texts = texts;
        SimpleBooleanProperty hasNumber =
                new SimpleBooleanProperty(work.citizen().calledProperty().get().isPresent());
        this.actions = FXCollections.observableArrayList(
                KeyAction.when(
                        Verb.RECALL, texts.get("queue.recall"), hasNumber, texts.get("queue.no.number"), model::recall),
                KeyAction.when(
                        Verb.ABSENT, texts.get("queue.absent"), hasNumber, texts.get("queue.no.number"), model::absent),
                KeyAction.unbound(texts.get("queue.byhand.action"), model::byHand));
        this.find = KeyAction.always(
                Verb.FIND_PERSON,
                texts.get("queue.find"),
                () -> frame.navigator().open(ScreenKeys.FIND_PERSON, ""));
        this.root = Fxml.load(this, texts);
    }

    @FXML
    void initialize() {
        Optional<Called> called = work.citizen().calledProperty().get();
        calledCard.setVisible(called.isPresent());
        calledCard.setManaged(called.isPresent());
        number.setText(called.map(Called::number).orElse(""));
        model.shownProperty().subscribe(this::showDisplay);
        manual.visibleProperty().bind(model.reachableProperty().not());
        manual.managedProperty().bind(manual.visibleProperty());
        table.setItems(model.waiting());
        numberColumn.setCellValueFactory(
                row -> new SimpleStringProperty(row.getValue().number()));
        categoryColumn.setCellValueFactory(
                row -> new SimpleStringProperty(row.getValue().category()));
        issuedColumn.setCellValueFactory(row ->
                new SimpleStringProperty(frame.words().time(row.getValue().issuedAt())));
        waitColumn.setCellValueFactory(row -> new SimpleStringProperty(wait(row.getValue())));
    }

    private String wait(Queues.Entry entry) {
        Duration waited = Duration.between(entry.issuedAt(), frame.clock().instant());
        return texts.get("queue.minutes", Math.max(0, waited.toMinutes()));
    }

    private void showDisplay(Optional<NumberDisplay.Shown> answer) {
        if (answer.isEmpty()) {
            Icons.tone(display, Tone.NEUTRAL, texts.get("queue.display.asked"));
            return;
        }
        NumberDisplay.Shown shown = answer.get();
        Icons.tone(display, tone(shown), texts.get("queue.display." + shown.name()));
    }

    private static Tone tone(NumberDisplay.Shown shown) {
        return switch (shown) {
            case ACKNOWLEDGED -> Tone.GOOD;
            case SENT -> Tone.INFORMATION;
            case SILENT -> Tone.ATTENTION;
            case NONE -> Tone.NEUTRAL;
        };
    }

    @Override
    public String id() {
        return "S05";
    }

    @Override
    public String title() {
        return texts.get("queue.title");
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public ObservableList<KeyAction> actions() {
        return actions;
    }

    @Override
    public Optional<KeyAction> primary() {
        return work.isHome() || !frame.navigator().has(ScreenKeys.FIND_PERSON) ? Optional.empty() : Optional.of(find);
    }

    @Override
    public Optional<Node> initialFocus() {
        return Optional.of(table);
    }

    @Override
    public String help() {
        return texts.get("queue.help");
    }

    @Override
    public void onShown() {
        model.refresh();
    }
}
