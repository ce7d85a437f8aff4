package it.sportello.app.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import it.sportello.api.Queues;
import it.sportello.app.frame.CitizenContext.Called;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A ticket read at the desk, in every state in which it may be. */
@Tag("R-IDN-1")
@Tag("R-QUE-4")
class TicketStandTest {
    private static final Instant NOW = Instant.parse("2026-03-03T08:20:00Z");

    private static Queues.Entry ticket(String id, String number, String state, int desk) {
        return new Queues.Entry(id, number, number.substring(0, 1), state, NOW, Optional.of(NOW), Optional.of(desk), 1);
    }

    private final Queues.Entry mine = ticket("t1", "A042", "WAITING", 5);
    private final Queues.Entry others = ticket("t2", "B007", "WAITING", 6);
    private final Queues.Entry called = ticket("t3", "B001", "SERVING", 7);
    private final DeskQueue.Look server = new DeskQueue.Look(
            DeskQueue.Mode.SERVER,
            List.of(mine, others),
            NOW,
            Optional.of(new Queues.QueueState(
                    "S1",
                    List.of(mine, others),
                    List.of(called),
                    NOW,
                    List.of(ticket("t4", "A040", "ABSENT", 5)),
                    List.of(),
                    List.of(),
                    List.of())));

    private TicketStand of(String content) {
        return TicketStand.of(
                content,
                server,
                List.of(Optional.empty(), Optional.of(new Called(Optional.of("t9"), "A041", NOW))),
                List.of("A042"));
    }

    @Test
    void itIsFoundByItsIdentifierAndByItsNumber() {
        assertEquals(new TicketStand.Here("A041", 2), of("t9"));
        assertEquals(new TicketStand.Here("A041", 2), of("a41"));
        assertEquals(new TicketStand.Waiting(mine), of("t1"));
        assertEquals(new TicketStand.Waiting(mine), of("A042"));
        assertEquals(new TicketStand.WaitingElsewhere(others), of("t2"));
        assertEquals(new TicketStand.AlreadyCalled(called), of("t3"));
        assertEquals(new TicketStand.Absent("A040"), of("t4"));
    }

    @Test
    void oneOfAnotherDayIsNotTakenForTheSameNumberOfToday() {
        assertEquals(new TicketStand.Unknown(), of("t1-of-yesterday"));
        assertEquals(new TicketStand.Unknown(), of("C001"));
    }

    @Test
    void withoutTheServerOnlyANumberIsFound() {
        DeskQueue.Look line = new DeskQueue.Look(
                DeskQueue.Mode.BRIDGE, List.of(ticket("", "A042", "WAITING", 5)), NOW, Optional.empty());
        assertEquals(new TicketStand.NotAsked(), TicketStand.of("t1", line, List.of(), List.of("A042")));
        assertEquals(
                new TicketStand.Waiting(line.waiting().getFirst()),
                TicketStand.of("A042", line, List.of(), List.of("A042")));
    }
}
