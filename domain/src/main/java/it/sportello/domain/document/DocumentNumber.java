package it.sportello.domain.document;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A number of a series. Printed as {@code <regime><kind>-<till><epoch>/<year>/<progressive>}, such as
 * {@code SR-T01A/2026/000123}: at most 20 characters among letters, digits, dash and slash, which is what the national
 * expense register accepts as {@code numDocumento}.
 *
 * @param progressive from 1 to 999,999
 */
public record DocumentNumber(SeriesKey series, int progressive) implements Comparable<DocumentNumber> {
    /** Six digits: what the printed form can hold. */
    public static final int LAST_PROGRESSIVE = 999_999;

    private static final Pattern FORM = Pattern.compile(
            "([A-Z])([A-Z])-(" + SeriesKey.TILL + ")(" + SeriesKey.EPOCH + ")/([0-9]{4})/([0-9]{6})",
            Pattern.CASE_INSENSITIVE);

    public DocumentNumber {
        if (progressive < 1 || progressive > LAST_PROGRESSIVE) {
            throw new IllegalArgumentException("progressive " + progressive);
        }
    }

    /** The printed form. */
    public String printed() {
        return series.printed() + String.format(Locale.ROOT, "/%06d", progressive);
    }

    /**
     * Reads a printed form back, ignoring case and blanks around it.
     *
     * @return the number, or null when the text is not one
     */
    public static @Nullable DocumentNumber parse(String text) {
        // Raised only once it is known to be ASCII: Unicode would turn a long s into the S of a regime.
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            return null;
        }
        Regime regime = regime(upper(matcher, 1));
        DocumentKind kind = kind(upper(matcher, 2));
        int year = Integer.parseInt(matcher.group(5));
        int progressive = Integer.parseInt(matcher.group(6));
        int tillAndEpoch = matcher.group(3).length() + matcher.group(4).length();
        if (regime == null || kind == null || year < 2000 || progressive < 1 || tillAndEpoch > 5) {
            return null;
        }
        return new DocumentNumber(new SeriesKey(regime, kind, upper(matcher, 3), upper(matcher, 4), year), progressive);
    }

    private static String upper(Matcher matcher, int group) {
        return matcher.group(group).toUpperCase(Locale.ROOT);
    }

    private static @Nullable Regime regime(String code) {
        for (Regime regime : Regime.values()) {
            if (regime.code().equals(code)) {
                return regime;
            }
        }
        return null;
    }

    private static @Nullable DocumentKind kind(String code) {
        for (DocumentKind kind : DocumentKind.values()) {
            if (kind.code().equals(code)) {
                return kind;
            }
        }
        return null;
    }

    /** Order by printed series, then by progressive. */
    @Override
    public int compareTo(DocumentNumber other) {
        int bySeries = series.printed().compareTo(other.series.printed());
        return bySeries != 0 ? bySeries : Integer.compare(progressive, other.progressive);
    }

    @Override
    public String toString() {
        return printed();
    }
}
