package it.sportello.domain.till;

import java.util.List;

/** What became of a typed count. */
public sealed interface CountReading {
    record Counted(Count count) implements CountReading {}

    /** Every wrong row, not the first. */
    record Violations(List<CountViolation> violations) implements CountReading {
        public Violations {
            violations = List.copyOf(violations);
        }
    }

    /**
     * One typed row.
     *
     * @param pieces loose pieces as typed, empty means none
     * @param rolls rolls of coins as typed, empty means none
     */
    record Row(String pieces, String rolls) {}
}
