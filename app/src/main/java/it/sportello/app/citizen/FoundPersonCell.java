package it.sportello.app.citizen;

import it.sportello.app.frame.Texts;
import it.sportello.app.frame.Words;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A person of the result: name and code, and below what tells homonyms apart. */
final class FoundPersonCell extends ListCell<FoundPerson> {
    private static final int DIGITS = 9;

    private final Texts texts;
    private final Words words;
    private final Label digit = new Label();
    private final Label name = new Label();
    private final Label code = new Label();
    private final Label born = new Label();
    private final Label where = new Label();
    private final HBox row;

    FoundPersonCell(Texts texts, Words words) {
        this.texts = texts;
        this.words = words;
        digit.getStyleClass().add("key-cap");
        digit.setMinWidth(USE_PREF_SIZE);
        name.getStyleClass().addAll("text-strong", "text-large");
        name.setWrapText(true);
        born.getStyleClass().add("text-strong");
        where.getStyleClass().add("text-quiet");
        where.setWrapText(true);
        FlowPane first = new FlowPane(name, code);
        first.getStyleClass().add("gap-12");
        VBox lines = new VBox(first, born, where);
        lines.getStyleClass().add("gap-4");
        HBox.setHgrow(lines, Priority.ALWAYS);
        row = new HBox(digit, lines);
        row.getStyleClass().addAll("gap-12", "pad-8");
        // The row follows the width of the list, so that long names wrap instead of being cut.
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable FoundPerson person, boolean empty) {
        super.updateItem(person, empty);
        if (empty || person == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        boolean reachable = getIndex() < DIGITS;
        digit.setText(reachable ? Integer.toString(getIndex() + 1) : "");
        digit.setVisible(reachable);
        name.setText(texts.get("found.name", person.surname(), person.names()));
        code.setText(person.code());
        born.setText(texts.get("found.born", words.date(person.birthDate()), person.birthPlace()));
        where.setText(
                person.doctor().isPresent()
                        ? texts.get(
                                "found.where",
                                person.municipality(),
                                person.doctor().get())
                        : texts.get("found.where.noDoctor", person.municipality()));
        setGraphic(row);
        setAccessibleText(texts.get(
                "found.spoken",
                person.surname(),
                person.names(),
                words.dateInWords(person.birthDate()),
                person.birthPlace(),
                person.municipality()));
    }
}
