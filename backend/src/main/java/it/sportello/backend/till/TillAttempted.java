package it.sportello.backend.till;

import it.sportello.api.ProblemCode;
import it.sportello.api.Tills;
import it.sportello.backend.http.Refusal;
import it.sportello.backend.operation.Applier;
import it.sportello.backend.operation.Incoming;
import it.sportello.domain.operation.OperationType;
import it.sportello.domain.till.AttemptSource;
import it.sportello.domain.till.AttemptState;
import it.sportello.domain.till.CardSlip;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/**
 * {@code till.attempted}: an attempt to be paid by card ended, or nobody knows how. It happened: nothing here refuses
 * it; what the rules of the desk would not have let pass is told to the accountant.
 */
public final class TillAttempted implements Applier {
    @Override
    public OperationType type() {
        return OperationType.TILL_ATTEMPTED;
    }

    @Override
    public Outcome apply(Handle handle, Incoming incoming) {
        Tills.Attempted attempted = incoming.payload(Tills.Attempted.class);
        AttemptState state = one(AttemptState.values(), attempted.state(), "state of an attempt");
        AttemptSource source = one(AttemptSource.values(), attempted.source(), "source of an attempt");
        if (state == AttemptState.CREATED || state == AttemptState.SENT) {
            throw Refusal.of(ProblemCode.MALFORMED, "an attempt that has not come to anything");
        }
        Set<String> flags = new TreeSet<>();
        TillSessions.flagOddities(handle, incoming, attempted.tillSessionId(), flags);
        Optional<AttemptState> before = AttemptRows.state(handle, attempted.attemptId());
        if (!before.orElse(AttemptState.SENT).mayBecome(state)) {
            flags.add("ATTEMPT_ALREADY_ENDED");
        }
        flagProof(state, attempted, flags);
        if (source == AttemptSource.OPERATOR) {
            flags.add("RESOLVED_BY_HAND");
        }
        flagSlip(handle, incoming, attempted, flags);
        AttemptRows.insert(handle, incoming, attempted);
        LedgerRows.append(handle, incoming, List.of(), flags);
        return Outcome.flagged(List.copyOf(flags));
    }

    /** A doubt with a slip is money that the terminal approved and the desk could not book yet. */
    private static void flagProof(AttemptState state, Tills.Attempted attempted, Set<String> flags) {
        boolean slip = attempted.slip().isPresent();
        if (state == AttemptState.UNKNOWN && slip) {
            flags.add("APPROVED_NOT_BOOKED");
        } else if ((state == AttemptState.APPROVED) != slip) {
            flags.add("SLIP_DIFFERS");
        }
    }

    private static void flagSlip(Handle handle, Incoming incoming, Tills.Attempted attempted, Set<String> flags) {
        if (attempted.slip().isEmpty()) {
            return;
        }
        String stan = attempted.slip().get().stan();
        if (!CardSlip.isStan(stan)) {
            flags.add("STAN_MISSING");
        } else if (AttemptRows.stanUsed(handle, LedgerRows.tillId(incoming), attempted, stan)) {
            flags.add("STAN_REPEATED");
        }
    }

    private static <E extends Enum<E>> E one(E[] values, String name, String what) {
        return Arrays.stream(values)
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.of(ProblemCode.MALFORMED, what));
    }
}
