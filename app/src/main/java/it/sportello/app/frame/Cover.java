package it.sportello.app.frame;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.effect.BoxBlur;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** Hides the whole desk behind a blur and a veil, with one card in front: the lock (S04). */
final class Cover {
    private static final double BLUR = 24;

    private final StackPane node = new StackPane();
    private final Parent behind;
    private @Nullable Node focusBefore;
    private Runnable onEnter = () -> {};

    Cover(Parent behind) {
        this.behind = behind;
        node.setVisible(false);
        node.setManaged(false);
    }

    StackPane node() {
        return node;
    }

    boolean isDown() {
        return node.isVisible();
    }

    /** Enter outside a button. */
    void enter() {
        onEnter.run();
    }

    void lower(Parent card, Node initialFocus, Runnable enter) {
        onEnter = enter;
        if (!isDown() && behind.getScene() != null) {
            focusBefore = behind.getScene().getFocusOwner();
        }
        behind.setEffect(new BoxBlur(BLUR, BLUR, 2));
        behind.setCache(true);
        // Nothing behind the cover may be reached, drawn anew, or read by a screen reader.
        behind.setDisable(true);
        Region veil = new Region();
        veil.getStyleClass().add("lock-veil");
        node.getChildren().setAll(veil, card);
        node.setManaged(true);
        node.setVisible(true);
        initialFocus.requestFocus();
    }

    void lift() {
        node.getChildren().clear();
        node.setVisible(false);
        node.setManaged(false);
        behind.setEffect(null);
        behind.setCache(false);
        behind.setDisable(false);
        if (focusBefore != null && focusBefore.getScene() != null) {
            focusBefore.requestFocus();
        }
        focusBefore = null;
    }
}
