package it.sportello.backend.till;

import it.sportello.api.ProblemCode;
import it.sportello.api.Tills.Entry;
import it.sportello.backend.http.Refusal;
import it.sportello.backend.operation.Incoming;
import it.sportello.domain.ledger.EntryKind;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Stores the lines of a till's ledger, and tells what does not add up. */
final class LedgerRows {
    private LedgerRows() {}

    /** Adds the lines of one operation, in order, whatever is odd about them. */
    static void append(Handle handle, Incoming incoming, List<Entry> entries, Set<String> flags) {
        String till = tillId(incoming);
        long expected = handle.createQuery(
                                "select coalesce(max(sequence), 0) from ledger_entry where till_id = :till and epoch = :epoch")
                        .bind("till", till)
                        .bind("epoch", incoming.epoch())
                        .mapTo(Long.class)
                        .one()
                + 1;
        long total = incoming.previousTotalCents();
        for (Entry entry : entries) {
            refuseUnknownKind(entry);
            if (entry.sequence() != expected) {
                flags.add("ENTRY_SEQUENCE");
            }
            total += entry.cashCents();
            if (entry.runningTotalCents() != total) {
                flags.add("RUNNING_TOTAL");
            }
            insert(handle, incoming, till, entry, flags);
            expected = entry.sequence() + 1;
        }
        if (incoming.runningTotalCents() != total) {
            flags.add("RUNNING_TOTAL");
        }
    }

    /** The till of the desk that acts: its lane was checked against it. */
    static String tillId(Incoming incoming) {
        return incoming.author().identity().desk().tillId().orElseThrow();
    }

    private static void insert(Handle handle, Incoming incoming, String till, Entry entry, Set<String> flags) {
        int rows = handle.createUpdate("""
                        insert into ledger_entry (till_id, epoch, sequence, kind, cash_cents, running_total_cents,
                            document_number, at, operation_id)
                        values (:till, :epoch, :sequence, :kind, :cash, :total, :document, :at, :operation)
                        on conflict do nothing""")
                .bind("till", till)
                .bind("epoch", incoming.epoch())
                .bind("sequence", entry.sequence())
                .bind("kind", entry.kind())
                .bind("cash", entry.cashCents())
                .bind("total", entry.runningTotalCents())
                .bind("document", entry.documentNumber().orElse(null))
                .bind("at", entry.at())
                .bind("operation", incoming.operation().id())
                .execute();
        if (rows == 0) {
            flags.add("ENTRY_REPEATED");
        }
    }

    private static void refuseUnknownKind(Entry entry) {
        boolean known =
                Arrays.stream(EntryKind.values()).anyMatch(kind -> kind.name().equals(entry.kind()));
        if (!known) {
            throw Refusal.of(ProblemCode.MALFORMED, "kind of a ledger line");
        }
    }
}
