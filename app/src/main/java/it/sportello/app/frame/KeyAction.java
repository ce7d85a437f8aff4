package it.sportello.app.frame;

import java.util.Optional;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;

/**
 * Something the operator may do now: shown live in the key bar, found by the palette, run by its verb's chord. It fires
 * once however long the key is held (R-KEY-6).
 *
 * @param verb verb whose chord runs it; empty for an action that only buttons and the palette know
 * @param label Italian infinitive, with the underlined letter marked by an underscore where a button shows it
 * @param enabled whether it may run now
 * @param whyDisabled Italian sentence that says why not, shown when a greyed key is focused or pressed; empty text
 *     when nothing is to be said
 * @param run what it does, on the window's thread
 */
public record KeyAction(
        Optional<Verb> verb,
        String label,
        ObservableBooleanValue enabled,
        ObservableValue<String> whyDisabled,
        Runnable run) {

    /** An action that may always run. */
    public static KeyAction always(Verb verb, String label, Runnable run) {
        return new KeyAction(
                Optional.of(verb),
                label,
                new SimpleBooleanProperty(true),
                new ReadOnlyStringWrapper("").getReadOnlyProperty(),
                run);
    }

    /** An action that may run while {@code enabled}, with one constant reason for when it may not. */
    public static KeyAction when(
            Verb verb, String label, ObservableBooleanValue enabled, String whyDisabled, Runnable run) {
        return new KeyAction(
                Optional.of(verb), label, enabled, new ReadOnlyStringWrapper(whyDisabled).getReadOnlyProperty(), run);
    }

    /** An action without a key of its own: the palette finds it. */
    public static KeyAction unbound(String label, Runnable run) {
        return new KeyAction(
                Optional.empty(),
                label,
                new SimpleBooleanProperty(true),
                new ReadOnlyStringWrapper("").getReadOnlyProperty(),
                run);
    }

    /** The label without the mark of its underlined letter. */
    public String plainLabel() {
        return label.replace("_", "");
    }

    public boolean isEnabled() {
        return enabled.get();
    }

    /** Runs when enabled; says whether it did. */
    public boolean fire() {
        if (!enabled.get()) {
            return false;
        }
        run.run();
        return true;
    }
}
