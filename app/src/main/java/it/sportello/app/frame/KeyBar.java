package it.sportello.app.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.util.Subscription;

/**
 * The live keys with their Italian verbs. One tab stop, arrows inside; a greyed key says on focus why it is greyed. The
 * desk's Ctrl chords are left to the palette, but for the palette's own.
 */
final class KeyBar {
    private static final List<Verb> ORDER = List.of(Verb.values());

    private final Navigator navigator;
    private final Actions actions;
    private final KeyMap map;
    private final Consumer<KeyAction> whenGreyed;
    private final FlowPane node = new FlowPane();
    private final ListChangeListener<KeyAction> changed = change -> show();
    private Subscription following = Subscription.EMPTY;
    private Subscription states = Subscription.EMPTY;

    KeyBar(Navigator navigator, Actions actions, KeyMap map, Consumer<KeyAction> whenGreyed) {
        this.navigator = navigator;
        this.actions = actions;
        this.map = map;
        this.whenGreyed = whenGreyed;
        node.getStyleClass().add("key-bar");
        actions.everywhere().addListener(changed);
        map.versionProperty().subscribe(this::show);
        navigator.currentProperty().subscribe(screen -> {
            following.unsubscribe();
            following = screen.map(this::follow).orElse(Subscription.EMPTY);
            show();
        });
    }

    Parent node() {
        return node;
    }

    private Subscription follow(Screen screen) {
        screen.actions().addListener(changed);
        return () -> screen.actions().removeListener(changed);
    }

    private void show() {
        states.unsubscribe();
        states = Subscription.EMPTY;
        List<Node> keys = new ArrayList<>();
        for (KeyAction action : actions.now()) {
            action.verb().filter(verb -> isShown(verb, action)).ifPresent(verb -> keys.add(key(verb, action)));
        }
        keys.sort((one, other) -> Integer.compare(order(one), order(other)));
        for (int i = 0; i < keys.size(); i++) {
            keys.get(i).setFocusTraversable(i == 0);
        }
        node.getChildren().setAll(keys);
    }

    private boolean isShown(Verb verb, KeyAction action) {
        if (navigator
                .current()
                .flatMap(Screen::primary)
                .flatMap(KeyAction::verb)
                .filter(verb::equals)
                .isPresent()) {
            return false;
        }
        if (verb == Verb.PALETTE || verb == Verb.BACK) {
            return true;
        }
        return !map.chordOf(verb).control() || !actions.everywhere().contains(action);
    }

    private static int order(Node node) {
        return (Integer) node.getUserData();
    }

    private Button key(Verb verb, KeyAction action) {
        Label cap = new Label(map.chordOf(verb).shown());
        cap.getStyleClass().add("key-cap");
        cap.setMinWidth(Region.USE_PREF_SIZE);
        Button key = new Button(action.plainLabel(), cap);
        key.setMnemonicParsing(false);
        key.setMinWidth(Region.USE_PREF_SIZE);
        key.setUserData(ORDER.indexOf(verb));
        key.setOnAction(event -> {
            if (!action.fire()) {
                whenGreyed.accept(action);
            }
        });
        key.focusedProperty().subscribe(focused -> {
            if (focused && !action.isEnabled()) {
                whenGreyed.accept(action);
            }
        });
        key.addEventHandler(KeyEvent.KEY_PRESSED, this::moveInside);
        states = states.and(action.enabled().subscribe(() -> grey(key, action)))
                .and(action.whyDisabled().subscribe(() -> grey(key, action)));
        grey(key, action);
        return key;
    }

    private static void grey(Button key, KeyAction action) {
        key.getStyleClass().remove("greyed");
        if (action.isEnabled()) {
            key.setAccessibleHelp("");
        } else {
            key.getStyleClass().add("greyed");
            key.setAccessibleHelp(action.whyDisabled().getValue());
        }
    }

    private void moveInside(KeyEvent event) {
        int step = event.getCode() == KeyCode.RIGHT ? 1 : event.getCode() == KeyCode.LEFT ? -1 : 0;
        int next = node.getChildren().indexOf((Node) event.getSource()) + step;
        if (step != 0 && next >= 0 && next < node.getChildren().size()) {
            node.getChildren().get(next).requestFocus();
            event.consume();
        }
    }
}
