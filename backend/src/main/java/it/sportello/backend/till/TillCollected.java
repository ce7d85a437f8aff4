package it.sportello.backend.till;

import it.sportello.api.Tills;
import it.sportello.api.Tills.Document;
import it.sportello.api.Tills.TenderLine;
import it.sportello.backend.operation.Applier;
import it.sportello.backend.operation.Incoming;
import it.sportello.backend.person.DueRows;
import it.sportello.domain.operation.OperationType;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/** {@code till.collected}: dues settled, documents issued, money taken. It happened: nothing here refuses it. */
public final class TillCollected implements Applier {
    @Override
    public OperationType type() {
        return OperationType.TILL_COLLECTED;
    }

    @Override
    public Outcome apply(Handle handle, Incoming incoming) {
        Tills.Collected collected = incoming.payload(Tills.Collected.class);
        Set<String> flags = new TreeSet<>();
        TillSessions.flagOddities(handle, incoming, collected.tillSessionId(), flags);
        flagTotals(collected, flags);
        for (Tills.DueSettled due : sorted(collected.dues())) {
            settle(handle, incoming, collected, due, flags);
        }
        for (Document document : collected.documents()) {
            DocumentRows.insert(handle, incoming, collected.tillSessionId(), collected.personId(), document, flags);
        }
        insertTenders(handle, incoming, collected.tenders());
        AttemptRows.flagUnproved(handle, incoming, collected, flags);
        LedgerRows.append(handle, incoming, collected.entries(), flags);
        return Outcome.flagged(List.copyOf(flags));
    }

    /** Rows are locked in one order, so that two collections never wait for each other in a circle. */
    private static List<Tills.DueSettled> sorted(List<Tills.DueSettled> dues) {
        return dues.stream()
                .sorted((one, other) -> one.dueId().compareTo(other.dueId()))
                .toList();
    }

    private static void flagTotals(Tills.Collected collected, Set<String> flags) {
        long documents =
                collected.documents().stream().mapToLong(Document::totalCents).sum();
        long tenders =
                collected.tenders().stream().mapToLong(TenderLine::amountCents).sum();
        if (documents + collected.roundingCents() != collected.payableCents() || tenders != collected.payableCents()) {
            flags.add("TOTALS_DIFFER");
        }
    }

    private static void settle(
            Handle handle, Incoming incoming, Tills.Collected collected, Tills.DueSettled due, Set<String> flags) {
        String flag = DueRows.settle(handle, incoming.feed(), due, collected.personId());
        int rows = handle.createUpdate("""
                        insert into due_settlement (due_id, operation_id, amount_cents, seen_version, flag)
                        values (:due, :operation, :amount, :seen, :flag) on conflict do nothing""")
                .bind("due", due.dueId())
                .bind("operation", incoming.operation().id())
                .bind("amount", due.amountCents())
                .bind("seen", due.seenVersion())
                .bind("flag", flag)
                .execute();
        if (rows == 0) {
            flags.add("DUE_TWICE_IN_BASKET");
        }
        if (flag != null) {
            flags.add(flag);
        }
    }

    private static void insertTenders(Handle handle, Incoming incoming, List<TenderLine> tenders) {
        int position = 0;
        for (TenderLine tender : tenders) {
            position++;
            handle.createUpdate("""
                            insert into tender (operation_id, position, kind, amount_cents)
                            values (:operation, :position, :kind, :amount)""")
                    .bind("operation", incoming.operation().id())
                    .bind("position", position)
                    .bind("kind", tender.kind())
                    .bind("amount", tender.amountCents())
                    .execute();
        }
    }
}
