package it.sportello.backend.sample;

import it.sportello.backend.sample.Offer.Activity;
import it.sportello.backend.sample.Offer.Agenda;
import it.sportello.backend.sample.Offer.Session;
import it.sportello.backend.sample.Offer.Slot;
import it.sportello.backend.sample.Organisation.Site;
import it.sportello.domain.calendar.Holidays;
import it.sportello.domain.calendar.PatronDays;
import it.sportello.domain.calendar.WorkWeek;
import it.sportello.domain.calendar.WorkingDays;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Cuts sessions into slots on working days. A site that would have nothing today opens extraordinarily, as authorities
 * do on free days to shorten the waiting lists (DL 73/2024 art. 4); so the sample works on whatever day it is loaded.
 */
final class SlotMaker {
    static final ZoneId ROME = ZoneId.of("Europe/Rome");
    private static final LocalTime EXTRA_FROM = LocalTime.of(8, 30);
    private static final LocalTime EXTRA_TO = LocalTime.of(12, 30);

    private final LocalDate today;
    private final Map<String, WorkingDays> calendars = new HashMap<>();
    private final List<Agenda> agendas = new ArrayList<>();
    private final List<Slot> slots = new ArrayList<>();

    SlotMaker(List<Site> sites, LocalDate today) {
        this.today = today;
        Holidays holidays = Holidays.shipped();
        PatronDays patrons = PatronDays.shipped();
        for (Site site : sites) {
            calendars.put(site.id(), new WorkingDays(holidays, WorkWeek.MON_FRI, patrons.of(site.municipalityCode())));
        }
    }

    Offer make(List<AgendaMaker.Plan> plans) {
        Set<String> openToday = new HashSet<>();
        for (AgendaMaker.Plan plan : plans) {
            if (isWorking(plan.agenda(), today)) {
                openToday.add(plan.agenda().siteId());
            }
        }
        Set<String> firstOfSite = new HashSet<>();
        for (AgendaMaker.Plan plan : plans) {
            boolean first = firstOfSite.add(plan.agenda().siteId());
            boolean opens = first && !openToday.contains(plan.agenda().siteId());
            add(withExtraDays(plan, opens));
        }
        return new Offer(agendas, slots);
    }

    WorkingDays calendar(String siteId) {
        return java.util.Objects.requireNonNull(calendars.get(siteId), siteId);
    }

    private boolean isWorking(Agenda agenda, LocalDate day) {
        return calendar(agenda.siteId()).isWorkingDay(day)
                && agenda.sessions().stream()
                        .anyMatch(session ->
                                session.weekdays().contains(day.getDayOfWeek().getValue()));
    }

    /** First accesses open on today and tomorrow even when closed, so that an urgent request finds a place in time. */
    private AgendaMaker.Plan withExtraDays(AgendaMaker.Plan plan, boolean opensToday) {
        Agenda old = plan.agenda();
        boolean urgent = old.activities().getFirst().kind().equals("first");
        List<Session> sessions = new ArrayList<>(old.sessions());
        for (int ahead = 0; ahead <= 1; ahead++) {
            LocalDate day = today.plusDays(ahead);
            boolean closed = !calendar(old.siteId()).isWorkingDay(day);
            boolean wanted = (urgent && closed) || (opensToday && ahead == 0);
            if (wanted && !isWorking(old, day)) {
                sessions.add(new Session(
                        old.id() + "-X" + (ahead + 1),
                        day,
                        day,
                        List.of(day.getDayOfWeek().getValue()),
                        EXTRA_FROM,
                        EXTRA_TO));
            }
        }
        Agenda agenda = new Agenda(
                old.id(),
                old.name(),
                old.siteId(),
                old.room(),
                old.regime(),
                old.doctorName(),
                old.activities(),
                sessions,
                old.prices());
        return new AgendaMaker.Plan(agenda, plan.minutes(), plan.capacity());
    }

    private void add(AgendaMaker.Plan plan) {
        agendas.add(plan.agenda());
        WorkingDays calendar = calendar(plan.agenda().siteId());
        for (Session session : plan.agenda().sessions()) {
            boolean extraordinary = session.validFrom().equals(session.validTo());
            for (LocalDate day = session.validFrom(); !day.isAfter(session.validTo()); day = day.plusDays(1)) {
                if (session.weekdays().contains(day.getDayOfWeek().getValue())
                        && (extraordinary || calendar.isWorkingDay(day))) {
                    cut(plan, session, day);
                }
            }
        }
    }

    private void cut(AgendaMaker.Plan plan, Session session, LocalDate day) {
        LocalDateTime end = day.atTime(session.ends());
        LocalDateTime start = day.atTime(session.starts());
        for (int index = 0; !start.plusMinutes(plan.minutes()).isAfter(end); index++) {
            Activity activity = activity(plan.agenda().activities(), index);
            String reserved = reserved(plan.agenda(), activity, index);
            slots.add(new Slot(
                    String.format(Locale.ROOT, "SL%06d", slots.size() + 1),
                    plan.agenda().id(),
                    activity.id(),
                    session.id(),
                    start,
                    plan.minutes(),
                    plan.capacity(),
                    0,
                    false,
                    reserved,
                    released(reserved, start)));
            start = start.plusMinutes(plan.minutes());
        }
    }

    /** Two thirds first accesses where there are controls too; every sixth place for the rest. */
    private static Activity activity(List<Activity> activities, int index) {
        if (activities.size() > 2 && index % 6 == 5) {
            return activities.get(2);
        }
        return activities.size() > 1 && index % 3 == 2 ? activities.get(1) : activities.getFirst();
    }

    private static @Nullable String reserved(Agenda agenda, Activity activity, int index) {
        if (activity.kind().equals("control") || activity.kind().equals("internal")) {
            return activity.kind().equals("control") ? "CONTROL" : "INTERNAL";
        }
        boolean ranked = agenda.regime().equals("SSN")
                && (activity.kind().equals("first") || activity.kind().equals("any"))
                && activity.services().size() <= PrescriptionStock.LARGE_CLASS;
        if (!ranked) {
            return null;
        }
        return index % 10 == 0 ? "U" : index % 4 == 1 ? "B" : null;
    }

    private static @Nullable Instant released(@Nullable String reserved, LocalDateTime start) {
        if (reserved == null || reserved.length() > 1) {
            return null;
        }
        return start.minusHours(reserved.equals("U") ? 4 : 72).atZone(ROME).toInstant();
    }
}
