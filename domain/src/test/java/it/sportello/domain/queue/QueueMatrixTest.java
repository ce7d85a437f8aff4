package it.sportello.domain.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every state of a ticket against every step, and the figures of a day against a second count. */
class QueueMatrixTest {
    private static final Instant EIGHT = Instant.parse("2026-03-10T07:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);
    private static final List<String> STEPS = List.of("call", "serve", "conclude", "absent", "requeue", "transfer");

    private static QueueEntry in(QueueState state) {
        QueueEntry issued = issued("E1", 1, 0, EIGHT, null);
        return new QueueEntry("E1", issued.number(), 0, EIGHT, null, state, issued.legs());
    }

    private static QueueEntry issued(String id, int number, int priority, Instant at, @Nullable Instant appointmentAt) {
        return QueueEntry.issued(id, new QueueNumber('A', number), "CUP", priority, at, appointmentAt);
    }

    private static QueueEntry.Step take(QueueEntry entry, String step, Instant at) {
        return switch (step) {
            case "call" -> entry.call(at, "DESK1");
            case "serve" -> entry.serve(at);
            case "conclude" -> entry.conclude(at);
            case "absent" -> entry.absent(at);
            case "requeue" -> entry.requeue(at);
            default -> entry.transfer("CASSA", at);
        };
    }

    private static QueueState wanted(String step) {
        return switch (step) {
            case "call" -> QueueState.CALLED;
            case "serve" -> QueueState.IN_SERVICE;
            case "conclude" -> QueueState.CONCLUDED;
            case "absent" -> QueueState.ABSENT;
            case "requeue" -> QueueState.REQUEUED;
            default -> QueueState.TRANSFERRED;
        };
    }

    @ParameterizedTest
    @CsvSource({
        "ISSUED,call absent transfer",
        "TRANSFERRED,call absent transfer",
        "REQUEUED,call absent transfer",
        "CALLED,call serve absent requeue transfer",
        "IN_SERVICE,conclude requeue transfer",
        "ABSENT,call requeue",
        "CONCLUDED,''"
    })
    @Tag("R-STATE-1")
    @Tag("R-QUE-2")
    void everyStepFromEveryState(QueueState from, String admitted) {
        assertEquals(
                EnumSet.of(QueueState.ISSUED, QueueState.TRANSFERRED, QueueState.REQUEUED)
                        .contains(from),
                from.isWaiting());
        for (String step : STEPS) {
            QueueEntry.Step result = take(in(from), step, EIGHT.plusSeconds(60));
            if (admitted.contains(step)) {
                QueueEntry after = assertInstanceOf(QueueEntry.Step.Done.class, result, step)
                        .entry();
                assertEquals(wanted(step), after.state());
                assertEquals(EIGHT, after.issuedAt(), "the first issue time stays");
                assertEquals(in(from).number(), after.number());
                assertEquals(step.equals("transfer") ? "CASSA" : "CUP", after.category());
                assertEquals(
                        step.equals("transfer") || step.equals("requeue") ? 2 : 1,
                        after.legs().size());
            } else {
                assertEquals(new QueueEntry.Step.Refused(from, wanted(step)), result);
            }
        }
    }

    @Test
    @Tag("R-QUE-1")
    @Tag("R-QUE-2")
    void callingAgainKeepsTheFirstCallAndATransferBeginsALegOfItsOwn() {
        QueueEntry entry = in(QueueState.ISSUED);
        entry = done(entry.call(EIGHT.plusSeconds(100), "DESK1"));
        entry = done(entry.call(EIGHT.plusSeconds(200), "DESK2"));
        assertEquals(EIGHT.plusSeconds(100), entry.leg().called());
        assertEquals("DESK1", entry.leg().deskId());
        entry = done(entry.serve(EIGHT.plusSeconds(210)));
        entry = done(entry.transfer("CASSA", EIGHT.plusSeconds(300)));
        assertEquals(EIGHT.plusSeconds(300), entry.legs().get(0).ended());
        entry = done(entry.call(EIGHT.plusSeconds(1000), "DESK3"));
        assertEquals(new WaitingTime.Measured(Duration.ofSeconds(100)), WaitingTime.of(entry, 0));
        assertEquals(new WaitingTime.Measured(Duration.ofSeconds(700)), WaitingTime.of(entry, 1));
        entry = done(entry.serve(EIGHT.plusSeconds(1010)));
        assertEquals(EIGHT.plusSeconds(1010), entry.leg().served());
        entry = done(entry.conclude(EIGHT.plusSeconds(1100)));
        assertEquals(EIGHT.plusSeconds(1100), entry.leg().ended());
        assertThrows(
                IllegalArgumentException.class,
                () -> new QueueEntry("E", new QueueNumber('A', 1), 0, EIGHT, null, QueueState.ISSUED, List.of()));
    }

    @Test
    void whoWasAbsentAndComesBackIsCalledAgain() {
        QueueEntry entry = done(in(QueueState.ISSUED).call(EIGHT.plusSeconds(60), "DESK1"));
        entry = done(entry.absent(EIGHT.plusSeconds(120)));
        assertEquals(EIGHT.plusSeconds(120), entry.leg().ended());
        QueueEntry again = done(entry.call(EIGHT.plusSeconds(180), "DESK1"));
        assertNull(again.leg().ended());
        assertEquals(EIGHT.plusSeconds(60), again.leg().called());
        QueueEntry requeued = done(entry.requeue(EIGHT.plusSeconds(200)));
        assertEquals(EIGHT.plusSeconds(120), requeued.legs().get(0).ended(), "it ended when the person was absent");
    }

    private static QueueEntry done(QueueEntry.Step step) {
        return assertInstanceOf(QueueEntry.Step.Done.class, step).entry();
    }

    @ParameterizedTest
    @CsvSource({
        "0,,599,599,true",
        "0,,600,600,true",
        "0,,601,601,false",
        "0,300,900,600,true",
        "0,300,901,601,false",
        "0,300,200,0,true",
        "0,-300,600,600,true",
        "0,0,600,600,true"
    })
    @Tag("R-QUE-1")
    void theLimitItselfIsInside(int issued, @Nullable Integer appointment, int called, int wait, boolean within) {
        WaitingTime time = WaitingTime.of(
                EIGHT.plusSeconds(issued),
                appointment == null ? null : EIGHT.plusSeconds(appointment),
                EIGHT.plusSeconds(called));
        WaitingTime.Measured measured = assertInstanceOf(WaitingTime.Measured.class, time);
        assertEquals(Duration.ofSeconds(wait), measured.length());
        assertEquals(within, measured.within(Duration.ofMinutes(10)));
    }

    @Test
    void aNegativeWaitIsQuarantinedNeverZeroed() {
        Instant before = EIGHT.minusNanos(1);
        assertEquals(new WaitingTime.Quarantined(EIGHT, before), WaitingTime.of(EIGHT, null, before));
        assertEquals(new WaitingTime.Measured(Duration.ZERO), WaitingTime.of(EIGHT, null, EIGHT));
        assertEquals(new WaitingTime.NotCalled(), WaitingTime.of(EIGHT, null, null));
    }

    @Test
    @Tag("R-QUE-6")
    void theFiguresOfADayAgainstASecondCount() {
        Random random = new Random(600);
        for (int round = 0; round < 300; round++) {
            List<QueueEntry> entries = new ArrayList<>();
            List<Long> millis = new ArrayList<>();
            int notCalled = 0;
            int wrongClock = 0;
            int tickets = random.nextInt(40);
            for (int i = 0; i < tickets; i++) {
                QueueEntry entry = issued("E" + i, 1 + i, 0, EIGHT.plusSeconds(i), null);
                int fate = random.nextInt(10);
                if (fate == 0) {
                    notCalled++;
                } else if (fate == 1) {
                    wrongClock++;
                    entry = done(entry.call(EIGHT.plusSeconds(i).minusMillis(1), "D"));
                } else {
                    long wait = random.nextInt(900_000);
                    millis.add(wait);
                    entry = done(entry.call(EIGHT.plusSeconds(i).plusMillis(wait), "D"));
                }
                entries.add(entry);
            }
            WaitingDay day = WaitingDay.of(entries);
            Collections.sort(millis);
            assertEquals(tickets, day.printed());
            assertEquals(notCalled, day.notCalled());
            assertEquals(wrongClock, day.quarantined());
            assertEquals(millis.stream().map(Duration::ofMillis).toList(), day.waits());
            long over = millis.stream().filter(wait -> wait > 600_000).count();
            assertEquals(over, day.over(Duration.ofMinutes(10)));
            assertEquals(over == 0, day.complies(Duration.ofMinutes(10)));
            long sum = millis.stream().mapToLong(Long::longValue).sum();
            long mean = millis.isEmpty() ? 0 : sum / millis.size() / 1000;
            assertEquals(Duration.ofSeconds(mean), day.mean());
            assertEquals(Duration.ofMillis(millis.isEmpty() ? 0 : millis.get(millis.size() - 1)), day.longest());
            for (int percent : new int[] {1, 50, 90, 99, 100}) {
                assertEquals(Duration.ofMillis(nearestRank(millis, percent)), day.percentile(percent));
            }
        }
    }

    /** The smallest wait that at least so many of a hundred did not exceed, by trying each. */
    private static long nearestRank(List<Long> ascending, int percent) {
        for (long wait : ascending) {
            long notLonger = ascending.stream().filter(other -> other <= wait).count();
            if (notLonger * 100 >= (long) percent * ascending.size()) {
                return wait;
            }
        }
        return 0;
    }

    @Test
    void fractionsOfASecondAreAddedBeforeTheMeanIsRounded() {
        WaitingDay day = new WaitingDay(2, List.of(Duration.ofMillis(1_900), Duration.ofMillis(2_900)), 0, 0, 0);
        assertEquals(Duration.ofSeconds(2), day.mean());
        assertThrows(IllegalArgumentException.class, () -> day.percentile(0));
        assertThrows(IllegalArgumentException.class, () -> day.percentile(101));
    }

    @Test
    @Tag("R-QUE-2")
    void theOrderOfCallsAgainstASecondOne() {
        Random random = new Random(4);
        for (int round = 0; round < 500; round++) {
            List<QueueEntry> entries = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                Instant appointment = random.nextInt(3) > 0 ? null : EIGHT.plusSeconds(60L * random.nextInt(60));
                QueueEntry entry = QueueEntry.issued(
                        "E" + i,
                        new QueueNumber('A', 1 + i),
                        random.nextInt(4) == 0 ? "LAB" : "CUP",
                        random.nextInt(6) == 0 ? 1 : 0,
                        EIGHT.plusSeconds(60L * random.nextInt(20)),
                        appointment);
                entries.add(random.nextInt(6) == 0 ? done(entry.call(EIGHT, "D")) : entry);
            }
            Instant now = EIGHT.plusSeconds(60L * random.nextInt(60));
            List<QueueEntry> left = new ArrayList<>(entries);
            left.removeIf(
                    entry -> !entry.category().equals("CUP") || !entry.state().isWaiting());
            for (QueueEntry called : CallOrder.of(entries, Set.of("CUP"), now)) {
                for (QueueEntry other : left) {
                    assertFalse(goesBefore(other, called, now), () -> other + " before " + called);
                }
                assertTrue(left.remove(called));
            }
            assertTrue(left.isEmpty());
            List<QueueEntry> order = CallOrder.of(entries, Set.of("CUP"), now);
            assertEquals(order.isEmpty() ? null : order.get(0), CallOrder.next(entries, Set.of("CUP"), now));
            assertNull(CallOrder.next(entries, Set.of(), now));
        }
    }

    private static boolean goesBefore(QueueEntry one, QueueEntry other, Instant now) {
        if (one.priority() != other.priority()) {
            return one.priority() > other.priority();
        }
        Instant ours = one.appointmentAt();
        Instant theirs = other.appointmentAt();
        boolean due = ours != null && !ours.isAfter(now);
        boolean otherDue = theirs != null && !theirs.isAfter(now);
        if (due != otherDue) {
            return due;
        }
        if (due && ours != null && !ours.equals(theirs)) {
            return ours.isBefore(theirs);
        }
        return one.issuedAt().isBefore(other.issuedAt());
    }

    @Test
    void numbersRunFromOneToTheLastAndStopThere() {
        QueueCounter counter = new QueueCounter('B', DAY, 0);
        for (int expected = 1; expected <= QueueNumber.LAST; expected++) {
            QueueCounter.Issue.Issued issued = assertInstanceOf(QueueCounter.Issue.Issued.class, counter.next(DAY));
            assertEquals(new QueueNumber('B', expected), issued.number());
            counter = issued.after();
        }
        assertEquals(new QueueCounter.Issue.Exhausted('B'), counter.next(DAY));
        assertEquals(new QueueCounter.Issue.ClockBack(DAY), counter.next(DAY.minusDays(1)));
        QueueCounter.Issue.Issued morning =
                assertInstanceOf(QueueCounter.Issue.Issued.class, counter.next(DAY.plusDays(1)));
        assertEquals(new QueueCounter('B', DAY.plusDays(1), 1), morning.after());
        assertThrows(IllegalArgumentException.class, () -> new QueueCounter('B', DAY, -1));
        assertThrows(IllegalArgumentException.class, () -> new QueueCounter('B', DAY, QueueNumber.LAST + 1));
    }

    @Test
    void everyNumberReadsBackAndSorts() {
        List<QueueNumber> all = new ArrayList<>();
        for (char prefix = 'A'; prefix <= 'Z'; prefix++) {
            for (int number = 1; number <= QueueNumber.LAST; number += 7) {
                QueueNumber one = new QueueNumber(prefix, number);
                assertEquals(one, QueueNumber.parse(one.printed()));
                assertEquals(one, QueueNumber.parse(" " + Character.toLowerCase(prefix) + number + " "));
                assertEquals(one.printed(), one.toString());
                all.add(one);
            }
        }
        List<QueueNumber> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, new Random(2));
        Collections.sort(shuffled);
        assertEquals(all, shuffled);
        assertThrows(IllegalArgumentException.class, () -> new QueueNumber('a', 1));
        assertThrows(IllegalArgumentException.class, () -> new QueueNumber('[', 1));
        assertThrows(IllegalArgumentException.class, () -> new QueueNumber('A', 0));
        assertThrows(IllegalArgumentException.class, () -> new QueueNumber('A', 1000));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "A", "7", "A0", "A000", "A1000", "AA7", "A-7", "A 7", "A7A", "ſ7", "ı7", "À7", "A７", "A٧"})
    void whatIsNoNumberIsNotRead(String typed) {
        assertNull(QueueNumber.parse(typed));
    }
}
