package it.sportello.devices.printer;

import java.nio.charset.Charset;

/**
 * A character table of a printer.
 *
 * @param number the printer's number for it ({@code 1B 74 n}); makers of clones number as they like
 * @param charset what the table holds
 */
public record CodePage(int number, Charset charset) {

    public CodePage {
        if (number < 0 || number > 255) {
            throw new IllegalArgumentException("a table number is one byte");
        }
    }

    /**
     * As the settings write it: {@code 19:IBM00858}.
     *
     * @throws IllegalArgumentException when it is not a number and a known charset
     */
    public static CodePage parse(String text) {
        int colon = text.indexOf(':');
        try {
            String charset = text.substring(colon + 1).strip();
            if (colon < 1 || !Charset.isSupported(charset)) {
                throw new IllegalArgumentException("a table is number:charset, and the charset must be known");
            }
            return of(Integer.parseInt(text.substring(0, colon).strip()), charset);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("the number of a table is a number", e);
        }
    }

    /** By the Java name of the charset ({@code IBM00858}, {@code windows-1252}, {@code ISO-8859-15}). */
    public static CodePage of(int number, String charset) {
        return new CodePage(number, Charset.forName(charset));
    }

    /** As the settings write it. */
    @Override
    public String toString() {
        return number + ":" + charset.name();
    }
}
