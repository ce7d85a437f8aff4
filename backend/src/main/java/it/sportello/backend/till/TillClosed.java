package it.sportello.backend.till;

import it.sportello.api.Tills;
import it.sportello.backend.operation.Applier;
import it.sportello.backend.operation.Incoming;
import it.sportello.domain.operation.OperationType;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/** {@code till.closed}: the drawer was counted, the difference is booked, the float stays. */
public final class TillClosed implements Applier {
    @Override
    public OperationType type() {
        return OperationType.TILL_CLOSED;
    }

    @Override
    public Outcome apply(Handle handle, Incoming incoming) {
        Tills.Closed closed = incoming.payload(Tills.Closed.class);
        Set<String> flags = new TreeSet<>();
        TillSessions.flagClosing(handle, incoming, closed.tillSessionId(), flags);
        flagCount(incoming, closed, flags);
        if (!new HashSet<>(DocumentRows.heads(handle, LedgerRows.tillId(incoming))).containsAll(closed.series())) {
            flags.add("SERIES_HEADS_DIFFER");
        }
        handle.createUpdate("""
                        update till_session set closed_at = :at, counted_cents = :counted,
                            difference_cents = :difference, float_left_cents = :left, deposit_cents = :deposit
                        where id = :id and till_id = :till and closed_at is null""")
                .bind("at", incoming.operation().occurredAt())
                .bind("counted", closed.countedCashCents())
                .bind("difference", closed.differenceCents())
                .bind("left", closed.floatLeftCents())
                .bind("deposit", closed.depositCents())
                .bind("id", closed.tillSessionId())
                .bind("till", LedgerRows.tillId(incoming))
                .execute();
        LedgerRows.append(handle, incoming, closed.entries(), flags);
        return Outcome.flagged(List.copyOf(flags));
    }

    private static void flagCount(Incoming incoming, Tills.Closed closed, Set<String> flags) {
        if (TillSessions.sum(closed.pieces()) != closed.countedCashCents()
                || closed.countedCashCents() - closed.floatLeftCents() != closed.depositCents()) {
            flags.add("COUNT_DIFFERS");
        }
        if (closed.expectedCashCents() != incoming.previousTotalCents()
                || closed.countedCashCents() - closed.expectedCashCents() != closed.differenceCents()) {
            flags.add("BALANCE_DIFFERS");
        }
    }
}
