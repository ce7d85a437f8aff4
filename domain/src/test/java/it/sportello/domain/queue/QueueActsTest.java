package it.sportello.domain.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The acts of the queue beyond the call: back at a position, to a desk, merged, absent, told late; the turn of the day. */
class QueueActsTest {
    private static final Instant EIGHT = Instant.parse("2026-03-10T07:00:00Z");
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private static QueueEntry ticket(String category, int number, int priority) {
        QueueNumber printed = new QueueNumber(category.charAt(0), number);
        return QueueEntry.issued(printed.printed(), printed, category, priority, EIGHT.plusSeconds(number * 60L), null);
    }

    private static QueueEntry done(QueueEntry.Step step) {
        return assertInstanceOf(QueueEntry.Step.Done.class, step).entry();
    }

    private static QueueEntry requeued(QueueEntry entry, int position) {
        QueueEntry called = done(entry.call(EIGHT.plusSeconds(900), "D1"));
        return done(called.requeue(EIGHT.plusSeconds(960), position, TimeSource.SERVER));
    }

    private static List<String> order(List<QueueEntry> entries, ServedQueues served) {
        return CallOrder.of(entries, served, EIGHT.plusSeconds(3600)).stream()
                .map(QueueEntry::id)
                .toList();
    }

    @ParameterizedTest
    @Tag("R-QUE-2")
    @CsvSource({
        "1, A001 A002 A003 A004",
        "2, A002 A001 A003 A004",
        "3, A002 A003 A001 A004",
        "4, A002 A003 A004 A001",
        "9, A002 A003 A004 A001"
    })
    void aNumberPutBackAtAPositionIsCalledThereAndKeepsItsFirstIssueTime(int position, String expected) {
        QueueEntry back = requeued(ticket("A", 1, 0), position);
        List<QueueEntry> all = List.of(back, ticket("A", 4, 0), ticket("A", 2, 0), ticket("A", 3, 0));
        assertEquals(expected, String.join(" ", order(all, ServedQueues.merged("D1", List.of("A")))));
        assertEquals(EIGHT.plusSeconds(60), back.issuedAt());
        assertEquals(EIGHT.plusSeconds(960), back.leg().since(), "the new leg is measured from here");
    }

    /** Seeded: whatever the others are, the one put back at n is called after n - 1 of its own service. */
    @Test
    @Tag("R-QUE-2")
    void whoIsPutBackLetsSoManyOfItsServiceGoBefore() {
        Random dice = new Random(20261122);
        for (int round = 0; round < 500; round++) {
            int position = 1 + dice.nextInt(5);
            List<QueueEntry> all = new ArrayList<>();
            all.add(requeued(ticket("A", 1, 0), position));
            for (int number = 2; number < 9; number++) {
                all.add(ticket(dice.nextBoolean() ? "A" : "B", number, 0));
            }
            int before = 0;
            int ofItsService =
                    (int) all.stream().filter(it -> it.category().equals("A")).count() - 1;
            ServedQueues served = ServedQueues.merged("D1", List.of("A", "B"));
            List<QueueEntry> waiting = all;
            while (true) {
                QueueEntry next =
                        CallOrder.of(waiting, served, EIGHT.plusSeconds(3600)).get(0);
                if (next.id().equals("A001")) {
                    break;
                }
                before += next.category().equals("A") ? 1 : 0;
                waiting = waiting.stream()
                        .filter(it -> !it.equals(next))
                        .map(it -> it.category().equals(next.category()) ? it.passed() : it)
                        .toList();
            }
            assertEquals(Math.min(position - 1, ofItsService), before);
        }
    }

    @Test
    void aPositionBelowOneIsNone() {
        QueueEntry called = done(ticket("A", 1, 0).call(EIGHT, "D1"));
        assertThrows(IllegalArgumentException.class, () -> called.requeue(EIGHT, 0, TimeSource.SERVER));
        assertThrows(IllegalArgumentException.class, () -> new QueueEntry.Standing(-1, null, 0));
    }

    @Test
    @Tag("R-QUE-2")
    void aTicketTransferredToADeskIsThatDesksAlone() {
        QueueEntry served =
                done(done(ticket("A", 1, 0).call(EIGHT.plusSeconds(300), "D1")).serve(EIGHT.plusSeconds(310)));
        QueueEntry reserved = done(served.transfer("A", "D2", EIGHT.plusSeconds(400), TimeSource.SERVER));
        List<QueueEntry> all = List.of(ticket("A", 2, 0), reserved);
        assertEquals(List.of("A002"), order(all, ServedQueues.merged("D1", List.of("A"))));
        assertEquals(
                List.of("A001", "A002"),
                order(all, ServedQueues.merged("D2", List.of("A"))),
                "first issued, first called");
        assertEquals(
                List.of("A001"),
                order(all, ServedQueues.merged("D2", List.of("B"))),
                "also of a service it does not serve");
    }

    @Test
    void aDeskTakesItsServicesTogetherOrInTurnAndPriorityGoesBeforeBoth() {
        List<QueueEntry> all = List.of(ticket("B", 1, 0), ticket("A", 2, 0), ticket("B", 3, 5), ticket("A", 4, 0));
        assertEquals(List.of("B003", "B001", "A002", "A004"), order(all, ServedQueues.merged("D1", List.of("A", "B"))));
        ServedQueues inTurn =
                new ServedQueues("D1", List.of("A", "B"), ServedQueues.Order.IN_TURN, List.of("it", "en"));
        assertEquals(List.of("B003", "A002", "A004", "B001"), order(all, inTurn));
    }

    @Test
    void nobodyIsAbsentBeforeTheNumberWasCalledAgain() {
        QueueEntry called = done(ticket("A", 1, 0).call(EIGHT.plusSeconds(60), "D1"));
        assertEquals(new QueueEntry.Step.CallAgain(0, 2), called.absent(EIGHT.plusSeconds(90), 2));
        QueueEntry again = done(called.call(EIGHT.plusSeconds(90), "D1"));
        assertEquals(new QueueEntry.Step.CallAgain(1, 2), again.absent(EIGHT.plusSeconds(95), 2));
        QueueEntry twice = done(again.call(EIGHT.plusSeconds(120), "D1"));
        assertEquals(2, twice.standing().recalls());
        QueueEntry absent = done(twice.absent(EIGHT.plusSeconds(150), 2));
        QueueEntry restored = done(absent.requeue(EIGHT.plusSeconds(200), 1, TimeSource.SERVER));
        assertTrue(restored.state().isWaiting());
        assertEquals(0, restored.standing().recalls(), "the new leg begins anew");
        assertEquals(EIGHT.plusSeconds(60), restored.issuedAt());
    }

    @Test
    void aServiceNobodyBeganIsConcludedAllTheSame() {
        QueueEntry called = done(ticket("A", 1, 0).call(EIGHT.plusSeconds(60), "D1"));
        QueueEntry finished = done(called.finish(EIGHT.plusSeconds(300)));
        assertEquals(QueueState.CONCLUDED, finished.state());
        assertEquals(EIGHT.plusSeconds(300), finished.leg().served());
        assertInstanceOf(QueueEntry.Step.Refused.class, ticket("A", 2, 0).finish(EIGHT));
    }

    @Test
    void ofTwoTicketsOfOnePersonTheCalledOneGoesOn() {
        QueueEntry waiting = ticket("A", 1, 5);
        QueueEntry called = done(ticket("B", 2, 0).call(EIGHT.plusSeconds(900), "D1"));
        for (Merge merge : List.of(
                Merge.of(waiting, called, EIGHT.plusSeconds(1000)),
                Merge.of(called, waiting, EIGHT.plusSeconds(1000)))) {
            Merge.Done done = assertInstanceOf(Merge.Done.class, merge);
            assertEquals("B002", done.goesOn().id());
            assertEquals(5, done.goesOn().priority(), "the higher priority goes on");
            assertEquals("A001", done.ends().id());
            assertEquals(QueueState.MERGED, done.ends().state());
            assertNull(done.ends().leg().called());
        }
    }

    @Test
    void ofTwoThatWaitTheOnePrintedFirstGoesOn() {
        Merge.Done done = assertInstanceOf(
                Merge.Done.class, Merge.of(ticket("B", 7, 0), ticket("A", 3, 0), EIGHT.plusSeconds(900)));
        assertEquals("A003", done.goesOn().id());
        QueueEntry one = done(ticket("A", 1, 0).call(EIGHT, "D1"));
        QueueEntry two = done(ticket("A", 2, 0).call(EIGHT, "D2"));
        assertInstanceOf(Merge.Refused.class, Merge.of(one, two, EIGHT), "both are at a desk");
        assertInstanceOf(Merge.Refused.class, Merge.of(one, one, EIGHT), "one ticket is not two");
        QueueEntry absent = done(ticket("A", 4, 0).absent(EIGHT));
        assertInstanceOf(
                Merge.Refused.class, Merge.of(absent, done(ticket("A", 5, 0).absent(EIGHT)), EIGHT), "nobody is there");
        assertInstanceOf(Merge.Done.class, Merge.of(one, absent, EIGHT), "an absent person who came back with another");
    }

    @Test
    @Tag("R-QUE-1")
    void theEarliestCallCountsAndEveryTimeKeepsItsSource() {
        QueueEntry byServer = done(ticket("A", 1, 0).call(EIGHT.plusSeconds(400), "D1", TimeSource.SERVER));
        QueueEntry byHand = byServer.calledAlready(EIGHT.plusSeconds(300), "D2", TimeSource.MANUAL);
        assertEquals(new WaitingTime.Measured(Duration.ofMinutes(4)), WaitingTime.of(byHand, 0));
        assertEquals(TimeSource.DISPENSER, byHand.leg().sinceSource());
        assertEquals(TimeSource.MANUAL, byHand.leg().callSource());
        assertEquals("D2", byHand.leg().deskId());
        assertEquals(byServer, byServer.calledAlready(EIGHT.plusSeconds(500), "D3", TimeSource.MANUAL));
    }

    @Test
    @Tag("R-QUE-1")
    void aPrintTimeNobodyKnowsIsNoWaitUntilItIsTold() {
        QueueEntry typed = QueueEntry.issued(
                "x", new QueueNumber('A', 1), "A", 0, EIGHT.plusSeconds(500), null, TimeSource.UNKNOWN);
        QueueEntry called = done(typed.call(EIGHT.plusSeconds(500), "D1", TimeSource.MANUAL));
        assertInstanceOf(WaitingTime.NotMeasured.class, WaitingTime.of(called, 0));
        WaitingDay day = WaitingDay.of(List.of(called));
        assertEquals(
                List.of(1, 1, 0),
                List.of(day.called(), day.notMeasured(), day.waits().size()));
        QueueEntry told = called.printed(EIGHT.plusSeconds(100), TimeSource.MANUAL);
        assertEquals(new WaitingTime.Measured(Duration.ofSeconds(400)), WaitingTime.of(told, 0));
        assertSame(told, told.printed(EIGHT, TimeSource.BRIDGE), "what is known is not overwritten");
    }

    @Test
    void twoServicesMayShareALetter() {
        QueueCounter.Range high = new QueueCounter.Range(500, 501);
        QueueCounter counter = new QueueCounter('A', LocalDate.of(2026, 3, 10), 499, high);
        QueueCounter.Issue.Issued first =
                assertInstanceOf(QueueCounter.Issue.Issued.class, counter.next(LocalDate.of(2026, 3, 10)));
        assertEquals("A500", first.number().printed());
        QueueCounter.Issue.Issued last =
                assertInstanceOf(QueueCounter.Issue.Issued.class, first.after().next(LocalDate.of(2026, 3, 10)));
        assertEquals(new QueueCounter.Issue.Exhausted('A'), last.after().next(LocalDate.of(2026, 3, 10)));
        QueueCounter.Issue.Issued tomorrow =
                assertInstanceOf(QueueCounter.Issue.Issued.class, last.after().next(LocalDate.of(2026, 3, 11)));
        assertEquals("A500", tomorrow.number().printed());
        assertThrows(IllegalArgumentException.class, () -> new QueueCounter.Range(0, 9));
        assertThrows(IllegalArgumentException.class, () -> new QueueCounter.Range(9, 8));
    }

    /** The evenings of the complaint: an hour before midnight, and the two nights on which the clock jumps. */
    @ParameterizedTest
    @Tag("R-QUE-8")
    @Tag("Q44")
    @CsvSource({
        "2026-03-10T22:59:59Z, 0, 2026-03-10",
        "2026-03-10T23:00:00Z, 0, 2026-03-11",
        "2026-03-11T02:59:59Z, 4, 2026-03-10",
        "2026-03-11T03:00:00Z, 4, 2026-03-11",
        "2026-03-28T23:30:00Z, 0, 2026-03-29",
        "2026-03-29T00:59:59Z, 2, 2026-03-28",
        "2026-03-29T01:00:00Z, 2, 2026-03-29",
        "2026-10-24T23:59:59Z, 2, 2026-10-24",
        "2026-10-25T00:30:00Z, 2, 2026-10-25",
        "2026-10-25T01:30:00Z, 2, 2026-10-25"
    })
    void aDayOfTheQueueBeginsAtItsHourOfRome(Instant at, int hour, LocalDate day) {
        assertEquals(day, QueueDay.of(at, hour));
        assertThrows(IllegalArgumentException.class, () -> QueueDay.of(at, 24));
    }

    @Test
    @Tag("R-QUE-8")
    @Tag("Q44")
    void theEndOfTheDayTellsWhatIsOpenAndClosesNothing() {
        QueueEntry called = done(ticket("B", 3, 0).call(EIGHT, "D1"));
        QueueEntry absent = done(ticket("A", 4, 0).absent(EIGHT));
        List<QueueEntry> all = List.of(ticket("A", 2, 0), called, absent, ticket("A", 1, 0));
        RollOver over = RollOver.of(LocalDate.of(2026, 3, 10), all);
        assertEquals("[A001, A002] [B003]", over.waiting() + " " + over.atDesk());
        assertTrue(RollOver.of(LocalDate.of(2026, 3, 10), List.of(absent)).isClean());
        assertEquals(QueueState.ISSUED, all.get(0).state());
    }

    @Test
    @Tag("R-QUE-6")
    void theFiguresOfADay() {
        List<QueueEntry> all = new ArrayList<>();
        all.add(done(
                done(ticket("A", 1, 0).call(EIGHT.plusSeconds(60 + 601), "D1")).finish(EIGHT.plusSeconds(900))));
        all.add(done(ticket("A", 2, 0).call(EIGHT.plusSeconds(120 + 100), "D1")));
        QueueEntry moved = done(ticket("B", 3, 0).call(EIGHT.plusSeconds(180 + 200), "D1"));
        all.add(done(done(moved.transfer("A", EIGHT.plusSeconds(400))).call(EIGHT.plusSeconds(400 + 900), "D2")));
        all.add(done(done(ticket("B", 31, 0).call(EIGHT.plusSeconds(31 * 60 + 50), "D1"))
                .absent(EIGHT.plusSeconds(2000))));
        all.add(ticket("A", 62, 0));
        all.add(done(ticket("A", 63, 0).merge(EIGHT.plusSeconds(4000))));
        DayFigures figures = DayFigures.of(all, LIMIT);
        assertEquals(6, figures.first().printed());
        assertEquals(4, figures.first().called());
        assertEquals(Duration.ofSeconds(601), figures.first().longest());
        assertEquals(Duration.ofSeconds(237), figures.first().mean());
        assertEquals(Duration.ofSeconds(150), figures.first().median());
        assertEquals(1, figures.first().over(LIMIT));
        assertEquals(250, figures.first().overPerThousand(LIMIT));
        assertEquals(Duration.ofMinutes(15), figures.later().longest(), "the second leg stands apart");
        assertEquals(1, figures.later().called());
        assertEquals(
                List.of(1, 1, 1, 2),
                List.of(figures.absent(), figures.merged(), figures.neverCalled(), figures.abandoned()));
        assertEquals(3, figures.open(), "two at a desk, one that waits");
        assertEquals(2, figures.categories().get("B").called());
        List<DayFigures.HalfHour> halves = figures.halfHours();
        assertEquals(
                List.of(3, 1, 2),
                halves.stream().map(DayFigures.HalfHour::printed).toList());
        assertEquals(
                List.of(3, 1, 0),
                halves.stream().map(DayFigures.HalfHour::called).toList());
        assertEquals(1, halves.get(0).over());
        assertEquals(EIGHT, halves.get(0).from());
    }

    @Test
    @Tag("R-QUE-6")
    void aDayOnWhichNobodyCameHasFiguresToo() {
        DayFigures none = DayFigures.of(List.of(), LIMIT);
        assertEquals(Duration.ZERO, none.first().mean());
        assertEquals(Duration.ZERO, none.first().median());
        assertEquals(Duration.ZERO, none.first().percentile(90));
        assertEquals(0, none.first().overPerThousand(LIMIT));
        assertTrue(none.halfHours().isEmpty());
        assertTrue(none.first().complies(LIMIT));
    }

    /** The hour that comes twice is measured and told twice. */
    @Test
    @Tag("R-QUE-1")
    void theNightThatRepeatsAnHourHasItsHalfHoursTwice() {
        Instant before = Instant.parse("2026-10-25T00:55:00Z");
        QueueEntry entry = QueueEntry.issued("x", new QueueNumber('A', 1), "A", 0, before, null);
        QueueEntry called = done(entry.call(before.plusSeconds(540), "D1"));
        assertEquals(new WaitingTime.Measured(Duration.ofMinutes(9)), WaitingTime.of(called, 0));
        DayFigures figures = DayFigures.of(List.of(called), LIMIT);
        assertEquals(
                List.of(Instant.parse("2026-10-25T00:30:00Z"), Instant.parse("2026-10-25T01:00:00Z")),
                figures.halfHours().stream().map(DayFigures.HalfHour::from).toList());
    }
}
