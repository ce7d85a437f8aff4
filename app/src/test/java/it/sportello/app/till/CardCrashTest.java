package it.sportello.app.till;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.api.Dues;
import it.sportello.app.service.PrintDesk;
import it.sportello.app.till.ScriptedTerminal.Answer;
import it.sportello.domain.ledger.EntryKind;
import it.sportello.domain.money.Money;
import it.sportello.domain.money.TenderKind;
import it.sportello.domain.operation.OperationType;
import it.sportello.domain.till.AttemptState;
import it.sportello.offlinecache.journal.CrashPoint;
import it.sportello.offlinecache.journal.SeriesStand;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The power fails at each step of a payment by card, the terminal goes on by itself, and the desk starts again: the
 * money the bank took is booked once, no due is settled twice, no attempt is lost, no receipt is there without payment.
 */
@Tag("R-TIL-5")
@Tag("R-TIL-1")
@Tag("Q25")
class CardCrashTest {
    private static final Dues.DueView VISIT = TillDay.due("D1", "SPECIALIST_COPAYMENT", "SSN", 3_615);
    /** Enough for every step of the three commits of a payment. */
    private static final int MOST_STEPS = 40;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path home;

    private final ScriptedTerminal terminal = new ScriptedTerminal();

    private static Stream<org.junit.jupiter.params.provider.Arguments> cuts() {
        List<org.junit.jupiter.params.provider.Arguments> cuts = new ArrayList<>();
        for (Answer answer : List.of(Answer.APPROVES, Answer.REFUSES, Answer.APPROVES_UNHEARD)) {
            for (int step = 1; step <= MOST_STEPS; step++) {
                cuts.add(org.junit.jupiter.params.provider.Arguments.of(answer, step));
            }
        }
        return cuts.stream();
    }

    @ParameterizedTest
    @MethodSource("cuts")
    void whateverTheBankTookIsBookedOnce(Answer answer, int cutAt) {
        List<CardNews> shown = new ArrayList<>();
        boolean cut = cutAt(answer, cutAt, shown);
        try (TillDay day = new TillDay(home)) {
            CardDesk cards = cards(day);
            if (shown.stream().anyMatch(CardNews.Collected.class::isInstance)) {
                assertEquals(1, lines(day), "what was shown as done is in the journal, before anybody asks again");
            }
            cards.resume();
            cards.resume();
            long charged = terminal.charged.stream().mapToLong(Long::longValue).sum();
            assertEquals(
                    charged,
                    day.journal().ledger("T01").ofDocuments(TenderKind.CARD).cents(),
                    "booked by card");
            assertEquals(15_000L, day.journal().ledger("T01").runningTotal().cents(), "drawer");
            int receipts = charged > 0 ? 1 : 0;
            assertEquals(receipts, lines(day), "lines of the journal");
            assertEquals(receipts, day.journal().series("T01").size(), "numbers");
            assertEquals(receipts, day.journal().prints().open().size(), "prints");
            assertEquals(
                    receipts > 0 ? 1 : 0,
                    day.journal().series("T01").stream()
                            .mapToInt(SeriesStand::last)
                            .sum(),
                    "no number without its receipt");
            assertEquals(
                    receipts == 1,
                    day.collectDues().receipt("SR-T01A/2026/000001").isPresent(),
                    "receipt");
            assertEquals(receipts, told(day, OperationType.TILL_COLLECTED), "collections told");
            endByHandWhatNobodyCanKnow(cards, charged);
            List<StoredAttempt> attempts = day.journal()
                    .cardAttempts()
                    .ofSession(UUID.fromString(day.book.open().orElseThrow().id()), StoredAttempt.class);
            assertTrue(attempts.size() <= 1, "attempts");
            assertEquals(
                    charged > 0,
                    attempts.stream().anyMatch(attempt -> attempt.state() == AttemptState.APPROVED),
                    "approved");
            // A due that the bank was paid for is charged no more; one that it was not may be paid now.
            terminal.next(Answer.APPROVES);
            cards.begin(TillDay.payment(0, VISIT), false);
            assertEquals(List.of(3_615L), terminal.charged, "charged once");
            assertEquals(Money.ofCents(3_615), day.journal().ledger("T01").ofDocuments(TenderKind.CARD));
        }
        if (cutAt == 1) {
            assertTrue(cut, "the first step was not passed");
        }
        if (cutAt == MOST_STEPS) {
            assertTrue(!cut, "there are more steps than the test cuts");
        }
    }

    /**
     * Cut between the note that the request leaves and its leaving, nothing was charged and no desk can know it: the due
     * is frozen until a person has looked.
     */
    private void endByHandWhatNobodyCanKnow(CardDesk cards, long charged) {
        for (StoredAttempt attempt : cards.open()) {
            assertEquals(0, charged, "what was charged is known from the last result");
            cards.begin(TillDay.payment(0, VISIT), false);
            assertEquals(List.of(), terminal.charged, "frozen");
            cards.decideRefused(attempt.id(), "nessuno scontrino");
        }
        assertTrue(cards.open().isEmpty(), "every attempt came to an end");
    }

    private static long lines(TillDay day) {
        return day.journal().entries("T01").stream()
                .filter(posted -> posted.entry().kind() == EntryKind.COLLECTION)
                .count();
    }

    private boolean cutAt(Answer answer, int wanted, List<CardNews> shown) {
        try (TillDay day = new TillDay(home)) {
            day.opened();
            CardDesk cards = cards(day);
            cards.onNews(shown::add);
            int[] passed = {0};
            day.crash = step -> {
                passed[0]++;
                if (passed[0] >= wanted) {
                    throw new PowerCut();
                }
            };
            terminal.next(answer);
            try {
                cards.begin(TillDay.payment(0, VISIT), true);
            } catch (PowerCut cut) {
                // The process ends here; what the terminal does, it has done.
            }
            day.crash = CrashPoint.NONE;
            return passed[0] >= wanted;
        }
    }

    private CardDesk cards(TillDay day) {
        PrintDesk prints = new PrintDesk(day.journal(), Optional.empty(), List.of(), day.book.desk(), job -> {});
        return day.cards(Optional.of(terminal), prints);
    }

    private static long told(TillDay day, OperationType type) {
        return day.journal().outbox().pending().stream()
                .filter(item -> item.type().equals(type.wireName()))
                .count();
    }

    /** Ends the program as far as these tests go: from now on every step fails. */
    private static final class PowerCut extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        PowerCut() {
            super("the power fails");
        }
    }
}
