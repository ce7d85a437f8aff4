package it.sportello.app.desk;

import it.sportello.app.frame.Fxml;
import it.sportello.app.frame.Icons;
import it.sportello.app.frame.KeyAction;
import it.sportello.app.frame.Screen;
import it.sportello.app.frame.Texts;
import it.sportello.app.frame.Verb;
import it.sportello.app.frame.Words;
import java.time.Duration;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** S03: the desk's home. My queue, what is to be done, what the day brings. */
public final class HomeView implements Screen {
    private final QueueViewModel queue;
    private final HomeViewModel model;
    private final Texts texts;
    private final Words words;
    private final Parent root;
    private final KeyAction call;
    private final ListChangeListener<QueueViewModel.Category> queueChanged = change -> showQueue();
    private final ListChangeListener<HomeViewModel.Row> tasksChanged = change -> showTasks();

    @FXML
    private VBox queueRows;

    @FXML
    private Label queueTotal;

    @FXML
    private Label queueTotalText;

    @FXML
    private Label manual;

    @FXML
    private VBox taskRows;

    @FXML
    private VBox noticeRows;

    @FXML
    private FlowPane starts;

    public HomeView(QueueViewModel queue, HomeViewModel model, Texts texts, Words words) {
        this.queue = queue;
        this.model = model;
        this.texts = texts;
        this.words = words;
        this.call = KeyAction.when(
                Verb.CALL_NEXT,
                texts.get("home.call"),
                queue.busyProperty().not(),
                texts.get("home.call.why"),
                queue::callNext);
        this.root = Fxml.load(this, texts);
    }

    @FXML
    void initialize() {
        manual.visibleProperty().bind(queue.reachableProperty().not());
        manual.managedProperty().bind(manual.visibleProperty());
        queue.categories().addListener(queueChanged);
        model.tasks().addListener(tasksChanged);
        showQueue();
        showTasks();
        showNotices();
        model.starts().forEach(start -> starts.getChildren().add(startButton(start)));
    }

    private Button startButton(HomeViewModel.Start start) {
        Label cap = new Label(start.key());
        cap.getStyleClass().add("key-cap");
        cap.setMinWidth(Region.USE_PREF_SIZE);
        Button button = new Button(start.label(), start.key().isEmpty() ? null : cap);
        button.setMnemonicParsing(true);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> start.run().run());
        return button;
    }

    private void showQueue() {
        int total = queue.categories().stream()
                .mapToInt(QueueViewModel.Category::waiting)
                .sum();
        queueTotal.setText(words.count(total));
        queueTotalText.setText(texts.get("home.waiting", total));
        queueRows.getChildren().clear();
        queue.categories().forEach(category -> queueRows.getChildren().add(queueRow(category)));
    }

    private Node queueRow(QueueViewModel.Category category) {
        Label name = new Label(
                category.name().isEmpty()
                        ? texts.get("home.category", category.code())
                        : texts.get("home.category.named", category.code(), category.name()));
        name.getStyleClass().add("text-strong");
        Label count = new Label(texts.get("home.people", category.waiting()));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        name.setWrapText(true);
        name.setMinHeight(Region.USE_PREF_SIZE);
        HBox row = new HBox(count, space);
        row.getStyleClass().add("gap-12");
        if (category.waiting() > 0) {
            Duration wait = category.longestWait();
            row.getChildren()
                    .add(Icons.chip(queue.tone(wait), texts.get("home.longest", Math.max(0, wait.toMinutes()))));
        }
        VBox both = new VBox(name, row);
        both.getStyleClass().add("gap-4");
        return both;
    }

    private void showTasks() {
        taskRows.getChildren().clear();
        if (model.tasks().isEmpty()) {
            taskRows.getChildren().add(quiet(texts.get("home.tasks.none")));
        }
        model.tasks().forEach(task -> {
            Label what = new Label(task.text());
            what.setWrapText(true);
            what.setMinHeight(Region.USE_PREF_SIZE);
            VBox row = new VBox(what, quiet(task.age()));
            taskRows.getChildren().add(row);
        });
    }

    private void showNotices() {
        noticeRows.getChildren().clear();
        if (model.notices().isEmpty()) {
            noticeRows.getChildren().add(quiet(texts.get("home.notices.none")));
        }
        model.notices().forEach(notice -> {
            Label line = new Label(notice, Icons.of(it.sportello.app.frame.Citizen.Tone.INFORMATION));
            line.setWrapText(true);
            line.setMinHeight(Region.USE_PREF_SIZE);
            noticeRows.getChildren().add(line);
        });
    }

    private static Label quiet(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add("text-quiet");
        return label;
    }

    @Override
    public String id() {
        return "S03";
    }

    @Override
    public String title() {
        return texts.get("home.title");
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public Optional<KeyAction> primary() {
        return Optional.of(call);
    }

    @Override
    public Optional<Node> initialFocus() {
        return starts.getChildren().stream().findFirst();
    }

    @Override
    public String help() {
        return texts.get("home.help");
    }

    @Override
    public ObservableList<KeyAction> actions() {
        return model.actions();
    }

    @Override
    public void onShown() {
        queue.refresh();
        model.refresh();
    }

    @Override
    public void onClosed() {
        queue.categories().removeListener(queueChanged);
        model.tasks().removeListener(tasksChanged);
    }
}
