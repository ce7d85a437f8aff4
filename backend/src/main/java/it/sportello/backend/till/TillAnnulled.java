package it.sportello.backend.till;

import it.sportello.api.Json;
import it.sportello.api.Tills;
import it.sportello.api.Tills.DocumentLine;
import it.sportello.backend.operation.Applier;
import it.sportello.backend.operation.Incoming;
import it.sportello.backend.person.DueRows;
import it.sportello.backend.session.Desks;
import it.sportello.backend.session.ParameterTables;
import it.sportello.backend.session.Role;
import it.sportello.backend.store.Columns;
import it.sportello.domain.operation.OperationType;
import it.sportello.domain.parameter.ParameterKeys;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * {@code till.annulled}: a document of the open session is voided, its dues are owed again. Above the amount that one may
 * void alone a second, entitled person must have approved.
 */
public final class TillAnnulled implements Applier {
    private final ParameterTables parameters;

    public TillAnnulled(ParameterTables parameters) {
        this.parameters = parameters;
    }

    private record Row(
            UUID sessionId, boolean annulled, long totalCents, LocalDate issuedOn, List<DocumentLine> lines) {}

    @Override
    public OperationType type() {
        return OperationType.TILL_ANNULLED;
    }

    @Override
    public Outcome apply(Handle handle, Incoming incoming) {
        Tills.Annulled annulled = incoming.payload(Tills.Annulled.class);
        Set<String> flags = new TreeSet<>();
        TillSessions.flagOddities(handle, incoming, annulled.tillSessionId(), flags);
        Optional<Row> document = find(handle, LedgerRows.tillId(incoming), annulled.documentNumber());
        if (document.isEmpty()) {
            flags.add("DOCUMENT_UNKNOWN");
        } else if (document.get().annulled()) {
            flags.add("DOCUMENT_ALREADY_ANNULLED");
        } else {
            flagApproval(handle, incoming, annulled, document.get(), flags);
            annul(handle, incoming, annulled, document.get(), flags);
        }
        LedgerRows.append(handle, incoming, annulled.entries(), flags);
        return Outcome.flagged(List.copyOf(flags));
    }

    private static Optional<Row> find(Handle handle, String till, String number) {
        return handle.createQuery("""
                        select till_session_id, annulled, total_cents, issued_on, lines
                        from fiscal_document where till_id = :till and number = :number for update""")
                .bind("till", till)
                .bind("number", number)
                .map((row, context) -> new Row(
                        row.getObject("till_session_id", UUID.class),
                        row.getBoolean("annulled"),
                        row.getLong("total_cents"),
                        Columns.date(row, "issued_on"),
                        List.of(Json.strict().readValue(row.getString("lines"), DocumentLine[].class))))
                .findOne();
    }

    private static void annul(
            Handle handle, Incoming incoming, Tills.Annulled annulled, Row document, Set<String> flags) {
        if (!document.sessionId().equals(annulled.tillSessionId())) {
            flags.add("DOCUMENT_OF_OTHER_SESSION");
        }
        handle.createUpdate("update fiscal_document set annulled = true where number = :number")
                .bind("number", annulled.documentNumber())
                .execute();
        document.lines().stream()
                .map(DocumentLine::dueId)
                .distinct()
                .sorted()
                .forEach(due -> DueRows.reopen(handle, incoming.feed(), due));
    }

    private void flagApproval(
            Handle handle, Incoming incoming, Tills.Annulled annulled, Row document, Set<String> flags) {
        long alone = parameters
                .at(handle, incoming.author().siteId())
                .get(ParameterKeys.VOID_ALONE, document.issuedOn())
                .cents();
        if (document.totalCents() <= alone) {
            return;
        }
        if (annulled.approverId().isEmpty()) {
            flags.add("APPROVER_MISSING");
        } else if (annulled.approverId().get().equals(incoming.author().operatorId())) {
            flags.add("APPROVER_IS_AUTHOR");
        } else if (!mayApprove(handle, annulled.approverId().get())) {
            flags.add("APPROVER_NOT_ENTITLED");
        }
    }

    private static boolean mayApprove(Handle handle, String operatorId) {
        Set<Role> roles = handle.createQuery("select roles from operator where id = :id and enabled")
                .bind("id", operatorId)
                .map((row, context) -> Desks.roles(Columns.texts(row, "roles")))
                .findOne()
                .orElse(Set.of());
        return Arrays.asList(Role.CASH_RESPONSIBLE, Role.SUPERVISOR).stream().anyMatch(roles::contains);
    }
}
