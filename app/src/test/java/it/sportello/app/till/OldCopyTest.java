package it.sportello.app.till;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.api.Dues;
import it.sportello.api.Tills;
import it.sportello.domain.money.Money;
import it.sportello.domain.till.TillRefusal;
import it.sportello.offlinecache.journal.ChainHead;
import it.sportello.offlinecache.remote.Answer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A till whose files were put back from a copy gives no number that was given before. */
@Tag("R-TIL-4")
class OldCopyTest {
    private static final Dues.DueView FIRST = TillDay.due("D1", "SPECIALIST_COPAYMENT", "SSN", 2_000);
    private static final Dues.DueView SECOND = TillDay.due("D2", "SPECIALIST_COPAYMENT", "SSN", 3_000);

    @TempDir
    Path home;

    private static Tills.LedgerSummary holds(ChainHead head) {
        return new Tills.LedgerSummary(
                "T01", "A", 0, 0, head.count(), head.count(), head.link().hex(), 0, List.of(), List.of());
    }

    private static ChainHead head(TillDay day) {
        return day.journal().chainHead("till:T01").orElseThrow();
    }

    private static void lineUp(TillDay day, ChainHead known) {
        day.server = till -> new Answer.Done<>(holds(known));
        day.line.answered(Optional.empty(), Duration.ZERO);
    }

    private static List<Integer> numbers(TillDay day) {
        return day.journal().series("T01").stream().map(stand -> stand.last()).toList();
    }

    private static void refusesTheCopy(TillDay day) {
        CollectDues.Result.TillRefused refused = assertInstanceOf(
                CollectDues.Result.TillRefused.class, day.collectDues().collect(TillDay.payment(3_000, SECOND)));
        assertEquals(List.of(new TillRefusal.OldCopy("T01")), refused.refusals());
    }

    @Test
    void onLineAnOldCopyNeitherOpensNorEverAfterOffLine() {
        try (TillDay day = new TillDay(home)) {
            lineUp(day, new ChainHead("till:T01", 3, it.sportello.domain.ledger.Chain.genesis("till:T01", "Z")));
            OpenTill.Result.Refused refused = assertInstanceOf(
                    OpenTill.Result.Refused.class, day.openTill().open(TillDay.count(15_000), "Primo fondo"));
            assertEquals(List.of(new TillRefusal.OldCopy("T01")), refused.refusals());
        }
        try (TillDay again = new TillDay(home)) {
            assertInstanceOf(
                    OpenTill.Result.Refused.class, again.openTill().open(TillDay.count(15_000), "Primo fondo"));
            assertTrue(again.journal().entries("T01").isEmpty());
        }
    }

    @Test
    void aCopyUsedOffLineGivesNoFurtherNumberOnceTheLineIsBackAndStillCloses() {
        try (TillDay day = new TillDay(home)) {
            day.opened();
            assertInstanceOf(
                    CollectDues.Result.Collected.class, day.collectDues().collect(TillDay.payment(2_000, FIRST)));
            lineUp(day, new ChainHead("till:T01", 2, it.sportello.domain.ledger.Chain.genesis("till:T01", "Z")));
            refusesTheCopy(day);
            assertEquals(List.of(1), numbers(day));
            day.closeTill().begin(true, List.of());
            day.closeTill().count(TillDay.count(17_000));
            assertInstanceOf(
                    CloseTill.Result.Closed.class, day.closeTill().book(Money.ofCents(15_000)), "the money is counted");
        }
    }

    @Test
    void aServerThatIsBehindOrLevelStopsNothing() {
        try (TillDay day = new TillDay(home)) {
            day.opened();
            ChainHead opening = head(day);
            day.collectDues().collect(TillDay.payment(2_000, FIRST));
            lineUp(day, opening);
            assertInstanceOf(
                    CollectDues.Result.Collected.class, day.collectDues().collect(TillDay.payment(3_000, SECOND)));
            assertEquals(List.of(2), numbers(day));
        }
    }
}
