package it.sportello.app.frame;

import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** The rule or hint that belongs to one control; the right panel shows it while the control has the focus. */
public final class HelpText {
    private static final String KEY = "it.sportello.help";

    private HelpText() {}

    /** Gives a control its help; screen readers announce it too. */
    public static void set(Node node, String text) {
        node.getProperties().put(KEY, text);
        node.setAccessibleHelp(text);
    }

    /** The help of a node or of the nearest parent that has one; empty text when none has. */
    public static String of(@Nullable Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.getProperties().get(KEY) instanceof String text) {
                return text;
            }
        }
        return "";
    }
}
