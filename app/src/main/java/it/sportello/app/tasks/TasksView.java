package it.sportello.app.tasks;

import it.sportello.app.frame.EnterKey;
import it.sportello.app.frame.Fxml;
import it.sportello.app.frame.KeyAction;
import it.sportello.app.frame.RefusalCard;
import it.sportello.app.frame.Screen;
import it.sportello.app.frame.Texts;
import it.sportello.app.frame.Verb;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;

/** Refused and stopped operations as tasks (Ctrl+J): each with cause, rule, who can unblock it and the next step. */
public final class TasksView implements Screen {
    private final TasksViewModel model;
    private final Texts texts;
    private final Parent root;
    private final KeyAction settle;

    @FXML
    private TableView<TasksViewModel.Row> table;

    @FXML
    private TableColumn<TasksViewModel.Row, String> whatColumn;

    @FXML
    private TableColumn<TasksViewModel.Row, String> whenColumn;

    @FXML
    private TableColumn<TasksViewModel.Row, String> causeColumn;

    @FXML
    private VBox card;

    @FXML
    private Label cause;

    @FXML
    private Label rule;

    @FXML
    private Label who;

    @FXML
    private Label next;

    @FXML
    private Label code;

    public TasksView(TasksViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        this.settle = KeyAction.when(
                Verb.CONCLUDE,
                texts.get("tasks.settle"),
                javafx.beans.binding.Bindings.createBooleanBinding(
                        () -> model.chosenProperty().get().isPresent(), model.chosenProperty()),
                texts.get("tasks.settle.why"),
                model::settle);
        this.root = Fxml.load(this, texts);
    }

    @FXML
    void initialize() {
        whatColumn.setCellValueFactory(
                row -> new SimpleStringProperty(row.getValue().what()));
        whenColumn.setCellValueFactory(
                row -> new SimpleStringProperty(row.getValue().when()));
        causeColumn.setCellValueFactory(
                row -> new SimpleStringProperty(row.getValue().card().cause()));
        table.setItems(model.rows());
        table.getSelectionModel()
                .selectedItemProperty()
                .addListener((observed, before, after) -> model.chosenProperty().set(Optional.ofNullable(after)));
        table.getItems().addListener((javafx.collections.ListChangeListener<TasksViewModel.Row>)
                change -> table.getSelectionModel().selectFirst());
        EnterKey.on(table, settle::fire);
        model.chosenProperty().subscribe(chosen -> show(chosen));
    }

    private void show(Optional<TasksViewModel.Row> chosen) {
        card.setVisible(chosen.isPresent());
        card.setManaged(chosen.isPresent());
        chosen.map(TasksViewModel.Row::card).ifPresent(this::show);
    }

    private void show(RefusalCard shown) {
        cause.setText(shown.cause());
        rule.setText(shown.rule());
        who.setText(shown.who());
        next.setText(shown.next());
        code.setText(texts.get("tasks.code", shown.code(), shown.supportCode()));
    }

    @Override
    public String id() {
        return "S49";
    }

    @Override
    public String title() {
        return texts.get("tasks.title");
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public Optional<KeyAction> primary() {
        return Optional.of(settle);
    }

    @Override
    public Optional<Node> initialFocus() {
        return Optional.of(table);
    }

    @Override
    public String help() {
        return texts.get("tasks.help");
    }

    @Override
    public void onShown() {
        model.refresh();
    }
}
