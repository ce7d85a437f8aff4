package it.sportello.app.tasks;

import it.sportello.app.frame.Fxml;
import it.sportello.app.frame.KeyAction;
import it.sportello.app.frame.Screen;
import it.sportello.app.frame.Texts;
import it.sportello.app.frame.Verb;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.SimpleStringProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** S54: what this desk has not yet been answered, with age, effect and state; nothing of it is lost. */
public final class OutboxView implements Screen {
    private final OutboxViewModel model;
    private final Texts texts;
    private final Parent root;
    private final KeyAction tryNow;

    @FXML
    private TableView<OutboxViewModel.Row> table;

    @FXML
    private TableColumn<OutboxViewModel.Row, String> whatColumn;

    @FXML
    private TableColumn<OutboxViewModel.Row, String> ageColumn;

    @FXML
    private TableColumn<OutboxViewModel.Row, String> laneColumn;

    @FXML
    private TableColumn<OutboxViewModel.Row, String> stateColumn;

    @FXML
    private TableColumn<OutboxViewModel.Row, String> attemptsColumn;

    public OutboxView(OutboxViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        this.tryNow = KeyAction.when(
                Verb.CONCLUDE,
                texts.get("outbox.try"),
                model.somethingToSend(),
                texts.get("outbox.none"),
                model::tryNow);
        this.root = Fxml.load(this, texts);
    }

    @FXML
    void initialize() {
        bind(whatColumn, OutboxViewModel.Row::what);
        bind(ageColumn, OutboxViewModel.Row::age);
        bind(laneColumn, OutboxViewModel.Row::lane);
        bind(stateColumn, OutboxViewModel.Row::state);
        bind(attemptsColumn, OutboxViewModel.Row::attempts);
        table.setItems(model.rows());
    }

    private static void bind(
            TableColumn<OutboxViewModel.Row, String> column, Function<OutboxViewModel.Row, String> value) {
        column.setCellValueFactory(row -> new SimpleStringProperty(value.apply(row.getValue())));
    }

    @Override
    public String id() {
        return "S54";
    }

    @Override
    public String title() {
        return texts.get("outbox.title");
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public Optional<KeyAction> primary() {
        return Optional.of(tryNow);
    }

    @Override
    public Optional<Node> initialFocus() {
        return Optional.of(table);
    }

    @Override
    public String help() {
        return texts.get("outbox.help");
    }

    @Override
    public void onShown() {
        model.refresh();
    }
}
