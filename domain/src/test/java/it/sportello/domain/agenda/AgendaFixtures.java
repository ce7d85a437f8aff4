package it.sportello.domain.agenda;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Agendas and slots for the tests. */
final class AgendaFixtures {
    static final LocalDate MONDAY = LocalDate.of(2026, 3, 9);
    static final Instant NOW = Instant.parse("2026-03-09T07:00:00Z");

    private AgendaFixtures() {}

    static Activity activity(String id, Set<String> services, Set<String> classes) {
        return new Activity(
                id, id, services, classes, Duration.ofMinutes(20), 1, Set.of(Channel.DESK), null, Duration.ofDays(2));
    }

    static Session session(String id, String activityId, LocalTime from, LocalTime to) {
        return new Session(
                id, activityId, MONDAY, MONDAY.plusDays(60), Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY), from, to);
    }

    static Agenda agenda(String id, List<Activity> activities, List<Session> sessions, List<GroupingClass> classes) {
        return new Agenda(id, id, "U1", "SITE1", AgendaRegime.SSN, null, activities, sessions, classes);
    }

    static Slot slot(String id, Agenda agenda, Activity activity, Instant start, @Nullable BookingClass reserved) {
        return new Slot(
                id,
                agenda.id(),
                activity.id(),
                "S0",
                start,
                activity.slotLength(),
                1,
                0,
                0,
                reserved,
                reserved == null ? null : start.minus(activity.release()),
                Slot.Condition.IN_USE,
                1);
    }

    static Slot held(Slot slot) {
        Slot held = slot.hold();
        if (held == null) {
            throw new AssertionError("no place left");
        }
        return held;
    }
}
