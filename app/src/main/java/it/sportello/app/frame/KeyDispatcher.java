package it.sportello.app.frame;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * The one place that turns keys into verbs (specification §3.2). A chord held down fires once (R-KEY-6). While something
 * lies over the screen, only closing it and locking work.
 */
public final class KeyDispatcher {
    private static final Set<Verb> OVER_DIALOGS = Set.of(Verb.LOCK, Verb.BACK);

    private final KeyMap map;
    private final Actions actions;
    private final Consumer<KeyAction> whenGreyed;
    private final Set<KeyCode> held = new HashSet<>();
    private boolean overlaid;

    /** @param whenGreyed told when the key of an action that may not run now was pressed */
    public KeyDispatcher(KeyMap map, Actions actions, Consumer<KeyAction> whenGreyed) {
        this.map = map;
        this.actions = actions;
        this.whenGreyed = whenGreyed;
    }

    /** Whether something lies over the screen now. */
    public void setOverlaid(boolean nowOverlaid) {
        overlaid = nowOverlaid;
    }

    /** A key went down, before any control saw it: function keys and chords with Ctrl. */
    public void pressed(KeyEvent event) {
        if (event.isAltDown() || event.isMetaDown() || isTyping(event)) {
            return;
        }
        Optional<Verb> verb = chord(event).flatMap(map::verbOf);
        if (verb.isPresent() && run(verb.get(), !held.add(event.getCode()))) {
            event.consume();
        }
    }

    /** A key went up. */
    public void released(KeyEvent event) {
        held.remove(event.getCode());
    }

    /** The window lost the keyboard: what was held is not known any more. */
    public void forgetHeld() {
        held.clear();
    }

    /** Whether this press is the first one, not a repetition of a held key. */
    boolean isFirst(KeyEvent event) {
        return held.add(event.getCode());
    }

    /**
     * Runs a verb as its key would.
     *
     * @param repeated whether the key was down already; then nothing runs
     * @return whether the verb means something here, so that the key belongs to it
     */
    boolean run(Verb verb, boolean repeated) {
        if (overlaid && !OVER_DIALOGS.contains(verb)) {
            return true;
        }
        Optional<KeyAction> action = actions.of(verb);
        if (action.isEmpty()) {
            return false;
        }
        if (!repeated && !action.get().fire()) {
            whenGreyed.accept(action.get());
        }
        return true;
    }

    private static boolean isTyping(KeyEvent event) {
        boolean chordKey = event.isControlDown() || event.getCode().isFunctionKey();
        return !chordKey;
    }

    static Optional<KeyChord> chord(KeyEvent event) {
        KeyCode code = event.getCode();
        String key = code == KeyCode.ESCAPE ? "ESC" : digit(code).orElse(code.name());
        return Optional.of(new KeyChord(event.isControlDown(), event.isShiftDown(), key));
    }

    private static Optional<String> digit(KeyCode code) {
        String name = code.name();
        return code.isDigitKey() ? Optional.of(name.substring(name.length() - 1)) : Optional.empty();
    }
}
