package it.sportello.quality.day.inside;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextInputControl;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;

/** Reads what is on screen as a person would, from the nodes that are really shown. On the window's thread. */
final class ScreenReader {
    /**
     * What is on screen now: number of the screen, title of a card over it, where the focus is and what is typed there,
     * every text shown, front window first.
     */
    Map<String, Object> read() {
        Map<String, Object> state = new LinkedHashMap<>();
        List<String> texts = new ArrayList<>();
        String focus = "";
        String typed = "";
        String screen = "";
        String card = "";
        for (Window window : List.copyOf(Window.getWindows()).reversed()) {
            if (!window.isShowing() || window.getScene() == null) {
                continue;
            }
            Parent root = window.getScene().getRoot();
            collect(root, texts);
            Node owner = window.getScene().getFocusOwner();
            if (focus.isEmpty() && owner != null) {
                focus = describe(owner);
                typed = owner instanceof TextInputControl field ? field.getText() : "";
            }
            screen = screen.isEmpty() ? screen(root) : screen;
            card = card.isEmpty() ? card(root) : card;
        }
        state.put("screen", screen);
        state.put("card", card);
        state.put("focus", focus);
        state.put("typed", typed == null ? "" : typed);
        state.put("texts", texts);
        return state;
    }

    /** The heading bears the screen's number; the two screens without a heading are known by their fields. */
    private static String screen(Parent root) {
        if (shown(root, "#unlock")) {
            return "LOCK";
        }
        if (shown(root, "#userName")) {
            return "S01";
        }
        if (shown(root, "#greeting")) {
            return "S02";
        }
        return root.lookup(".screen-heading") instanceof Parent heading
                        && !heading.getChildrenUnmodifiable().isEmpty()
                        && heading.getChildrenUnmodifiable().getLast() instanceof Labeled number
                ? number.getText()
                : "";
    }

    private static String card(Parent root) {
        return root.lookup(".dialog-title") instanceof Labeled title && isShown(title) ? title.getText() : "";
    }

    private static boolean shown(Parent root, String selector) {
        Node node = root.lookup(selector);
        return node != null && isShown(node);
    }

    private static boolean isShown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /** A picture of the main window. */
    Picture picture() {
        for (Window window : Window.getWindows()) {
            if (window instanceof Stage stage && stage.isShowing() && stage.getOwner() == null) {
                return Picture.of(stage.getScene().snapshot(null));
            }
        }
        throw new IllegalStateException("no window is shown");
    }

    private static void collect(Node node, List<String> texts) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof PasswordField) {
            return;
        }
        if (node instanceof TextInputControl field) {
            add(texts, field.getText());
            return;
        }
        if (node instanceof Labeled labeled) {
            add(texts, labeled.getText());
            if (labeled.getGraphic() != null) {
                collect(labeled.getGraphic(), texts);
            }
            if (labeled instanceof CheckBox box) {
                texts.add(box.isSelected() ? "[x]" : "[ ]");
            }
            return;
        }
        if (node instanceof Text text) {
            add(texts, text.getText());
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, texts));
        }
    }

    private static void add(List<String> texts, String text) {
        // Icons are letters of a font of their own, which nobody reads.
        boolean icon =
                text != null && text.codePoints().allMatch(point -> Character.getType(point) == Character.PRIVATE_USE);
        if (text != null && !text.isBlank() && !icon) {
            texts.add(text.replace('\u00a0', ' ').strip());
        }
    }

    private static String describe(Node node) {
        String id = node.getId() == null ? "" : node.getId();
        String name = node.getAccessibleText() == null ? "" : node.getAccessibleText();
        return id + "|" + node.getClass().getSimpleName() + "|" + name;
    }
}
