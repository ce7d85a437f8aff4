package it.sportello.backend.till;

import it.sportello.api.Documents;
import it.sportello.api.ProblemCode;
import it.sportello.backend.http.Refusal;
import it.sportello.backend.operation.Applier;
import it.sportello.backend.operation.Incoming;
import it.sportello.domain.operation.OperationType;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/** {@code document.printed}: what became of the paper. */
public final class DocumentPrinted implements Applier {
    private static final Set<String> OUTCOMES = Set.of("PRINTED", "NOT_PRINTED", "UNCERTAIN");

    @Override
    public OperationType type() {
        return OperationType.DOCUMENT_PRINTED;
    }

    @Override
    public Outcome apply(Handle handle, Incoming incoming) {
        Documents.Printed printed = incoming.payload(Documents.Printed.class);
        if (!OUTCOMES.contains(printed.outcome())) {
            throw Refusal.of(ProblemCode.MALFORMED, "outcome of a print");
        }
        Set<String> flags = new TreeSet<>();
        LedgerRows.append(handle, incoming, List.of(), flags);
        boolean known = handle.createQuery("select exists (select from fiscal_document where number = :number)")
                .bind("number", printed.documentNumber())
                .mapTo(Boolean.class)
                .one();
        if (!known) {
            flags.add("DOCUMENT_UNKNOWN");
        }
        handle.createUpdate("""
                        insert into document_print (operation_id, number, copy, outcome, occurred_at)
                        values (:operation, :number, :copy, :outcome, :at)""")
                .bind("operation", incoming.operation().id())
                .bind("number", printed.documentNumber())
                .bind("copy", printed.copy())
                .bind("outcome", printed.outcome())
                .bind("at", incoming.operation().occurredAt())
                .execute();
        return Outcome.flagged(List.copyOf(flags));
    }
}
