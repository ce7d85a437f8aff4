package it.sportello.domain.agenda;

import static it.sportello.domain.agenda.AgendaFixtures.MONDAY;
import static it.sportello.domain.agenda.AgendaFixtures.activity;
import static it.sportello.domain.agenda.AgendaFixtures.agenda;
import static it.sportello.domain.agenda.AgendaFixtures.held;
import static it.sportello.domain.agenda.AgendaFixtures.session;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.domain.agenda.SlotGeneration.Generated;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SlotGenerationTest {
    private static final Activity VISIT = activity("A0", Set.of("89.7"), Set.of());

    private static Agenda open(int fromHour, int toHour) {
        Session session = session("S0", "A0", LocalTime.of(fromHour, 0), LocalTime.of(toHour, 0));
        return agenda("AG", List.of(VISIT), List.of(session), List.of());
    }

    private static Generated generate(Agenda agenda, List<Slot> existing, LocalDate... closed) {
        return SlotGeneration.generate(agenda, MONDAY, MONDAY.plusDays(6), List.of(closed)::contains, existing);
    }

    @Test
    void sessionsTimesCalendarMakeSlots() {
        Generated generated = generate(open(8, 10), List.of());
        assertEquals(12, generated.slots().size(), "six on Monday, six on Tuesday");
        Slot first = generated.slots().get(0);
        assertEquals(Instant.parse("2026-03-09T07:00:00Z"), first.start());
        assertEquals("AG.S0.20260309T0800", first.id());
        assertEquals(SlotState.FREE, first.state());
        assertEquals(6, generate(open(8, 10), List.of(), MONDAY).slots().size(), "closed on Monday");
    }

    @Test
    void aSlotThatWouldEndAfterTheSessionIsNotMade() {
        Session session = session("S0", "A0", LocalTime.of(8, 0), LocalTime.of(8, 39));
        Agenda agenda = agenda("AG", List.of(VISIT), List.of(session), List.of());
        assertEquals(2, generate(agenda, List.of()).slots().size(), "one on each day");
    }

    @Test
    void localHoursStayWhenTheClockChanges() {
        Agenda agenda = open(8, 9);
        Generated after = SlotGeneration.generate(
                agenda, LocalDate.of(2026, 3, 30), LocalDate.of(2026, 3, 30), day -> false, List.of());
        assertEquals(Instant.parse("2026-03-30T06:00:00Z"), after.slots().get(0).start());
    }

    @Test
    void generatingAgainChangesNothingAndKeepsWhatIsTaken() {
        List<Slot> slots = new ArrayList<>(generate(open(8, 10), List.of()).slots());
        slots.set(3, held(slots.get(3)).bookHeld());
        slots.set(4, held(slots.get(4)));
        assertEquals(new Generated(slots, List.of(), List.of()), generate(open(8, 10), slots));
    }

    @Test
    void shorterHoursDropFreeSlotsAndKeepBookedOnes() {
        List<Slot> slots = new ArrayList<>(generate(open(8, 10), List.of()).slots());
        Slot booked = held(slots.get(5)).bookHeld();
        slots.set(5, booked);
        Generated shorter = generate(open(8, 9), slots);
        assertEquals(List.of(booked), shorter.displaced());
        assertTrue(shorter.slots().contains(booked));
        assertEquals(5, shorter.dropped().size());
        assertEquals(7, shorter.slots().size());
    }

    @Test
    void noSequenceOfChangesEverLosesABooking() {
        Random random = new Random(42);
        Map<String, Integer> taken = new HashMap<>();
        List<Slot> slots = new ArrayList<>();
        for (int round = 0; round < 500; round++) {
            int from = 7 + random.nextInt(4);
            Activity changed = new Activity(
                    "A0",
                    "A0",
                    Set.of("89.7"),
                    Set.of(),
                    Duration.ofMinutes(random.nextBoolean() ? 20 : 30),
                    1 + random.nextInt(3),
                    Set.of(Channel.DESK),
                    random.nextBoolean() ? BookingClass.B : null,
                    Duration.ofDays(2));
            Session session = session("S0", "A0", LocalTime.of(from, 0), LocalTime.of(from + 1 + random.nextInt(3), 0));
            Agenda agenda = agenda("AG", List.of(changed), List.of(session), List.of());
            boolean mondayClosed = random.nextInt(4) == 0;
            slots = new ArrayList<>(SlotGeneration.generate(
                            agenda, MONDAY, MONDAY.plusDays(6), day -> mondayClosed && day.equals(MONDAY), slots)
                    .slots());
            Map<String, Slot> byId = new HashMap<>();
            slots.forEach(slot -> byId.put(slot.id(), slot));
            assertEquals(slots.size(), byId.size());
            taken.forEach((id, number) -> assertEquals(number, byId.get(id).booked(), id));
            int at = random.nextInt(slots.size());
            Slot chosen = slots.get(at);
            if (chosen.left() > 0) {
                slots.set(at, held(chosen).bookHeld());
                taken.merge(chosen.id(), 1, Integer::sum);
            }
        }
        assertTrue(taken.size() > 20, "booked " + taken.size());
    }

    @Test
    void aSessionOfAnUnknownActivityIsABug() {
        Session stray = session("S0", "A9", LocalTime.of(8, 0), LocalTime.of(9, 0));
        Agenda agenda = agenda("AG", List.of(VISIT), List.of(stray), List.of());
        assertThrows(IllegalArgumentException.class, () -> generate(agenda, List.of()));
    }
}
