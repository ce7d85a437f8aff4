package it.sportello.app.citizen;

import it.sportello.app.frame.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * The blocks of the page in two columns, or in one when the text is large. One tab stop: digits and arrows move between
 * the blocks.
 */
final class BlockColumns extends HBox {
    /** Narrower than this, in widths of the letter size, two columns would be crowded. */
    private static final double TWO_COLUMNS = 50;

    private final VBox left = column();
    private final VBox right = column();
    private final List<PageBlockCard> cards = new ArrayList<>();
    private final Label measure = new Label();
    private boolean wide = true;
    private int current;

    BlockColumns() {
        getStyleClass().addAll("gap-16", "page-blocks");
        setFocusTraversable(true);
        // Only for its font: the size of the letters decides on the columns.
        measure.setManaged(false);
        measure.setVisible(false);
        getChildren().addAll(left, right, measure);
        widthProperty().subscribe(this::arrange);
        measure.fontProperty().subscribe(this::arrange);
        focusedProperty().subscribe(focused -> {
            if (focused) {
                focus(current);
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    void show(List<PageBlock> blocks, Texts texts) {
        boolean hadFocus = isFocused() || cards.stream().anyMatch(PageBlockCard::isFocused);
        cards.clear();
        blocks.forEach(block -> cards.add(new PageBlockCard(block, texts)));
        for (int i = 0; i < cards.size(); i++) {
            int index = i;
            cards.get(i).focusedProperty().subscribe(focused -> {
                if (focused) {
                    current = index;
                    rove();
                }
            });
        }
        current = Math.min(current, Math.max(0, cards.size() - 1));
        fill();
        rove();
        if (hadFocus) {
            settle();
            focus(current);
        }
    }

    // The window scrolls to the focus: the new blocks must have their place before one of them takes it.
    private void settle() {
        if (getScene() != null) {
            getScene().getRoot().applyCss();
            getScene().getRoot().layout();
        }
    }

    /** Where the focus goes: the block that had it last, or this when there is none yet. */
    Node focusTarget() {
        return cards.isEmpty() ? this : cards.get(current);
    }

    /** Digit of the block in focus; empty when none has it. */
    Optional<Integer> focusedDigit() {
        return cards.stream()
                .filter(PageBlockCard::isFocused)
                .map(card -> card.block().digit())
                .findFirst();
    }

    private static VBox column() {
        VBox column = new VBox();
        column.getStyleClass().add("gap-16");
        column.setPrefWidth(0);
        column.setMinWidth(0);
        HBox.setHgrow(column, Priority.ALWAYS);
        return column;
    }

    private void arrange() {
        boolean nowWide = getWidth() / measure.getFont().getSize() >= TWO_COLUMNS;
        if (nowWide != wide) {
            wide = nowWide;
            fill();
        }
    }

    private void fill() {
        left.getChildren().clear();
        right.getChildren().clear();
        right.setManaged(wide);
        for (int i = 0; i < cards.size(); i++) {
            (wide && i % 2 == 1 ? right : left).getChildren().add(cards.get(i));
        }
    }

    // One tab stop for all of them: the block that had the focus last.
    private void rove() {
        setFocusTraversable(cards.isEmpty());
        for (int i = 0; i < cards.size(); i++) {
            cards.get(i).setFocusTraversable(i == current);
        }
    }

    private void focus(int index) {
        if (index >= 0 && index < cards.size()) {
            cards.get(index).requestFocus();
        }
    }

    private void pressed(KeyEvent event) {
        if (event.isControlDown() || event.isAltDown()) {
            return;
        }
        int next = next(event.getCode());
        if (next >= 0 && next < cards.size()) {
            focus(next);
            event.consume();
        }
    }

    private int next(KeyCode code) {
        if (code.isDigitKey()) {
            String name = code.getName();
            return Character.digit(name.charAt(name.length() - 1), 10) - 1;
        }
        return switch (code) {
            case DOWN -> current + 1;
            case UP -> current - 1;
            case RIGHT -> wide && current % 2 == 0 ? current + 1 : -1;
            case LEFT -> wide && current % 2 == 1 ? current - 1 : -1;
            default -> -1;
        };
    }
}
