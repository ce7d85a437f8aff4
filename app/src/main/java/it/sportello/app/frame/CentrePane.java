package it.sportello.app.frame;

import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.function.BooleanSupplier;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The screen in the centre, scrolled when it does not fit; gives the focus back where it was (R-ACC-3). */
final class CentrePane {
    private final ScrollPane node = new ScrollPane();
    private final VBox box = new VBox();
    private final Label title = new Label();
    private final Label number = new Label();
    private final HBox heading = new HBox(title, number);
    private final Map<Screen, Node> lastFocus = new WeakHashMap<>();
    private final FxDoor door;
    private final BooleanSupplier covered;
    private @Nullable Screen shown;

    /** @param covered whether something lies over the screen, which then keeps the focus */
    CentrePane(FxDoor door, BooleanSupplier covered) {
        this.door = door;
        this.covered = covered;
        title.getStyleClass().add("text-title");
        title.setMinHeight(Region.USE_PREF_SIZE);
        title.setWrapText(true);
        number.getStyleClass().addAll("text-quiet", "text-small");
        number.setMinWidth(Region.USE_PREF_SIZE);
        heading.getStyleClass().addAll("screen-heading", "gap-12");
        node.setContent(box);
        node.setFitToWidth(true);
        // The bars and the panel keep their width; the screen takes what is left and scrolls when that is too little.
        node.setMinWidth(0);
        node.setPrefWidth(0);
        node.setFitToHeight(true);
        node.setFocusTraversable(false);
        node.getStyleClass().add("centre");
    }

    ScrollPane node() {
        return node;
    }

    void show(Optional<Screen> next) {
        shown = next.orElse(null);
        box.getChildren().clear();
        next.ifPresent(screen -> {
            title.setText(screen.title());
            number.setText(screen.id());
            VBox.setVgrow(screen.root(), Priority.ALWAYS);
            if (!screen.isPlain()) {
                box.getChildren().add(heading);
            }
            box.getChildren().add(screen.root());
            node.setVvalue(0);
            door.later(() -> focus(screen));
        });
    }

    /** The focus went to another node: remembered for its screen, and brought into view. */
    void focusMoved(@Nullable Node owner) {
        if (owner == null || shown == null || !isInside(owner, shown.root())) {
            return;
        }
        lastFocus.put(shown, owner);
        bringIntoView(owner);
    }

    /** The focus goes back into the screen, where it was. */
    void takeFocus() {
        if (shown != null) {
            focus(shown);
        }
    }

    private void focus(Screen screen) {
        if (!screen.equals(shown) || covered.getAsBoolean()) {
            return;
        }
        Node remembered = lastFocus.get(screen);
        if (remembered != null && isInside(remembered, screen.root()) && !remembered.isDisabled()) {
            remembered.requestFocus();
            return;
        }
        screen.initialFocus()
                .or(() -> FieldOrder.first(screen.root()))
                .ifPresentOrElse(Node::requestFocus, () -> screen.root().requestFocus());
    }

    private void bringIntoView(Node owner) {
        Bounds view = node.getViewportBounds();
        double room = box.getHeight() - view.getHeight();
        if (room <= 0) {
            return;
        }
        Bounds place = box.sceneToLocal(owner.localToScene(owner.getBoundsInLocal()));
        double top = node.getVvalue() * room;
        if (place.getMinY() < top) {
            node.setVvalue(Math.max(0, place.getMinY() - 8) / room);
        } else if (place.getMaxY() > top + view.getHeight()) {
            node.setVvalue(Math.min(room, place.getMaxY() + 8 - view.getHeight()) / room);
        }
    }

    private static boolean isInside(Node node, Node root) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.equals(root)) {
                return true;
            }
        }
        return false;
    }
}
