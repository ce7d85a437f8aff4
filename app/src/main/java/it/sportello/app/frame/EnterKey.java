package it.sportello.app.frame;

import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Enter on a list or table, which keep that key to themselves: once for each press, however long it is held (R-KEY-6). */
public final class EnterKey {
    private boolean held;

    private EnterKey() {}

    /** Runs the action at each first press of Enter on the node. */
    public static void on(Node node, Runnable action) {
        EnterKey key = new EnterKey();
        node.addEventHandler(KeyEvent.KEY_PRESSED, event -> key.pressed(event, action));
        node.addEventHandler(KeyEvent.KEY_RELEASED, key::released);
        node.focusedProperty().subscribe(focused -> key.held = false);
    }

    private void pressed(KeyEvent event, Runnable action) {
        if (event.getCode() != KeyCode.ENTER) {
            return;
        }
        event.consume();
        if (!held) {
            held = true;
            action.run();
        }
    }

    private void released(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            held = false;
        }
    }
}
