package it.sportello.app.prints;

import it.sportello.app.frame.Fxml;
import it.sportello.app.frame.Icons;
import it.sportello.app.frame.KeyAction;
import it.sportello.app.frame.Screen;
import it.sportello.app.frame.Texts;
import it.sportello.app.frame.Verb;
import it.sportello.app.prints.JobRow.Stand;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;

/** S56: the printers, the prints that wait for a decision, and what was printed today. */
public final class PrintsView implements Screen {
    private final PrintsViewModel model;
    private final Texts texts;
    private final Parent root;
    private final KeyAction copy;

    @FXML
    private TableView<PrinterRow> printers;

    @FXML
    private TableColumn<PrinterRow, String> printerName;

    @FXML
    private TableColumn<PrinterRow, PrinterRow> printerState;

    @FXML
    private TableColumn<PrinterRow, String> printerPaper;

    @FXML
    private TableColumn<PrinterRow, String> printerQueue;

    @FXML
    private Label printerSentence;

    @FXML
    private Button check;

    @FXML
    private Button resume;

    @FXML
    private TableView<JobRow> jobs;

    @FXML
    private TableColumn<JobRow, String> jobDocument;

    @FXML
    private TableColumn<JobRow, String> jobPrinter;

    @FXML
    private TableColumn<JobRow, String> jobSince;

    @FXML
    private TableColumn<JobRow, JobRow> jobState;

    @FXML
    private Label sentence;

    @FXML
    private Region decisions;

    @FXML
    private Button again;

    @FXML
    private Button came;

    @FXML
    private Button notCame;

    @FXML
    private Button file;

    @FXML
    private Button stop;

    @FXML
    private ComboBox<PrinterRow> other;

    @FXML
    private Button elsewhere;

    @FXML
    private TableView<PaperRow> papers;

    @FXML
    private TableColumn<PaperRow, String> paperDocument;

    @FXML
    private TableColumn<PaperRow, String> paperAt;

    @FXML
    private TableColumn<PaperRow, String> paperCount;

    @FXML
    private TableColumn<PaperRow, String> paperState;

    @FXML
    private Region drawer;

    @FXML
    private Label drawerWords;

    @FXML
    private TextField reason;

    @FXML
    private Label reasonError;

    @FXML
    private Button openDrawer;

    public PrintsView(PrintsViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        this.root = Fxml.load(this, texts);
        this.copy = KeyAction.when(
                Verb.CONCLUDE,
                texts.get("copy.verb"),
                papers.getSelectionModel().selectedItemProperty().isNotNull(),
                texts.get("copy.why"),
                () -> model.copy(papers.getSelectionModel().getSelectedItem().document()));
    }

    @FXML
    void initialize() {
        text(printerName, PrinterRow::name);
        text(printerPaper, PrinterRow::paper);
        text(printerQueue, PrinterRow::waiting);
        chip(printerState, row -> Icons.chip(row.tone(), row.state()));
        text(jobDocument, JobRow::document);
        text(jobPrinter, JobRow::printer);
        text(jobSince, JobRow::since);
        chip(jobState, row -> Icons.chip(row.tone(), row.state()));
        text(paperDocument, PaperRow::document);
        text(paperAt, PaperRow::at);
        text(paperCount, PaperRow::papers);
        text(paperState, PaperRow::state);
        printers.setItems(model.printers());
        jobs.setItems(model.jobs());
        papers.setItems(model.papers());
        keepChoice(printers, PrinterRow::id);
        keepChoice(jobs, JobRow::id);
        keepChoice(papers, PaperRow::document);
        printers.getSelectionModel().selectedItemProperty().subscribe(row -> {
            check.setDisable(row == null);
            resume.setDisable(row == null || !row.jammed());
            printerSentence.setText(row == null ? "" : row.sentence());
            shown(printerSentence, !printerSentence.getText().isEmpty());
        });
        jobs.getSelectionModel().selectedItemProperty().subscribe(row -> offer(Optional.ofNullable(row)));
        decide();
        drawerPart();
    }

    private void decide() {
        other.setConverter(new StringConverter<>() {
            @Override
            public String toString(PrinterRow row) {
                return row == null ? "" : row.name();
            }

            @Override
            public PrinterRow fromString(String name) {
                throw new UnsupportedOperationException("printers are chosen, not typed");
            }
        });
        other.setItems(model.printers());
        other.valueProperty().subscribe(row -> offer(selected()));
        on(
                check,
                () -> model.check(printers.getSelectionModel().getSelectedItem().id()));
        on(
                resume,
                () -> model.resume(
                        printers.getSelectionModel().getSelectedItem().id()));
        on(again, row -> model.again(row.id()));
        on(came, row -> model.came(row.id()));
        on(notCame, row -> model.again(row.id()));
        on(file, row -> model.asFile(row.id()));
        on(stop, row -> model.stopWaiting());
        on(elsewhere, row -> model.elsewhere(row.id(), other.getValue().id()));
    }

    private void drawerPart() {
        drawer.visibleProperty().bind(model.hasDrawerProperty());
        drawer.managedProperty().bind(model.hasDrawerProperty());
        drawerWords.textProperty().bind(model.drawerWordsProperty());
        reason.textProperty().bindBidirectional(model.reasonProperty());
        reasonError.textProperty().bind(model.reasonErrorProperty());
        reasonError.visibleProperty().bind(Bindings.isNotEmpty(model.reasonErrorProperty()));
        reasonError.managedProperty().bind(reasonError.visibleProperty());
        on(openDrawer, () -> {
            model.openDrawer();
            if (!model.reasonErrorProperty().get().isEmpty()) {
                reason.requestFocus();
            }
        });
        reason.setOnAction(event -> openDrawer.fire());
    }

    private static void on(Button button, Runnable action) {
        button.setOnAction(event -> action.run());
    }

    private void on(Button button, Consumer<JobRow> action) {
        button.setOnAction(event -> selected().ifPresent(action));
    }

    private Optional<JobRow> selected() {
        return Optional.ofNullable(jobs.getSelectionModel().getSelectedItem());
    }

    /** Only what can be done about the chosen print is offered. */
    private void offer(Optional<JobRow> row) {
        sentence.setText(row.map(JobRow::sentence).orElse(""));
        shown(sentence, row.isPresent());
        shown(decisions, row.isPresent());
        shown(again, is(row, Stand.FAILED));
        shown(file, is(row, Stand.FAILED));
        shown(came, is(row, Stand.UNCERTAIN));
        shown(notCame, is(row, Stand.UNCERTAIN));
        shown(stop, is(row, Stand.HELD));
        boolean onItsWay = is(row, Stand.SENDING) || is(row, Stand.HELD);
        elsewhere.setDisable(row.isEmpty() || onItsWay || other.getValue() == null);
    }

    private static boolean is(Optional<JobRow> row, Stand stand) {
        return row.filter(job -> job.stand() == stand).isPresent();
    }

    private static void shown(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    private static <R> void text(TableColumn<R, String> column, Function<R, String> value) {
        column.setCellValueFactory(row -> new SimpleStringProperty(value.apply(row.getValue())));
    }

    private static <R> void chip(TableColumn<R, R> column, Function<R, Label> chip) {
        column.setCellValueFactory(row -> new javafx.beans.property.SimpleObjectProperty<>(row.getValue()));
        column.setCellFactory(table -> new TableCell<>() {
            @Override
            protected void updateItem(R row, boolean empty) {
                super.updateItem(row, empty);
                setGraphic(empty || row == null ? null : chip.apply(row));
            }
        });
    }

    /** A refreshed list keeps its choice; the first row is chosen when there is none. */
    private static <R> void keepChoice(TableView<R> table, Function<R, Object> key) {
        Object[] chosen = {null};
        table.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null) {
                chosen[0] = key.apply(row);
            }
        });
        table.getItems().addListener((ListChangeListener<R>) change -> {
            int at = 0;
            for (int i = 0; i < table.getItems().size(); i++) {
                if (key.apply(table.getItems().get(i)).equals(chosen[0])) {
                    at = i;
                }
            }
            table.getSelectionModel().clearAndSelect(at);
        });
    }

    @Override
    public String id() {
        return "S56";
    }

    @Override
    public String title() {
        return texts.get("prints.title");
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public Optional<KeyAction> primary() {
        return Optional.of(copy);
    }

    @Override
    public Optional<Node> initialFocus() {
        return Optional.of(jobs.getItems().isEmpty() ? papers : jobs);
    }

    @Override
    public String help() {
        return texts.get("prints.help");
    }

    @Override
    public void onShown() {
        model.start();
    }

    @Override
    public void onHidden() {
        model.stop();
    }
}
