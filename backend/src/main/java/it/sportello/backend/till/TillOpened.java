package it.sportello.backend.till;

import it.sportello.api.Tills;
import it.sportello.backend.operation.Applier;
import it.sportello.backend.operation.Incoming;
import it.sportello.domain.operation.OperationType;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/** {@code till.opened}: a session begins with its counted float. */
public final class TillOpened implements Applier {
    @Override
    public OperationType type() {
        return OperationType.TILL_OPENED;
    }

    @Override
    public Outcome apply(Handle handle, Incoming incoming) {
        Tills.Opened opened = incoming.payload(Tills.Opened.class);
        Set<String> flags = new TreeSet<>();
        TillSessions.flagAuthor(incoming, flags);
        String till = LedgerRows.tillId(incoming);
        if (!opened.tillId().equals(till) || !opened.epoch().equals(incoming.epoch())) {
            flags.add("TILL_OR_EPOCH_DIFFERS");
        }
        if (TillSessions.sum(opened.pieces()) != opened.countedFloatCents()) {
            flags.add("COUNT_DIFFERS");
        }
        boolean open = handle.createQuery(
                        "select exists (select from till_session where till_id = :till and closed_at is null)")
                .bind("till", till)
                .mapTo(Boolean.class)
                .one();
        if (open) {
            flags.add("SESSION_ALREADY_OPEN");
        }
        insert(handle, incoming, opened, till, flags);
        LedgerRows.append(handle, incoming, opened.entries(), flags);
        return Outcome.flagged(List.copyOf(flags));
    }

    private static void insert(Handle handle, Incoming incoming, Tills.Opened opened, String till, Set<String> flags) {
        int rows = handle.createUpdate("""
                        insert into till_session (id, till_id, operator_id, accounting_day, opened_at)
                        values (:id, :till, :operator, :day, :at) on conflict do nothing""")
                .bind("id", opened.tillSessionId())
                .bind("till", till)
                .bind("operator", incoming.author().operatorId())
                .bind("day", opened.accountingDay())
                .bind("at", incoming.operation().occurredAt())
                .execute();
        if (rows == 0) {
            flags.add("SESSION_REPEATED");
        }
    }
}
