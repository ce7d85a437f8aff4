package it.sportello.app.window;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.text.Text;
import org.kordamp.ikonli.javafx.FontIcon;

/** What may be wrong with a laid-out window: cut texts, nodes outside, controls without a name. */
public final class Layout {
    private static final Pattern LETTER = Pattern.compile("_(\\p{L}|\\d)");

    private Layout() {}

    /** Texts that are shown shorter than they are. */
    public static List<String> cutTexts(Parent root) {
        List<String> cut = new ArrayList<>();
        for (Node node : shown(root)) {
            if (node instanceof Labeled labeled) {
                String whole =
                        labeled.getText() == null ? "" : labeled.getText().replace("_", "");
                String painted = painted(labeled);
                if (!whole.isEmpty() && !painted.isEmpty() && !squeezed(painted).equals(squeezed(whole))) {
                    cut.add(whole + " -> " + painted);
                }
            }
        }
        return cut;
    }

    private static String squeezed(String text) {
        return text.replace("_", "").replaceAll("\\s+", "");
    }

    private static String painted(Labeled labeled) {
        for (Node child : labeled.getChildrenUnmodifiable()) {
            if (child instanceof Text text && !(child instanceof FontIcon)) {
                return text.getText();
            }
        }
        return "";
    }

    /** Visible controls that reach over the window's edges, those in scrolled areas left out. */
    public static List<String> outside(Parent root) {
        List<String> out = new ArrayList<>();
        double width = root.getScene().getWidth();
        double height = root.getScene().getHeight();
        for (Node node : shown(root)) {
            if (!(node instanceof Control)) {
                continue;
            }
            if (isScrolled(node)) {
                checkSides(node, out);
                continue;
            }
            Bounds bounds = node.localToScene(node.getLayoutBounds());
            if (bounds.getMinX() < -1
                    || bounds.getMinY() < -1
                    || bounds.getMaxX() > width + 1
                    || bounds.getMaxY() > height + 1) {
                out.add(node + " " + bounds);
            }
        }
        return out;
    }

    // What scrolls up and down may still be cut at its sides: by its scroll pane or by the window.
    private static void checkSides(Node node, List<String> out) {
        Node at = node;
        while (at != null && !(at instanceof ScrollPane)) {
            if (at instanceof TableView || at instanceof ListView) {
                return;
            }
            at = at.getParent();
        }
        if (at == null || at.getScene() == null) {
            return;
        }
        Bounds bounds = node.localToScene(node.getLayoutBounds());
        Bounds pane = at.localToScene(at.getLayoutBounds());
        double right = Math.min(pane.getMaxX(), at.getScene().getWidth());
        if (bounds.getMinX() < pane.getMinX() - 1 || bounds.getMaxX() > right + 1) {
            out.add("cut at a side: " + node);
        }
    }

    private static boolean isScrolled(Node node) {
        for (Node at = node.getParent(); at != null; at = at.getParent()) {
            if (at instanceof ScrollPane) {
                return true;
            }
        }
        return false;
    }

    /** Controls a person can reach that a screen reader could not name (R-A11-2), and buttons without a word. */
    public static List<String> nameless(Parent root) {
        List<String> nameless = new ArrayList<>();
        for (Node node : shown(root)) {
            if (!(node instanceof Control) || !node.isFocusTraversable() || node instanceof ScrollPane) {
                continue;
            }
            boolean own = node.getAccessibleText() != null
                    && !node.getAccessibleText().isBlank();
            boolean text = node instanceof Labeled labeled
                    && labeled.getText() != null
                    && !labeled.getText().isBlank();
            if (!own && !text) {
                nameless.add(node.toString());
            }
            if (node instanceof ButtonBase && !text && !hasWords((Parent) node)) {
                nameless.add("picture only: " + node);
            }
        }
        return nameless;
    }

    /** Buttons that Alt and a letter do not reach, and letters that mean two buttons (R-KEY-4). */
    public static List<String> withoutLetter(Parent root) {
        List<String> wrong = new ArrayList<>();
        Set<String> letters = new HashSet<>();
        for (Node node : shown(root)) {
            if (!(node instanceof Button button) || isByChord(button)) {
                continue;
            }
            Matcher letter = LETTER.matcher(Objects.requireNonNullElse(button.getText(), ""));
            if (!button.isMnemonicParsing() || !letter.find()) {
                wrong.add("no letter: " + button.getText());
            } else if (!letters.add(letter.group(1).toLowerCase(Locale.ROOT))) {
                wrong.add("the letter of another: " + button.getText());
            }
        }
        return wrong;
    }

    // The caps of the key bar and the entries of the rail say the chord that runs them.
    private static boolean isByChord(Button button) {
        return shown(button).stream().anyMatch(child -> child.getStyleClass().contains("key-cap"))
                && !button.getStyleClass().contains("primary");
    }

    /** What has a colour with a meaning and no word beside it (R-A11-5). */
    public static List<String> byColourOnly(Parent root) {
        List<String> wordless = new ArrayList<>();
        for (Node node : shown(root)) {
            boolean coloured = node.getStyleClass().stream().anyMatch(style -> style.startsWith("tone-"));
            boolean own = node instanceof Labeled labeled
                    && labeled.getText() != null
                    && !labeled.getText().isBlank();
            boolean said = own || (node instanceof Parent parent && hasWords(parent));
            if (coloured && !said) {
                wordless.add(node.toString());
            }
        }
        return wordless;
    }

    private static boolean hasWords(Parent node) {
        return shown(node).stream()
                .anyMatch(child -> child instanceof Label label
                        && label.getText() != null
                        && !label.getText().isBlank());
    }

    private static List<Node> shown(Parent root) {
        List<Node> nodes = new ArrayList<>();
        for (Node child : root.getChildrenUnmodifiable()) {
            if (child.isVisible()) {
                nodes.add(child);
                if (child instanceof Parent parent) {
                    nodes.addAll(shown(parent));
                }
            }
        }
        return nodes;
    }
}
