package it.sportello.backend.sample;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Agendas and the places they offer. Times without a zone are civil times of Europe/Rome. */
public record Offer(List<Agenda> agendas, List<Slot> slots) {

    /**
     * The calendar of a delivering unit at a site.
     *
     * @param regime SSN or PRIVATE_PRACTICE
     * @param doctorName private practice only
     */
    public record Agenda(
            String id,
            String name,
            String siteId,
            String room,
            String regime,
            @Nullable String doctorName,
            List<Activity> activities,
            List<Session> sessions,
            List<Price> prices) {

        /** Complex by the definition of the domain (more than two activities, more than one session, and so on). */
        public boolean complex() {
            return activities.size() > 2
                    || sessions.size() > 1
                    || activities.size() > 1
                    || activities.getFirst().services().size() > 2;
        }
    }

    /**
     * A part of an agenda, with its own grouping class of the same id.
     *
     * @param kind first, control, any, web or internal
     * @param services bookable one by one, and all together by the class
     */
    public record Activity(String id, String kind, String name, List<String> channels, List<String> services) {}

    /** When an agenda works. */
    public record Session(
            String id,
            LocalDate validFrom,
            LocalDate validTo,
            List<Integer> weekdays,
            LocalTime starts,
            LocalTime ends) {}

    /** Price of a doctor in private practice. */
    public record Price(String serviceCode, long cents) {}

    /** A place in time; how many of its places are taken follows from the bookings. */
    public record Slot(
            String id,
            String agendaId,
            String activityId,
            String sessionId,
            LocalDateTime startsAt,
            int minutes,
            int capacity,
            int booked,
            boolean blocked,
            @Nullable String reservedClass,
            @Nullable Instant releasedAt) {

        Slot withBooked(int places) {
            return new Slot(
                    id,
                    agendaId,
                    activityId,
                    sessionId,
                    startsAt,
                    minutes,
                    capacity,
                    places,
                    blocked,
                    reservedClass,
                    releasedAt);
        }
    }
}
