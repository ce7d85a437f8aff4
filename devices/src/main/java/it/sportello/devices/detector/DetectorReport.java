package it.sportello.devices.detector;

import it.sportello.domain.money.Money;
import java.util.List;
import java.util.Optional;

/**
 * What a counter printed of one run.
 *
 * @param ended whether its own last line came; otherwise it broke off and is to be printed again
 */
public record DetectorReport(List<NoteReading> notes, List<CountRow> rows, boolean ended) {

    public DetectorReport {
        notes = List.copyOf(notes);
        rows = List.copyOf(rows);
    }

    /** The sum the device gave for all kinds together, if it gave one; of several the last. */
    public Optional<Money> total() {
        return rows.stream()
                .filter(row -> row.note().isEmpty())
                .flatMap(row -> row.amount().stream())
                .reduce((first, second) -> second);
    }

    /** What its rows by kind add up to. */
    public Money rowsTotal() {
        return rows.stream()
                .filter(row -> row.note().isPresent())
                .map(DetectorReport::value)
                .reduce(Money.ZERO, Money::plus);
    }

    private static Money value(CountRow row) {
        return row.amount()
                .orElseGet(
                        () -> row.note().orElseThrow().value().times(row.count().orElse(0)));
    }

    /** Whether the report holds together: it came whole, and rows by kind, where there are any, make its total. */
    public boolean agrees() {
        boolean hasRows = rows.stream().anyMatch(row -> row.note().isPresent());
        return ended && (!hasRows || total().isEmpty() || total().get().equals(rowsTotal()));
    }
}
