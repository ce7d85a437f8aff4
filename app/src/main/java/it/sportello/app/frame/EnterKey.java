package it.sportello.app.frame;

import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * Enter on a list, table or field, which keep that key to themselves: once for each press, however long it is held and
 * wherever its action takes the focus meanwhile (R-KEY-6).
 */
public final class EnterKey {
    private static final Object DOWN = new Object();

    private EnterKey() {}

    /** Runs the action at each first press of Enter on the node. */
    public static void on(Node node, Runnable action) {
        node.addEventHandler(KeyEvent.KEY_PRESSED, event -> pressed(node, event, action));
    }

    private static void pressed(Node node, KeyEvent event, Runnable action) {
        if (event.getCode() != KeyCode.ENTER) {
            return;
        }
        event.consume();
        Scene scene = node.getScene();
        if (scene != null && scene.getProperties().putIfAbsent(DOWN, true) == null) {
            untilReleased(scene);
            action.run();
        }
    }

    // A window that loses the keyboard hears of no release.
    private static void untilReleased(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_RELEASED, new EventHandler<>() {
            @Override
            public void handle(KeyEvent event) {
                if (event.getCode() == KeyCode.ENTER) {
                    scene.getProperties().remove(DOWN);
                    scene.removeEventFilter(KeyEvent.KEY_RELEASED, this);
                }
            }
        });
        scene.getWindow().focusedProperty().addListener(new InvalidationListener() {
            @Override
            public void invalidated(Observable focused) {
                scene.getProperties().remove(DOWN);
                focused.removeListener(this);
            }
        });
    }
}
