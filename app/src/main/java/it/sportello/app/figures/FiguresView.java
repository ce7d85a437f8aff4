package it.sportello.app.figures;

import it.sportello.app.frame.Fxml;
import it.sportello.app.frame.KeyAction;
import it.sportello.app.frame.Screen;
import it.sportello.app.frame.Texts;
import it.sportello.app.frame.Verb;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;

/** S58, the plain part: the waits of one day, by service and by half-hour, and their extract. */
public final class FiguresView implements Screen {
    private final FiguresViewModel model;
    private final Texts texts;
    private final Parent root;
    private final KeyAction load;

    @FXML
    private TextField day;

    @FXML
    private Button export;

    @FXML
    private Label notice;

    @FXML
    private Label summary;

    @FXML
    private TableView<FiguresViewModel.WaitRow> waits;

    @FXML
    private TableView<FiguresViewModel.HalfRow> halves;

    @FXML
    private Label waitsEmpty;

    @FXML
    private Label halvesEmpty;

    public FiguresView(FiguresViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        this.load = KeyAction.when(
                Verb.CONCLUDE, texts.get("load"), model.loadingProperty().not(), texts.get("load.why"), model::load);
        this.root = Fxml.load(this, texts);
    }

    @FXML
    void initialize() {
        day.textProperty().bindBidirectional(model.dayProperty());
        day.setOnAction(event -> load.fire());
        export.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> model.figuresProperty().get().isEmpty(), model.figuresProperty()));
        export.setOnAction(event -> model.export());
        notice.textProperty().bind(model.noticeProperty());
        notice.visibleProperty().bind(model.noticeProperty().isNotEmpty());
        notice.managedProperty().bind(notice.visibleProperty());
        summary.textProperty().bind(model.summaryProperty());
        summary.visibleProperty().bind(model.summaryProperty().isNotEmpty());
        summary.managedProperty().bind(summary.visibleProperty());
        waitsEmpty.textProperty().bind(model.emptyProperty());
        halvesEmpty.textProperty().bind(waitsEmpty.textProperty());
        columns(waits, FiguresViewModel.WaitRow::cells);
        columns(halves, FiguresViewModel.HalfRow::cells);
        waits.setItems(model.waits());
        halves.setItems(model.halves());
    }

    /** The first column names the row, the others are numbers. */
    private static <R> void columns(TableView<R> table, Function<R, List<String>> cells) {
        for (int i = 0; i < table.getColumns().size(); i++) {
            int at = i;
            @SuppressWarnings("unchecked") // every column of the form holds text
            TableColumn<R, String> column =
                    (TableColumn<R, String>) table.getColumns().get(i);
            column.setCellValueFactory(
                    row -> new SimpleStringProperty(cells.apply(row.getValue()).get(at)));
            if (i > 0) {
                column.getStyleClass().add("money");
            }
        }
        table.setRowFactory(view -> new SpokenRow<>(row -> sentence(view, cells.apply(row))));
    }

    private static String sentence(TableView<?> table, List<String> cells) {
        List<String> said = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            said.add(table.getColumns().get(i).getText() + " " + cells.get(i));
        }
        return String.join(", ", said);
    }

    /** A row that a screen reader says as a sentence. */
    private static final class SpokenRow<R> extends TableRow<R> {
        private final Function<R, String> sentence;

        SpokenRow(Function<R, String> sentence) {
            this.sentence = sentence;
        }

        @Override
        protected void updateItem(R item, boolean empty) {
            super.updateItem(item, empty);
            setAccessibleText(empty || item == null ? null : sentence.apply(item));
        }
    }

    @Override
    public String id() {
        return "S58";
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
        return Optional.of(load);
    }

    @Override
    public Optional<Node> initialFocus() {
        return Optional.of(day);
    }

    @Override
    public String help() {
        return texts.get("help");
    }

    @Override
    public void onShown() {
        model.load();
    }
}
