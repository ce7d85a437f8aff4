package it.sportello.domain.till;

import java.util.List;

/** What a step of a till session comes to. */
public sealed interface TillStep {
    record Done(TillSession session) implements TillStep {}

    record Refused(List<TillRefusal> refusals) implements TillStep {
        public Refused {
            refusals = List.copyOf(refusals);
        }

        static Refused of(TillRefusal refusal) {
            return new Refused(List.of(refusal));
        }
    }
}
