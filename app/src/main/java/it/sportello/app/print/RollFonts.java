package it.sportello.app.print;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

/** The project's own fonts for what a receipt printer cannot write by itself: Latin, Cyrillic, Chinese, Arabic. */
public final class RollFonts {
    private static final String FOLDER = "/it/sportello/app/fonts/";

    private RollFonts() {}

    /** The fonts in the order in which they are asked for a character. */
    public static List<Font> all() {
        return Stream.of("NotoSans-Regular.ttf", "NotoSansSC-Subset.ttf", "NotoSansArabic-Regular.ttf")
                .map(RollFonts::load)
                .toList();
    }

    private static Font load(String name) {
        try (InputStream file = RollFonts.class.getResourceAsStream(FOLDER + name)) {
            if (file == null) {
                throw new IllegalStateException("the font " + name + " is missing");
            }
            return Font.createFont(Font.TRUETYPE_FONT, file);
        } catch (IOException | FontFormatException unreadable) {
            throw new UncheckedIOException(new IOException("a font cannot be read", unreadable));
        }
    }
}
