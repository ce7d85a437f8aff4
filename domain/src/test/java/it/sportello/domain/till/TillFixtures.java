package it.sportello.domain.till;

import it.sportello.domain.document.Regime;
import it.sportello.domain.document.VatTreatment;
import it.sportello.domain.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Dues, rules and sessions for the tests of the till. */
final class TillFixtures {
    static final LocalDate DAY = LocalDate.of(2026, 3, 10);
    static final Instant MORNING = Instant.parse("2026-03-10T07:00:00Z");

    private TillFixtures() {}

    static CollectionRules rules() {
        return rules(true, true);
    }

    static CollectionRules rules(boolean privatePracticeCash, boolean notices) {
        Map<DueKind, VatTreatment> vat = new EnumMap<>(DueKind.class);
        for (DueKind kind : DueKind.values()) {
            vat.put(kind, new VatTreatment(0, "ART10_18"));
        }
        vat.put(DueKind.PAID_ROOM, new VatTreatment(1000, "TABLE_A_120"));
        return new CollectionRules(
                Money.ofCents(7747), Money.ofCents(200), 5, Money.ofCents(500_000), privatePracticeCash, notices, vat);
    }

    static Due due(String id, DueKind kind, long cents) {
        return due(id, "P1", kind, cents);
    }

    static Due due(String id, String person, DueKind kind, long cents) {
        Regime regime = kind == DueKind.PRIVATE_PRACTICE ? Regime.PRIVATE_PRACTICE : Regime.SSN;
        return new Due(id, person, kind, Money.ofCents(cents), regime, "prestazione", DAY, null, null, DueState.OPEN);
    }

    static Due withNotice(Due due) {
        return new Due(
                due.id(),
                due.personId(),
                due.kind(),
                due.amount(),
                due.regime(),
                due.description(),
                due.referenceDate(),
                null,
                "301000000000000003",
                due.state());
    }

    static Basket basket(Due... dues) {
        return Basket.of(List.of(dues));
    }

    static TillSession opening(Money expectedFloat) {
        return done(TillSession.begin(
                new TillSession.Opening("S1", "T01", "OP1", "DESK1"), expectedFloat, MORNING, List.of()));
    }

    static TillSession open(Count counted) {
        return done(opening(counted.total()).open(counted, null, MORNING));
    }

    static TillSession done(TillStep step) {
        if (step instanceof TillStep.Done done) {
            return done.session();
        }
        throw new AssertionError(step);
    }

    static List<TillRefusal> refused(TillStep step) {
        if (step instanceof TillStep.Refused refused) {
            return refused.refusals();
        }
        throw new AssertionError(step);
    }
}
