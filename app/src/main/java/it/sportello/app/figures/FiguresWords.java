package it.sportello.app.figures;

import it.sportello.app.frame.Texts;
import java.util.Locale;

/** How figures are said. */
final class FiguresWords {
    private static final int MINUTE = 60;
    private static final int TEN = 10;

    private FiguresWords() {}

    static String name(Texts texts, String name) {
        return texts.has("name." + name) ? texts.get("name." + name) : texts.get("name.category", name);
    }

    /** Thousandths as a percentage with one decimal: {@code 12,5%}. */
    static String share(int perThousand) {
        return perThousand / TEN + "," + perThousand % TEN + "%";
    }

    /** {@code 1.236}. */
    static String count(int number) {
        return String.format(Locale.ITALY, "%,d", number);
    }

    /** Whole minutes alone, {@code 10}; others with their seconds. */
    static String minutes(long seconds) {
        return seconds % MINUTE == 0 ? Long.toString(seconds / MINUTE) : length(seconds);
    }

    /** Minutes and seconds: {@code 9:05}. */
    static String length(long seconds) {
        return String.format(Locale.ITALY, "%d:%02d", seconds / MINUTE, seconds % MINUTE);
    }
}
