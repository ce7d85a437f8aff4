package it.sportello.app.frame;

import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.scene.Node;

/**
 * What lies over the screen, inside the window: scans still arrive, the window's thread never waits, and the focus goes
 * back where it was. One at a time; a second waits for the first.
 */
public interface Dialogs {
    /** Asks; {@code onConfirm} runs when the verb was chosen, nothing when not. */
    void confirm(Confirmation question, Runnable onConfirm);

    /** Asks for one short text (a reason); {@code onAnswer} runs only with a text that is not blank. */
    void ask(Confirmation question, String fieldLabel, Consumer<String> onAnswer);

    /** Shows a refusal or a fault with what to do; one key closes it. */
    void show(RefusalCard card);

    /**
     * Shows a group's own content over the screen; Esc closes it.
     *
     * @return closes it
     */
    default Runnable show(String title, Node content, Node initialFocus) {
        return show(title, content, initialFocus, reading -> false);
    }

    /**
     * Shows a group's own content that waits for a code as well.
     *
     * @param wants takes a reading that is for the content; what it leaves waits until the content is closed
     * @return closes it
     */
    Runnable show(String title, Node content, Node initialFocus, Predicate<Reading> wants);
}
