package it.sportello.domain.agenda;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The calendar of a delivering unit at a site, in one regime.
 *
 * @param doctorId the doctor of a private-practice agenda, null in the other regimes: those are booked for the unit
 */
public record Agenda(
        String id,
        String name,
        String unitId,
        String siteId,
        AgendaRegime regime,
        @Nullable String doctorId,
        List<Activity> activities,
        List<Session> sessions,
        List<GroupingClass> groupingClasses) {

    private static final int SIMPLE_ACTIVITIES = 2;
    private static final int SIMPLE_SERVICES_OF_CLASS = 2;

    public Agenda {
        activities = List.copyOf(activities);
        sessions = List.copyOf(sessions);
        groupingClasses = List.copyOf(groupingClasses);
        if ((regime == AgendaRegime.PRIVATE_PRACTICE) != (doctorId != null)) {
            throw new IllegalArgumentException("agenda " + id + ": a doctor, only and always, in private practice");
        }
    }

    /**
     * More than two activities, or more than one session, or more than one linked class, or one linked class with more
     * than two services.
     */
    public boolean complex() {
        List<GroupingClass> linked = linkedClasses();
        return activities.size() > SIMPLE_ACTIVITIES
                || sessions.size() > 1
                || linked.size() > 1
                || (linked.size() == 1 && linked.get(0).services().size() > SIMPLE_SERVICES_OF_CLASS);
    }

    public boolean simple() {
        return !complex();
    }

    /**
     * Whether at least one generated day lies in a period, both ends included; free or taken places make no difference.
     *
     * @param generatedDays days for which slots of this agenda were generated
     */
    public static boolean active(Collection<LocalDate> generatedDays, LocalDate from, LocalDate to) {
        return generatedDays.stream().anyMatch(day -> !day.isBefore(from) && !day.isAfter(to));
    }

    /** The classes attached to at least one activity of this agenda. */
    public List<GroupingClass> linkedClasses() {
        Set<String> attached = new HashSet<>();
        activities.forEach(activity -> attached.addAll(activity.groupingClasses()));
        return groupingClasses.stream()
                .filter(grouping -> attached.contains(grouping.id()))
                .toList();
    }

    /** The activity, or null when the agenda has none of this id. */
    public @Nullable Activity activity(String activityId) {
        for (Activity activity : activities) {
            if (activity.id().equals(activityId)) {
                return activity;
            }
        }
        return null;
    }

    /** Whether one place of an activity serves all these services. */
    public boolean servesTogether(Activity activity, Collection<String> services) {
        if (services.size() == 1) {
            return activity.services().containsAll(services);
        }
        return groupingClasses.stream()
                .anyMatch(grouping -> activity.groupingClasses().contains(grouping.id()) && grouping.admits(services));
    }
}
