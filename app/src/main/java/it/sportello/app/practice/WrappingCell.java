package it.sportello.app.practice;

import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * A cell whose row wraps within the list instead of being cut: its height follows from the width of the list, which a
 * cell of the toolkit does not ask.
 */
abstract class WrappingCell<T> extends ListCell<T> {
    /** Room for the bar at the side, which may come and go. */
    private static final double SCROLL_BAR = 20;

    private @Nullable Region row;

    WrappingCell() {
        setPrefWidth(0);
    }

    /** The row of an item that is shown, made once. */
    abstract Region row();

    /** Fills the row, and says the sentence that a screen reader reads. */
    abstract String fill(T item);

    @Override
    protected final void updateItem(@Nullable T item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            row = null;
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        Region filled = row();
        setAccessibleText(fill(item));
        row = filled;
        setGraphic(filled);
    }

    @Override
    protected double computePrefHeight(double width) {
        Region filled = row;
        ListView<T> list = getListView();
        if (filled == null || list == null || list.getWidth() <= SCROLL_BAR) {
            return super.computePrefHeight(width);
        }
        double room = list.getWidth() - SCROLL_BAR - snappedLeftInset() - snappedRightInset();
        return snappedTopInset() + filled.prefHeight(room) + snappedBottomInset();
    }
}
