package it.sportello.domain.exemption;

import it.sportello.domain.money.Money;
import java.time.LocalDate;

/**
 * What a new exemption means for one open due, and why.
 *
 * @param reference the date that was compared with the validity
 */
public record DueDecision(String dueId, Money before, Money after, Reason reason, LocalDate reference) {
    public enum Reason {
        /** The code is on the prescription and valid at the reference date: the due changes. */
        COVERED,
        OTHER_PERSON,
        NO_CODE_ON_PRESCRIPTION,
        OTHER_CODE_ON_PRESCRIPTION,
        /** The exemption begins after the reference date. */
        BEGINS_LATER,
        /** The exemption ended before the reference date. */
        ENDED_BEFORE,
        /** None of the services is covered, or the cap leaves the same amount. */
        SAME_AMOUNT
    }

    public boolean isChanged() {
        return !before.equals(after);
    }
}
