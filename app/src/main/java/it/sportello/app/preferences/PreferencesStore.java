package it.sportello.app.preferences;

import it.sportello.app.frame.KeyChord;
import it.sportello.app.frame.KeyMap;
import it.sportello.app.frame.Look;
import it.sportello.app.frame.SecondScreenUse;
import it.sportello.app.frame.Theme;
import it.sportello.app.frame.Verb;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * Keeps the wishes for the window in {@code preferences.properties} of the profile folder. Nothing personal stands there.
 * A damaged or unknown value counts as not set. Waits for the disk.
 */
public final class PreferencesStore {
    private final Path file;

    public PreferencesStore(Path home) {
        this.file = home.resolve("preferences.properties");
    }

    /** What was stored; the standard look where nothing usable was. */
    public Look look() {
        Properties stored = read();
        Look standard = Look.standard();
        return new Look(
                theme(stored.getProperty("theme", "")),
                percent(stored.getProperty("text.percent", "")),
                Boolean.parseBoolean(stored.getProperty("motion.reduced", Boolean.toString(standard.reducedMotion()))),
                Boolean.parseBoolean(stored.getProperty("sounds", Boolean.toString(standard.sounds()))),
                secondScreen(stored.getProperty("second.screen", "")));
    }

    /** Gives the stored chords to the map; one that collides now is left out. */
    public void restore(KeyMap keys) {
        Properties stored = read();
        for (Verb verb : Verb.values()) {
            String chord = stored.getProperty("key." + verb.name());
            if (chord != null && !chord.isBlank()) {
                keys.remap(verb, KeyChord.of(chord));
            }
        }
    }

    public void store(Look look, KeyMap keys) {
        Properties values = new Properties();
        values.setProperty("theme", look.theme().name());
        values.setProperty("text.percent", Integer.toString(look.textPercent()));
        values.setProperty("motion.reduced", Boolean.toString(look.reducedMotion()));
        values.setProperty("sounds", Boolean.toString(look.sounds()));
        values.setProperty("second.screen", look.secondScreen().name());
        keys.changes().forEach((verb, chord) -> values.setProperty("key." + verb.name(), chord.shown()));
        try {
            Files.createDirectories(file.getParent());
            try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
                values.store(writer, null);
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private Properties read() {
        Properties stored = new Properties();
        if (!Files.exists(file)) {
            return stored;
        }
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            stored.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return stored;
    }

    private static Theme theme(String name) {
        for (Theme theme : Theme.values()) {
            if (theme.name().equals(name)) {
                return theme;
            }
        }
        return Look.standard().theme();
    }

    private static SecondScreenUse secondScreen(String name) {
        for (SecondScreenUse use : SecondScreenUse.values()) {
            if (use.name().equals(name)) {
                return use;
            }
        }
        return Look.standard().secondScreen();
    }

    private static int percent(String text) {
        boolean usable = text.matches("\\d{3}");
        int percent = usable ? Integer.parseInt(text) : Look.SMALLEST_TEXT;
        return Math.clamp(percent, Look.SMALLEST_TEXT, Look.LARGEST_TEXT);
    }
}
