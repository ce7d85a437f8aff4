package it.sportello.app.frame;

import java.util.Optional;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.Parent;

/**
 * One screen of the specification, alive for one work. The frame gives it the centre of the window, draws its primary
 * action at the bottom right, its actions in the key bar and its help in the right panel. All methods are called on the
 * window's thread.
 */
public interface Screen {
    /** Number of the specification, such as {@code S21}. */
    String id();

    /** Italian title, already resolved; never with personal data, it may stand in the window's title. */
    String title();

    /** The nodes of the screen, always the same ones. The frame scrolls them when the window is too small. */
    Parent root();

    /** What the keys do here; the frame follows the list while the screen is shown. */
    default ObservableList<KeyAction> actions() {
        return FXCollections.emptyObservableList();
    }

    /**
     * The one primary action (usually {@link Verb#CONCLUDE}), drawn at the bottom right with its key cap; Enter on the
     * last field runs it too. It need not stand in {@link #actions()} as well.
     */
    default Optional<KeyAction> primary() {
        return Optional.empty();
    }

    /**
     * The text of the primary action while it changes with the work, such as {@code _Incassa 46,50 €}; empty keeps the
     * action's own label.
     */
    default Optional<ObservableValue<String>> primaryText() {
        return Optional.empty();
    }

    /** Whether there is a primary action just now, on a screen that has none at times; empty when it always has. */
    default Optional<ObservableBooleanValue> primaryOffered() {
        return Optional.empty();
    }

    /** Where the focus goes when the screen is first shown; coming back, the focus returns to where it was. */
    default Optional<Node> initialFocus() {
        return Optional.empty();
    }

    /** True while something typed would be lost: the frame then keeps the screen as a draft of its work on Esc. */
    default ObservableBooleanValue draft() {
        return new SimpleBooleanProperty(false);
    }

    /**
     * A code was scanned or a card read while this screen is shown.
     *
     * @return true when the screen took it; false lets the reading go to its usual place
     */
    default boolean scanned(Reading reading) {
        return false;
    }

    /**
     * Esc was pressed.
     *
     * @return true when the screen went back one level inside itself; false lets the frame go back one screen
     */
    default boolean back() {
        return false;
    }

    /** Whether the screen stands alone, without rail, header and the desk's actions: before the desk is open. */
    default boolean isPlain() {
        return false;
    }

    /** What the citizen may read on the second screen while this screen is shown. */
    default ObservableValue<CitizenMessage> forCitizen() {
        return new SimpleObjectProperty<>(new CitizenMessage.Waiting());
    }

    /** Text of the right panel for the whole screen; a field may say more, see {@link HelpText}. */
    default String help() {
        return "";
    }

    /** The screen is now in the centre: start timers, refresh. */
    default void onShown() {}

    /** The screen left the centre, perhaps to come back: stop timers. */
    default void onHidden() {}

    /** The screen will never come back. */
    default void onClosed() {}
}
