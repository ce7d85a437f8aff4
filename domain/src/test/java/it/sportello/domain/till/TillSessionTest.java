package it.sportello.domain.till;

import static it.sportello.domain.till.TillFixtures.DAY;
import static it.sportello.domain.till.TillFixtures.MORNING;
import static it.sportello.domain.till.TillFixtures.done;
import static it.sportello.domain.till.TillFixtures.open;
import static it.sportello.domain.till.TillFixtures.opening;
import static it.sportello.domain.till.TillFixtures.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.domain.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class TillSessionTest {
    private static final Count HUNDRED = Count.empty().with(Denomination.NOTE_20, 5);
    private static final Count NINETY_FIVE =
            Count.empty().with(Denomination.NOTE_20, 4).with(Denomination.NOTE_5, 3);
    private static final TillSession.Opening OTHER = new TillSession.Opening("S2", "T02", "OP2", "DESK2");

    private static TillRefusal notIn(TillState state) {
        return new TillRefusal.NotInState(state);
    }

    private static TillSession counting() {
        return done(open(HUNDRED).startClosing(List.of()));
    }

    @Test
    @Tag("R-TIL-20")
    @Tag("Q21")
    void accountingDayIsTheRomanDayOfTheOpening() {
        Instant afterMidnightInRome = Instant.parse("2026-07-09T22:30:00Z");
        TillSession session = done(TillSession.begin(OTHER, Money.ZERO, afterMidnightInRome, List.of()));
        assertEquals(LocalDate.of(2026, 7, 10), session.accountingDay());
        Instant beforeMidnightInRome = Instant.parse("2026-12-31T22:59:59Z");
        session = done(TillSession.begin(OTHER, Money.ZERO, beforeMidnightInRome, List.of()));
        assertEquals(LocalDate.of(2026, 12, 31), session.accountingDay());
    }

    @Test
    @Tag("R-TIL-20")
    @Tag("Q21")
    void noCollectionAcrossMidnightAlsoOnTheDaysTheClockChanges() {
        TillSession session = open(HUNDRED);
        assertEquals(List.of(), session.againstCollecting(Instant.parse("2026-03-10T22:59:59Z")));
        assertEquals(
                List.of(new TillRefusal.DayOver(DAY, DAY.plusDays(1))),
                session.againstCollecting(Instant.parse("2026-03-10T23:00:00Z")));
        assertEquals(
                List.of(new TillRefusal.ClockBack(DAY, DAY.minusDays(1))),
                session.againstCollecting(Instant.parse("2026-03-09T22:59:59Z")));
        Instant springMorning = Instant.parse("2026-03-29T00:30:00Z");
        TillSession spring = done(TillSession.begin(OTHER, Money.ZERO, springMorning, List.of()));
        assertEquals(LocalDate.of(2026, 3, 29), spring.accountingDay());
        assertFalse(spring.isOverdue(Instant.parse("2026-03-29T21:59:59Z")));
        assertTrue(spring.isOverdue(Instant.parse("2026-03-29T22:00:00Z")));
    }

    @Test
    void oneSessionForEachOperatorAndDrawer() {
        TillSession running = open(HUNDRED);
        assertEquals(
                List.of(new TillRefusal.OperatorHasSession("S1"), new TillRefusal.DrawerHasSession("S1")),
                refused(TillSession.begin(
                        new TillSession.Opening("S2", "T01", "OP1", "DESK1"), Money.ZERO, MORNING, List.of(running))));
        assertEquals(
                List.of(new TillRefusal.OperatorHasSession("S1")),
                refused(TillSession.begin(
                        new TillSession.Opening("S2", "T02", "OP1", "DESK2"), Money.ZERO, MORNING, List.of(running))));
        assertEquals(
                List.of(new TillRefusal.DrawerHasSession("S1")),
                refused(TillSession.begin(
                        new TillSession.Opening("S2", "T01", "OP2", "DESK1"),
                        Money.ZERO,
                        MORNING.plusSeconds(86_400),
                        List.of(running))),
                "a session left open keeps the drawer the next morning");
        TillSession closed = done(done(counting().count(HUNDRED, 1)).book(HUNDRED.total()));
        assertEquals(
                TillState.OPENING_COUNT,
                done(TillSession.begin(
                                new TillSession.Opening("S2", "T01", "OP1", "DESK1"),
                                Money.ZERO,
                                MORNING,
                                List.of(closed)))
                        .state());
    }

    @Test
    @Tag("Q14")
    void aDifferentFloatNeedsAReasonAndTheCountedOneIsUsed() {
        TillSession session = opening(HUNDRED.total());
        assertEquals(List.of(new TillRefusal.ReasonMissing()), refused(session.open(NINETY_FIVE, " ", MORNING)));
        TillSession opened = done(session.open(NINETY_FIVE, "moneta mancante", MORNING));
        assertEquals(Money.ofCents(-500), opened.openingDifference());
        assertEquals("moneta mancante", opened.openingReason());
        assertNull(done(session.open(HUNDRED, "inutile", MORNING)).openingReason());
    }

    @Test
    void collectsOnlyWhileOpen() {
        assertEquals(
                List.of(notIn(TillState.OPENING_COUNT)), opening(Money.ZERO).againstCollecting(MORNING));
        TillSession suspended = done(open(HUNDRED).suspend());
        assertEquals(List.of(notIn(TillState.SUSPENDED)), suspended.againstCollecting(MORNING));
        assertEquals(TillState.OPEN, done(suspended.resume(MORNING)).state());
        assertEquals(
                List.of(new TillRefusal.DayOver(DAY, DAY.plusDays(1))),
                refused(suspended.resume(MORNING.plusSeconds(86_400))));
        assertEquals(List.of(notIn(TillState.CLOSING_COUNT)), counting().againstCollecting(MORNING));
    }

    @Test
    @Tag("R-TIL-14")
    void hangingWorkBlocksTheClosingUnlessFormallyCarried() {
        PendingWork basket = new PendingWork(PendingWork.Kind.OPEN_BASKET, "B1", true);
        PendingWork attempt = new PendingWork(PendingWork.Kind.UNRESOLVED_ATTEMPT, "A1", false);
        PendingWork carried = new PendingWork(PendingWork.Kind.UNPRINTED_DOCUMENT, "SR-T01A/2026/000001", true);
        assertEquals(
                List.of(new TillRefusal.Pending(List.of(basket, attempt))),
                refused(open(HUNDRED).startClosing(List.of(basket, attempt, carried))));
        assertEquals(
                TillState.CLOSING_COUNT,
                done(open(HUNDRED).startClosing(List.of(carried))).state());
    }

    @Test
    @Tag("R-TIL-11")
    @Tag("Q16")
    void oneRecountAndNoWayBackOnceACountIsConfirmed() {
        TillSession session = counting();
        assertEquals(TillState.OPEN, done(session.giveUpClosing(MORNING)).state());
        session = done(session.count(NINETY_FIVE, 1));
        assertEquals(List.of(notIn(TillState.CLOSING_COUNT)), refused(session.giveUpClosing(MORNING)));
        session = done(session.count(HUNDRED, 1));
        assertEquals(List.of(new TillRefusal.NoRecountLeft(1)), refused(session.count(HUNDRED, 1)));
        assertEquals(List.of(NINETY_FIVE, HUNDRED), session.closingCounts());
        assertEquals(HUNDRED, session.closingCount());
    }

    @Test
    @Tag("R-TIL-12")
    @Tag("Q15")
    void anyCountClosesAndADifferenceShows() {
        TillSession counted = done(counting().count(NINETY_FIVE, 1));
        assertEquals(
                TillState.WITH_DIFFERENCE, done(counted.book(HUNDRED.total())).state());
        assertEquals(TillState.BALANCED, done(counted.book(NINETY_FIVE.total())).state());
        assertEquals(List.of(notIn(TillState.CLOSING_COUNT)), refused(counting().book(Money.ZERO)));
        TillSession archived = done(done(counted.book(HUNDRED.total())).archive());
        assertEquals(TillState.CHECKED, done(archived.check()).state());
        assertEquals(List.of(notIn(TillState.ARCHIVED)), refused(archived.archive()));
    }

    @Test
    @Tag("Q17")
    @Tag("Q21")
    void aSessionLeftOpenOvernightCanOnlyBeClosed() {
        Instant nextMorning = MORNING.plusSeconds(86_400);
        TillSession left = open(HUNDRED);
        assertTrue(left.isOverdue(nextMorning));
        TillSession closing = done(left.startClosing(List.of()));
        assertEquals(
                List.of(new TillRefusal.DayOver(DAY, DAY.plusDays(1))), refused(closing.giveUpClosing(nextMorning)));
        assertEquals(
                TillState.BALANCED,
                done(done(closing.count(HUNDRED, 1)).book(HUNDRED.total())).state());
        assertEquals(TillState.CLOSED, done(opening(Money.ZERO).giveUpOpening()).state());
    }

    @Test
    void anExtensionStaysInsideTheAccountingDay() {
        Instant siteCloses = Instant.parse("2026-03-10T17:00:00Z");
        TillSession session = open(HUNDRED);
        assertFalse(session.isPastClosing(siteCloses, siteCloses));
        assertTrue(session.isPastClosing(siteCloses, siteCloses.plusSeconds(1)));
        TillSession extended = done(session.extend(siteCloses.plusSeconds(3600)));
        assertFalse(extended.isPastClosing(siteCloses, siteCloses.plusSeconds(3600)));
        assertTrue(extended.isPastClosing(siteCloses, siteCloses.plusSeconds(3601)));
        assertEquals(
                List.of(new TillRefusal.ExtendsBeyondDay(DAY)),
                refused(session.extend(Instant.parse("2026-03-10T23:00:00Z"))));
        assertEquals(List.of(notIn(TillState.CLOSING_COUNT)), refused(counting().extend(siteCloses)));
    }

    @Test
    @Tag("R-TIL-20")
    @Tag("Q61")
    void aDrawerIsClosedByItsHolderOrByThePersonResponsible() {
        TillSession session = open(HUNDRED);
        String holder = session.operatorId();
        assertEquals(List.of(), session.againstClosingBy(holder, false));
        assertEquals(List.of(), session.againstClosingBy("RESPONSIBLE", true));
        assertEquals(
                List.of(new TillRefusal.NotHolder(session.id(), holder)), session.againstClosingBy("OTHER", false));
        assertEquals(ClosingRight.OWN, ClosingRight.of(holder, holder, true));
        assertEquals(ClosingRight.FOR_ANOTHER, ClosingRight.of(holder, "RESPONSIBLE", true));
    }
}
