package it.sportello.domain.till;

import java.util.List;

/** What a step of an attempt comes to. */
public sealed interface AttemptStep {
    record Done(CardAttempt attempt) implements AttemptStep {}

    record Refused(List<AttemptRefusal> refusals) implements AttemptStep {
        public Refused {
            refusals = List.copyOf(refusals);
        }
    }
}
