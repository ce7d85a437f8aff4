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
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueueTest {
    private static final Instant PRINTED = Instant.parse("2026-03-10T08:00:00Z");
    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);

    private static QueueEntry entry(int number, int priority, long after, @Nullable Instant appointment) {
        QueueNumber printed = new QueueNumber('A', number);
        return QueueEntry.issued(
                printed.printed(), printed, "CASSA", priority, PRINTED.plusSeconds(after), appointment);
    }

    private static QueueEntry done(QueueEntry.Step step) {
        return assertInstanceOf(QueueEntry.Step.Done.class, step).entry();
    }

    private static List<String> order(List<QueueEntry> entries, Instant now) {
        return CallOrder.of(entries, Set.of("CASSA"), now).stream()
                .map(QueueEntry::id)
                .toList();
    }

    @Test
    void numbersRunFromOneToTheLastAndStartAgainEveryDay() {
        QueueCounter counter = new QueueCounter('A', DAY, 0);
        for (int expected = 1; expected <= QueueNumber.LAST; expected++) {
            QueueCounter.Issue.Issued issued = assertInstanceOf(QueueCounter.Issue.Issued.class, counter.next(DAY));
            assertEquals(expected, issued.number().number());
            counter = issued.after();
        }
        assertEquals(new QueueCounter.Issue.Exhausted('A'), counter.next(DAY));
        QueueCounter.Issue.Issued nextDay =
                assertInstanceOf(QueueCounter.Issue.Issued.class, counter.next(DAY.plusDays(1)));
        assertEquals("A001", nextDay.number().printed());
        assertEquals(
                new QueueCounter.Issue.ClockBack(DAY.plusDays(1)),
                nextDay.after().next(DAY));
    }

    @Test
    void numbersReadBack() {
        assertEquals(new QueueNumber('A', 7), QueueNumber.parse(" a7 "));
        assertEquals(new QueueNumber('Z', 999), QueueNumber.parse("Z999"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "7", "A0", "A000", "A1000", "AA1", "A-1", "À1"})
    void whatIsNotANumberIsNotRead(String typed) {
        assertNull(QueueNumber.parse(typed));
    }

    @ParameterizedTest
    @Tag("R-QUE-1")
    @CsvSource({"0,true", "599,true", "600,true", "601,false"})
    void sixHundredSecondsAreInsideTheLimit(long seconds, boolean within) {
        WaitingTime wait = WaitingTime.of(PRINTED, null, PRINTED.plusSeconds(seconds));
        assertEquals(within, assertInstanceOf(WaitingTime.Measured.class, wait).within(LIMIT));
    }

    @Test
    @Tag("R-QUE-1")
    void sixHundredSecondsAndAMillisecondAreOutside() {
        WaitingTime wait = WaitingTime.of(PRINTED, null, PRINTED.plusMillis(600_001));
        assertFalse(assertInstanceOf(WaitingTime.Measured.class, wait).within(LIMIT));
    }

    @Test
    @Tag("R-QUE-1")
    void daylightSavingChangesNoWait() {
        Instant before =
                ZonedDateTime.parse("2026-10-25T02:55:00+02:00[Europe/Rome]").toInstant();
        Instant after =
                ZonedDateTime.parse("2026-10-25T02:05:00+01:00[Europe/Rome]").toInstant();
        assertEquals(new WaitingTime.Measured(LIMIT), WaitingTime.of(before, null, after));
        Instant spring =
                ZonedDateTime.parse("2026-03-29T01:55:00+01:00[Europe/Rome]").toInstant();
        Instant springAfter =
                ZonedDateTime.parse("2026-03-29T03:05:00+02:00[Europe/Rome]").toInstant();
        assertEquals(new WaitingTime.Measured(LIMIT), WaitingTime.of(spring, null, springAfter));
    }

    @Test
    @Tag("R-QUE-1")
    void aNegativeWaitIsKeptApartNeverZero() {
        Instant called = PRINTED.minusMillis(1);
        assertEquals(new WaitingTime.Quarantined(PRINTED, called), WaitingTime.of(PRINTED, null, called));
        assertEquals(new WaitingTime.NotCalled(), WaitingTime.of(PRINTED, null, null));
    }

    @Test
    void aBookedPersonWaitsFromTheLaterOfTicketAndAppointment() {
        Instant appointment = PRINTED.plusSeconds(1800);
        assertEquals(
                new WaitingTime.Measured(Duration.ofMinutes(1)),
                WaitingTime.of(PRINTED, appointment, appointment.plusSeconds(60)));
        assertEquals(
                new WaitingTime.Measured(Duration.ZERO),
                WaitingTime.of(PRINTED, appointment, appointment.minusSeconds(60)),
                "called early, after the ticket: no clock is wrong");
        assertEquals(
                new WaitingTime.Measured(Duration.ofMinutes(1)),
                WaitingTime.of(PRINTED, PRINTED.minusSeconds(500), PRINTED.plusSeconds(60)));
        assertEquals(
                new WaitingTime.Quarantined(PRINTED, PRINTED.minusSeconds(1)),
                WaitingTime.of(PRINTED, appointment, PRINTED.minusSeconds(1)));
    }

    @Test
    void priorityThenAppointmentsThatHaveComeThenIssueTime() {
        Instant now = PRINTED.plusSeconds(1000);
        List<QueueEntry> entries = List.of(
                entry(1, 0, 0, null),
                entry(2, 0, 10, null),
                entry(3, 0, 20, now),
                entry(4, 0, 30, now.minusSeconds(300)),
                entry(5, 0, 5, now.plusSeconds(1)),
                entry(6, 1, 500, null));
        assertEquals(List.of("A006", "A004", "A003", "A001", "A005", "A002"), order(entries, now));
        assertEquals("A006", next(entries, now));
        assertNull(CallOrder.next(entries, Set.of("CUP"), now));
    }

    private static String next(List<QueueEntry> entries, Instant now) {
        QueueEntry next = CallOrder.next(entries, Set.of("CASSA"), now);
        return next == null ? "" : next.id();
    }

    @Test
    @Tag("R-QUE-2")
    void transferAndRequeueKeepTheFirstIssueTimeAndMeasureEachLeg() {
        Instant moved = PRINTED.plusSeconds(400);
        QueueEntry transferred = done(done(done(entry(1, 0, 0, null).call(PRINTED.plusSeconds(300), "D1"))
                        .serve(PRINTED.plusSeconds(310)))
                .transfer("CASSA", moved));
        assertEquals(PRINTED, transferred.issuedAt());
        assertEquals(List.of("A001", "A002"), order(List.of(entry(2, 0, 100, null), transferred), moved));
        QueueEntry called = done(transferred.call(moved.plusSeconds(50), "D2"));
        assertEquals(new WaitingTime.Measured(Duration.ofMinutes(5)), WaitingTime.of(called, 0));
        assertEquals(new WaitingTime.Measured(Duration.ofSeconds(50)), WaitingTime.of(called, 1));
        QueueEntry requeued = done(called.requeue(moved.plusSeconds(90)));
        assertEquals(PRINTED, requeued.issuedAt());
        assertEquals(3, requeued.legs().size());
        assertEquals(moved.plusSeconds(90), requeued.legs().get(1).ended());
        assertEquals(
                QueueState.CONCLUDED,
                done(done(called.serve(moved)).conclude(moved)).state());
    }

    @Test
    void callingAgainKeepsTheFirstCall() {
        QueueEntry called = done(entry(1, 0, 0, null).call(PRINTED.plusSeconds(300), "D1"));
        QueueEntry again = done(called.call(PRINTED.plusSeconds(900), "D2"));
        assertEquals(PRINTED.plusSeconds(300), again.leg().called());
        assertEquals("D1", again.leg().deskId());
        QueueEntry back = done(done(again.absent(PRINTED.plusSeconds(950))).call(PRINTED.plusSeconds(960), "D1"));
        assertEquals(QueueState.CALLED, back.state());
        assertNull(back.leg().ended(), "a person who came back is no longer absent");
    }

    @Test
    void aStepOutOfOrderIsRefused() {
        assertEquals(
                new QueueEntry.Step.Refused(QueueState.ISSUED, QueueState.IN_SERVICE),
                entry(1, 0, 0, null).serve(PRINTED));
        QueueEntry concluded =
                done(done(done(entry(1, 0, 0, null).call(PRINTED, "D1")).serve(PRINTED))
                        .conclude(PRINTED));
        assertInstanceOf(QueueEntry.Step.Refused.class, concluded.call(PRINTED, "D1"));
        assertInstanceOf(QueueEntry.Step.Refused.class, concluded.transfer("CUP", PRINTED));
        assertThrows(
                IllegalArgumentException.class,
                () -> new QueueEntry("x", new QueueNumber('A', 1), 0, PRINTED, null, QueueState.ISSUED, List.of()));
    }

    @Test
    @Tag("R-QUE-1")
    void aDayCompliesWhenNoCalledTicketWaitedLonger() {
        List<QueueEntry> entries = new ArrayList<>();
        for (int i = 1; i <= 10; i++) {
            entries.add(done(entry(i, 0, 0, null).call(PRINTED.plusSeconds(60L * i), "D1")));
        }
        entries.add(entry(11, 0, 0, null));
        entries.add(done(entry(12, 0, 0, null).call(PRINTED.minusSeconds(1), "D1")));
        WaitingDay day = WaitingDay.of(entries);
        assertEquals(12, day.printed());
        assertEquals(1, day.notCalled());
        assertEquals(1, day.quarantined());
        assertTrue(day.complies(LIMIT));
        assertEquals(LIMIT, day.longest());
        assertEquals(Duration.ofSeconds(330), day.mean());
        assertEquals(Duration.ofMinutes(5), day.percentile(50));
        assertEquals(Duration.ofMinutes(9), day.percentile(90));
        assertEquals(LIMIT, day.percentile(100));
        entries.add(done(entry(13, 0, 0, null).call(PRINTED.plusSeconds(601), "D1")));
        assertFalse(WaitingDay.of(entries).complies(LIMIT));
        assertEquals(1, WaitingDay.of(entries).over(LIMIT));
        WaitingDay empty = WaitingDay.of(List.of());
        assertTrue(empty.complies(LIMIT));
        assertEquals(Duration.ZERO, empty.mean());
        assertEquals(Duration.ZERO, empty.percentile(90));
        assertThrows(IllegalArgumentException.class, () -> day.percentile(0));
    }
}
