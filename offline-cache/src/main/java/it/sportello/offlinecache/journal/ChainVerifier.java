package it.sportello.offlinecache.journal;

import it.sportello.api.Json;
import it.sportello.api.Operation;
import it.sportello.domain.document.DocumentNumber;
import it.sportello.domain.document.Series;
import it.sportello.domain.document.SeriesKey;
import it.sportello.domain.ledger.Chain;
import it.sportello.domain.ledger.ChainLink;
import it.sportello.domain.ledger.Ledger;
import it.sportello.domain.ledger.LedgerViolation;
import it.sportello.domain.operation.Lane;
import it.sportello.domain.operation.LaneKind;
import it.sportello.domain.operation.OperationType;
import it.sportello.offlinecache.StoreFault;
import it.sportello.offlinecache.database.Statements;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Verifies at start that the journal agrees with itself (R-SEC-4): every body opens and is what its row says, every
 * chain runs from its first link to the stored head, every book adds up to its running totals and to the total in the
 * newest link, every number from 1 to the last has its document. What does not agree is never silently accepted.
 */
final class ChainVerifier {
    private final Tables tables;

    ChainVerifier(Tables tables) {
        this.tables = tables;
    }

    /**
     * Verifies the whole journal.
     *
     * @return the books as they stand
     * @throws StoreFault {@code TAMPERED} at the first thing that does not agree
     */
    Map<String, Ledger> verify(Statements statements) throws SQLException {
        try {
            Map<String, Ledger> books = books(statements);
            lanes(statements, books);
            numbers(statements);
            tables.sessions().all(statements);
            tables.tasks().open(statements);
            tables.attempts().verify(statements);
            tables.notes().verify(statements);
            return books;
        } catch (LedgerViolation | IllegalArgumentException | java.time.DateTimeException | JacksonException odd) {
            // what a parser says may quote a value, so only its kind is told
            throw new StoreFault(
                    StoreFault.Code.TAMPERED,
                    "a row cannot be what was written: " + odd.getClass().getSimpleName());
        }
    }

    private Map<String, Ledger> books(Statements statements) throws SQLException {
        Map<String, Ledger> books = new HashMap<>();
        for (String till : tables.ledger().tills(statements)) {
            Ledger ledger = Ledger.empty();
            for (PostedEntry posted : tables.ledger().entries(statements, till)) {
                ledger = ledger.append(posted.entry());
                require(ledger.runningTotal().equals(posted.runningTotal()), "the running total of " + till);
            }
            books.put(till, ledger);
        }
        return books;
    }

    private void lanes(Statements statements, Map<String, Ledger> books) throws SQLException {
        Map<String, LaneTable.Stand> stands = new HashMap<>();
        for (LaneTable.Stand stand : tables.lanes().all(statements)) {
            stands.put(stand.lane(), stand);
        }
        Set<String> tills = new HashSet<>(books.keySet());
        for (String name : tables.outbox().lanes(statements)) {
            Lane lane = Lane.parse(name);
            require(lane != null, "the name of a lane");
            List<OutboxBody> rows = tables.outbox().lane(statements, name);
            rows.forEach(ChainVerifier::isWhatItsRowSays);
            if (lane != null && lane.kind().isChained()) {
                long total = chain(rows, stands.remove(name));
                if (lane.kind() == LaneKind.TILL) {
                    tills.remove(lane.id());
                    long cash = books.getOrDefault(lane.id(), Ledger.empty())
                            .runningTotal()
                            .cents();
                    require(total == cash, "the book of " + lane.id() + " and its newest link");
                }
            }
        }
        require(stands.isEmpty(), "a chain without operations");
        require(tills.isEmpty(), "a book without operations");
    }

    /** Verifies one chain and gives the running total of its newest link. */
    private static long chain(List<OutboxBody> rows, LaneTable.@Nullable Stand stand) {
        if (stand == null) {
            throw tampered("operations without a chain");
        }
        ChainLink previous = stand.genesis();
        long sequence = 0;
        long total = 0;
        for (OutboxBody row : rows) {
            sequence++;
            LinkTriple triple = row.link().orElseThrow(() -> tampered("a link is missing"));
            require(row.item().laneSequence().orElse(0L) == sequence, "the sequence of " + stand.lane());
            require(triple.previous().equals(previous), "the previous link in " + stand.lane() + " at " + sequence);
            ChainLink link = Chain.link(previous, row.bytes(), triple.runningTotalCents());
            require(link.equals(triple.link()), "the link in " + stand.lane() + " at " + sequence);
            previous = link;
            total = triple.runningTotalCents();
        }
        require(sequence == stand.count() && previous.equals(stand.head()), "the head of " + stand.lane());
        return total;
    }

    private static void isWhatItsRowSays(OutboxBody row) {
        OutboxItem item = row.item();
        Operation operation = Json.strict().readValue(row.bytes(), Operation.class);
        OperationType type = OperationType.of(operation.type());
        require(
                operation.id().equals(item.id())
                        && operation.lane().equals(item.lane())
                        && operation.type().equals(item.type())
                        && operation.laneSequence().equals(item.laneSequence())
                        && operation.occurredAt().equals(item.createdAt())
                        && (type == null || type.isFact() == item.fact()),
                "operation " + item.id() + " and its row");
    }

    private void numbers(Statements statements) throws SQLException {
        Map<SeriesKey, Set<Integer>> stored = new HashMap<>();
        for (String key : tables.documents().verifiedKeys(statements)) {
            DocumentNumber number = DocumentNumber.parse(key);
            if (number != null) {
                stored.computeIfAbsent(number.series(), series -> new HashSet<>())
                        .add(number.progressive());
            }
        }
        for (Series series : tables.series().all(statements)) {
            Set<Integer> numbers = stored.remove(series.key());
            boolean whole = numbers != null && numbers.size() == series.last();
            for (int number = 1; whole && number <= series.last(); number++) {
                whole = numbers.contains(number);
            }
            require(whole, "the numbers of " + series.key().printed());
        }
        require(stored.isEmpty(), "documents outside every series");
    }

    private static void require(boolean agrees, String what) {
        if (!agrees) {
            throw tampered(what);
        }
    }

    private static StoreFault tampered(String what) {
        return new StoreFault(StoreFault.Code.TAMPERED, what + " does not agree");
    }
}
