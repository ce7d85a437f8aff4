package it.sportello.app.preferences;

import it.sportello.app.frame.Frame;
import it.sportello.app.frame.KeyChord;
import it.sportello.app.frame.KeyMap;
import it.sportello.app.frame.Look;
import it.sportello.app.frame.Texts;
import it.sportello.app.frame.Verb;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** State of S62: every change takes effect at once and is kept. */
public final class PreferencesViewModel {
    /** A verb with its key. */
    public record KeyRow(Verb verb, String name, String chord) {}

    private final Frame frame;
    private final ObjectProperty<Look> look;
    private final KeyMap keys;
    private final PreferencesStore store;
    private final Texts texts;
    private final Function<Verb, String> verbNames;
    private final ObservableList<KeyRow> rows = FXCollections.observableArrayList();

    public PreferencesViewModel(
            Frame frame,
            ObjectProperty<Look> look,
            KeyMap keys,
            PreferencesStore store,
            Texts texts,
            Function<Verb, String> verbNames) {
        this.frame = frame;
        this.look = look;
        this.keys = keys;
        this.store = store;
        this.texts = texts;
        this.verbNames = verbNames;
        showKeys();
    }

    public Look look() {
        return look.get();
    }

    /** Takes a new look at once. */
    public void change(Look next) {
        if (!next.equals(look.get())) {
            look.set(next);
            keep();
        }
    }

    public ObservableList<KeyRow> rows() {
        return rows;
    }

    /** Gives a verb the typed chord, or says why not (R-KEY-5). */
    public void remap(Verb verb, String typed) {
        if (!typed.strip().toUpperCase(Locale.ROOT).matches("((CTRL|SHIFT)\\+)*(F\\d{1,2}|[A-Z0-9]|ESC)")) {
            frame.messages().attention(texts.get("keys.not.a.chord", typed));
            return;
        }
        Optional<KeyMap.Refusal> refusal = keys.remap(verb, KeyChord.of(typed));
        if (refusal.isPresent()) {
            frame.messages().attention(texts.get("keys.refused." + refusal.get().name(), typed));
            return;
        }
        frame.messages()
                .good(texts.get(
                        "keys.changed",
                        verbNames.apply(verb),
                        keys.chordOf(verb).shown()));
        showKeys();
        keep();
    }

    public void resetKeys() {
        keys.reset();
        showKeys();
        keep();
        frame.messages().good(texts.get("keys.reset.done"));
    }

    private void showKeys() {
        List<KeyRow> next = Arrays.stream(Verb.values())
                .map(verb -> new KeyRow(
                        verb, verbNames.apply(verb), keys.chordOf(verb).shown()))
                .toList();
        rows.setAll(next);
    }

    private void keep() {
        Look now = look.get();
        frame.background().does(() -> store.store(now, keys));
    }
}
