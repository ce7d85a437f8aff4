package it.sportello.backend.log;

import java.util.regex.Pattern;

/**
 * The last filter before a log: tax codes (homocodes included), codes of foreigners, provisional codes, prescription,
 * card and telephone numbers never reach it. It may mask too much, never too little.
 */
final class Mask {
    private static final Pattern PERSONAL = Pattern.compile(
            "(?i)\\b[A-Z]{6}[0-9LMNPQRSTUV]{2}[A-EHLMPRST][0-9LMNPQRSTUV]{2}[A-Z][0-9LMNPQRSTUV]{3}[A-Z]\\b"
                    + "|\\b(?:STP|ENI)[0-9]{13}\\b"
                    + "|\\b[0-9]{3}[0-9A-Z]{2}[0-9]{10}\\b"
                    + "|(?<![0-9a-f-])[0-9]{9,}(?![0-9a-f-])"
                    + "|(?:\\b[0-9]{4}[ -]){3}[0-9]{4}\\b");

    private Mask() {}

    static String of(String text) {
        return PERSONAL.matcher(text).replaceAll("***");
    }
}
