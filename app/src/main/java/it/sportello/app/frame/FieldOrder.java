package it.sportello.app.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Control;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;

/** The fields of a screen in reading order: Enter goes to the next, and from the last to the primary action. */
final class FieldOrder {
    private FieldOrder() {}

    /** The field after the one in focus; empty after the last one or when the focus is elsewhere. */
    static Optional<Node> after(Parent root, Node focused) {
        List<Node> fields = new ArrayList<>();
        collect(root, fields);
        int at = -1;
        for (Node owner = focused; owner != null && at < 0; owner = owner.getParent()) {
            at = fields.indexOf(owner);
        }
        return at < 0 || at + 1 >= fields.size() ? Optional.empty() : Optional.of(fields.get(at + 1));
    }

    /** The first control that takes the focus, fields before buttons. */
    static Optional<Node> first(Parent root) {
        List<Node> fields = new ArrayList<>();
        collect(root, fields);
        return fields.stream().findFirst();
    }

    private static void collect(Parent parent, List<Node> fields) {
        for (Node child : parent.getChildrenUnmodifiable()) {
            if (!child.isVisible() || child.isDisabled()) {
                continue;
            }
            if (isField(child)) {
                fields.add(child);
            } else if (child instanceof Parent inner) {
                collect(inner, fields);
            }
        }
    }

    private static boolean isField(Node node) {
        boolean pressed = node instanceof ButtonBase && !(node instanceof CheckBox) && !(node instanceof ToggleButton);
        return node instanceof Control && !(node instanceof ScrollPane) && node.isFocusTraversable() && !pressed;
    }
}
