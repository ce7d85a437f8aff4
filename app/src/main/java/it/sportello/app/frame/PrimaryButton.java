package it.sportello.app.frame;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.util.Subscription;

/** The one primary action of the screen, bottom right, with its key cap; greyed, it still says why. */
final class PrimaryButton {
    private final KeyMap map;
    private final Consumer<KeyAction> whenGreyed;
    private final Button node = new Button();
    private Subscription following = Subscription.EMPTY;

    PrimaryButton(KeyMap map, Consumer<KeyAction> whenGreyed) {
        this.map = map;
        this.whenGreyed = whenGreyed;
        node.getStyleClass().add("primary");
        node.setContentDisplay(ContentDisplay.RIGHT);
        node.setMinWidth(Region.USE_PREF_SIZE);
        node.setMnemonicParsing(true);
    }

    Node node() {
        return node;
    }

    /** Follows the primary action of a screen. */
    void show(Optional<Screen> screen) {
        following.unsubscribe();
        following = Subscription.EMPTY;
        Optional<KeyAction> primary = screen.flatMap(Screen::primary);
        node.setVisible(primary.isPresent());
        node.setManaged(primary.isPresent());
        primary.ifPresent(this::show);
        screen.flatMap(Screen::primaryOffered)
                .filter(offered -> primary.isPresent())
                .ifPresent(offered -> following = following.and(offered.subscribe(this::offer)));
        screen.flatMap(Screen::primaryText)
                .filter(text -> primary.isPresent())
                .ifPresent(text -> following = following.and(text.subscribe(this::name)));
    }

    private void offer(boolean now) {
        node.setVisible(now);
        node.setManaged(now);
    }

    private void name(String text) {
        node.setText(text);
        node.setAccessibleText(text.replace("_", ""));
    }

    private void show(KeyAction action) {
        node.setText(action.label());
        node.setGraphic(action.verb().map(this::cap).orElse(null));
        node.setAccessibleText(action.plainLabel());
        node.setOnAction(event -> {
            if (!action.fire()) {
                whenGreyed.accept(action);
            }
        });
        following = action.enabled().subscribe(() -> grey(action));
        grey(action);
    }

    private Label cap(Verb verb) {
        Label cap = new Label(map.chordOf(verb).shown());
        cap.getStyleClass().add("key-cap");
        cap.setMinWidth(Region.USE_PREF_SIZE);
        return cap;
    }

    private void grey(KeyAction action) {
        node.getStyleClass().remove("greyed");
        if (!action.isEnabled()) {
            node.getStyleClass().add("greyed");
        }
    }
}
