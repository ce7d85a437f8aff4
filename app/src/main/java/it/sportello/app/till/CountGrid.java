package it.sportello.app.till;

import it.sportello.app.frame.Texts;
import it.sportello.app.frame.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * The fifteen rows of a count, notes beside coins, to be filled from the numeric keypad alone: digits, Enter to the next
 * row, minus or arrow back to the row before.
 */
final class CountGrid {
    private final CountModel model;
    private final Texts texts;
    private final Words words;
    private final HBox node = new HBox();
    private final List<TextField> pieces = new ArrayList<>();
    private final List<Node> container;

    CountGrid(CountModel model, Texts texts, Words words) {
        this.model = model;
        this.texts = texts;
        this.words = words;
        node.getStyleClass().addAll("gap-16", "count-grid");
        node.getChildren()
                .addAll(
                        side(
                                "count.notes",
                                model.rows().stream()
                                        .filter(row -> row.denomination().isNote())
                                        .toList(),
                                false),
                        side(
                                "count.coins",
                                model.rows().stream()
                                        .filter(row -> !row.denomination().isNote())
                                        .toList(),
                                true));
        container = model.containerRows().isEmpty()
                ? List.of()
                : List.of(side("count.container", model.containerRows(), false));
        for (int i = 0; i < pieces.size(); i++) {
            int index = i;
            pieces.get(i).addEventFilter(KeyEvent.KEY_PRESSED, event -> step(event, index));
            pieces.get(i).addEventFilter(KeyEvent.KEY_TYPED, event -> {
                if (event.getCharacter().equals("-")) {
                    event.consume();
                }
            });
        }
    }

    Node node() {
        return node;
    }

    /** Fills the place of the validators' container, beside the drawer or under it; without one there is no such place. */
    void putContainer(Pane place) {
        place.getChildren().setAll(container);
        place.setManaged(!container.isEmpty());
    }

    TextField first() {
        return pieces.get(0);
    }

    /** Puts the focus on the first row that cannot be read. */
    void focusFirstWrong() {
        model.firstWrong().ifPresent(row -> pieces.get(model.all().indexOf(row)).requestFocus());
    }

    private void step(KeyEvent event, int index) {
        boolean back = event.getCode() == KeyCode.SUBTRACT
                || event.getCode() == KeyCode.MINUS
                || event.getCode() == KeyCode.UP;
        if (back && index > 0) {
            pieces.get(index - 1).requestFocus();
        } else if (event.getCode() == KeyCode.DOWN && index < pieces.size() - 1) {
            pieces.get(index + 1).requestFocus();
        }
        if (back || event.getCode() == KeyCode.DOWN) {
            event.consume();
        }
    }

    private Node side(String title, List<CountRow> rows, boolean withRolls) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("gap-8");
        Label heading = new Label(texts.get(title));
        heading.getStyleClass().add("section-title");
        head(grid, 1, "count.pieces");
        if (withRolls) {
            head(grid, 2, "count.rolls");
        }
        GridPane.setHalignment(head(grid, 3, "count.value"), HPos.RIGHT);
        int line = 1;
        for (CountRow row : rows) {
            row(grid, line++, row, withRolls);
        }
        VBox box = new VBox(heading, grid, firstMistake(rows));
        box.getStyleClass().addAll("card", "gap-8");
        return box;
    }

    private Label head(GridPane grid, int column, String key) {
        Label label = new Label(texts.get(key));
        label.getStyleClass().addAll("text-small", "text-quiet");
        label.setMinWidth(Region.USE_PREF_SIZE);
        grid.add(label, column, 0);
        return label;
    }

    private void row(GridPane grid, int line, CountRow row, boolean withRolls) {
        String value = words.money(row.denomination().value());
        Label label = new Label(value);
        label.getStyleClass().add("money");
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.setPrefWidth(Region.USE_COMPUTED_SIZE);
        boolean inContainer = model.containerRows().contains(row);
        TextField typed = field(row, texts.get(inContainer ? "count.container.of" : "count.pieces.of", value));
        typed.textProperty().bindBidirectional(row.piecesProperty());
        typed.setId(
                (inContainer ? "container-" : "pieces-") + row.denomination().cents());
        label.setLabelFor(typed);
        pieces.add(typed);
        Label worth = new Label();
        worth.getStyleClass().addAll("money", "count-worth");
        worth.setMinWidth(Region.USE_PREF_SIZE);
        worth.textProperty().bind(row.valueProperty().map(words::money));
        grid.add(label, 0, line);
        grid.add(typed, 1, line);
        if (withRolls) {
            TextField rolls = field(row, texts.get("count.rolls.of", value));
            rolls.textProperty().bindBidirectional(row.rollsProperty());
            rolls.setId("rolls-" + row.denomination().cents());
            rolls.setFocusTraversable(false);
            beside(typed, rolls, pieces.size());
            grid.add(rolls, 2, line);
        }
        grid.add(worth, 3, line);
        GridPane.setHalignment(label, HPos.RIGHT);
        GridPane.setHalignment(worth, HPos.RIGHT);
    }

    // It has its room from the start: a line that came and went would push the other card and the total about.
    private Label firstMistake(List<CountRow> rows) {
        Label mistake = new Label();
        mistake.getStyleClass().addAll("field-error", "count-mistake");
        mistake.setWrapText(true);
        mistake.setPrefWidth(0);
        mistake.setMaxWidth(Double.MAX_VALUE);
        rows.forEach(row -> row.errorProperty().subscribe(() -> mistake.setText(mistakeIn(rows))));
        return mistake;
    }

    private String mistakeIn(List<CountRow> rows) {
        return rows.stream()
                .filter(row -> !row.errorProperty().get().isEmpty())
                .findFirst()
                .map(row -> texts.get(
                        "count.mistake",
                        words.money(row.denomination().value()),
                        row.errorProperty().get()))
                .orElse("");
    }

    /** Rolls are rare: Enter passes them by, the right arrow goes there and Enter comes back to the next row. */
    private void beside(TextField typed, TextField rolls, int next) {
        typed.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.RIGHT && typed.getCaretPosition() == typed.getLength()) {
                rolls.requestFocus();
                event.consume();
            }
        });
        rolls.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            boolean back = event.getCode() == KeyCode.LEFT && rolls.getCaretPosition() == 0;
            boolean on = event.getCode() == KeyCode.ENTER && next < pieces.size();
            if (back || on) {
                (back ? typed : pieces.get(next)).requestFocus();
                event.consume();
            }
        });
    }

    private static TextField field(CountRow row, String name) {
        TextField field = new TextField();
        field.setPrefColumnCount(4);
        field.setMinWidth(Region.USE_PREF_SIZE);
        field.setAccessibleText(name);
        field.getStyleClass().add("money");
        row.errorProperty().subscribe(error -> {
            field.getStyleClass().remove("wrong");
            if (!error.isEmpty()) {
                field.getStyleClass().add("wrong");
            }
        });
        return field;
    }
}
