package it.sportello.domain.agenda;

import static it.sportello.domain.agenda.AgendaFixtures.NOW;
import static it.sportello.domain.agenda.AgendaFixtures.activity;
import static it.sportello.domain.agenda.AgendaFixtures.agenda;
import static it.sportello.domain.agenda.AgendaFixtures.held;
import static it.sportello.domain.agenda.AgendaFixtures.slot;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Everything that may stand against a booking, alone and together. */
@Tag("R-BOO-1")
class BookingCheckMatrixTest {
    private static final Activity VISIT = activity("A0", Set.of("89.7"), Set.of());
    private static final Agenda CARDIOLOGY = agenda("AG", List.of(VISIT), List.of(), List.of());
    private static final Instant START = NOW.plus(Duration.ofDays(3));
    private static final Slot HELD = held(slot("S1", CARDIOLOGY, VISIT, START, null));
    private static final Hold HOLD = Hold.place("H1", List.of("S1"), "OP1", "DESK1", NOW, Duration.ofMinutes(5));
    private static final String NUMBER = "0500A4001234567";

    private static Booking booking(BookingState state, @Nullable Instant from, @Nullable String prescription) {
        TimeSpan time = from == null ? null : new TimeSpan(from, from.plusSeconds(600));
        return new Booking(
                "B9",
                "P1",
                time == null ? null : "S9",
                time,
                List.of("89.7"),
                prescription,
                BookingClass.D,
                NOW,
                null,
                state,
                List.of());
    }

    private static List<BookingRefusal> refusals(
            List<Slot> held, List<Booking> ofPerson, List<Booking> ofPrescription) {
        return new BookingCheck(HOLD, held, ofPerson, ofPrescription).refusals("OP1", NUMBER, NOW);
    }

    @Test
    void aHeldPlaceInUseMayBeBooked() {
        assertEquals(List.of(), refusals(List.of(HELD), List.of(), List.of()));
        List<Slot> gone = List.of(
                HELD.release(),
                HELD.bookHeld(),
                HELD.withCondition(Slot.Condition.BLOCKED),
                HELD.withCondition(Slot.Condition.CLOSED),
                held(slot("S2", CARDIOLOGY, VISIT, START, null)));
        for (Slot slot : gone) {
            assertEquals(List.of(new BookingRefusal.SlotGone("S1")), refusals(List.of(slot), List.of(), List.of()));
        }
        assertEquals(List.of(new BookingRefusal.SlotGone("S1")), refusals(List.of(), List.of(), List.of()));
    }

    @Test
    @Tag("R-BOO-6")
    void everyPlaceOfACombinationThatIsGoneIsNamed() {
        Hold three = Hold.place("H1", List.of("S1", "S2", "S3"), "OP1", "DESK1", NOW, Duration.ofMinutes(5));
        assertEquals(
                List.of(new BookingRefusal.SlotGone("S2"), new BookingRefusal.SlotGone("S3")),
                new BookingCheck(three, List.of(HELD), List.of(), List.of()).refusals("OP1", null, NOW));
    }

    @Test
    @Tag("R-BOO-4")
    void everythingThatStandsAgainstItIsSaid() {
        Instant late = NOW.plus(Duration.ofMinutes(5));
        List<Booking> taken = List.of(booking(BookingState.BOOKED, START, NUMBER));
        assertEquals(
                List.of(
                        new BookingRefusal.HoldOfAnother("H1"),
                        new BookingRefusal.HoldExpired(late),
                        new BookingRefusal.SlotGone("S1"),
                        new BookingRefusal.AlreadyBookedPrescription("B9"),
                        new BookingRefusal.OverlappingVisit("B9", START, START.plusSeconds(600))),
                new BookingCheck(HOLD, List.of(HELD.release()), taken, taken).refusals("OP2", NUMBER, late));
        assertEquals(
                List.of(),
                new BookingCheck(HOLD, List.of(HELD), List.of(), taken).refusals("OP1", null, late.minusNanos(1)),
                "without a prescription none is used twice");
    }

    @ParameterizedTest
    @EnumSource(BookingState.class)
    @Tag("R-BOO-3")
    @Tag("R-BOO-11")
    void aPrescriptionAndAPersonsTimeAreTakenByTheseStates(BookingState state) {
        Booking other = booking(state, START.plusSeconds(300), NUMBER);
        List<BookingRefusal> expected = new ArrayList<>();
        if (state.usesPrescription()) {
            expected.add(new BookingRefusal.AlreadyBookedPrescription("B9"));
        }
        if (state.isStanding()) {
            expected.add(new BookingRefusal.OverlappingVisit("B9", START.plusSeconds(300), START.plusSeconds(900)));
        }
        assertEquals(expected, refusals(List.of(HELD), List.of(other), List.of(other)));
        Booking elsewhere = booking(state, START.plusSeconds(1200), "0500A4007654321");
        assertEquals(
                List.of(),
                refusals(List.of(HELD), List.of(elsewhere), List.of(elsewhere)),
                "another prescription, and a visit that begins when this one ends");
    }

    @Test
    void aRequestWithoutAPlaceTakesNoTimeOfThePerson() {
        Booking waiting = booking(BookingState.PRE_APPOINTMENT, null, null);
        assertEquals(List.of(), refusals(List.of(HELD), List.of(waiting), List.of(waiting)));
        for (BookingState state : List.of(BookingState.BOOKED, BookingState.ACCEPTED)) {
            assertThrows(IllegalArgumentException.class, () -> booking(state, null, null));
        }
        assertThrows(
                IllegalArgumentException.class,
                () -> new Booking(
                        "B1", "P1", "S1", null, List.of(), null, null, NOW, null, BookingState.BOOKED, List.of()));
        Booking.Transition toAccepted =
                new Booking.Transition(BookingState.ACCEPTED, NOW, "OP1", Channel.DESK, "arrivato");
        assertInstanceOf(Booking.Step.Refused.class, waiting.place("S1", new TimeSpan(NOW, START), toAccepted));
    }

    @Test
    void aSearchThatCannotBeMeantDoesNotExist() {
        assertNotNull(request(List.of("89.7"), AgendaRegime.SSN, null, 0, 0));
        assertNotNull(request(List.of("89.7"), AgendaRegime.PRIVATE_PRACTICE, "DOC", 10, 20));
        assertThrows(IllegalArgumentException.class, () -> request(List.of(), AgendaRegime.SSN, null, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> request(List.of("89.7"), AgendaRegime.SSN, null, -1, 10));
        assertThrows(IllegalArgumentException.class, () -> request(List.of("89.7"), AgendaRegime.SSN, null, 11, 10));
        assertThrows(IllegalArgumentException.class, () -> request(List.of("89.7"), AgendaRegime.SSN, "DOC", 0, 0));
        assertThrows(
                IllegalArgumentException.class,
                () -> request(List.of("89.7"), AgendaRegime.PRIVATE_PRACTICE, null, 0, 0));
    }

    private static SearchRequest request(
            List<String> services, AgendaRegime regime, @Nullable String doctor, int least, int most) {
        return new SearchRequest(
                services,
                regime,
                doctor,
                Channel.DESK,
                null,
                NOW,
                null,
                2,
                List.of(),
                Duration.ofMinutes(least),
                Duration.ofMinutes(most));
    }

    @Test
    @Tag("R-BOO-5")
    void inPrivatePracticeOnlyTheChosenDoctorIsOffered() {
        List<Candidate> candidates = new ArrayList<>();
        for (String doctor : List.of("DOC1", "DOC2")) {
            Agenda agenda = new Agenda(
                    "AG" + doctor,
                    doctor,
                    "U1",
                    "SITE1",
                    AgendaRegime.PRIVATE_PRACTICE,
                    doctor,
                    List.of(VISIT),
                    List.of(),
                    List.of());
            candidates.add(new Candidate(slot(doctor, agenda, VISIT, START, null), agenda, VISIT, 0, 0));
        }
        candidates.add(new Candidate(slot("SSN", CARDIOLOGY, VISIT, START, null), CARDIOLOGY, VISIT, 0, 0));
        SearchRequest request = request(List.of("89.7"), AgendaRegime.PRIVATE_PRACTICE, "DOC2", 0, 0);
        SearchOutcome outcome = AvailabilitySearch.rank(request, candidates, NOW, 10);
        assertEquals(
                List.of(List.of("DOC2")),
                outcome.offers().stream().map(Offer::slotIds).toList());
        assertFalse(outcome.isNothingInside(), "private practice has no limit");
    }
}
