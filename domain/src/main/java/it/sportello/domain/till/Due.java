package it.sportello.domain.till;

import it.sportello.domain.document.Regime;
import it.sportello.domain.money.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An amount a person owes.
 *
 * @param amount tax included, positive
 * @param referenceDate day of the service or of the act it comes from, Europe/Rome
 * @param prescriptionNumber the prescription it comes from, null when none
 * @param noticeNumber the pagoPA notice issued for it, null when none
 */
public record Due(
        String id,
        String personId,
        DueKind kind,
        Money amount,
        Regime regime,
        String description,
        LocalDate referenceDate,
        @Nullable String prescriptionNumber,
        @Nullable String noticeNumber,
        DueState state) {

    public Due {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("due of " + amount);
        }
        boolean wrongPrivate = kind == DueKind.PRIVATE_PRACTICE && regime != Regime.PRIVATE_PRACTICE;
        if (wrongPrivate || (kind.isCoPayment() && regime != Regime.SSN)) {
            throw new IllegalArgumentException("due of kind " + kind + " in regime " + regime);
        }
    }

    public Due withState(DueState next) {
        return new Due(
                id, personId, kind, amount, regime, description, referenceDate, prescriptionNumber, noticeNumber, next);
    }

    /** Neither person nor service. */
    @Override
    public String toString() {
        return "Due[" + id + " " + kind + " " + amount + " " + state + "]";
    }
}
