package it.sportello.domain.till;

import it.sportello.domain.document.VatTreatment;
import it.sportello.domain.money.Money;
import java.util.EnumSet;
import java.util.Map;

/**
 * The parameters in force on the accounting day that a collection obeys.
 *
 * @param stampThreshold stamp duty is due strictly above it (DPR 642/1972, tariff part I art. 13)
 * @param stampDuty amount of the stamp
 * @param cashStepCents an all-cash payment is rounded to the nearest multiple (DL 50/2017 art. 13-quater); 1 rounds
 *     nothing
 * @param cashLimit cash of this amount or more is forbidden (D.Lgs. 231/2007 art. 49)
 * @param privatePracticeCash the authority admits cash for private practice at this desk (law 120/2007 art. 1 c. 4)
 * @param noticesCollectable dues with a notice may be collected now: the state of the notice can be asked, or the
 *     parameter relaxes it
 * @param vat treatment of every kind of due
 */
public record CollectionRules(
        Money stampThreshold,
        Money stampDuty,
        int cashStepCents,
        Money cashLimit,
        boolean privatePracticeCash,
        boolean noticesCollectable,
        Map<DueKind, VatTreatment> vat) {

    public CollectionRules {
        vat = Map.copyOf(vat);
        if (!vat.keySet().equals(EnumSet.allOf(DueKind.class))) {
            throw new IllegalArgumentException("a VAT treatment is missing: " + vat.keySet());
        }
        if (cashStepCents < 1 || stampDuty.isNegative()) {
            throw new IllegalArgumentException("cash step " + cashStepCents + ", stamp " + stampDuty);
        }
    }

    /** What has to be added to an amount of zero or more so that it can be paid in cash; halves go up. */
    public Money cashRounding(Money amount) {
        long beyond = amount.cents() % cashStepCents;
        return Money.ofCents(2 * beyond < cashStepCents ? -beyond : cashStepCents - beyond);
    }

    VatTreatment vatOf(DueKind kind) {
        VatTreatment treatment = vat.get(kind);
        if (treatment == null) {
            throw new IllegalStateException("no VAT treatment of " + kind);
        }
        return treatment;
    }
}
