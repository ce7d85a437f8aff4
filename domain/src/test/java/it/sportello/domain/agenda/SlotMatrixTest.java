package it.sportello.domain.agenda;

import static it.sportello.domain.agenda.AgendaFixtures.MONDAY;
import static it.sportello.domain.agenda.AgendaFixtures.NOW;
import static it.sportello.domain.agenda.AgendaFixtures.activity;
import static it.sportello.domain.agenda.AgendaFixtures.agenda;
import static it.sportello.domain.agenda.AgendaFixtures.held;
import static it.sportello.domain.agenda.AgendaFixtures.session;
import static it.sportello.domain.agenda.AgendaFixtures.slot;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.domain.prescription.PriorityClass;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Places, holds and reservations in every combination. */
class SlotMatrixTest {
    private static final Activity VISIT = activity("A0", Set.of("89.7"), Set.of());
    private static final Agenda CARDIOLOGY = agenda("AG", List.of(VISIT), List.of(), List.of());
    private static final Instant START = NOW.plus(Duration.ofDays(10));

    private static Slot of(int capacity, int booked, int held, Slot.Condition condition) {
        return new Slot(
                "S", "AG", "A0", "S0", START, Duration.ofMinutes(20), capacity, booked, held, null, null, condition, 7);
    }

    @Test
    @Tag("R-STATE-1")
    void whatASlotShowsFollowsFromItsPlaces() {
        for (Slot.Condition condition : Slot.Condition.values()) {
            for (int capacity = 1; capacity <= 4; capacity++) {
                for (int booked = 0; booked <= capacity; booked++) {
                    for (int held = 0; booked + held <= capacity; held++) {
                        Slot slot = of(capacity, booked, held, condition);
                        boolean full = booked + held == capacity;
                        SlotState expected = switch (condition) {
                            case BLOCKED -> SlotState.BLOCKED;
                            case CLOSED -> SlotState.CLOSED;
                            case IN_USE -> !full ? SlotState.FREE : held > 0 ? SlotState.HELD : SlotState.BOOKED;
                        };
                        assertEquals(expected, slot.state(), slot.toString());
                        assertEquals(condition == Slot.Condition.IN_USE ? capacity - booked - held : 0, slot.left());
                        assertEquals(booked == 0 && held == 0, slot.isUntouched());
                        assertEquals(slot.left() > 0, slot.hold() != null);
                    }
                }
            }
        }
        assertEquals(START.plusSeconds(1200), of(1, 0, 0, Slot.Condition.IN_USE).end());
    }

    @Test
    @Tag("R-BOO-1")
    void noSequenceOfHoldsAndBookingsOverfillsASlot() {
        Random random = new Random(12);
        Slot slot = of(3, 0, 0, Slot.Condition.IN_USE);
        int booked = 0;
        int held = 0;
        long version = slot.version();
        for (int i = 0; i < 5_000; i++) {
            Slot before = slot;
            switch (random.nextInt(4)) {
                case 0 -> {
                    Slot next = slot.hold();
                    assertEquals(booked + held < 3, next != null);
                    if (next != null) {
                        slot = next;
                        held++;
                    }
                }
                case 1 -> {
                    if (held > 0) {
                        slot = slot.release();
                        held--;
                    } else {
                        assertThrows(IllegalArgumentException.class, before::release);
                    }
                }
                case 2 -> {
                    if (held > 0) {
                        slot = slot.bookHeld();
                        held--;
                        booked++;
                    } else {
                        assertThrows(IllegalArgumentException.class, before::bookHeld);
                    }
                }
                default -> {
                    if (booked > 0) {
                        slot = slot.freeBooked();
                        booked--;
                    } else {
                        assertThrows(IllegalArgumentException.class, before::freeBooked);
                    }
                }
            }
            assertEquals(booked, slot.booked());
            assertEquals(held, slot.held());
            version += slot.equals(before) ? 0 : 1;
            assertEquals(version, slot.version(), "every change has the next version");
        }
    }

    @Test
    void aSlotThatHoldsMoreThanItsPlacesDoesNotExist() {
        assertThrows(IllegalArgumentException.class, () -> of(0, 0, 0, Slot.Condition.IN_USE));
        assertThrows(IllegalArgumentException.class, () -> of(2, 2, 1, Slot.Condition.IN_USE));
        assertThrows(IllegalArgumentException.class, () -> of(2, -1, 0, Slot.Condition.IN_USE));
        assertThrows(IllegalArgumentException.class, () -> of(2, 0, -1, Slot.Condition.IN_USE));
        assertEquals(
                8,
                of(1, 0, 0, Slot.Condition.IN_USE)
                        .withCondition(Slot.Condition.BLOCKED)
                        .version());
    }

    /** Asked, kept for, before its release, after it; "-" is none. */
    @ParameterizedTest
    @CsvSource({
        "-,-,1,1",
        "U,-,1,1",
        "CONTROL,-,1,1",
        "-,U,0,0",
        "-,P,0,0",
        "-,CONTROL,0,0",
        "U,U,1,1",
        "U,B,1,1",
        "U,D,1,1",
        "U,P,1,1",
        "U,CONTROL,0,0",
        "U,INTERNAL,0,0",
        "B,U,0,1",
        "B,B,1,1",
        "B,D,1,1",
        "B,P,1,1",
        "B,CONTROL,0,0",
        "B,INTERNAL,0,0",
        "D,U,0,1",
        "D,B,0,1",
        "D,D,1,1",
        "D,P,1,1",
        "D,CONTROL,0,0",
        "D,INTERNAL,0,0",
        "P,U,0,1",
        "P,B,0,1",
        "P,D,0,1",
        "P,P,1,1",
        "P,CONTROL,0,0",
        "P,INTERNAL,0,0",
        "CONTROL,U,0,0",
        "CONTROL,P,0,0",
        "CONTROL,CONTROL,1,1",
        "CONTROL,INTERNAL,0,0",
        "INTERNAL,U,0,0",
        "INTERNAL,P,0,0",
        "INTERNAL,CONTROL,0,0",
        "INTERNAL,INTERNAL,1,1"
    })
    @Tag("R-BOO-5")
    void whichClassMayUseWhichSlot(String asked, String kept, int before, int after) {
        Slot slot = slot("S", CARDIOLOGY, VISIT, START, one(kept));
        Instant release = START.minus(VISIT.release());
        assertEquals(before == 1, slot.admits(one(asked), release.minusNanos(1)));
        assertEquals(after == 1, slot.admits(one(asked), release));
        Slot never = new Slot(
                "S",
                "AG",
                "A0",
                "S0",
                START,
                Duration.ofMinutes(20),
                1,
                0,
                0,
                one(kept),
                null,
                Slot.Condition.IN_USE,
                1);
        assertEquals(before == 1, never.admits(one(asked), START), "without a release it stays reserved");
    }

    private static @Nullable BookingClass one(String name) {
        return name.equals("-") ? null : BookingClass.valueOf(name);
    }

    @ParameterizedTest
    @EnumSource(BookingClass.class)
    void urgencyIsAnOrderOfThePriorityClassesOnly(BookingClass one) {
        EnumSet<BookingClass> priorities = EnumSet.of(BookingClass.U, BookingClass.B, BookingClass.D, BookingClass.P);
        assertEquals(priorities.contains(one), one.isPriority());
        for (BookingClass other : BookingClass.values()) {
            boolean both = priorities.contains(one) && priorities.contains(other);
            assertEquals(
                    both && "UBDP".indexOf(one.name()) < "UBDP".indexOf(other.name()), one.isMoreUrgentThan(other));
        }
        for (PriorityClass priority : PriorityClass.values()) {
            assertEquals(priority.name(), BookingClass.of(priority).name());
        }
    }

    @Test
    void aChangedReleaseReachesTheSlotsAlreadyGenerated() {
        for (int hours : new int[] {0, 24, 72}) {
            List<Slot> before = SlotGeneration.generate(reserved(48), MONDAY, MONDAY, day -> false, List.of())
                    .slots();
            List<Slot> after = SlotGeneration.generate(reserved(hours), MONDAY, MONDAY, day -> false, before)
                    .slots();
            assertEquals(before.size(), after.size());
            for (int i = 0; i < after.size(); i++) {
                assertEquals(
                        after.get(i).start().minus(Duration.ofHours(hours)),
                        after.get(i).releaseAt());
                assertEquals(before.get(i).version() + 1, after.get(i).version());
            }
        }
    }

    private static Agenda reserved(int hours) {
        Activity kept = new Activity(
                "A0",
                "A0",
                Set.of("89.7"),
                Set.of(),
                Duration.ofMinutes(20),
                1,
                Set.of(Channel.DESK),
                BookingClass.B,
                Duration.ofHours(hours));
        return agenda(
                "AG", List.of(kept), List.of(session("S0", "A0", LocalTime.of(8, 0), LocalTime.of(9, 0))), List.of());
    }

    @Test
    void aNarrowerPlanKeepsWhatIsTakenAndABlockedSlotStaysBlocked() {
        Activity two = new Activity(
                "A0",
                "A0",
                Set.of("89.7"),
                Set.of(),
                Duration.ofMinutes(20),
                2,
                Set.of(Channel.DESK),
                null,
                Duration.ZERO);
        Session hour = session("S0", "A0", LocalTime.of(8, 0), LocalTime.of(9, 0));
        Agenda wide = agenda("AG", List.of(two), List.of(hour), List.of());
        Agenda narrow = agenda("AG", List.of(VISIT), List.of(hour), List.of());
        List<Slot> slots = SlotGeneration.generate(wide, MONDAY, MONDAY, day -> false, List.of())
                .slots();
        Slot booked = held(held(slots.get(0)).bookHeld()).bookHeld();
        Slot blocked = slots.get(1).withCondition(Slot.Condition.BLOCKED);
        List<Slot> after = SlotGeneration.generate(
                        narrow, MONDAY, MONDAY, day -> false, List.of(booked, blocked, slots.get(2)))
                .slots();
        assertEquals(List.of(2, 1, 1), after.stream().map(Slot::capacity).toList());
        assertEquals(2, after.get(0).booked());
        assertEquals(SlotState.BLOCKED, after.get(1).state());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-08,false",
        "2026-03-09,true",
        "2026-03-10,true",
        "2026-03-11,false",
        "2026-05-04,true",
        "2026-05-05,true",
        "2026-05-11,false",
        "2026-03-02,false"
    })
    void aSessionWorksOnItsWeekdaysInsideItsValidity(LocalDate day, boolean works) {
        Session session = session("S0", "A0", LocalTime.of(8, 0), LocalTime.of(9, 0));
        assertEquals(works, session.worksOn(day));
        assertEquals(LocalDate.of(2026, 5, 8), session.validTo());
    }

    @Test
    void impossibleSessionsActivitiesSpansAndCandidatesDoNotExist() {
        LocalTime eight = LocalTime.of(8, 0);
        assertThrows(IllegalArgumentException.class, () -> session("S0", "A0", eight, eight));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Session(
                        "S0", "A0", MONDAY, MONDAY.minusDays(1), Set.of(DayOfWeek.MONDAY), eight, eight.plusHours(1)));
        for (Duration length : List.of(Duration.ZERO, Duration.ofMinutes(-1))) {
            assertThrows(IllegalArgumentException.class, () -> made(length, 1, Duration.ZERO));
        }
        assertThrows(IllegalArgumentException.class, () -> made(Duration.ofMinutes(1), 0, Duration.ZERO));
        assertThrows(IllegalArgumentException.class, () -> made(Duration.ofMinutes(1), 1, Duration.ofHours(-1)));
        assertNotNull(made(Duration.ofMinutes(1), 1, Duration.ZERO));
        assertThrows(IllegalArgumentException.class, () -> new TimeSpan(NOW, NOW));
        Slot slot = slot("S", CARDIOLOGY, VISIT, START, null);
        Agenda other = agenda("XX", List.of(VISIT), List.of(), List.of());
        Activity another = activity("A9", Set.of(), Set.of());
        assertThrows(IllegalArgumentException.class, () -> new Candidate(slot, other, VISIT, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new Candidate(slot, CARDIOLOGY, another, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new Offer(List.of(), true));
        assertThrows(
                IllegalArgumentException.class,
                () -> Hold.place("H", List.of(), "OP1", "DESK1", NOW, Duration.ofMinutes(5)));
    }

    private static Activity made(Duration length, int capacity, Duration release) {
        return new Activity("A0", "A0", Set.of(), Set.of(), length, capacity, Set.of(), null, release);
    }

    @ParameterizedTest
    @CsvSource({"-60,0,false", "-60,1,true", "0,60,true", "59,120,true", "60,120,false", "10,20,true", "-10,70,true"})
    void spansOverlapWhenTheyShareAMoment(int from, int to, boolean overlap) {
        TimeSpan hour = new TimeSpan(NOW, NOW.plusSeconds(60));
        assertEquals(overlap, hour.overlaps(NOW.plusSeconds(from), NOW.plusSeconds(to)));
        assertEquals(
                overlap, new TimeSpan(NOW.plusSeconds(from), NOW.plusSeconds(to)).overlaps(hour.from(), hour.to()));
    }

    @Test
    @Tag("R-BOO-1")
    void aHoldEndsAtItsInstantAndIsExtendedOnce() {
        Duration five = Duration.ofMinutes(5);
        Hold hold = Hold.place("H", List.of("S"), "OP1", "DESK1", NOW, five);
        Instant end = NOW.plus(five);
        assertFalse(hold.isExpired(end.minusNanos(1)));
        assertTrue(hold.isExpired(end));
        assertEquals(Duration.ofNanos(1), hold.left(end.minusNanos(1)));
        assertEquals(Duration.ZERO, hold.left(end.plusSeconds(9)));
        Hold.Extension.Extended extended = org.junit.jupiter.api.Assertions.assertInstanceOf(
                Hold.Extension.Extended.class, hold.extend(end.minusNanos(1), Duration.ofMinutes(3)));
        assertEquals(end.plus(Duration.ofMinutes(3)), extended.hold().expiresAt(), "from the old end, not from now");
        assertEquals(new Hold.Extension.AlreadyExtended(), extended.hold().extend(NOW, five));
        assertEquals(new Hold.Extension.Expired(end), hold.extend(end, five));
    }

    @Test
    void theTableOfBookingStates() {
        String table = """
                PRE_APPOINTMENT BOOKED CANCELLED_BY_PERSON ANNULLED_BY_AUTHORITY
                BOOKED MOVED ACCEPTED CANCELLED_BY_PERSON CANCELLED_LATE ANNULLED_BY_AUTHORITY NO_SHOW
                ACCEPTED DELIVERED PARTLY_DELIVERED NOT_DELIVERED
                """;
        Set<BookingState> standing =
                EnumSet.of(BookingState.PRE_APPOINTMENT, BookingState.BOOKED, BookingState.ACCEPTED);
        for (BookingState state : BookingState.values()) {
            EnumSet<BookingState> next = EnumSet.noneOf(BookingState.class);
            table.lines()
                    .filter(line -> line.startsWith(state.name() + " "))
                    .forEach(line -> List.of(line.split(" ")).stream()
                            .skip(1)
                            .map(BookingState::valueOf)
                            .forEach(next::add));
            assertEquals(next, state.next(), state.name());
            assertEquals(standing.contains(state), state.isStanding());
            boolean delivered = state == BookingState.DELIVERED || state == BookingState.PARTLY_DELIVERED;
            assertEquals(standing.contains(state) || delivered, state.usesPrescription());
        }
        assertNull(CARDIOLOGY.activity("A1"));
    }
}
