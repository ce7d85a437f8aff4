package it.sportello.backend.till;

import it.sportello.api.ProblemCode;
import it.sportello.api.Tills.Entry;
import it.sportello.api.Tills.LedgerSummary;
import it.sportello.backend.http.Answer;
import it.sportello.backend.http.Call;
import it.sportello.backend.http.Refusal;
import it.sportello.backend.session.Caller;
import it.sportello.backend.session.Permission;
import it.sportello.backend.store.Columns;
import it.sportello.backend.store.Database;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The ledger of a till as the server holds it: the newest epoch's chain, every line. */
public final class LedgerResource {
    private final Database database;

    public LedgerResource(Database database) {
        this.database = database;
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared as a record
    private record Lane(String epoch, long sequence, byte[] head) {}

    /** GET tills/{id}/ledger: of one's own till, or of any for who controls. */
    public Answer ledger(Caller caller, Call call) {
        String till = call.path("id");
        boolean own = caller.identity().desk().tillId().equals(Optional.of(till));
        if (!(own && caller.has(Permission.TILL)) && !caller.has(Permission.CONTROL)) {
            throw Refusal.of(ProblemCode.FORBIDDEN, "ledger of another till");
        }
        return Answer.ok(database.readTogether(handle -> summary(handle, till)));
    }

    private static LedgerSummary summary(Handle handle, String till) {
        boolean known = handle.createQuery("select exists (select from till where id = :till)")
                .bind("till", till)
                .mapTo(Boolean.class)
                .one();
        if (!known) {
            throw Refusal.of(ProblemCode.NOT_FOUND, "no such till");
        }
        Optional<Lane> lane = lane(handle, till);
        List<Entry> lines = lines(handle, till);
        long operations = handle.createQuery("select count(*) from operation where lane = :lane")
                .bind("lane", "till:" + till)
                .mapTo(Long.class)
                .one();
        return new LedgerSummary(
                till,
                lane.map(Lane::epoch).orElse(""),
                lines.size(),
                lines.stream().mapToLong(Entry::cashCents).sum(),
                lane.map(Lane::sequence).orElse(0L),
                operations,
                lane.map(it -> HexFormat.of().formatHex(it.head())).orElse(""),
                forks(handle, till),
                DocumentRows.heads(handle, till),
                lines);
    }

    private static long forks(Handle handle, String till) {
        return handle.createQuery("""
                        select count(*) from lane_fork fork where fork.lane = :lane
                            and not exists (select from operation where id = fork.operation_id)""")
                .bind("lane", "till:" + till)
                .mapTo(Long.class)
                .one();
    }

    private static Optional<Lane> lane(Handle handle, String till) {
        return handle.createQuery("""
                        select epoch, last_sequence, chain_head from lane where name = :lane
                        order by length(epoch) desc, epoch desc limit 1""")
                .bind("lane", "till:" + till)
                .map((row, context) ->
                        new Lane(row.getString("epoch"), row.getLong("last_sequence"), row.getBytes("chain_head")))
                .findOne();
    }

    private static List<Entry> lines(Handle handle, String till) {
        return handle.createQuery("""
                        select sequence, kind, cash_cents, running_total_cents, document_number, at from ledger_entry
                        where till_id = :till order by length(epoch), epoch, sequence""")
                .bind("till", till)
                .map((row, context) -> new Entry(
                        row.getLong("sequence"),
                        row.getString("kind"),
                        row.getLong("cash_cents"),
                        row.getLong("running_total_cents"),
                        Columns.optionalText(row, "document_number"),
                        Columns.instant(row, "at")))
                .list();
    }
}
