package it.sportello.app.service;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A date as it is typed at the counter: day, month and year of four digits, with any mark between them or none. */
public final class TypedDate {
    private static final Pattern MARKED = Pattern.compile("(\\d{1,2})[/.,\\- ](\\d{1,2})[/.,\\- ](\\d{4})");
    private static final Pattern BARE = Pattern.compile("(\\d{2})(\\d{2})(\\d{4})");

    private TypedDate() {}

    /** The date; empty when the text is none or no such day exists. */
    public static Optional<LocalDate> parse(String typed) {
        String text = typed.strip();
        Matcher marked = MARKED.matcher(text);
        if (marked.matches()) {
            return date(marked);
        }
        Matcher bare = BARE.matcher(text);
        return bare.matches() ? date(bare) : Optional.empty();
    }

    private static Optional<LocalDate> date(Matcher parts) {
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(parts.group(3)),
                    Integer.parseInt(parts.group(2)),
                    Integer.parseInt(parts.group(1))));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
