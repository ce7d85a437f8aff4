package it.sportello.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.api.Accesses;
import it.sportello.api.Bookings.Accept;
import it.sportello.api.Documents;
import it.sportello.api.Queues;
import it.sportello.api.Tills;
import it.sportello.domain.operation.OperationType;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the server does with every operation that a desk may have made while it was cut off. A fact is applied, or stored
 * and flagged; only what is not in the form of the contract is refused. A request may be refused.
 */
@Tag("R-SYN-4")
class OperationTableTest {
    private static final World world = TestServer.shared().world;

    /** One line of the table. {@code told} are the flags, or the code of the refusal. */
    record Line(OperationType type, String situation, Expected expected, List<String> told, Supplier<Reply> send) {
        @Override
        public String toString() {
            return type.wireName() + " " + situation + ": " + expected + " " + told;
        }
    }

    enum Expected {
        APPLIED,
        FLAGGED,
        REFUSED
    }

    @ParameterizedTest
    @MethodSource("table")
    void eachLineOfTheTable(Line line) {
        Reply reply = line.send().get();
        switch (line.expected()) {
            case APPLIED -> assertEquals(201, reply.status(), () -> reply.body().toString());
            case FLAGGED -> {
                assertEquals(202, reply.status(), () -> reply.body().toString());
                assertEquals(line.told(), reply.flags());
            }
            case REFUSED -> {
                assertTrue(reply.status() >= 400 && reply.status() < 500, () -> "" + reply.status());
                assertEquals(line.told(), List.of(reply.code()));
            }
        }
    }

    @Test
    void everyTypeIsInTheTableAndNoFactIsRefusedButForItsForm() {
        Set<OperationType> applied = new HashSet<>();
        Set<OperationType> odd = new HashSet<>();
        table().forEach(line -> {
            (line.expected() == Expected.APPLIED ? applied : odd).add(line.type());
            if (line.type().isFact() && line.expected() == Expected.REFUSED) {
                assertEquals(List.of("MALFORMED"), line.told(), line::toString);
            }
        });
        assertEquals(Set.copyOf(Arrays.asList(OperationType.values())), applied);
        assertEquals(Set.copyOf(Arrays.asList(OperationType.values())), odd);
    }

    static Stream<Line> table() {
        return Stream.of(openings(), collections(), cards(), endings(), papers(), acceptances(), numbers(), requests())
                .flatMap(lines -> lines);
    }

    // ------------------------------------------------------------------------------------------------------- till

    private static Stream<Line> openings() {
        return Stream.of(
                applied(OperationType.TILL_OPENED, () -> opened("CASHIER").reply()),
                flagged(
                        OperationType.TILL_OPENED,
                        "without the right",
                        () -> opened("CUP").reply(),
                        "OPERATOR_NOT_ENTITLED"),
                flagged(
                        OperationType.TILL_OPENED,
                        "twice",
                        () -> {
                            TestDesk desk = opened("CASHIER").desk();
                            return desk.send(desk.opening(5_000));
                        },
                        "RUNNING_TOTAL",
                        "SESSION_ALREADY_OPEN",
                        "SESSION_REPEATED"));
    }

    private static Stream<Line> collections() {
        return Stream.of(
                applied(OperationType.TILL_COLLECTED, () -> {
                    TestDesk desk = opened("CASHIER").desk();
                    return desk.send(collection(desk));
                }),
                flagged(
                        OperationType.TILL_COLLECTED,
                        "of a due that is not there",
                        () -> {
                            TestDesk desk = opened("CASHIER").desk();
                            return desk.send(desk.collection(world.person(), "NO-SUCH-DUE", 500, 1));
                        },
                        "DUE_UNKNOWN"),
                flagged(
                        OperationType.TILL_COLLECTED,
                        "in no open session",
                        () -> {
                            TestDesk desk = TestDesk.with("CASHIER");
                            return desk.send(collection(desk));
                        },
                        "SESSION_NOT_OPEN"),
                refused(
                        OperationType.TILL_COLLECTED,
                        "with a line of no known kind",
                        () -> {
                            TestDesk desk = opened("CASHIER").desk();
                            return desk.send(annulment(desk, "NO-SUCH-KIND", Optional.empty()));
                        },
                        "MALFORMED"));
    }

    private static Stream<Line> endings() {
        return Stream.of(
                applied(OperationType.TILL_ANNULLED, () -> {
                    TestDesk desk = opened("CASHIER").desk();
                    desk.send(collection(desk));
                    return desk.send(annulment(desk, "ANNULMENT", Optional.of(world.operator("SUPERVISOR"))));
                }),
                flagged(
                        OperationType.TILL_ANNULLED,
                        "of a document that is not there",
                        () -> {
                            TestDesk desk = opened("CASHIER").desk();
                            return desk.send(annulment(desk, "ANNULMENT", Optional.empty()));
                        },
                        "DOCUMENT_UNKNOWN"),
                applied(OperationType.TILL_CLOSED, () -> {
                    TestDesk desk = opened("CASHIER").desk();
                    return desk.send(closing(desk));
                }),
                flagged(
                        OperationType.TILL_CLOSED,
                        "of a session that is not there",
                        () -> {
                            TestDesk desk = TestDesk.with("CASHIER");
                            return desk.send(closing(desk));
                        },
                        "SESSION_NOT_OPEN"));
    }

    private static Stream<Line> cards() {
        return Stream.of(
                applied(OperationType.TILL_ATTEMPTED, () -> {
                    TestDesk desk = opened("CASHIER").desk();
                    return desk.send(CardPayments.approved(desk, UUID.randomUUID(), 500, "D", "000041"));
                }),
                flagged(
                        OperationType.TILL_ATTEMPTED,
                        "decided by a person",
                        () -> {
                            TestDesk desk = opened("CASHIER").desk();
                            return desk.send(CardPayments.attempted(
                                    desk, UUID.randomUUID(), "REFUSED", "OPERATOR", Optional.empty()));
                        },
                        "RESOLVED_BY_HAND"),
                refused(
                        OperationType.TILL_ATTEMPTED,
                        "that came to nothing yet",
                        () -> {
                            TestDesk desk = opened("CASHIER").desk();
                            return desk.send(CardPayments.attempted(
                                    desk, UUID.randomUUID(), "SENT", "TERMINAL", Optional.empty()));
                        },
                        "MALFORMED"),
                applied(OperationType.TILL_SQUARED, () -> {
                    TestDesk desk = opened("CASHIER").desk();
                    return desk.send(CardPayments.squared(desk, "CARD", 0));
                }),
                flagged(
                        OperationType.TILL_SQUARED,
                        "of money that no collection told of",
                        () -> {
                            TestDesk desk = opened("CASHIER").desk();
                            return desk.send(CardPayments.squared(desk, "CARD", 100));
                        },
                        "TENDER_TOTAL_DIFFERS"),
                refused(
                        OperationType.TILL_SQUARED,
                        "of the drawer",
                        () -> {
                            TestDesk desk = opened("CASHIER").desk();
                            return desk.send(CardPayments.squared(desk, "CASH", 0));
                        },
                        "MALFORMED"));
    }

    private record Opened(TestDesk desk, Reply reply) {}

    private static Opened opened(String role) {
        TestDesk desk = TestDesk.with(role);
        return new Opened(desk, desk.send(desk.opening(5_000)));
    }

    private static TestDesk.Ready collection(TestDesk desk) {
        String person = world.person();
        return desk.collection(person, world.due(person, "SPECIALIST_COPAYMENT", 500, null, null), 500, 1);
    }

    private static TestDesk.Ready annulment(TestDesk desk, String kind, Optional<String> approver) {
        Tills.Annulled annulled = new Tills.Annulled(
                desk.tillSession,
                desk.number(1),
                "Errore",
                approver,
                List.of(desk.entry(kind, -500, desk.total() - 500, Optional.of(desk.number(1)))));
        return desk.ready("till.annulled", lane(desk), annulled, -500);
    }

    private static TestDesk.Ready closing(TestDesk desk) {
        long cash = desk.total();
        Tills.Closed closed = new Tills.Closed(
                desk.tillSession,
                world.today(),
                cash == 0 ? Map.of() : Map.of(1, (int) cash),
                0,
                cash,
                cash,
                0,
                0,
                cash,
                List.of(),
                cash == 0 ? List.of() : List.of(desk.entry("DEPOSIT", -cash, 0, Optional.empty())));
        return desk.ready("till.closed", lane(desk), closed, -cash);
    }

    private static String lane(TestDesk desk) {
        return "till:" + desk.till();
    }

    // ------------------------------------------------------------------------------------------ papers and accesses

    private static Stream<Line> papers() {
        return Stream.of(
                applied(OperationType.DOCUMENT_PRINTED, () -> {
                    TestDesk desk = opened("CASHIER").desk();
                    desk.send(collection(desk));
                    return printed(desk, "PRINTED");
                }),
                flagged(
                        OperationType.DOCUMENT_PRINTED,
                        "of a document that is not there",
                        () -> printed(opened("CASHIER").desk(), "UNCERTAIN"),
                        "DOCUMENT_UNKNOWN"),
                refused(
                        OperationType.DOCUMENT_PRINTED,
                        "with no known outcome",
                        () -> printed(opened("CASHIER").desk(), "SOMEHOW"),
                        "MALFORMED"),
                applied(OperationType.ACCESS_VIEWED, () -> viewed("VIEW", Optional.of(world.person()))),
                applied(OperationType.ACCESS_VIEWED, () -> viewed("VIEW", Optional.of("NOBODY"))),
                refused(
                        OperationType.ACCESS_VIEWED,
                        "of nobody in particular",
                        () -> viewed("VIEW", Optional.empty()),
                        "MALFORMED"));
    }

    private static Reply printed(TestDesk desk, String outcome) {
        return desk.operate("document.printed", lane(desk), new Documents.Printed(desk.number(1), false, outcome));
    }

    private static Reply viewed(String kind, Optional<String> person) {
        TestDesk desk = TestDesk.with("CUP");
        return desk.operate(
                "access.viewed",
                "access:" + desk.id,
                new Accesses.Viewed(kind, person.stream().toList(), "S21", "INCASSO"));
    }

    // ------------------------------------------------------------------------------------------------------ queue

    private static Stream<Line> numbers() {
        return Stream.of(
                applied(OperationType.QUEUE_RECORDED, () -> noted(TestDesk.with("CUP"), "A901", "ISSUED")),
                applied(OperationType.QUEUE_RECORDED, () -> noted(TestDesk.with("CUP"), "A902", "CALLED")),
                flagged(
                        OperationType.QUEUE_RECORDED,
                        "called at another desk too",
                        () -> {
                            noted(TestDesk.with("CUP"), "A903", "CALLED");
                            return noted(TestDesk.with("CUP"), "A903", "CALLED");
                        },
                        "CALLED_ELSEWHERE"),
                flagged(
                        OperationType.QUEUE_RECORDED,
                        "of a letter that the site has not",
                        () -> noted(TestDesk.with("CUP"), "Z001", "CALLED"),
                        "CATEGORY_UNKNOWN"),
                flagged(
                        OperationType.QUEUE_RECORDED,
                        "that the rules do not follow",
                        () -> noted(TestDesk.with("CUP"), "A904", "SERVING"),
                        "STATE_WAITING"),
                flagged(
                        OperationType.QUEUE_RECORDED,
                        "by somebody whose right was withdrawn",
                        () -> noted(TestDesk.with("AUDITOR"), "A905", "CALLED"),
                        "OPERATOR_NOT_ENTITLED"),
                refused(
                        OperationType.QUEUE_RECORDED,
                        "that is no number",
                        () -> noted(TestDesk.with("CUP"), "042", "CALLED"),
                        "MALFORMED"));
    }

    private static Reply noted(TestDesk desk, String number, String event) {
        return desk.operate(
                "queue.recorded",
                "queue:" + desk.id,
                new Queues.Recorded(number, event, desk.now(), "MANUAL", Optional.empty(), Optional.empty()));
    }

    // --------------------------------------------------------------------------------------------------- bookings

    private static Stream<Line> acceptances() {
        return Stream.of(
                applied(OperationType.BOOKING_ACCEPT, () -> accept(TestDesk.with("CUP"), booking(0))),
                flagged(
                        OperationType.BOOKING_ACCEPT,
                        "at two desks",
                        () -> {
                            String booking = booking(0);
                            accept(TestDesk.with("CUP"), booking);
                            return accept(TestDesk.with("CUP"), booking);
                        },
                        "ALREADY_ACCEPTED",
                        "VERSION_MOVED"),
                flagged(
                        OperationType.BOOKING_ACCEPT,
                        "that is not there",
                        () -> accept(TestDesk.with("CUP"), "NO-SUCH-BOOKING"),
                        "BOOKING_UNKNOWN"),
                flagged(
                        OperationType.BOOKING_ACCEPT,
                        "cancelled meanwhile",
                        () -> {
                            String booking = booking(0);
                            world.run("update booking set state = 'CANCELLED_LATE', version = 2 where id = ?", booking);
                            return accept(TestDesk.with("CUP"), booking);
                        },
                        "BOOKING_CANCELLED_LATE",
                        "VERSION_MOVED"),
                flagged(
                        OperationType.BOOKING_ACCEPT,
                        "of another day",
                        () -> accept(TestDesk.with("CUP"), booking(1)),
                        "NOT_ON_THE_DAY"),
                flagged(
                        OperationType.BOOKING_ACCEPT,
                        "by somebody whose right was withdrawn",
                        () -> accept(TestDesk.with("AUR"), booking(0)),
                        "OPERATOR_NOT_ENTITLED"),
                refused(
                        OperationType.BOOKING_ACCEPT,
                        "that is none",
                        () -> TestDesk.with("CUP").operate("booking.accept", "booking:x", Map.of("bookingId", 7)),
                        "MALFORMED"));
    }

    private static Reply accept(TestDesk desk, String booking) {
        Reply reply = desk.operate("booking.accept", "booking:" + booking, new Accept(booking, 1, Optional.empty()));
        // the lane goes on: the same desk is asked again and gets an answer that closes it too
        Reply next = desk.operate("booking.accept", "booking:" + booking, new Accept(booking, 1, Optional.empty()));
        assertTrue(next.status() < 300, () -> next.body().toString());
        return reply;
    }

    /** A booking of today, or of some days later. */
    private static String booking(int days) {
        TestDesk desk = TestDesk.with("CUP");
        Reply reply = book(desk, world.person(), world.today().plusDays(days).atTime(20, 0));
        return reply.body().path("result").path("bookings").path(0).path("id").asString();
    }

    private static Reply book(TestDesk desk, String person, LocalDateTime at) {
        String slot = world.slot(world.agenda("S1", "SSN", World.VISIT), at, 1);
        return desk.booked(person, Optional.empty(), slot, World.VISIT);
    }

    // --------------------------------------------------------------------------------------------------- requests

    private static Stream<Line> requests() {
        return Stream.of(
                applied(
                        OperationType.BOOKING_BOOK,
                        () -> book(
                                TestDesk.with("CUP"),
                                world.person(),
                                world.today().plusDays(2).atTime(9, 0))),
                refused(
                        OperationType.BOOKING_BOOK,
                        "of a place that is not held",
                        () -> {
                            TestDesk desk = TestDesk.with("CUP");
                            UUID hold = UUID.randomUUID();
                            return desk.operate(
                                    "booking.book",
                                    "booking:" + hold,
                                    desk.book(hold, world.person(), Optional.empty(), World.VISIT));
                        },
                        "HOLD_EXPIRED"),
                applied(OperationType.EXEMPTION_REGISTER, () -> register("AUR", "013")),
                refused(
                        OperationType.EXEMPTION_REGISTER,
                        "of no known code",
                        () -> register("AUR", "ZZZ"),
                        "EXEMPTION_NOT_ASSIGNABLE"),
                refused(
                        OperationType.EXEMPTION_REGISTER,
                        "without the right",
                        () -> register("CASHIER", "013"),
                        "FORBIDDEN"));
    }

    private static Reply register(String role, String code) {
        String person = world.person();
        return TestDesk.with(role)
                .operate("exemption.register", "person:" + person, ExemptionTest.register(person, code, world.today()));
    }

    // ------------------------------------------------------------------------------------------------------- lines

    private static Line applied(OperationType type, Supplier<Reply> send) {
        return new Line(type, "as it should be", Expected.APPLIED, List.of(), send);
    }

    private static Line flagged(OperationType type, String situation, Supplier<Reply> send, String... flags) {
        return new Line(type, situation, Expected.FLAGGED, List.of(flags), send);
    }

    private static Line refused(OperationType type, String situation, Supplier<Reply> send, String code) {
        return new Line(type, situation, Expected.REFUSED, List.of(code), send);
    }
}
