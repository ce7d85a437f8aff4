package it.sportello.domain.agenda;

import static it.sportello.domain.agenda.AgendaFixtures.NOW;
import static it.sportello.domain.agenda.AgendaFixtures.activity;
import static it.sportello.domain.agenda.AgendaFixtures.agenda;
import static it.sportello.domain.agenda.AgendaFixtures.held;
import static it.sportello.domain.agenda.AgendaFixtures.slot;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class BookingTest {
    private static final Activity VISIT = activity("A0", Set.of("89.7"), Set.of());
    private static final Agenda AGENDA = agenda("AG", List.of(VISIT), List.of(), List.of());
    private static final Instant START = NOW.plus(Duration.ofDays(3));
    private static final Slot HELD = held(slot("S1", AGENDA, VISIT, START, null));
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);
    private static final String NUMBER = "050A00000000011";

    private static Hold hold() {
        return Hold.place("H1", List.of("S1"), "OP1", "DESK1", NOW, FIVE_MINUTES);
    }

    private static Booking booking(String id, BookingState state, Instant start, @Nullable String prescription) {
        return new Booking(
                id,
                "P1",
                "X",
                new TimeSpan(start, start.plusSeconds(1200)),
                List.of("89.7"),
                prescription,
                BookingClass.D,
                NOW,
                null,
                state,
                List.of());
    }

    private static Booking.Transition to(BookingState state) {
        return new Booking.Transition(state, NOW, "OP1", Channel.DESK, "richiesta");
    }

    private static List<BookingRefusal> refusals(Slot stored, List<Booking> ofPerson, List<Booking> ofPrescription) {
        return new BookingCheck(hold(), List.of(stored), ofPerson, ofPrescription).refusals("OP1", NUMBER, NOW);
    }

    @Test
    @Tag("R-BOO-1")
    void aHoldExpiresAtItsInstantAndIsExtendedOnce() {
        Hold hold = hold();
        Instant end = NOW.plus(FIVE_MINUTES);
        assertFalse(hold.isExpired(end.minusMillis(1)));
        assertTrue(hold.isExpired(end));
        assertEquals(Duration.ofMillis(1), hold.left(end.minusMillis(1)));
        assertEquals(Duration.ZERO, hold.left(end.plusSeconds(9)));
        assertEquals(new Hold.Extension.Expired(end), hold.extend(end, Duration.ofMinutes(3)));
        Hold extended = assertInstanceOf(
                        Hold.Extension.Extended.class, hold.extend(end.minusMillis(1), Duration.ofMinutes(3)))
                .hold();
        assertEquals(NOW.plus(Duration.ofMinutes(8)), extended.expiresAt());
        assertEquals(new Hold.Extension.AlreadyExtended(), extended.extend(NOW, Duration.ofMinutes(3)));
    }

    @Test
    void placesNeverExceedTheCapacity() {
        assertNull(HELD.hold());
        assertEquals(SlotState.HELD, HELD.state());
        Slot booked = HELD.bookHeld();
        assertEquals(SlotState.BOOKED, booked.state());
        assertEquals(HELD.version() + 1, booked.version());
        assertEquals(SlotState.FREE, booked.freeBooked().state());
        assertEquals(SlotState.FREE, HELD.release().state());
        assertThrows(IllegalArgumentException.class, booked::release);
        assertThrows(IllegalArgumentException.class, booked::bookHeld);
        assertThrows(IllegalArgumentException.class, HELD::freeBooked);
        assertEquals(0, booked.withCondition(Slot.Condition.CLOSED).left());
    }

    @Test
    @Tag("R-BOO-4")
    void aHeldPlaceBecomesABooking() {
        assertEquals(List.of(), refusals(HELD, List.of(), List.of()));
    }

    @Test
    @Tag("R-BOO-4")
    void aPlaceNoLongerHeldIsGone() {
        List<BookingRefusal> gone = List.of(new BookingRefusal.SlotGone("S1"));
        assertEquals(gone, refusals(HELD.release(), List.of(), List.of()));
        assertEquals(gone, refusals(HELD.withCondition(Slot.Condition.BLOCKED), List.of(), List.of()));
        assertEquals(gone, new BookingCheck(hold(), List.of(), List.of(), List.of()).refusals("OP1", NUMBER, NOW));
    }

    @Test
    @Tag("R-BOO-4")
    void everyRefusalIsListed() {
        Booking elsewhere = booking("B1", BookingState.BOOKED, START.plusSeconds(600), null);
        Booking same = booking("B2", BookingState.DELIVERED, NOW, NUMBER);
        Instant late = NOW.plus(FIVE_MINUTES);
        assertEquals(
                List.of(
                        new BookingRefusal.HoldOfAnother("H1"),
                        new BookingRefusal.HoldExpired(late),
                        new BookingRefusal.AlreadyBookedPrescription("B2"),
                        new BookingRefusal.OverlappingVisit("B1", START.plusSeconds(600), START.plusSeconds(1800))),
                new BookingCheck(hold(), List.of(HELD), List.of(elsewhere), List.of(same))
                        .refusals("OP2", NUMBER, late));
    }

    @Test
    void whatIsOverOrTouchesDoesNotOverlapAndACancelledBookingFreesThePrescription() {
        assertEquals(
                List.of(),
                refusals(
                        HELD,
                        List.of(
                                booking("B1", BookingState.BOOKED, START.plusSeconds(1200), null),
                                booking("B2", BookingState.BOOKED, START.minusSeconds(1200), null),
                                booking("B3", BookingState.CANCELLED_BY_PERSON, START, null)),
                        List.of(
                                booking("B4", BookingState.CANCELLED_LATE, NOW, NUMBER),
                                booking("B5", BookingState.MOVED, NOW, NUMBER),
                                booking("B6", BookingState.BOOKED, NOW, "050A00000000012"))));
    }

    @Test
    void statesFollowTheirOrderAndEveryStepIsWritten() {
        for (BookingState from : BookingState.values()) {
            for (BookingState wanted : BookingState.values()) {
                Booking.Step step = booking("B1", from, START, null).move(to(wanted));
                if (from.next().contains(wanted)) {
                    Booking moved =
                            assertInstanceOf(Booking.Step.Done.class, step).booking();
                    assertEquals(wanted, moved.state());
                    assertEquals(List.of(to(wanted)), moved.history());
                } else {
                    assertEquals(new Booking.Step.Refused(new BookingRefusal.WrongState(from, wanted)), step);
                }
            }
        }
        assertEquals(EnumSet.noneOf(BookingState.class), BookingState.DELIVERED.next());
        assertTrue(BookingState.BOOKED.next().contains(BookingState.MOVED));
        assertFalse(BookingState.ACCEPTED.next().contains(BookingState.CANCELLED_BY_PERSON));
    }

    @Test
    void aRequestTakenInChargeGetsItsPlaceLater() {
        Booking waiting = new Booking(
                "B1",
                "P1",
                null,
                null,
                List.of("89.7"),
                NUMBER,
                BookingClass.P,
                NOW,
                null,
                BookingState.PRE_APPOINTMENT,
                List.of());
        TimeSpan time = new TimeSpan(START, START.plusSeconds(1200));
        Booking placed = assertInstanceOf(Booking.Step.Done.class, waiting.place("S1", time, to(BookingState.BOOKED)))
                .booking();
        assertEquals("S1", placed.slotId());
        assertEquals(time, placed.time());
        assertEquals(NOW, placed.contactAt(), "the waiting clock runs from the contact");
        assertThrows(IllegalArgumentException.class, () -> waiting.move(to(BookingState.BOOKED)));
        assertInstanceOf(Booking.Step.Refused.class, placed.place("S2", time, to(BookingState.BOOKED)));
        assertFalse(placed.toString().contains("P1"));
    }
}
