package it.sportello.app.learning;

import it.sportello.app.frame.Fxml;
import it.sportello.app.frame.HelpText;
import it.sportello.app.frame.Icons;
import it.sportello.app.frame.KeyAction;
import it.sportello.app.frame.Screen;
import it.sportello.app.frame.ScreenKeys;
import it.sportello.app.frame.Texts;
import it.sportello.app.frame.Verb;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/** S55-R: the rules of the detector, written while its lines are seen. */
public final class LearningView implements Screen {
    private static final double LINE_SHARE = 0.94;
    private static final double MEANING_SHARE = 0.86;

    private final LearningViewModel model;
    private final Texts texts;
    private final KeyAction save;
    private final Parent root;

    @FXML
    private Region work;

    @FXML
    private Region nothing;

    @FXML
    private TableView<LearningViewModel.Row> table;

    @FXML
    private TableColumn<LearningViewModel.Row, String> lineColumn;

    @FXML
    private TableColumn<LearningViewModel.Row, LearningViewModel.Row> meaningColumn;

    @FXML
    private Label standing;

    @FXML
    private TextArea rules;

    @FXML
    private Label mistake;

    LearningView(LearningViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        this.save = KeyAction.when(
                Verb.CONCLUDE,
                texts.get("save"),
                model.idle(),
                texts.get("save.not"),
                () -> model.save(this::pointToMistake));
        this.root = Fxml.load(this, texts);
    }

    @FXML
    void initialize() {
        table.setItems(model.rows());
        Label empty = new Label(texts.get("none"));
        empty.setWrapText(true);
        table.setPlaceholder(empty);
        lineColumn.setCellValueFactory(
                row -> new ReadOnlyObjectWrapper<>(row.getValue().line()));
        meaningColumn.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        lineColumn.setCellFactory(LineCell::new);
        meaningColumn.setCellFactory(MeaningCell::new);
        standing.textProperty().bind(model.standingProperty());
        standing.visibleProperty().bind(model.standingProperty().isNotEmpty());
        standing.managedProperty().bind(standing.visibleProperty());
        table.setRowFactory(view -> new SpokenRow());
        rules.textProperty().bindBidirectional(model.rulesProperty());
        rules.addEventFilter(KeyEvent.KEY_PRESSED, this::leave);
        mistake.textProperty().bind(model.mistakeProperty());
        mistake.visibleProperty().bind(model.mistakeProperty().isNotEmpty());
        mistake.managedProperty().bind(mistake.visibleProperty());
        work.visibleProperty().bind(model.hereProperty());
        work.managedProperty().bind(work.visibleProperty());
        nothing.visibleProperty().bind(model.hereProperty().not());
        nothing.managedProperty().bind(nothing.visibleProperty());
        HelpText.set(rules, texts.get("rules.help"));
        HelpText.set(table, texts.get("lines.help"));
    }

    // A rule holds no tabulator: the key goes on, as everywhere else.
    private void leave(KeyEvent event) {
        if (event.getCode() == KeyCode.TAB && !event.isShiftDown()) {
            table.requestFocus();
            event.consume();
        }
    }

    private void pointToMistake() {
        rules.requestFocus();
        rules.positionCaret(model.mistakeAt());
    }

    /** A line and its meaning as one sentence to a screen reader. */
    private final class SpokenRow extends TableRow<LearningViewModel.Row> {
        @Override
        protected void updateItem(LearningViewModel.Row row, boolean empty) {
            super.updateItem(row, empty);
            setAccessibleText(empty || row == null ? null : texts.get("row", row.line(), row.meaning()));
        }
    }

    /** A line whole, however long: who writes a rule for it has to see its end. */
    private static final class LineCell extends TableCell<LearningViewModel.Row, String> {
        private final Text text = new Text();

        LineCell(TableColumn<LearningViewModel.Row, String> column) {
            text.getStyleClass().addAll("cell-text", "raw-line");
            text.wrappingWidthProperty().bind(column.widthProperty().multiply(LINE_SHARE));
        }

        @Override
        protected void updateItem(String line, boolean empty) {
            super.updateItem(line, empty);
            text.setText(line);
            setGraphic(empty || line == null ? null : text);
        }
    }

    /** A meaning with the shape of its tone. */
    private static final class MeaningCell extends TableCell<LearningViewModel.Row, LearningViewModel.Row> {
        private final Text text = new Text();
        private final HBox box = new HBox();

        MeaningCell(TableColumn<LearningViewModel.Row, LearningViewModel.Row> column) {
            text.getStyleClass().add("cell-text");
            text.wrappingWidthProperty().bind(column.widthProperty().multiply(MEANING_SHARE));
            box.getStyleClass().add("gap-8");
            box.setAlignment(Pos.CENTER_LEFT);
        }

        @Override
        protected void updateItem(LearningViewModel.Row row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setGraphic(null);
                return;
            }
            text.setText(row.meaning());
            box.getChildren().setAll(Icons.of(row.tone()), text);
            setGraphic(box);
        }
    }

    @Override
    public String id() {
        return ScreenKeys.DETECTOR_RULES.id();
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
        return Optional.of(save);
    }

    /** Where there is no detector there is nothing to store. */
    @Override
    public Optional<ObservableBooleanValue> primaryOffered() {
        return Optional.of(model.hereProperty());
    }

    @Override
    public Optional<Node> initialFocus() {
        return Optional.of(rules);
    }

    @Override
    public ObservableBooleanValue draft() {
        return model.changed();
    }

    @Override
    public String help() {
        return texts.get("help");
    }

    @Override
    public void onShown() {
        model.open();
    }

    @Override
    public void onHidden() {
        model.close();
    }
}
