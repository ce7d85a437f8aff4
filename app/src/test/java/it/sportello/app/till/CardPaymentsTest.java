package it.sportello.app.till;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.api.Dues;
import it.sportello.app.service.PrintDesk;
import it.sportello.app.till.ScriptedTerminal.Answer;
import it.sportello.devices.DeviceState;
import it.sportello.devices.detector.NoteVerdict;
import it.sportello.domain.money.Money;
import it.sportello.domain.money.TenderKind;
import it.sportello.domain.operation.OperationType;
import it.sportello.domain.till.AttemptRefusal;
import it.sportello.domain.till.AttemptSource;
import it.sportello.domain.till.AttemptState;
import it.sportello.domain.till.Denomination;
import it.sportello.domain.till.PendingWork;
import it.sportello.domain.till.TillRefusal;
import it.sportello.offlinecache.journal.CrashPoint;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Payments by card on a real journal: approved, refused, unknown, and what each leaves behind. */
@Tag("R-TIL-5")
class CardPaymentsTest {
    private static final Dues.DueView VISIT = TillDay.due("D1", "SPECIALIST_COPAYMENT", "SSN", 3_615);
    private static final Dues.DueView RECORD = TillDay.due("D2", "MEDICAL_RECORD", "SSN", 1_250);

    @TempDir
    Path home;

    private final ScriptedTerminal terminal = new ScriptedTerminal();
    private final List<CardNews> news = new ArrayList<>();
    private TillDay day;
    private CardDesk cards;

    @BeforeEach
    void open() {
        begin();
        day.opened();
    }

    private void begin() {
        day = new TillDay(home);
        PrintDesk prints = new PrintDesk(day.journal(), Optional.empty(), List.of(), day.book.desk(), job -> {});
        cards = day.cards(Optional.of(terminal), prints);
        cards.onNews(news::add);
    }

    private void restart() {
        day.close();
        news.clear();
        begin();
    }

    @AfterEach
    void close() {
        day.close();
    }

    private CardDesk.Begun pay(Answer answer, Dues.DueView... dues) {
        terminal.next(answer);
        return cards.begin(TillDay.payment(0, dues), true);
    }

    private StoredAttempt only() {
        return day.journal()
                .cardAttempts()
                .ofSession(UUID.fromString(day.book.open().orElseThrow().id()), StoredAttempt.class)
                .get(0);
    }

    private long told(OperationType type) {
        return day.journal().outbox().pending().stream()
                .filter(item -> item.type().equals(type.wireName()))
                .count();
    }

    private Money booked() {
        return day.journal().ledger("T01").ofDocuments(TenderKind.CARD);
    }

    private Money cash() {
        return day.journal().ledger("T01").runningTotal();
    }

    @Test
    @Tag("R-TIL-2")
    void anApprovalIsBookedApartFromTheDrawerWithItsProof() {
        assertInstanceOf(CardDesk.Begun.Asking.class, pay(Answer.APPROVES, VISIT));
        CardNews.Collected collected = assertInstanceOf(CardNews.Collected.class, news.getLast());
        assertEquals(List.of("SR-T01A/2026/000001"), collected.collected().documents());
        assertEquals(Money.ofCents(15_000), cash());
        assertEquals(Money.ofCents(3_615), booked());
        assertEquals(AttemptState.APPROVED, only().state());
        assertTrue(only().identityChecked());
        assertEquals("000041", only().slip().orElseThrow().stan());
        assertEquals("A1B2C3", only().slip().orElseThrow().authorization());
        assertEquals("************4242", only().slip().orElseThrow().slip().maskedCard());
        assertEquals(1, told(OperationType.TILL_ATTEMPTED));
        assertEquals(1, told(OperationType.TILL_COLLECTED));
        assertEquals(1, day.journal().prints().open().size());
        assertTrue(day.collectDues().receipt("SR-T01A/2026/000001").isPresent());
    }

    @Test
    void aRefusalFreesTheDuesAndCashPaysThem() {
        pay(Answer.REFUSES, VISIT);
        CardNews.Refused refused = assertInstanceOf(CardNews.Refused.class, news.getLast());
        assertEquals("CARTA SCADUTA", refused.words());
        assertEquals(AttemptState.REFUSED, only().state());
        assertEquals("CARTA SCADUTA", only().decision().orElseThrow().reason());
        assertEquals(Money.ZERO, booked());
        assertEquals(List.of(), day.journal().series("T01"));
        assertInstanceOf(CollectDues.Result.Collected.class, day.collectDues().collect(TillDay.payment(3_615, VISIT)));
        assertEquals(Money.ofCents(18_615), cash());
    }

    private static List<JudgedNote> judged() {
        Instant at = Instant.parse("2026-11-23T07:29:00Z");
        return List.of(
                JudgedNote.byValidator(NoteVerdict.GENUINE, Optional.of(Denomination.NOTE_20), true, at),
                JudgedNote.byValidator(NoteVerdict.REJECTED, Optional.empty(), false, at));
    }

    private Optional<StoredNotes> keptWith(String receipt) {
        return day.journal().document(StoredNotes.key(receipt), StoredNotes.class);
    }

    @Test
    @Tag("R-TIL-19")
    @Tag("R-ADD-13")
    void whatWasJudgedBeforeTheCardIsKeptWithTheReceiptsItPays() {
        terminal.next(Answer.APPROVES);
        cards.begin(TillDay.payment(0, VISIT), true, judged());
        StoredNotes kept = keptWith("SR-T01A/2026/000001").orElseThrow();
        assertEquals(judged(), kept.notes());
        assertEquals(List.of("SR-T01A/2026/000001"), kept.receipts());
        assertEquals(List.of(), StoredNotes.waiting(day.journal(), only().id()));
    }

    @Test
    @Tag("R-TIL-19")
    @Tag("Q25")
    void whatWasJudgedOutlivesTheProgramUntilTheEndOfThePaymentIsKnown() {
        terminal.next(Answer.APPROVES_UNHEARD);
        cards.begin(TillDay.payment(0, VISIT), true, judged());
        UUID id = only().id();
        assertEquals(judged(), StoredNotes.waiting(day.journal(), id));
        restart();
        cards.askAgain(id);
        assertEquals(judged(), keptWith("SR-T01A/2026/000001").orElseThrow().notes());
        assertEquals(List.of(), StoredNotes.waiting(day.journal(), id));
    }

    @Test
    @Tag("R-TIL-19")
    void whatWasJudgedDoesNotStayWithACardThatWasRefused() {
        terminal.next(Answer.REFUSES);
        cards.begin(TillDay.payment(0, VISIT), true, judged());
        assertEquals(List.of(), StoredNotes.waiting(day.journal(), only().id()));
        day.collectDues().collect(TillDay.payment(3_615, VISIT), judged());
        assertEquals(judged(), keptWith("SR-T01A/2026/000001").orElseThrow().notes());
    }

    @Test
    void whatNeverReachedTheTerminalMayBeAskedForAgain() {
        pay(Answer.UNREACHED, VISIT);
        assertEquals(
                Optional.of("device.DEV-010"),
                assertInstanceOf(CardNews.Refused.class, news.getLast()).cause());
        pay(Answer.APPROVES, VISIT);
        assertEquals(Money.ofCents(3_615), booked());
    }

    @Test
    @Tag("Q25")
    void anUnknownEndFreezesTheDuesAgainstCardAndCash() {
        pay(Answer.APPROVES_UNHEARD, VISIT);
        assertInstanceOf(CardNews.InDoubt.class, news.getLast());
        assertEquals(AttemptState.UNKNOWN, only().state());
        CollectDues.Result.AttemptRefused cash = assertInstanceOf(
                CollectDues.Result.AttemptRefused.class,
                day.collectDues().collect(TillDay.payment(5_000, VISIT, RECORD)));
        assertEquals(List.of(new AttemptRefusal.DueInDoubt("D1", only().id().toString())), cash.refusals());
        assertInstanceOf(CardDesk.Begun.Refused.class, pay(Answer.APPROVES, VISIT));
        assertEquals(List.of(3_615L), terminal.charged);
        assertEquals(Money.ofCents(15_000), cash());
    }

    @Test
    @Tag("Q25")
    void anotherPaymentMustNotWipeOutTheProofButCashGoesOn() {
        pay(Answer.APPROVES_UNHEARD, VISIT);
        CardDesk.Begun.Refused other = assertInstanceOf(CardDesk.Begun.Refused.class, pay(Answer.APPROVES, RECORD));
        assertEquals(
                List.of(new AttemptRefusal.TerminalInDoubt(only().id().toString())),
                assertInstanceOf(CollectDues.Result.AttemptRefused.class, other.why())
                        .refusals());
        assertInstanceOf(CollectDues.Result.Collected.class, day.collectDues().collect(TillDay.payment(1_250, RECORD)));
    }

    @Test
    @Tag("Q25")
    void theLastResultAskedForByAKeyBooksWhatWasPaidOnce() {
        pay(Answer.APPROVES_UNHEARD, VISIT);
        UUID id = only().id();
        cards.askAgain(id);
        assertInstanceOf(CardNews.Collected.class, news.getLast());
        cards.askAgain(id);
        cards.resume();
        assertEquals(Money.ofCents(3_615), booked());
        assertEquals(1, told(OperationType.TILL_COLLECTED));
        assertEquals(List.of(3_615L), terminal.charged);
    }

    @Test
    @Tag("Q25")
    void theLastResultIsAskedForByItselfWhenTheTerminalIsBack() {
        cards.resume();
        terminal.addListener(cards::deviceChanged);
        terminal.become(DeviceState.DISCONNECTED, "DEV-010");
        pay(Answer.REFUSES_UNHEARD, VISIT);
        assertEquals(AttemptState.UNKNOWN, only().state());
        terminal.become(DeviceState.READY, "");
        assertEquals(AttemptState.REFUSED, only().state());
        assertEquals(Money.ZERO, booked());
    }

    @Test
    @Tag("Q25")
    void afterARestartTheOpenPaymentIsFoundAndAskedFor() {
        pay(Answer.APPROVES_UNHEARD, VISIT);
        restart();
        assertEquals(1, cards.open().size());
        cards.resume();
        assertInstanceOf(CardNews.Collected.class, news.getLast());
        assertEquals(Money.ofCents(3_615), booked());
        assertEquals(List.of(), cards.open());
        assertEquals(1, told(OperationType.TILL_COLLECTED));
    }

    @Test
    @Tag("Q25")
    void aPersonDecidesWithTheSlipInHand() {
        pay(Answer.LOST, VISIT);
        UUID id = only().id();
        cards.askAgain(id);
        assertEquals(
                "NOTHING_NEW",
                assertInstanceOf(CardNews.InDoubt.class, news.getLast()).reason());
        assertEquals(
                List.of(new AttemptRefusal.ReasonMissing(), new AttemptRefusal.StanMissing()),
                assertInstanceOf(CardDesk.Decided.Refused.class, cards.decideApproved(id, "", ""))
                        .refusals());
        assertEquals(
                List.of(new AttemptRefusal.StanOfEarlierOperation("000040")),
                assertInstanceOf(CardDesk.Decided.Refused.class, cards.decideApproved(id, "000040", "visto"))
                        .refusals());
        assertInstanceOf(CardDesk.Decided.Done.class, cards.decideApproved(id, " 000041 ", "scontrino in mano"));
        assertEquals("scontrino in mano", only().decision().orElseThrow().reason());
        assertEquals(Money.ofCents(3_615), booked());
        assertEquals(2, told(OperationType.TILL_ATTEMPTED));
    }

    @Test
    @Tag("Q25")
    void aPersonFreesTheDuesAndSaysWhy() {
        pay(Answer.LOST, VISIT);
        UUID id = only().id();
        assertInstanceOf(CardDesk.Decided.Refused.class, cards.decideRefused(id, " "));
        assertInstanceOf(CardDesk.Decided.Done.class, cards.decideRefused(id, "operazione annullata sul terminale"));
        assertInstanceOf(CardDesk.Decided.Refused.class, cards.decideApproved(id, "000041", "ripensamento"));
        assertInstanceOf(CollectDues.Result.Collected.class, day.collectDues().collect(TillDay.payment(3_615, VISIT)));
    }

    @Test
    @Tag("R-TIL-14")
    void theTillStaysOpenUntilTheEndIsKnownAndOnlyTheResponsibleCarriesIt() {
        pay(Answer.APPROVES_UNHEARD, VISIT);
        assertInstanceOf(CloseTill.Result.Refused.class, day.closeTill().begin(true, List.of()));
        day.roles = Set.of("CASHIER", "CASH_RESPONSIBLE");
        assertInstanceOf(CloseTill.Result.Refused.class, day.closeTill().begin(false, List.of()));
        assertInstanceOf(CloseTill.Result.Counting.class, day.closeTill().begin(true, List.of()));
    }

    @Test
    @Tag("R-TIL-14")
    void whatWasCarriedIsBookedInTheNextSession() {
        pay(Answer.APPROVES_UNHEARD, VISIT);
        day.roles = Set.of("CASHIER", "CASH_RESPONSIBLE");
        day.closeTill().begin(true, List.of());
        day.closeTill().count(TillDay.count(15_000));
        day.closeTill().book(Money.ofCents(15_000));
        cards.resume();
        assertEquals(
                "NOT_BOOKED",
                assertInstanceOf(CardNews.InDoubt.class, news.getLast()).reason());
        assertEquals(1, cards.open().size());
        terminal.become(DeviceState.DISCONNECTED, "DEV-010");
        day.openTill().open(TillDay.count(15_000), null);
        cards.resume();
        assertInstanceOf(CardNews.Collected.class, news.getLast());
        assertEquals(Money.ofCents(3_615), booked());
    }

    @Test
    @Tag("R-TIL-20")
    void whatWasPaidBeforeMidnightIsBookedOnItsDay() {
        pay(Answer.APPROVES_UNHEARD, VISIT);
        day.close();
        day = new TillDay(home, java.time.Instant.parse("2026-11-24T07:30:00Z"));
        PrintDesk prints = new PrintDesk(day.journal(), Optional.empty(), List.of(), day.book.desk(), job -> {});
        cards = day.cards(Optional.of(terminal), prints);
        cards.resume();
        assertEquals(Money.ofCents(3_615), booked());
        assertInstanceOf(CardDesk.Begun.Refused.class, pay(Answer.APPROVES, RECORD));
        assertEquals(List.of(3_615L), terminal.charged);
    }

    @Test
    void offLineTheTerminalHasItsOwnLine() {
        day.offline = true;
        pay(Answer.APPROVES, VISIT);
        assertEquals(Money.ofCents(3_615), booked());
    }

    @Test
    @Tag("Q24")
    void aDeskWithoutTerminalAsksNobody() {
        CardDesk none = day.cards(
                Optional.empty(),
                new PrintDesk(day.journal(), Optional.empty(), List.of(), day.book.desk(), job -> {}));
        assertInstanceOf(CardDesk.Begun.NoTerminal.class, none.begin(TillDay.payment(0, VISIT), false));
        assertEquals(List.of(), none.open());
        assertFalse(none.status().isPresent());
    }

    @Test
    @Tag("R-TIL-14")
    void theClosingSetsTheCardsBesideTheTerminalsFigure() {
        pay(Answer.APPROVES, VISIT);
        pay(Answer.APPROVES, RECORD);
        CloseTill closing = day.closeTill();
        closing.begin(true, List.of());
        closing.count(TillDay.count(15_000));
        StoredCards.Terminal figures = StoredCards.Terminal.of(cards.totals().orElseThrow());
        closing.book(Money.ofCents(15_000), Optional.of(figures));
        StoredCards kept = day.journal()
                .document(StoredCards.key(day.book.newest().orElseThrow().id()), StoredCards.class)
                .orElseThrow();
        assertEquals(4_865, kept.bookedCents());
        assertEquals(2, kept.payments());
        assertEquals(Money.ZERO, kept.check().orElseThrow().difference());
        assertEquals(1, told(OperationType.TILL_SQUARED));
        assertEquals(
                15_000, day.drawerTold(OperationType.TILL_SQUARED), "the cards are squared beside the full drawer");
        assertEquals(0, day.drawerTold(OperationType.TILL_CLOSED));
    }

    @Test
    @Tag("Q25")
    void whoLooksForPaymentsLeftBehindLeavesAloneTheOneThatIsJustBeginning() {
        day.crash = step -> {
            if (step == CrashPoint.Step.COMMITTED) {
                day.crash = CrashPoint.NONE;
                cards.resume();
            }
        };
        assertInstanceOf(CardDesk.Begun.Asking.class, pay(Answer.APPROVES, VISIT));
        assertEquals(AttemptState.APPROVED, only().state());
        assertEquals(Money.ofCents(3_615), booked());
    }

    @Test
    @Tag("Q25")
    void theTerminalIsNotAskedWhileAPersonDecides() throws Exception {
        pay(Answer.LOST, VISIT);
        UUID id = only().id();
        List<Thread> asking = new ArrayList<>();
        day.crash = step -> {
            if (step == CrashPoint.Step.BEGUN) {
                day.crash = CrashPoint.NONE;
                Thread other = Thread.ofVirtual().start(() -> cards.askAgain(id));
                asking.add(other);
                // Until it has asked, or has seen that it may not; it may also wait for this very transaction.
                while (other.isAlive() && !terminal.isAsked()) {
                    Thread.onSpinWait();
                }
            }
        };
        assertInstanceOf(CardDesk.Decided.Done.class, cards.decideRefused(id, "nessun addebito"));
        for (Thread other : asking) {
            other.join();
        }
        assertEquals(1, asking.size());
        assertFalse(terminal.isAsked());
        assertEquals(AttemptState.REFUSED, only().state());
    }

    private void approvedWithoutSession(Runnable approval) {
        day.roles = Set.of("CASHIER", "CASH_RESPONSIBLE");
        day.closeTill().begin(true, List.of());
        day.closeTill().count(TillDay.count(15_000));
        day.closeTill().book(Money.ofCents(15_000));
        approval.run();
        assertEquals(1, cards.open().size());
    }

    @Test
    @Tag("Q25")
    void nobodyOverrulesAnApprovalThatWaitsForASession() {
        pay(Answer.APPROVES_UNHEARD, VISIT);
        approvedWithoutSession(cards::resume);
        UUID id = cards.open().get(0).id();
        List<AttemptRefusal> known = List.of(new AttemptRefusal.AlreadyEnded(AttemptState.APPROVED));
        assertEquals(
                known,
                assertInstanceOf(CardDesk.Decided.Refused.class, cards.decideRefused(id, "sbaglio"))
                        .refusals());
        assertEquals(
                known,
                assertInstanceOf(CardDesk.Decided.Refused.class, cards.decideApproved(id, "000077", "altro"))
                        .refusals());
        day.openTill().open(TillDay.count(15_000), null);
        cards.resume();
        assertEquals(Money.ofCents(3_615), booked());
    }

    @Test
    @Tag("Q25")
    void whatAPersonSaidWithoutASessionIsBookedLaterAsThatPersonsWord() {
        pay(Answer.LOST, VISIT);
        UUID id = only().id();
        approvedWithoutSession(() -> assertInstanceOf(
                CardDesk.Decided.WaitsForTill.class, cards.decideApproved(id, "000041", "scontrino in mano")));
        day.openTill().open(TillDay.count(15_000), null);
        cards.resume();
        StoredAttempt booked =
                day.journal().cardAttempts().find(id, StoredAttempt.class).orElseThrow();
        assertEquals(AttemptState.APPROVED, booked.state());
        assertEquals(AttemptSource.OPERATOR, booked.saidBy());
        assertEquals("scontrino in mano", booked.reason());
    }

    @Test
    @Tag("R-SEC-3")
    void whoPaysIsInTheAccessLogBeforeItIsShown() {
        pay(Answer.LOST, VISIT);
        long before = told(OperationType.ACCESS_VIEWED);
        Set<UUID> shown = Set.of(cards.view(Set.of()).get(0).id());
        assertEquals(before + 1, told(OperationType.ACCESS_VIEWED));
        assertEquals(1, cards.view(shown).size());
        assertEquals(before + 1, told(OperationType.ACCESS_VIEWED));
    }

    @Test
    @Tag("R-TIL-14")
    void aPaymentBegunWhileTheClosingBeginsIsInItsWay() {
        List<PendingWork> slow = new java.util.AbstractList<>() {
            private boolean begun;

            @Override
            public PendingWork get(int index) {
                throw new IndexOutOfBoundsException(index);
            }

            @Override
            public java.util.Iterator<PendingWork> iterator() {
                // Read after the payments without an end were: one begins between.
                if (!begun) {
                    begun = true;
                    pay(Answer.APPROVES_UNHEARD, VISIT);
                }
                return java.util.Collections.emptyIterator();
            }

            @Override
            public int size() {
                return 0;
            }
        };
        CloseTill.Result.Refused refused =
                assertInstanceOf(CloseTill.Result.Refused.class, day.closeTill().begin(false, slow));
        assertInstanceOf(TillRefusal.Pending.class, refused.refusals().get(0));
    }
}
