package it.sportello.domain.document;

import java.util.regex.Pattern;

/**
 * What a gapless series belongs to. The desk that owns the till is its only allocator; an installation that lost its
 * disk gets a new epoch and so a new series (specification R-TIL-4).
 *
 * @param till code of the cash point, letters then digits, such as {@code T01}
 * @param epoch one or two capital letters given by the server to each installation of the till
 * @param year year of the accounting day
 */
public record SeriesKey(Regime regime, DocumentKind kind, String till, String epoch, int year) {
    static final String TILL = "[A-Z]{1,2}[0-9]{1,3}";
    static final String EPOCH = "[A-Z]{1,2}";
    private static final Pattern TILL_FORM = Pattern.compile(TILL);
    private static final Pattern EPOCH_FORM = Pattern.compile(EPOCH);
    private static final int TILL_AND_EPOCH_MAX = 5;

    public SeriesKey {
        if (!TILL_FORM.matcher(till).matches()) {
            throw new IllegalArgumentException("till code " + till);
        }
        if (!EPOCH_FORM.matcher(epoch).matches()) {
            throw new IllegalArgumentException("series epoch " + epoch);
        }
        if (till.length() + epoch.length() > TILL_AND_EPOCH_MAX) {
            throw new IllegalArgumentException("till and epoch too long for a document number: " + till + epoch);
        }
        if (year < 2000 || year > 9999) {
            throw new IllegalArgumentException("year " + year);
        }
    }

    public static SeriesKey of(Regime regime, DocumentKind kind, String till, String epoch, int year) {
        return new SeriesKey(regime, kind, till, epoch, year);
    }

    /** Printed prefix of the series, such as {@code SR-T01A/2026}. */
    public String printed() {
        return regime.code() + kind.code() + "-" + till + epoch + "/" + year;
    }
}
