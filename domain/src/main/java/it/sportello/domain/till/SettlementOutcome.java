package it.sportello.domain.till;

import java.util.List;

/** What a basket answers to tenders. */
public sealed interface SettlementOutcome {
    record Settled(Settlement settlement) implements SettlementOutcome {}

    record Refused(List<SettlementRefusal> refusals) implements SettlementOutcome {
        public Refused {
            refusals = List.copyOf(refusals);
        }
    }
}
