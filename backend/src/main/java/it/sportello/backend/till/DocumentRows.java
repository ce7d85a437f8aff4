package it.sportello.backend.till;

import it.sportello.api.Json;
import it.sportello.api.ProblemCode;
import it.sportello.api.Tills.Document;
import it.sportello.api.Tills.SeriesHead;
import it.sportello.backend.http.Refusal;
import it.sportello.backend.operation.Incoming;
import it.sportello.backend.store.Columns;
import it.sportello.domain.document.DocumentNumber;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Fiscal documents: each number once, each series without a gap and in the order of dates (§3.6). */
final class DocumentRows {
    private DocumentRows() {}

    private record Last(long progressive, LocalDate issuedOn) {}

    static void insert(
            Handle handle, Incoming incoming, UUID sessionId, String personId, Document document, Set<String> flags) {
        if (document.progressive() < 1) {
            throw Refusal.of(ProblemCode.MALFORMED, "progressive of a document");
        }
        String till = LedgerRows.tillId(incoming);
        flagNumber(incoming, till, document, flags);
        flagSeries(handle, till, document, flags);
        int rows = handle.createUpdate("""
                        insert into fiscal_document (till_id, regime, kind, epoch, year, progressive, number, issued_on,
                            till_session_id, person_id, lines, stamp_cents, total_cents, operation_id)
                        values (:till, :regime, :kind, :epoch, :year, :progressive, :number, :issued, :session,
                            :person, cast(:lines as jsonb), :stamp, :total, :operation)
                        on conflict do nothing""")
                .bind("till", till)
                .bind("regime", document.regime())
                .bind("kind", document.kind())
                .bind("epoch", document.epoch())
                .bind("year", document.year())
                .bind("progressive", document.progressive())
                .bind("number", document.number())
                .bind("issued", document.issuedOn())
                .bind("session", sessionId)
                .bind("person", personId)
                .bind("lines", Json.strict().writeValueAsString(document.lines()))
                .bind("stamp", document.stampCents())
                .bind("total", document.totalCents())
                .bind("operation", incoming.operation().id())
                .execute();
        if (rows == 0) {
            flags.add("NUMBER_REPEATED");
        }
    }

    /** The newest number of every series of a till. */
    static List<SeriesHead> heads(Handle handle, String till) {
        return handle.createQuery("""
                        select regime, kind, epoch, year, max(progressive) as last
                        from fiscal_document where till_id = :till
                        group by regime, kind, epoch, year order by regime, kind, epoch, year""")
                .bind("till", till)
                .map((row, context) -> new SeriesHead(
                        row.getString("regime"),
                        row.getString("kind"),
                        row.getString("epoch"),
                        row.getInt("year"),
                        row.getLong("last")))
                .list();
    }

    private static void flagNumber(Incoming incoming, String till, Document document, Set<String> flags) {
        DocumentNumber number = DocumentNumber.parse(document.number());
        boolean same = number != null
                && number.progressive() == document.progressive()
                && number.series().till().equals(till)
                && number.series().epoch().equals(document.epoch())
                && number.series().year() == document.year()
                && number.series().regime().name().equals(document.regime())
                && number.series().kind().name().equals(document.kind());
        if (!same || !document.epoch().equals(incoming.epoch())) {
            flags.add("NUMBER_OF_OTHER_SERIES");
        }
        long lines =
                document.lines().stream().mapToLong(line -> line.amountCents()).sum();
        if (lines + document.stampCents() != document.totalCents()) {
            flags.add("DOCUMENT_TOTAL");
        }
    }

    private static void flagSeries(Handle handle, String till, Document document, Set<String> flags) {
        Optional<Last> last = handle.createQuery("""
                        select progressive, issued_on from fiscal_document
                        where till_id = :till and regime = :regime and kind = :kind and epoch = :epoch and year = :year
                        order by progressive desc limit 1""")
                .bind("till", till)
                .bind("regime", document.regime())
                .bind("kind", document.kind())
                .bind("epoch", document.epoch())
                .bind("year", document.year())
                .map((row, context) -> new Last(row.getLong("progressive"), Columns.date(row, "issued_on")))
                .findOne();
        long expected = last.map(Last::progressive).orElse(0L) + 1;
        if (document.progressive() > expected) {
            flags.add("SERIES_GAP");
        }
        if (last.isPresent() && document.issuedOn().isBefore(last.get().issuedOn())) {
            flags.add("SERIES_DATE_BACKWARDS");
        }
    }
}
