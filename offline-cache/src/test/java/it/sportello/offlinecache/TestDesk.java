package it.sportello.offlinecache;

import it.sportello.api.Accesses;
import it.sportello.api.Tills;
import it.sportello.domain.document.DocumentKind;
import it.sportello.domain.document.DocumentNumber;
import it.sportello.domain.document.Regime;
import it.sportello.domain.document.SeriesKey;
import it.sportello.domain.ledger.EntryKind;
import it.sportello.domain.money.Money;
import it.sportello.domain.money.TenderKind;
import it.sportello.domain.operation.Lane;
import it.sportello.domain.operation.OperationType;
import it.sportello.offlinecache.desk.DeskStore;
import it.sportello.offlinecache.desk.DeskStoreOptions;
import it.sportello.offlinecache.journal.Author;
import it.sportello.offlinecache.journal.CrashPoint;
import it.sportello.offlinecache.journal.Journal;
import it.sportello.offlinecache.journal.LedgerDraft;
import it.sportello.offlinecache.journal.OperationDraft;
import it.sportello.offlinecache.journal.PostedEntry;
import it.sportello.offlinecache.journal.TillSessionState;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A desk with one till, and the facts a cashier makes. */
public final class TestDesk {
    public static final String TILL = "T01";
    public static final Author AUTHOR = new Author("D01", "installation-1", "A", "operator-1", "session-1");
    public static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    public static final Instant MORNING = Instant.parse("2026-11-23T07:30:00Z");
    public static final SeriesKey RECEIPTS = SeriesKey.of(Regime.SSN, DocumentKind.RECEIPT, TILL, "A", 2026);
    private static final UUID SESSION = UUID.fromString("01936f00-0000-7000-8000-000000000001");
    private static final long FLOAT = 10_000;

    private TestDesk() {}

    /** What a till session keeps in the tests. */
    public record SessionDetail(long floatCents, String step) {}

    public static DeskStore open(Path home) {
        return open(home, CrashPoint.NONE);
    }

    public static DeskStore open(Path home, CrashPoint crash) {
        return DeskStore.open(new DeskStoreOptions(
                home, () -> MORNING, System::nanoTime, new SecureRandom(), ThreadGuard.NONE, crash));
    }

    public static UUID openTill(Journal journal) {
        return journal.commit(transaction -> {
            List<PostedEntry> entries = transaction.appendLedger(
                    TILL, List.of(LedgerDraft.cash(EntryKind.FLOAT_OPENING, Money.ofCents(FLOAT))));
            Tills.Opened opened = new Tills.Opened(
                    SESSION, TILL, "A", DAY, Map.of(1000, 10), FLOAT, FLOAT, Optional.empty(), wire(entries));
            transaction.putTillSession(
                    new TillSessionState(SESSION, TILL, DAY, true, new SessionDetail(FLOAT, "OPEN")));
            return transaction.enqueue(draft(OperationType.TILL_OPENED, opened));
        });
    }

    /** One cash collection of one due, with its receipt and its print queued. */
    public static Collection collect(Journal journal, String dueId, String personId, long cents) {
        return journal.commit(transaction -> {
            DocumentNumber number = transaction.nextNumber(RECEIPTS, DAY);
            List<PostedEntry> entries = transaction.appendLedger(
                    TILL,
                    List.of(LedgerDraft.document(
                            EntryKind.COLLECTION, Map.of(TenderKind.CASH, Money.ofCents(cents)), number.printed())));
            Tills.Document document = document(number, dueId, cents);
            transaction.putDocument(number.printed(), "receipt", SESSION, document);
            UUID operation = transaction.enqueue(draft(
                    OperationType.TILL_COLLECTED,
                    new Tills.Collected(
                            SESSION,
                            personId,
                            List.of(new Tills.DueSettled(dueId, cents, 1)),
                            List.of(document),
                            List.of(new Tills.TenderLine("CASH", cents)),
                            cents,
                            0,
                            cents,
                            0,
                            false,
                            wire(entries))));
            transaction.logAccess(AUTHOR, false, Accesses.Viewed.page(personId, "S21", "INCASSO"));
            UUID print = transaction.queuePrint(number.printed()).id();
            return new Collection(operation, number, print, entries.getLast().runningTotal());
        });
    }

    /** What a collection left behind. */
    public record Collection(UUID operationId, DocumentNumber number, UUID printId, Money runningTotal) {}

    public static UUID annul(Journal journal, Collection collection, long cents) {
        return journal.commit(transaction -> {
            List<PostedEntry> entries = transaction.appendLedger(
                    TILL,
                    List.of(LedgerDraft.document(
                            EntryKind.ANNULMENT,
                            Map.of(TenderKind.CASH, Money.ofCents(-cents)),
                            collection.number().printed())));
            return transaction.enqueue(draft(
                    OperationType.TILL_ANNULLED,
                    new Tills.Annulled(
                            SESSION, collection.number().printed(), "errore", Optional.empty(), wire(entries))));
        });
    }

    public static OperationDraft draft(OperationType type, Object payload) {
        return new OperationDraft(type, 1, Lane.till(TILL), payload, AUTHOR, false);
    }

    public static Tills.Document document(DocumentNumber number, String dueId, long cents) {
        return new Tills.Document(
                number.printed(),
                "SSN",
                "RECEIPT",
                "A",
                2026,
                number.progressive(),
                DAY,
                List.of(new Tills.DocumentLine("Ticket visita", dueId, cents)),
                0,
                cents);
    }

    public static UUID session() {
        return SESSION;
    }

    private static List<Tills.Entry> wire(List<PostedEntry> entries) {
        List<Tills.Entry> wire = new ArrayList<>();
        entries.forEach(entry -> wire.add(entry.onTheWire()));
        return wire;
    }
}
