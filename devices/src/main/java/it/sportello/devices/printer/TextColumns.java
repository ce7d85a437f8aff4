package it.sportello.devices.printer;

import java.text.Normalizer;

/** How many columns characters take on the roll: ideographs two, marks on the letter before none. */
final class TextColumns {

    /** First and last code points of the wide ranges (Unicode East Asian Width, W and F, and pictographs). */
    private static final int[] WIDE = {
        0x1100, 0x115F, 0x2E80, 0xA4CF, 0xAC00, 0xD7A3, 0xF900, 0xFAFF, 0xFE30, 0xFE6F, 0xFF00, 0xFF60, 0xFFE0, 0xFFE6,
        0x1F300, 0x1FAFF, 0x20000, 0x3FFFD
    };

    private TextColumns() {}

    /**
     * Text as it may reach a printer: composed letters, and no control characters. A name from a scanned code must not be
     * able to smuggle in a command.
     */
    static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().forEach(c -> {
            if (c == '\n' || !Character.isISOControl(c)) {
                clean.appendCodePoint(c);
            } else {
                clean.append(' ');
            }
        });
        return clean.toString();
    }

    static int of(String text) {
        return text.codePoints().map(TextColumns::of).sum();
    }

    static int of(int codePoint) {
        int type = Character.getType(codePoint);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        return isWide(codePoint) ? 2 : 1;
    }

    private static boolean isWide(int c) {
        for (int i = 0; i < WIDE.length; i += 2) {
            if (c >= WIDE[i] && c <= WIDE[i + 1]) {
                return true;
            }
        }
        return false;
    }
}
