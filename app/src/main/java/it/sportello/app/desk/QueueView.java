package it.sportello.app.desk;

import it.sportello.api.Queues;
import it.sportello.app.frame.Citizen.Tone;
import it.sportello.app.frame.CitizenContext.Called;
import it.sportello.app.frame.Frame;
import it.sportello.app.frame.Fxml;
import it.sportello.app.frame.Icons;
import it.sportello.app.frame.KeyAction;
import it.sportello.app.frame.Reading;
import it.sportello.app.frame.Screen;
import it.sportello.app.frame.ScreenKeys;
import it.sportello.app.frame.Texts;
import it.sportello.app.frame.Verb;
import it.sportello.app.frame.Work;
import it.sportello.app.wiring.NumberDisplay;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** S05: the number called, as large as it gets, what the display said, who still waits, and all that can be done. */
public final class QueueView implements Screen {
    private final QueueViewModel model;
    private final QueueActs acts;
    private final Frame frame;
    private final Work work;
    private final Texts texts;
    private final Parent root;
    private final ObservableList<KeyAction> actions;
    private final KeyAction find;
    private Subscription following = Subscription.EMPTY;

    @FXML
    private VBox calledCard;

    @FXML
    private Label number;

    @FXML
    private Label display;

    @FXML
    private Label manual;

    @FXML
    private Label pausedNotice;

    @FXML
    private Label leftOpen;

    @FXML
    private Label empty;

    @FXML
    private FlowPane buttons;

    @FXML
    private TableView<Queues.Entry> table;

    @FXML
    private TableColumn<Queues.Entry, String> numberColumn;

    @FXML
    private TableColumn<Queues.Entry, String> categoryColumn;

    @FXML
    private TableColumn<Queues.Entry, String> issuedColumn;

    @FXML
    private TableColumn<Queues.Entry, Queues.Entry> waitColumn;

    @FXML
    private Label details;

    public QueueView(QueueViewModel model, QueueActs acts, TicketDesk tickets, Frame frame, Work work, Texts texts) {
        this.model = model;
        this.acts = acts;
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
                ofNumber("queue.act.requeue", hasNumber, acts::requeue),
                ofNumber("queue.act.transfer", hasNumber, acts::transfer),
                ofNumber("queue.act.merge", hasNumber, acts::merge),
                KeyAction.unbound(texts.get("queue.act.restore"), acts::restore),
                KeyAction.unbound(texts.get("queue.act.pause"), acts::pause),
                KeyAction.unbound(texts.get("queue.act.issue"), tickets::open),
                KeyAction.unbound(texts.get("queue.byhand.action"), model::byHand));
        this.find = KeyAction.always(
                Verb.FIND_PERSON,
                texts.get("queue.find"),
                () -> frame.navigator().open(ScreenKeys.FIND_PERSON, ""));
        this.root = Fxml.load(this, texts);
    }

    private KeyAction ofNumber(String key, ObservableBooleanValue hasNumber, Runnable run) {
        return new KeyAction(
                Optional.empty(),
                texts.get(key),
                hasNumber,
                new SimpleStringProperty(texts.get("queue.no.number")),
                run);
    }

    @FXML
    void initialize() {
        Optional<Called> called = work.citizen().calledProperty().get();
        calledCard.setVisible(called.isPresent());
        calledCard.setManaged(called.isPresent());
        number.setText(called.map(Called::number).orElse(""));
        model.shownProperty().subscribe(this::showDisplay);
        notice(manual, model.modeProperty().isNotEqualTo(DeskQueue.Mode.SERVER));
        manual.textProperty().bind(model.modeProperty().map(mode -> texts.get("queue.mode." + mode.name())));
        notice(pausedNotice, acts.pausedProperty());
        columns();
        actions.stream()
                .filter(action -> action.verb().isEmpty())
                .forEach(action -> buttons.getChildren().add(button(action)));
    }

    private static void notice(Label label, ObservableBooleanValue when) {
        label.visibleProperty().bind(when);
        label.managedProperty().bind(label.visibleProperty());
    }

    private Button button(KeyAction action) {
        Button button = new Button(action.label());
        button.setMnemonicParsing(true);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.disableProperty().bind(Bindings.createBooleanBinding(() -> !action.isEnabled(), action.enabled()));
        button.setOnAction(event -> action.fire());
        return button;
    }

    private void columns() {
        table.setItems(model.waiting());
        numberColumn.setCellValueFactory(
                row -> new SimpleStringProperty(row.getValue().number()));
        categoryColumn.setCellValueFactory(
                row -> new SimpleStringProperty(row.getValue().category()));
        issuedColumn.setCellValueFactory(row -> new SimpleStringProperty(issued(row.getValue())));
        waitColumn.setCellValueFactory(row -> new SimpleObjectProperty<>(row.getValue()));
        waitColumn.setCellFactory(column -> new WaitCell(this::chip));
        table.setRowFactory(view -> row());
        table.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            Queues.Entry chosen = table.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && chosen != null) {
                event.consume();
                acts.call(chosen);
            }
        });
    }

    private TableRow<Queues.Entry> row() {
        TableRow<Queues.Entry> row = new TableRow<>();
        row.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2 && row.getItem() != null) {
                acts.call(row.getItem());
            }
        });
        return row;
    }

    private String issued(Queues.Entry entry) {
        return entry.issueSource().equals("UNKNOWN")
                ? texts.get("queue.issued.unknown")
                : frame.words().time(entry.issuedAt());
    }

    private Label chip(Queues.Entry entry) {
        Duration wait = Duration.between(entry.waitingSince(), frame.clock().instant());
        Tone tone = model.tone(wait);
        return Icons.chip(tone, texts.get("queue.wait." + tone.name(), Math.max(0, wait.toMinutes())));
    }

    private String marks(Queues.Entry entry) {
        String priority = entry.priority() > 0 ? texts.get("queue.mark.priority", entry.priority()) : "";
        String booked = entry.appointmentAt()
                .map(at -> texts.get("queue.mark.booked", frame.words().time(at)))
                .orElse("");
        String reserved = entry.reservedFor().isPresent() ? texts.get("queue.mark.reserved") : "";
        String again = entry.waitingSince().equals(entry.issuedAt()) ? "" : texts.get("queue.mark.again");
        return String.join(
                " · ",
                Stream.of(priority, booked, reserved, again, entry.note().orElse(""))
                        .filter(it -> !it.isEmpty())
                        .toList());
    }

    /** What sets the tickets apart, one line for each that has something: a cell would cut it. */
    private void showDetails() {
        String lines = String.join(
                "\n",
                model.waiting().stream()
                        .filter(entry -> !marks(entry).isEmpty())
                        .map(entry -> texts.get("queue.detail", entry.number(), marks(entry)))
                        .toList());
        details.setText(lines);
        details.setVisible(!lines.isEmpty());
        details.setManaged(!lines.isEmpty());
    }

    private void showLook(Optional<DeskQueue.Look> look) {
        showDetails();
        empty.setText(texts.get(look.isEmpty() ? "queue.loading" : "queue.empty"));
        Optional<Queues.LeftOpen> left = look.flatMap(DeskQueue.Look::site)
                .flatMap(site -> site.leftOpen().stream().findFirst());
        leftOpen.setVisible(left.isPresent());
        leftOpen.setManaged(left.isPresent());
        left.ifPresent(it -> leftOpen.setText(texts.get(
                "queue.left.open",
                frame.words().date(it.day()),
                it.waiting().size() + it.atDesk().size())));
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
    public boolean scanned(Reading reading) {
        return acts.scanned(reading);
    }

    @Override
    public String help() {
        return texts.get("queue.help");
    }

    @Override
    public void onShown() {
        following = model.lookProperty().subscribe(this::showLook);
        model.refresh();
    }

    @Override
    public void onHidden() {
        following.unsubscribe();
    }
}
