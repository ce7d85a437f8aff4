package it.sportello.devices.printer;

import java.nio.charset.Charset;
import java.util.List;

/**
 * The slip of the set-up: one line for each table a printer may have, under its number. The operator says which line is
 * right; no other way tells a clone's numbering.
 */
public final class CodePageSlip {

    private static final String SAMPLE = "\u20AC \u00E0 \u00E8 \u00E9 \u00EC \u00F2 \u00F9 \u00C0 \u00C8 \u00C9";

    /** The usual numbers, and those met on boards of unknown make. */
    private static final List<CodePage> CANDIDATES = List.of(
            CodePage.of(19, "IBM00858"),
            CodePage.of(16, "windows-1252"),
            CodePage.of(40, "ISO-8859-15"),
            CodePage.of(14, "IBM00858"),
            CodePage.of(53, "IBM00858"),
            CodePage.of(11, "windows-1252"),
            CodePage.of(71, "windows-1252"));

    private CodePageSlip() {}

    public static List<CodePage> candidates() {
        return CANDIDATES;
    }

    /** The characters every receipt needs. */
    public static String sample() {
        return SAMPLE;
    }

    /** One line of the slip: print it with {@link PrinterProfile#withCodePage}. */
    public static ReceiptDocument line(CodePage page) {
        Charset charset = page.charset();
        return ReceiptDocument.builder()
                .columns(page.number() + " " + charset.name(), SAMPLE)
                .build();
    }
}
