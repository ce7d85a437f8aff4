package it.sportello.backend.person;

import it.sportello.api.Dues.DueView;
import it.sportello.api.Json;
import it.sportello.api.Prescriptions.ServiceRow;
import it.sportello.api.Tills.DueSettled;
import it.sportello.backend.feed.FeedDraft;
import it.sportello.backend.store.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Amounts owed, as stored; every change takes the next version. */
public final class DueRows {
    private static final String DUE = """
            select id, person_id, kind, regime, amount_cents, description, reference_date, prescription_number,
                   notice_number, exemption_code, rows, state, version
            from due
            """;

    private DueRows() {}

    public static List<DueView> ofPerson(Handle handle, String personId) {
        return handle.createQuery(DUE + "where person_id = :person order by reference_date, id")
                .bind("person", personId)
                .map((row, context) -> due(row))
                .list();
    }

    /** The open dues of a person, locked until the end of the transaction. */
    static List<DueView> lockOpen(Handle handle, String personId) {
        return handle.createQuery(DUE + "where person_id = :person and state = 'OPEN' order by id for update")
                .bind("person", personId)
                .map((row, context) -> due(row))
                .list();
    }

    public static void insert(Handle handle, FeedDraft feed, DueView due) {
        handle.createUpdate("""
                        insert into due (id, person_id, kind, regime, amount_cents, description, reference_date,
                            prescription_number, notice_number, exemption_code, rows, state, version)
                        values (:id, :person, :kind, :regime, :amount, :description, :reference,
                            :prescription, :notice, :exemption, cast(:rows as jsonb), :state, :version)""")
                .bind("id", due.id())
                .bind("person", due.personId())
                .bind("kind", due.kind())
                .bind("regime", due.regime())
                .bind("amount", due.amountCents())
                .bind("description", due.description())
                .bind("reference", due.referenceDate())
                .bind("prescription", due.prescriptionNumber().orElse(null))
                .bind("notice", due.noticeNumber().orElse(null))
                .bind("exemption", due.exemptionCode().orElse(null))
                .bind("rows", Json.strict().writeValueAsString(due.rows()))
                .bind("state", due.state())
                .bind("version", due.version())
                .execute();
        feed.due(due);
    }

    /**
     * A due was paid at a desk: it is paid now, whatever the desk knew of it.
     *
     * @return what is odd about it, null when nothing is
     */
    public static @Nullable String settle(Handle handle, FeedDraft feed, DueSettled settled, String personId) {
        Optional<DueView> found = lock(handle, settled.dueId());
        if (found.isEmpty()) {
            return "DUE_UNKNOWN";
        }
        DueView due = found.get();
        if (due.state().equals("PAID")) {
            return "DUE_ALREADY_PAID";
        }
        boolean cancelled = due.state().equals("CANCELLED");
        change(handle, feed, due.id(), due.amountCents(), "PAID");
        if (cancelled) {
            return "DUE_CANCELLED";
        }
        if (!due.personId().equals(personId)) {
            return "DUE_OF_OTHER_PERSON";
        }
        return due.amountCents() == settled.amountCents() ? null : "AMOUNT_DIFFERS";
    }

    /** The document of a payment was voided: the due is owed again, unless another payment of it stands. */
    public static void reopen(Handle handle, FeedDraft feed, String dueId) {
        Optional<DueView> due = lock(handle, dueId).filter(it -> it.state().equals("PAID"));
        if (due.isPresent() && !isPaidOtherwise(handle, dueId)) {
            change(handle, feed, dueId, due.get().amountCents(), "OPEN");
        }
    }

    /** Changes amount and state. */
    static void change(Handle handle, FeedDraft feed, String dueId, long amountCents, String state) {
        handle.createUpdate(
                        "update due set amount_cents = :amount, state = :state, version = version + 1 where id = :id")
                .bind("amount", amountCents)
                .bind("state", state)
                .bind("id", dueId)
                .execute();
        feed.due(lock(handle, dueId).orElseThrow());
    }

    private static Optional<DueView> lock(Handle handle, String dueId) {
        return handle.createQuery(DUE + "where id = :id for update")
                .bind("id", dueId)
                .map((row, context) -> due(row))
                .findOne();
    }

    private static boolean isPaidOtherwise(Handle handle, String dueId) {
        return handle.createQuery("""
                        select exists (
                            select from due_settlement s
                            join fiscal_document d on d.operation_id = s.operation_id
                            where s.due_id = :due and not d.annulled
                              and exists (select from jsonb_array_elements(d.lines) line
                                          where line ->> 'dueId' = :due))""").bind("due", dueId).mapTo(Boolean.class).one();
    }

    private static DueView due(ResultSet row) throws SQLException {
        return new DueView(
                row.getString("id"),
                row.getString("person_id"),
                row.getString("kind"),
                row.getString("regime"),
                row.getLong("amount_cents"),
                row.getString("description"),
                Columns.date(row, "reference_date"),
                Columns.optionalText(row, "prescription_number"),
                Columns.optionalText(row, "notice_number"),
                Columns.optionalText(row, "exemption_code"),
                List.of(Json.strict().readValue(row.getString("rows"), ServiceRow[].class)),
                row.getString("state"),
                row.getLong("version"));
    }
}
