package it.sportello.app.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The actions that exist now: the screen's, then those of the whole desk. A verb the screen uses hides the desk's use of
 * the same verb.
 */
public final class Actions {
    private final Navigator navigator;
    private final ObservableList<KeyAction> everywhere = FXCollections.observableArrayList();

    public Actions(Navigator navigator) {
        this.navigator = navigator;
    }

    /** The actions of the whole desk; the wiring fills it. */
    public ObservableList<KeyAction> everywhere() {
        return everywhere;
    }

    /** All of them: the primary action, the screen's, the desk's not hidden by these. */
    public List<KeyAction> now() {
        List<KeyAction> actions = new ArrayList<>();
        Optional<Screen> screen = navigator.current();
        screen.flatMap(Screen::primary).ifPresent(actions::add);
        screen.ifPresent(shown -> shown.actions().forEach(action -> addUnlessHidden(actions, action)));
        if (!screen.map(Screen::isPlain).orElse(true)) {
            everywhere.forEach(action -> addUnlessHidden(actions, action));
        }
        return actions;
    }

    /** What an action is called now: the primary one as its button says it. */
    public String nameOf(KeyAction action) {
        Optional<Screen> screen = navigator.current();
        return screen.flatMap(Screen::primary)
                .filter(action::equals)
                .flatMap(primary -> screen.flatMap(Screen::primaryText))
                .map(ObservableValue::getValue)
                .map(text -> text.replace("_", ""))
                .orElseGet(action::plainLabel);
    }

    /** The action of a verb now. */
    public Optional<KeyAction> of(Verb verb) {
        return now().stream()
                .filter(action -> action.verb().filter(verb::equals).isPresent())
                .findFirst();
    }

    private static void addUnlessHidden(List<KeyAction> actions, KeyAction action) {
        boolean hidden = action.verb().isPresent()
                && actions.stream().anyMatch(other -> other.verb().equals(action.verb()));
        if (!hidden) {
            actions.add(action);
        }
    }
}
