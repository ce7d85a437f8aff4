package it.sportello.domain.till;

import static it.sportello.domain.till.TillFixtures.DAY;
import static it.sportello.domain.till.TillFixtures.MORNING;
import static it.sportello.domain.till.TillFixtures.done;
import static it.sportello.domain.till.TillFixtures.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.domain.money.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every state of a session against every step. */
class TillSessionMatrixTest {
    private static final Count FLOAT = Count.empty().with(Denomination.NOTE_10, 10);
    private static final Count OTHER = Count.empty().with(Denomination.NOTE_10, 9);
    private static final Instant YESTERDAY = MORNING.minusSeconds(86_400);
    private static final Instant TOMORROW = MORNING.plusSeconds(86_400);
    private static final List<Act> ACTS = List.of(Act.values());

    /** The steps an operator may try, with arguments against which nothing else stands. */
    enum Act {
        OPEN,
        GIVE_UP_OPENING,
        SUSPEND,
        RESUME,
        EXTEND,
        START_CLOSING,
        GIVE_UP_CLOSING,
        COUNT,
        BOOK_RIGHT,
        BOOK_WRONG,
        ARCHIVE,
        CHECK;

        TillStep on(TillSession session, Instant now) {
            return switch (this) {
                case OPEN -> session.open(FLOAT, null, now);
                case GIVE_UP_OPENING -> session.giveUpOpening();
                case SUSPEND -> session.suspend();
                case RESUME -> session.resume(now);
                case EXTEND -> session.extend(MORNING.plusSeconds(3600));
                case START_CLOSING -> session.startClosing(List.of());
                case GIVE_UP_CLOSING -> session.giveUpClosing(now);
                case COUNT -> session.count(FLOAT, 1);
                case BOOK_RIGHT -> session.book(FLOAT.total());
                case BOOK_WRONG -> session.book(FLOAT.total().plus(Money.ofCents(1)));
                case ARCHIVE -> session.archive();
                case CHECK -> session.check();
            };
        }

        /** The states from which it leads on, with the one it leads to; the table of specification §4. */
        Map<TillState, TillState> table() {
            Map<TillState, TillState> table = new EnumMap<>(TillState.class);
            switch (this) {
                case OPEN -> table.put(TillState.OPENING_COUNT, TillState.OPEN);
                case GIVE_UP_OPENING -> table.put(TillState.OPENING_COUNT, TillState.CLOSED);
                case SUSPEND -> table.put(TillState.OPEN, TillState.SUSPENDED);
                case RESUME -> table.put(TillState.SUSPENDED, TillState.OPEN);
                case EXTEND -> {
                    table.put(TillState.OPEN, TillState.OPEN);
                    table.put(TillState.SUSPENDED, TillState.SUSPENDED);
                }
                case START_CLOSING -> {
                    table.put(TillState.OPEN, TillState.CLOSING_COUNT);
                    table.put(TillState.SUSPENDED, TillState.CLOSING_COUNT);
                }
                case GIVE_UP_CLOSING -> table.put(TillState.CLOSING_COUNT, TillState.OPEN);
                case COUNT -> table.put(TillState.CLOSING_COUNT, TillState.CLOSING_COUNT);
                case BOOK_RIGHT -> table.put(TillState.CLOSING_COUNT, TillState.BALANCED);
                case BOOK_WRONG -> table.put(TillState.CLOSING_COUNT, TillState.WITH_DIFFERENCE);
                case ARCHIVE -> {
                    table.put(TillState.BALANCED, TillState.ARCHIVED);
                    table.put(TillState.WITH_DIFFERENCE, TillState.ARCHIVED);
                }
                case CHECK -> table.put(TillState.ARCHIVED, TillState.CHECKED);
            }
            return table;
        }

        boolean needsACount() {
            return this == BOOK_RIGHT || this == BOOK_WRONG;
        }
    }

    private static TillSession in(TillState state, List<Count> counts) {
        Count opening = state == TillState.OPENING_COUNT || state == TillState.CLOSED ? null : FLOAT;
        return new TillSession("S1", "T01", "OP1", "DESK1", DAY, state, FLOAT.total(), opening, null, counts, null);
    }

    private static @Nullable TillSession after(TillStep step) {
        return step instanceof TillStep.Done done ? done.session() : null;
    }

    @ParameterizedTest
    @EnumSource(Act.class)
    @Tag("R-STATE-1")
    @Tag("R-TIL-26")
    void everyStepFromEveryState(Act act) {
        for (TillState from : TillState.values()) {
            TillSession session = in(from, act.needsACount() ? List.of(FLOAT) : List.of());
            TillStep step = act.on(session, MORNING);
            TillState to = act.table().get(from);
            if (to == null) {
                assertEquals(List.of(new TillRefusal.NotInState(from)), refused(step), act + " from " + from);
            } else {
                TillSession next = done(step);
                assertEquals(to, next.state(), act + " from " + from);
                assertEquals(session.id(), next.id());
                assertEquals(session.tillId(), next.tillId());
                assertEquals(session.operatorId(), next.operatorId());
                assertEquals(session.deskId(), next.deskId());
                assertEquals(session.accountingDay(), next.accountingDay());
                assertEquals(session.expectedFloat(), next.expectedFloat());
                if (session.openingCount() != null) {
                    assertEquals(session.openingCount(), next.openingCount(), "a count is never rewritten");
                }
                assertEquals(
                        session.closingCounts(),
                        next.closingCounts().subList(0, session.closingCounts().size()));
            }
        }
    }

    /** What may still be done on the day after, and when the clock went back. */
    @ParameterizedTest
    @CsvSource({
        "OPEN,OPENING_COUNT,false",
        "GIVE_UP_OPENING,OPENING_COUNT,true",
        "SUSPEND,OPEN,true",
        "RESUME,SUSPENDED,false",
        "START_CLOSING,OPEN,true",
        "START_CLOSING,SUSPENDED,true",
        "GIVE_UP_CLOSING,CLOSING_COUNT,false",
        "COUNT,CLOSING_COUNT,true",
        "ARCHIVE,BALANCED,true",
        "ARCHIVE,WITH_DIFFERENCE,true",
        "CHECK,ARCHIVED,true"
    })
    @Tag("R-TIL-20")
    @Tag("Q21")
    void nothingThatLeadsToACollectionOnAnotherDay(Act act, TillState from, boolean admitted) {
        TillSession session = in(from, List.of());
        if (admitted) {
            assertEquals(done(act.on(session, MORNING)), done(act.on(session, TOMORROW)));
            assertEquals(done(act.on(session, MORNING)), done(act.on(session, YESTERDAY)));
        } else {
            assertEquals(List.of(new TillRefusal.DayOver(DAY, DAY.plusDays(1))), refused(act.on(session, TOMORROW)));
            assertEquals(
                    List.of(new TillRefusal.ClockBack(DAY, DAY.minusDays(1))), refused(act.on(session, YESTERDAY)));
        }
    }

    @ParameterizedTest
    @EnumSource(TillState.class)
    @Tag("R-TIL-20")
    void collectsOnlyOpenAndOnItsDay(TillState state) {
        TillSession session = in(state, List.of());
        List<TillRefusal> notIn = state == TillState.OPEN ? List.of() : List.of(new TillRefusal.NotInState(state));
        assertEquals(notIn, session.againstCollecting(MORNING));
        List<TillRefusal> late = new ArrayList<>(notIn);
        late.add(new TillRefusal.DayOver(DAY, DAY.plusDays(1)));
        assertEquals(late, session.againstCollecting(TOMORROW), "both are said");
        assertEquals(state.isInCourse(), session.isOverdue(TOMORROW));
        assertFalse(session.isOverdue(MORNING));
        assertFalse(session.isOverdue(YESTERDAY));
        Instant closes = MORNING.plusSeconds(60);
        assertEquals(state.isInCourse(), session.isPastClosing(closes, closes.plusSeconds(1)));
        assertFalse(session.isPastClosing(closes, closes));
    }

    @ParameterizedTest
    @EnumSource(TillState.class)
    @Tag("Q21")
    void anOperatorAndADrawerAreBusyWhileASessionIsInCourse(TillState state) {
        Set<TillState> inCourse =
                EnumSet.of(TillState.OPENING_COUNT, TillState.OPEN, TillState.SUSPENDED, TillState.CLOSING_COUNT);
        assertEquals(inCourse.contains(state), state.isInCourse());
        TillSession known = in(state, List.of());
        TillStep same = TillSession.begin(
                new TillSession.Opening("S2", "T01", "OP1", "DESK1"), Money.ZERO, MORNING, List.of(known));
        TillStep unrelated = TillSession.begin(
                new TillSession.Opening("S2", "T02", "OP2", "DESK1"), Money.ZERO, MORNING, List.of(known));
        assertEquals(TillState.OPENING_COUNT, done(unrelated).state(), "another drawer, another operator");
        assertEquals(!state.isInCourse(), same instanceof TillStep.Done);
    }

    @Test
    void allThatKeepsASessionFromBeginningIsSaid() {
        TillSession mine = new TillSession(
                "S8", "T08", "OP1", "D8", DAY, TillState.SUSPENDED, Money.ZERO, FLOAT, null, List.of(), null);
        TillSession drawer = new TillSession(
                "S9", "T01", "OP9", "D9", DAY, TillState.OPENING_COUNT, Money.ZERO, null, null, List.of(), null);
        assertEquals(
                List.of(new TillRefusal.OperatorHasSession("S8"), new TillRefusal.DrawerHasSession("S9")),
                refused(TillSession.begin(
                        new TillSession.Opening("S2", "T01", "OP1", "DESK1"),
                        Money.ZERO,
                        MORNING,
                        List.of(mine, drawer))));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "NULL",
            value = {
                "10,NULL,true",
                "10,inutile,true",
                "9,NULL,false",
                "9,'',false",
                "9,'  ',false",
                "9,resto,true",
                "11,resto,true",
                "0,vuota,true",
                "0,NULL,false"
            })
    @Tag("Q14")
    @Tag("R-TIL-11")
    void aReasonExactlyWhenTheOpeningCountDiffers(int notes, @Nullable String reason, boolean opens) {
        Count counted = Count.empty().with(Denomination.NOTE_10, notes);
        TillStep step = in(TillState.OPENING_COUNT, List.of()).open(counted, reason, MORNING);
        TillSession opened = after(step);
        assertEquals(opens, opened != null);
        if (opened == null) {
            assertEquals(List.of(new TillRefusal.ReasonMissing()), refused(step));
        } else {
            assertEquals(Money.ofCents(1000L * (notes - 10)), opened.openingDifference());
            assertEquals(notes == 10 ? null : reason, opened.openingReason());
            assertEquals(counted, opened.openingCount());
        }
    }

    @Test
    void aLateOpeningWithADifferenceSaysBoth() {
        assertEquals(
                List.of(new TillRefusal.DayOver(DAY, DAY.plusDays(1)), new TillRefusal.ReasonMissing()),
                refused(in(TillState.OPENING_COUNT, List.of()).open(OTHER, null, TOMORROW)));
        assertEquals(Money.ZERO, in(TillState.OPENING_COUNT, List.of()).openingDifference(), "not counted yet");
    }

    @ParameterizedTest
    @CsvSource({"0,1", "1,2", "2,3", "5,6"})
    @Tag("R-TIL-11")
    @Tag("Q16")
    void asManyCountsAsTheParameterAdmits(int recounts, int counts) {
        TillSession session = in(TillState.CLOSING_COUNT, List.of());
        assertNull(session.closingCount());
        List<Count> all = new ArrayList<>();
        for (int i = 0; i < counts; i++) {
            Count next = Count.empty().with(Denomination.CENT_1, i);
            session = done(session.count(next, recounts));
            all.add(next);
            assertEquals(all, session.closingCounts());
            assertEquals(next, session.closingCount(), "the last one stands");
            assertEquals(
                    List.of(new TillRefusal.NotInState(TillState.CLOSING_COUNT)),
                    refused(session.giveUpClosing(MORNING)),
                    "after the first there is no way back");
        }
        assertEquals(List.of(new TillRefusal.NoRecountLeft(recounts)), refused(session.count(FLOAT, recounts)));
    }

    @ParameterizedTest
    @CsvSource({
        "OPEN_BASKET,false,true",
        "OPEN_BASKET,true,true",
        "UNRESOLVED_ATTEMPT,false,true",
        "UNRESOLVED_ATTEMPT,true,false",
        "UNPRINTED_DOCUMENT,false,true",
        "UNPRINTED_DOCUMENT,true,false"
    })
    @Tag("R-TIL-14")
    void whatHangsBlocksUnlessItIsCarried(PendingWork.Kind kind, boolean carried, boolean blocks) {
        PendingWork work = new PendingWork(kind, "X", carried);
        assertEquals(blocks, work.blocks());
        for (TillState from : EnumSet.of(TillState.OPEN, TillState.SUSPENDED)) {
            TillStep step = in(from, List.of()).startClosing(List.of(work));
            if (blocks) {
                assertEquals(List.of(new TillRefusal.Pending(List.of(work))), refused(step));
            } else {
                assertEquals(TillState.CLOSING_COUNT, done(step).state());
            }
        }
        assertEquals(
                List.of(new TillRefusal.NotInState(TillState.CLOSED)),
                refused(in(TillState.CLOSED, List.of()).startClosing(List.of(work))));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-09T22:59:59Z,false",
        "2026-03-09T23:00:00Z,true",
        "2026-03-10T22:59:59Z,true",
        "2026-03-10T23:00:00Z,false"
    })
    @Tag("R-TIL-20")
    void anExtensionLiesInTheRomanDay(Instant until, boolean admitted) {
        for (TillState from : EnumSet.of(TillState.OPEN, TillState.SUSPENDED)) {
            TillStep step = in(from, List.of()).extend(until);
            if (admitted) {
                assertEquals(until, done(step).extendedUntil());
                assertEquals(from, done(step).state());
            } else {
                assertEquals(List.of(new TillRefusal.ExtendsBeyondDay(DAY)), refused(step));
            }
        }
    }

    @Test
    void anExtensionBeforeTheClosingOfTheSiteShortensNothing() {
        Instant closes = MORNING.plusSeconds(7200);
        TillSession session = done(in(TillState.OPEN, List.of()).extend(closes.minusSeconds(600)));
        assertFalse(session.isPastClosing(closes, closes));
        assertTrue(session.isPastClosing(closes, closes.plusSeconds(1)));
    }

    /** Thousands of steps at random: only what the table says, money counted never changes, in the end one may leave. */
    @Test
    @Tag("R-STATE-1")
    @Tag("R-TIL-13")
    void anyWalkThroughTheStepsFollowsTheTable() {
        Random random = new Random(20_260_310);
        EnumSet<TillState> seen = EnumSet.noneOf(TillState.class);
        for (int walk = 0; walk < 500; walk++) {
            TillSession session = TillFixtures.opening(FLOAT.total());
            for (int i = 0; i < 60; i++) {
                seen.add(session.state());
                Act act = ACTS.get(random.nextInt(ACTS.size()));
                TillSession next = after(act.on(session, MORNING));
                TillState wanted = act.table().get(session.state());
                boolean counted = !session.closingCounts().isEmpty();
                boolean refusedForCounts = (act.needsACount() && !counted)
                        || (act == Act.GIVE_UP_CLOSING && counted)
                        || (act == Act.COUNT && session.closingCounts().size() > 1);
                assertEquals(refusedForCounts ? null : wanted, next == null ? null : next.state());
                if (next != null) {
                    assertTrue(next.closingCounts().size()
                            >= session.closingCounts().size());
                    session = next;
                }
            }
        }
        assertEquals(EnumSet.allOf(TillState.class), seen);
    }

    @ParameterizedTest
    @EnumSource(TillState.class)
    @Tag("R-STATE-1")
    void everyStateButTheLastOnesHasAWayOut(TillState state) {
        boolean leads = false;
        for (Act act : Act.values()) {
            TillState to = act.table().get(state);
            leads |= to != null && to != state;
        }
        assertEquals(state != TillState.CLOSED && state != TillState.CHECKED, leads);
    }

    @Test
    @Tag("R-TIL-12")
    @Tag("R-TIL-26")
    void aDifferenceOfACentIsADifference() {
        for (long cents : new long[] {-1, 1, -100_000, 100_000}) {
            TillSession counted = in(TillState.CLOSING_COUNT, List.of(OTHER, FLOAT));
            assertEquals(
                    TillState.WITH_DIFFERENCE,
                    done(counted.book(FLOAT.total().plus(Money.ofCents(cents)))).state());
            assertEquals(TillState.BALANCED, done(counted.book(FLOAT.total())).state());
            assertEquals(
                    TillState.WITH_DIFFERENCE,
                    done(counted.book(OTHER.total())).state(),
                    "a count that was replaced does not balance");
        }
    }
}
