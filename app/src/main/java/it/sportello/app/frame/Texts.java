package it.sportello.app.frame;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;

/**
 * The Italian texts of one package: the file {@code texts.properties} (UTF-8) beside its classes. Values are {@link
 * MessageFormat} patterns of the Italian locale when arguments are given, so an apostrophe in a pattern with arguments
 * is doubled; texts are never joined together from pieces.
 */
public final class Texts {
    private final String name;
    private final ResourceBundle bundle;

    private Texts(String name, ResourceBundle bundle) {
        this.name = name;
        this.bundle = bundle;
    }

    /** The texts of the package of a class. */
    public static Texts of(Class<?> anchor) {
        return of(anchor, "texts.properties");
    }

    /** Another file of the package of a class. */
    public static Texts of(Class<?> anchor, String file) {
        try (InputStream stream = anchor.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException("no texts for " + anchor.getPackageName() + "/" + file);
            }
            return new Texts(
                    anchor.getPackageName(),
                    new PropertyResourceBundle(new InputStreamReader(stream, StandardCharsets.UTF_8)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * The text of a key, with its arguments put in.
     *
     * @throws IllegalArgumentException when the key has no text
     */
    public String get(String key, Object... arguments) {
        if (!bundle.containsKey(key)) {
            throw new IllegalArgumentException("no text " + key + " in " + name);
        }
        String pattern = bundle.getString(key);
        return arguments.length == 0 ? pattern : new MessageFormat(pattern, Locale.ITALY).format(arguments);
    }

    public boolean has(String key) {
        return bundle.containsKey(key);
    }

    /** For the FXML loader. */
    public ResourceBundle bundle() {
        return bundle;
    }
}
