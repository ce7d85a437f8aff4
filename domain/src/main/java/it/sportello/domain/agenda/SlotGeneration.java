package it.sportello.domain.agenda;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Sessions and calendar make slots. Generating again keeps every slot somebody has booked or holds. */
public final class SlotGeneration {
    private static final ZoneId ZONE = ZoneId.of("Europe/Rome");
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmm");

    private SlotGeneration() {}

    /**
     * What the agenda has for a period after generating.
     *
     * @param slots all slots, by start
     * @param displaced kept although the sessions no longer foresee them: their bookings are to be relocated
     * @param dropped untouched slots that are no longer foreseen
     */
    public record Generated(List<Slot> slots, List<Slot> displaced, List<Slot> dropped) {
        public Generated {
            slots = List.copyOf(slots);
            displaced = List.copyOf(displaced);
            dropped = List.copyOf(dropped);
        }
    }

    /**
     * Generates a period, both ends included.
     *
     * @param closed holidays and closures of the site
     * @param existing slots of this agenda in the period, as stored
     */
    public static Generated generate(
            Agenda agenda, LocalDate from, LocalDate to, Predicate<LocalDate> closed, Collection<Slot> existing) {
        Map<String, Slot> foreseen = foreseen(agenda, from, to, closed);
        Map<String, Slot> before = new HashMap<>();
        existing.forEach(slot -> before.put(slot.id(), slot));
        List<Slot> slots = new ArrayList<>();
        List<Slot> displaced = new ArrayList<>();
        List<Slot> dropped = new ArrayList<>();
        for (Slot old : existing) {
            Slot planned = foreseen.get(old.id());
            if (planned == null && old.isUntouched()) {
                dropped.add(old);
            } else if (planned == null) {
                displaced.add(old);
                slots.add(old);
            }
        }
        for (Slot planned : foreseen.values()) {
            Slot old = before.get(planned.id());
            slots.add(old == null ? planned : adapted(old, planned));
        }
        slots.sort(Comparator.comparing(Slot::start).thenComparing(Slot::id));
        return new Generated(slots, displaced, dropped);
    }

    /** The new plan on an old slot; what is booked or held stays, also when the plan is narrower. */
    private static Slot adapted(Slot old, Slot planned) {
        int capacity = Math.max(planned.capacity(), old.booked() + old.held());
        boolean same = capacity == old.capacity()
                && planned.duration().equals(old.duration())
                && planned.activityId().equals(old.activityId())
                && planned.reserved() == old.reserved()
                && Objects.equals(planned.releaseAt(), old.releaseAt());
        if (same) {
            return old;
        }
        return new Slot(
                old.id(),
                old.agendaId(),
                planned.activityId(),
                planned.sessionId(),
                old.start(),
                planned.duration(),
                capacity,
                old.booked(),
                old.held(),
                planned.reserved(),
                planned.releaseAt(),
                old.condition(),
                old.version() + 1);
    }

    private static Map<String, Slot> foreseen(
            Agenda agenda, LocalDate from, LocalDate to, Predicate<LocalDate> closed) {
        Map<String, Slot> slots = new TreeMap<>();
        for (Session session : agenda.sessions()) {
            Activity activity = agenda.activity(session.activityId());
            if (activity == null) {
                throw new IllegalArgumentException("session " + session.id() + " of an unknown activity");
            }
            from.datesUntil(to.plusDays(1))
                    .filter(day -> session.worksOn(day) && !closed.test(day))
                    .forEach(day -> addDay(agenda, session, activity, day, slots));
        }
        return slots;
    }

    private static void addDay(
            Agenda agenda, Session session, Activity activity, LocalDate day, Map<String, Slot> slots) {
        LocalDateTime end = day.atTime(session.to());
        LocalDateTime start = day.atTime(session.from());
        while (!start.plus(activity.slotLength()).isAfter(end)) {
            Instant at = start.atZone(ZONE).toInstant();
            String id = agenda.id() + "." + session.id() + "." + STAMP.format(start);
            slots.put(
                    id,
                    new Slot(
                            id,
                            agenda.id(),
                            activity.id(),
                            session.id(),
                            at,
                            activity.slotLength(),
                            activity.capacity(),
                            0,
                            0,
                            activity.reserved(),
                            activity.reserved() == null ? null : at.minus(activity.release()),
                            Slot.Condition.IN_USE,
                            1));
            start = start.plus(activity.slotLength());
        }
    }
}
