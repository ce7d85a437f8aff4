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

    /** By the Java name of the charset ({@code IBM00858}, {@code windows-1252}, {@code ISO-8859-15}). */
    public static CodePage of(int number, String charset) {
        return new CodePage(number, Charset.forName(charset));
    }
}
