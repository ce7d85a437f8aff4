package it.sportello.app.frame;

import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/**
 * Cards side by side in as many equal columns as their own least widths allow, rows as high as their highest card. The
 * gap is a fixed share of the narrowest column.
 */
public final class Columns extends Pane {
    private static final double GAP_SHARE = 0.055;

    /** Without children yet; FXML adds them. */
    public Columns() {}

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return inside() + least();
    }

    @Override
    protected double computePrefWidth(double height) {
        int count = getManagedChildren().size();
        return inside() + count * least() + (count - 1) * gap();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        double inner = (width < 0 ? prefWidth(-1) : width) - inside();
        List<Node> cards = getManagedChildren();
        int columns = columns(inner, cards.size());
        double column = column(inner, columns);
        double height = 0;
        for (int i = 0; i < cards.size(); i += columns) {
            height += rowHeight(cards, i, columns, column) + (i == 0 ? 0 : gap());
        }
        Insets insets = getInsets();
        return insets.getTop() + height + insets.getBottom();
    }

    @Override
    protected void layoutChildren() {
        List<Node> cards = getManagedChildren();
        double inner = getWidth() - inside();
        int columns = columns(inner, cards.size());
        double column = column(inner, columns);
        double y = getInsets().getTop();
        for (int i = 0; i < cards.size(); i += columns) {
            double height = rowHeight(cards, i, columns, column);
            for (int at = i; at < Math.min(i + columns, cards.size()); at++) {
                double x = getInsets().getLeft() + (at - i) * (column + gap());
                cards.get(at).resizeRelocate(snapPositionX(x), snapPositionY(y), snapSizeX(column), snapSizeY(height));
            }
            y += height + gap();
        }
    }

    private static double rowHeight(List<Node> cards, int first, int columns, double column) {
        double height = 0;
        for (int i = first; i < Math.min(first + columns, cards.size()); i++) {
            height = Math.max(height, cards.get(i).prefHeight(column));
        }
        return height;
    }

    private int columns(double inner, int cards) {
        int fit = (int) Math.floor((inner + gap()) / (least() + gap()));
        return Math.max(1, Math.min(fit, Math.max(1, cards)));
    }

    private double column(double inner, int columns) {
        return (inner - (columns - 1) * gap()) / columns;
    }

    private double least() {
        double least = 1;
        for (Node card : getManagedChildren()) {
            least = Math.max(least, card.minWidth(-1));
        }
        return least;
    }

    private double gap() {
        return least() * GAP_SHARE;
    }

    private double inside() {
        return getInsets().getLeft() + getInsets().getRight();
    }
}
