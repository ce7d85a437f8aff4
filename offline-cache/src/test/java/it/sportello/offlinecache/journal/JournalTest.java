package it.sportello.offlinecache.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.api.Accesses;
import it.sportello.api.Json;
import it.sportello.api.Operation;
import it.sportello.api.OperationAnswer;
import it.sportello.api.Tills;
import it.sportello.domain.ledger.ChainLink;
import it.sportello.domain.ledger.EntryKind;
import it.sportello.domain.ledger.LedgerViolation;
import it.sportello.domain.money.Money;
import it.sportello.domain.operation.Lane;
import it.sportello.domain.operation.OperationType;
import it.sportello.offlinecache.TestDesk;
import it.sportello.offlinecache.TestDesk.Collection;
import it.sportello.offlinecache.desk.DeskStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("R-TIL-1")
class JournalTest {
    @TempDir
    private Path home;

    private DeskStore store;
    private Journal journal;

    @BeforeEach
    void open() {
        store = TestDesk.open(home);
        journal = store.journal();
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void restart() {
        store.close();
        open();
    }

    @Test
    void oneCommitHoldsLedgerNumberDocumentOperationAccessAndPrint() {
        TestDesk.openTill(journal);
        Collection collection = TestDesk.collect(journal, "due-1", "person-1", 3615);
        restart();
        assertEquals(Money.ofCents(13_615), journal.ledger(TestDesk.TILL).runningTotal());
        assertEquals(1, journal.lastNumber(TestDesk.RECEIPTS));
        assertEquals(
                3615,
                journal.document(collection.number().printed(), Tills.Document.class)
                        .orElseThrow()
                        .totalCents());
        List<OutboxItem> pending = journal.outbox().pending();
        assertEquals(
                List.of("till.opened", "till.collected", "access.viewed"),
                pending.stream().map(OutboxItem::type).toList());
        assertEquals(
                List.of(Optional.of(1L), Optional.of(2L), Optional.of(1L)),
                pending.stream().map(OutboxItem::laneSequence).toList());
        assertEquals(1, journal.prints().open().size());
        Recovery recovery = journal.recovery();
        assertEquals(List.of(collection.number().printed()), recovery.unprintedDocuments());
        assertEquals(TestDesk.session(), recovery.openTillSessions().getFirst().id());
        assertEquals(
                "OPEN",
                recovery.openTillSessions()
                        .getFirst()
                        .detail(TestDesk.SessionDetail.class)
                        .step());
        assertFalse(recovery.isClean());
    }

    @Test
    void theBytesSentAreTheBytesStoredAndTellSequenceAndTotal() {
        TestDesk.openTill(journal);
        Collection collection = TestDesk.collect(journal, "due-1", "person-1", 3615);
        byte[] before =
                journal.outbox().body(collection.operationId()).orElseThrow().bytes();
        restart();
        OutboxBody body = journal.outbox().body(collection.operationId()).orElseThrow();
        org.junit.jupiter.api.Assertions.assertArrayEquals(before, body.bytes());
        Operation operation = Json.strict().readValue(body.bytes(), Operation.class);
        assertEquals(7, operation.id().version());
        assertEquals(Optional.of(2L), operation.laneSequence());
        assertEquals(32, operation.salt().length());
        Tills.Collected payload = Json.strict().treeToValue(operation.payload(), Tills.Collected.class);
        assertEquals(13_615, payload.entries().getLast().runningTotalCents());
        assertEquals(13_615, body.link().orElseThrow().runningTotalCents());
        assertEquals(2, journal.chainHead("till:T01").orElseThrow().count());
    }

    @Test
    void aRefusedLineUndoesNumberDocumentAndOperation() {
        TestDesk.openTill(journal);
        LedgerViolation violation =
                assertThrows(LedgerViolation.class, () -> TestDesk.collect(journal, "due-1", "person-1", -5));
        assertEquals(LedgerViolation.Code.SIGN, violation.code());
        assertEquals(0, journal.lastNumber(TestDesk.RECEIPTS));
        assertEquals(1, journal.outbox().pending().size());
        assertEquals(
                1, TestDesk.collect(journal, "due-1", "person-1", 100).number().progressive());
        assertEquals(Money.ofCents(10_100), journal.ledger(TestDesk.TILL).runningTotal());
    }

    @Test
    @Tag("R-TIL-4")
    void aNumberWithoutItsDocumentIsNotCommitted() {
        assertThrows(
                IllegalStateException.class,
                () -> journal.commit(transaction -> transaction.nextNumber(TestDesk.RECEIPTS, TestDesk.DAY)));
        assertEquals(0, journal.lastNumber(TestDesk.RECEIPTS));
    }

    @Test
    void aLineBehindTheOperationThatTellsTheLinesIsNotWritten() {
        List<LedgerDraft> cent = List.of(LedgerDraft.cash(EntryKind.FLOAT_OPENING, Money.ofCents(1)));
        IllegalStateException refused = assertThrows(
                IllegalStateException.class,
                () -> journal.commit(transaction -> {
                    transaction.appendLedger(TestDesk.TILL, cent);
                    transaction.enqueue(TestDesk.draft(OperationType.TILL_OPENED, java.util.Map.of()));
                    return transaction.appendLedger(TestDesk.TILL, cent);
                }));
        assertEquals("an operation already told the lines of " + TestDesk.TILL, refused.getMessage());
        assertEquals(List.of(), journal.entries(TestDesk.TILL));
    }

    @Test
    void aLineThatNoOperationTellsIsNotCommitted() {
        assertThrows(
                IllegalStateException.class,
                () -> journal.commit(transaction -> transaction.appendLedger(
                        TestDesk.TILL, List.of(LedgerDraft.cash(EntryKind.FLOAT_OPENING, Money.ofCents(1))))));
        assertEquals(Money.ZERO, journal.ledger(TestDesk.TILL).runningTotal());
        assertEquals(List.of(), journal.entries(TestDesk.TILL));
    }

    @Test
    void moneyAfterTheOperationThatToldTheTotalIsRefused() {
        TestDesk.openTill(journal);
        assertThrows(
                IllegalStateException.class,
                () -> journal.commit(transaction -> {
                    transaction.enqueue(
                            TestDesk.draft(OperationType.DOCUMENT_PRINTED, new Accesses.AccessSummary("D", 0, 0)));
                    return transaction.appendLedger(
                            TestDesk.TILL, List.of(LedgerDraft.cash(EntryKind.TOP_UP, Money.ofCents(1))));
                }));
    }

    @Test
    void aTransactionKeptForLaterDoesNothing() {
        AtomicReference<JournalTransaction> kept = new AtomicReference<>();
        journal.commit(transaction -> {
            kept.set(transaction);
            return transaction.at();
        });
        assertThrows(IllegalStateException.class, () -> kept.get().putDraft("x", new TestDesk.SessionDetail(1, "x")));
    }

    @Test
    void oneTillSessionIsOpenAtATime() {
        TestDesk.openTill(journal);
        TillSessionState second = new TillSessionState(
                UUID.randomUUID(), TestDesk.TILL, TestDesk.DAY, true, new TestDesk.SessionDetail(0, "OPEN"));
        assertThrows(
                IllegalStateException.class,
                () -> journal.commit(transaction -> {
                    transaction.putTillSession(second);
                    return second;
                }));
        journal.commit(transaction -> {
            transaction.putTillSession(new TillSessionState(
                    TestDesk.session(), TestDesk.TILL, TestDesk.DAY, false, new TestDesk.SessionDetail(0, "CLOSED")));
            return 0;
        });
        assertTrue(journal.openTillSession(TestDesk.TILL).isEmpty());
        assertFalse(journal.lastTillSession(TestDesk.TILL).orElseThrow().open());
    }

    @Test
    void draftsAndSettingsSurviveARestart() {
        journal.commit(transaction -> {
            transaction.putDraft("basket", new TestDesk.SessionDetail(7, "basket"));
            transaction.putDraft("gone", new TestDesk.SessionDetail(8, "gone"));
            transaction.removeDraft("gone");
            transaction.putSetting("desk", new TestDesk.SessionDetail(9, "desk"));
            return 0;
        });
        restart();
        assertEquals(
                7,
                journal.draft("basket", TestDesk.SessionDetail.class)
                        .orElseThrow()
                        .floatCents());
        assertEquals(
                9,
                journal.setting("desk", TestDesk.SessionDetail.class)
                        .orElseThrow()
                        .floatCents());
        assertEquals(List.of("basket"), journal.recovery().drafts());
    }

    @Test
    @Tag("R-TIL-7")
    @Tag("Q26")
    void aPrintCutByACrashIsInDoubtAndNeverPaysAgain() {
        TestDesk.openTill(journal);
        Collection collection = TestDesk.collect(journal, "due-1", "person-1", 100);
        journal.prints().sending(collection.printId());
        restart();
        PrintJob doubtful = journal.recovery().interruptedPrints().getFirst();
        assertEquals(PrintJob.State.UNCERTAIN, doubtful.state());
        assertEquals(Optional.of("INTERRUPTED"), doubtful.reason());
        journal.prints().again(doubtful.id());
        journal.prints().sending(doubtful.id());
        journal.prints().failed(doubtful.id(), "DEV-012");
        journal.prints().deliveredAsPdf(doubtful.id());
        assertThrows(IllegalStateException.class, () -> journal.prints().sending(doubtful.id()));
        assertEquals(List.of(), journal.recovery().unprintedDocuments());
        assertEquals(2, journal.entries(TestDesk.TILL).size());
    }

    @Test
    @Tag("R-TIL-8")
    void reprintsAreNumberedAndMoveNoMoney() {
        TestDesk.openTill(journal);
        String number =
                TestDesk.collect(journal, "due-1", "person-1", 100).number().printed();
        assertEquals(1, journal.prints().reprint(number).copy());
        assertEquals(2, journal.prints().reprint(number).copy());
        assertEquals(
                List.of(0, 1, 2),
                journal.prints().of(number).stream().map(PrintJob::copy).toList());
        assertEquals(2, journal.entries(TestDesk.TILL).size());
    }

    @Test
    @Tag("R-SYN-1")
    void aTaskStopsItsLaneOnlyUntilItIsClosed() {
        UUID first = accept("one");
        UUID second = accept("one");
        UUID other = accept("two");
        OperatorTask task = journal.outbox().stopped(first, OperatorTask.Kind.PARKED, Optional.empty());
        assertEquals(
                List.of(other),
                journal.outbox().heads().stream().map(OutboxItem::id).toList());
        restart();
        assertEquals(
                List.of(other),
                journal.outbox().heads().stream().map(OutboxItem::id).toList());
        assertEquals(
                TestDesk.AUTHOR.operatorId(), journal.tasks().open().getFirst().operatorId());
        journal.tasks().close(task.id(), "SEND_AGAIN", "operator-2");
        assertEquals(
                List.of(first, other),
                journal.outbox().heads().stream().map(OutboxItem::id).toList());
        assertThrows(IllegalStateException.class, () -> journal.tasks().close(task.id(), "SEEN", "operator-2"));
        confirm(first);
        assertEquals(
                List.of(second, other),
                journal.outbox().heads().stream().map(OutboxItem::id).toList());
        assertEquals(
                Optional.of("SEND_AGAIN"),
                journal.tasks().task(task.id()).orElseThrow().decision());
    }

    @Test
    void aHoleOpensTheLaneAgainFromThere() {
        TestDesk.openTill(journal);
        UUID two = TestDesk.collect(journal, "due-1", "person-1", 100).operationId();
        UUID three = TestDesk.collect(journal, "due-2", "person-1", 100).operationId();
        journal.outbox().pending().forEach(item -> confirm(item.id()));
        assertEquals(0, journal.outbox().summary().count());
        assertEquals(2, journal.outbox().resendFrom("till:T01", 2));
        assertEquals(
                List.of(two, three),
                journal.outbox().pending().stream().map(OutboxItem::id).toList());
    }

    @Test
    void headsKnownOutsideShowAnotherHistory() {
        TestDesk.openTill(journal);
        TestDesk.collect(journal, "due-1", "person-1", 100);
        ChainHead head = journal.chainHead("till:T01").orElseThrow();
        assertEquals(HeadCheck.AGREES, journal.compare(head));
        assertEquals(HeadCheck.SHORTER, journal.compare(new ChainHead("till:T01", 3, head.link())));
        assertEquals(HeadCheck.DIFFERS, journal.compare(new ChainHead("till:T01", 2, ChainLink.of(new byte[32]))));
    }

    private UUID accept(String booking) {
        return journal.commit(transaction -> transaction.enqueue(new OperationDraft(
                OperationType.BOOKING_ACCEPT,
                1,
                Lane.booking(booking),
                new it.sportello.api.Bookings.Accept(booking, 1, Optional.empty()),
                TestDesk.AUTHOR,
                true)));
    }

    private void confirm(UUID id) {
        journal.outbox().confirmed(id, new OperationAnswer(id, List.of(), TestDesk.MORNING, Optional.empty()));
    }
}
