package it.sportello.app.till;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import it.sportello.api.Dues;
import it.sportello.app.service.PrintDesk;
import it.sportello.app.till.ScriptedTerminal.Answer;
import it.sportello.devices.DeviceState;
import it.sportello.domain.money.Money;
import it.sportello.domain.money.TenderKind;
import it.sportello.domain.operation.OperationType;
import it.sportello.domain.parameter.ParameterKeys;
import it.sportello.domain.parameter.ParameterRow;
import it.sportello.domain.parameter.Parameters;
import it.sportello.domain.till.AttemptState;
import it.sportello.domain.till.TillRefusal;
import it.sportello.offlinecache.journal.CrashPoint;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the terminal approves is never lost, whatever keeps the desk from booking it, and never booked twice. */
@Tag("R-TIL-5")
class CardProofTest {
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

    /** The computer was a day ahead, and is set right: no receipt could be written, so nobody is charged. */
    @Test
    @Tag("R-TIL-4")
    void nobodyIsAskedForMoneyThatNoReceiptCouldBear() {
        day.close();
        day = new TillDay(home, Instant.parse("2026-11-24T07:30:00Z"));
        day.closeTill().begin(true, List.of());
        day.closeTill().count(TillDay.count(15_000));
        day.closeTill().book(Money.ofCents(15_000));
        day.openTill().open(TillDay.count(15_000), null);
        day.collectDues().collect(TillDay.payment(1_250, RECORD));
        day.closeTill().begin(true, List.of());
        day.closeTill().count(TillDay.count(16_250));
        day.closeTill().book(Money.ofCents(16_250));
        restart();
        assertInstanceOf(OpenTill.Result.Opened.class, day.openTill().open(TillDay.count(16_250), null));
        CardDesk.Begun.Refused refused = assertInstanceOf(CardDesk.Begun.Refused.class, pay(Answer.APPROVES, VISIT));
        assertEquals(
                List.of(new TillRefusal.ClockBack(LocalDate.of(2026, 11, 24), TillDay.DAY)),
                assertInstanceOf(CollectDues.Result.TillRefused.class, refused.why())
                        .refusals());
        assertEquals(List.of(), terminal.charged);
        assertInstanceOf(
                CollectDues.Result.TillRefused.class, day.collectDues().collect(TillDay.payment(3_615, VISIT)));
    }

    /** A stamp that grows while the citizen is at the terminal: the amount does not settle the basket any more. */
    private void theStampGrows() {
        day.parameters = Parameters.shipped()
                .plus(List.of(new ParameterRow(
                        "national",
                        "",
                        ParameterKeys.STAMP_AMOUNT.name(),
                        "16.00",
                        LocalDate.of(2026, 1, 1),
                        null,
                        "test")));
    }

    @Test
    @Tag("Q25")
    void whatTheTerminalApprovedAndARuleDoesNotLetPassIsKeptShownAndBookedLater() {
        Dues.DueView dear = TillDay.due("D3", "MEDICAL_RECORD", "SSN", 10_000);
        pay(Answer.WAITS, dear);
        long asked = only().amountCents();
        theStampGrows();
        terminal.decide(Answer.APPROVES, asked);
        assertEquals(
                CardBook.NOT_BOOKABLE,
                assertInstanceOf(CardNews.InDoubt.class, news.getLast()).reason());
        assertEquals("000041", only().heard().orElseThrow().stan());
        assertEquals(CardBook.NOT_BOOKABLE, cards.whyOpen(only()));
        assertEquals(1, told(OperationType.TILL_ATTEMPTED));
        assertEquals(Money.ZERO, booked());
        assertInstanceOf(CardDesk.Begun.Refused.class, pay(Answer.APPROVES, dear));
        assertInstanceOf(CardDesk.Decided.Refused.class, cards.decideRefused(only().id(), "sbaglio"));
        restart();
        cards.resume();
        assertEquals(Money.ofCents(asked), booked());
        assertEquals(1, told(OperationType.TILL_COLLECTED));
        assertEquals(List.of(asked), terminal.charged);
    }

    @Test
    @Tag("Q25")
    void whatCannotBeWrittenLeavesTheProof() {
        pay(Answer.WAITS, VISIT);
        day.crash = step -> {
            if (step == CrashPoint.Step.BEGUN) {
                day.crash = CrashPoint.NONE;
                throw new IllegalStateException("the disk does not answer this once");
            }
        };
        terminal.decide(Answer.APPROVES, 3_615);
        assertEquals(
                CardBook.NOT_BOOKABLE,
                assertInstanceOf(CardNews.InDoubt.class, news.getLast()).reason());
        assertEquals("000041", only().heard().orElseThrow().stan());
        // Whatever the terminal remembers by now: the proof is ours.
        terminal.become(DeviceState.DISCONNECTED, "DEV-010");
        cards.resume();
        assertEquals(Money.ofCents(3_615), booked());
        assertEquals(1, told(OperationType.TILL_COLLECTED));
    }

    /** The disk is ill longer than one commit: not even the proof is written, and still nobody may free what is paid. */
    @Test
    @Tag("Q25")
    void nobodySaysThatNothingWasChargedOfWhatTheTerminalApprovedAndNoDiskTook() {
        pay(Answer.WAITS, VISIT);
        day.crash = step -> {
            if (step == CrashPoint.Step.BEGUN) {
                throw new IllegalStateException("the disk does not answer");
            }
        };
        terminal.decide(Answer.APPROVES, 3_615);
        day.crash = CrashPoint.NONE;
        assertEquals(Optional.empty(), only().heard());
        assertInstanceOf(CardDesk.Decided.Refused.class, cards.decideRefused(only().id(), "sbaglio"));
        assertInstanceOf(
                CollectDues.Result.AttemptRefused.class, day.collectDues().collect(TillDay.payment(3_615, VISIT)));
        terminal.next(Answer.APPROVES);
        cards.askAgain(only().id());
        assertEquals(Money.ofCents(3_615), booked());
        assertEquals(1, told(OperationType.TILL_COLLECTED));
    }

    @Test
    @Tag("Q25")
    void aTerminalThatBreaksDownBehindTheSendingHasSaidNothing() {
        pay(Answer.BREAKS, VISIT);
        assertInstanceOf(CardNews.InDoubt.class, news.getLast());
        assertEquals(AttemptState.UNKNOWN, only().state());
        cards.askAgain(only().id());
        assertEquals(AttemptState.UNKNOWN, only().state());
        assertInstanceOf(
                CollectDues.Result.AttemptRefused.class, day.collectDues().collect(TillDay.payment(3_615, VISIT)));
        terminal.next(Answer.APPROVES);
        cards.askAgain(only().id());
        assertEquals(Money.ofCents(3_615), booked());
    }
}
