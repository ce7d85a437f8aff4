package it.sportello.app.device;

import it.sportello.app.frame.Fxml;
import it.sportello.app.frame.Icons;
import it.sportello.app.frame.KeyAction;
import it.sportello.app.frame.Screen;
import it.sportello.app.frame.Texts;
import it.sportello.app.frame.Verb;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** S55: every device of the desk, how it stands, what to do, and what passes on its line. */
public final class DevicesView implements Screen {
    private static final Duration LOOK = Duration.seconds(1);

    private final DevicesViewModel model;
    private final Texts texts;
    private final Runnable setUp;
    private final Parent root;
    private final KeyAction test;
    private final Timeline looking = new Timeline();

    @FXML
    private ListView<DevicesViewModel.Line> list;

    @FXML
    private VBox details;

    @FXML
    private Label heading;

    @FXML
    private Label advice;

    @FXML
    private Label facts;

    @FXML
    private Label counts;

    @FXML
    private TextArea trace;

    @FXML
    private Label traceLabel;

    @FXML
    private Button supplies;

    @FXML
    private Button pause;

    @FXML
    private Button copy;

    @FXML
    private Button export;

    @FXML
    private Button configure;

    /** @param setUp opens the set-up of the devices */
    public DevicesView(DevicesViewModel model, Texts texts, Runnable setUp) {
        this.model = model;
        this.texts = texts;
        this.setUp = setUp;
        this.test = KeyAction.when(
                Verb.CONCLUDE,
                texts.get("devices.test"),
                model.testableProperty(),
                texts.get("devices.test.not"),
                model::test);
        this.root = Fxml.load(this, texts);
    }

    @FXML
    void initialize() {
        list.setItems(model.lines());
        list.setCellFactory(view -> new DeviceCell());
        Label none = new Label(texts.get("devices.none"));
        none.getStyleClass().add("text-quiet");
        none.setWrapText(true);
        list.setPlaceholder(none);
        list.getSelectionModel().selectedItemProperty().addListener((observed, before, after) -> {
            if (after != null) {
                model.select(after.id());
            }
        });
        details.visibleProperty().bind(model.chosenProperty());
        heading.textProperty().bind(model.headingProperty());
        advice.textProperty().bind(model.adviceProperty());
        facts.textProperty().bind(model.factsProperty());
        counts.textProperty().bind(model.countsProperty());
        traceLabel.setLabelFor(trace);
        model.traceProperty().subscribe(this::showTrace);
        model.pausedProperty()
                .subscribe(still -> pause.setText(texts.get(still ? "devices.trace.go" : "devices.trace.pause")));
        pause.setOnAction(event -> model.pause());
        copy.setOnAction(event -> copyTrace());
        export.setOnAction(event -> model.export());
        supplies.setOnAction(event -> model.requestSupplies());
        configure.setOnAction(event -> setUp.run());
        looking.getKeyFrames().setAll(new KeyFrame(LOOK, event -> model.refresh()));
        looking.setCycleCount(Animation.INDEFINITE);
    }

    // The newest frame stays in sight, unless somebody reads in it.
    private void showTrace(String text) {
        if (!text.equals(trace.getText())) {
            trace.setText(text);
            trace.positionCaret(text.length());
            trace.setScrollTop(Double.MAX_VALUE);
        }
    }

    private void copyTrace() {
        ClipboardContent content = new ClipboardContent();
        content.putString(trace.getText());
        Clipboard.getSystemClipboard().setContent(content);
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
    public Optional<KeyAction> primary() {
        return Optional.of(test);
    }

    @Override
    public Optional<Node> initialFocus() {
        return Optional.of(list);
    }

    @Override
    public String help() {
        return texts.get("devices.help");
    }

    @Override
    public void onShown() {
        model.refresh();
        if (list.getSelectionModel().isEmpty() && !model.lines().isEmpty()) {
            list.getSelectionModel().select(0);
        }
        looking.play();
    }

    @Override
    public void onHidden() {
        looking.stop();
    }

    /** Name and place, and the state as shape and word. */
    private final class DeviceCell extends ListCell<DevicesViewModel.Line> {
        @Override
        protected void updateItem(DevicesViewModel.Line line, boolean empty) {
            super.updateItem(line, empty);
            setText(null);
            if (empty || line == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            Label name = new Label(line.name());
            name.getStyleClass().add("section-title");
            name.setWrapText(true);
            Label place = new Label(line.place());
            place.getStyleClass().addAll("text-quiet", "text-small");
            place.setWrapText(true);
            VBox cell = new VBox(name, Icons.chip(line.tone(), line.state()), place);
            cell.getStyleClass().add("gap-4");
            cell.maxWidthProperty().bind(list.widthProperty().multiply(0.9));
            setGraphic(cell);
            setAccessibleText(texts.get("devices.sentence", line.name(), line.state(), line.place()));
        }
    }
}
