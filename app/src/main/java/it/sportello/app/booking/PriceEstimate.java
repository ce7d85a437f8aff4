package it.sportello.app.booking;

import it.sportello.app.frame.Texts;
import it.sportello.app.frame.Words;
import it.sportello.app.service.CoPayments;

/** What the places held will probably cost, and why; the server says it for good with the booking. */
record PriceEstimate(String amount, String reason) {
    static PriceEstimate of(HeldOffer held, CoPayments prices, Texts texts, Words words) {
        if (held.regime() == Regime.PRIVATE_PRACTICE) {
            return new PriceEstimate(texts.get("price.private"), texts.get("price.private.reason"));
        }
        CoPayments.Explained explained = prices.explain(new CoPayments.Basis(
                held.wanted().prescription().rows(),
                held.wanted().prescription().accessType(),
                held.wanted().prescription().exemptionCode(),
                held.wanted().exemptions(),
                held.wanted().prescription().issuedOn(),
                held.offer().slots().getFirst().startsAt().toLocalDate()));
        return new PriceEstimate(words.money(explained.total()), String.join("\n", explained.reasons()));
    }
}
