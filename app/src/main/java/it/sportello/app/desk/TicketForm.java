package it.sportello.app.desk;

import it.sportello.api.Queues;
import it.sportello.app.frame.Citizen.Tone;
import it.sportello.app.frame.Fxml;
import it.sportello.app.frame.Icons;
import it.sportello.app.frame.Texts;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** The form of a new number: service, priority, appointment, note. Enter issues it. */
final class TicketForm {
    private final TicketDesk desk;
    private final Texts texts;
    private final Parent root;
    private Runnable close = () -> {};

    @FXML
    private ComboBox<Queues.Category> category;

    @FXML
    private CheckBox priority;

    @FXML
    private TextField appointment;

    @FXML
    private TextField note;

    @FXML
    private Label problem;

    @FXML
    private Button issue;

    TicketForm(TicketDesk desk, Texts texts) {
        this.desk = desk;
        this.texts = texts;
        this.root = Fxml.load(this, texts);
    }

    @FXML
    void initialize() {
        category.getItems().setAll(desk.categories());
        category.setConverter(new StringConverter<>() {
            @Override
            public String toString(Queues.@Nullable Category one) {
                return one == null ? "" : texts.get("queue.category.named", one.code(), one.name());
            }

            @Override
            public Queues.Category fromString(String text) {
                return desk.categories().getFirst();
            }
        });
        category.getSelectionModel().selectFirst();
        problem.setVisible(false);
        problem.setManaged(false);
        issue.setOnAction(event -> issue());
        appointment.setOnAction(event -> issue());
        note.setOnAction(event -> issue());
    }

    Node node() {
        return root;
    }

    Node first() {
        return category;
    }

    void closeWith(Runnable closing) {
        close = closing;
    }

    private void issue() {
        TicketDesk.Wish wish = new TicketDesk.Wish(
                category.getValue().code(), priority.isSelected(), appointment.getText(), note.getText());
        Optional<String> wrong = desk.problem(wish);
        problem.setVisible(wrong.isPresent());
        problem.setManaged(wrong.isPresent());
        if (wrong.isPresent()) {
            Icons.tone(problem, Tone.ATTENTION, wrong.get());
            return;
        }
        close.run();
        desk.issue(wish);
    }
}
