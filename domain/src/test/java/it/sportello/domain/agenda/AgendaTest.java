package it.sportello.domain.agenda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class AgendaTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);

    private static Activity activity(String id, Set<String> classes) {
        return new Activity(
                id, id, Set.of("89.7"), classes, Duration.ofMinutes(20), 1, Set.of(Channel.DESK), null, Duration.ZERO);
    }

    private static Session session(String id) {
        return new Session(
                id, "A0", DAY, DAY.plusDays(30), Set.of(DayOfWeek.TUESDAY), LocalTime.of(8, 0), LocalTime.of(9, 0));
    }

    /** Linked classes are attached to the first activity, the others to none. */
    private static Agenda agenda(int activities, int sessions, int linked, int unlinked, int servicesOfClass) {
        Set<String> attached = IntStream.range(0, linked).mapToObj(i -> "G" + i).collect(Collectors.toSet());
        Set<String> services =
                IntStream.range(0, servicesOfClass).mapToObj(i -> "S" + i).collect(Collectors.toSet());
        List<GroupingClass> classes = new ArrayList<>();
        IntStream.range(0, linked + unlinked).forEach(i -> classes.add(GroupingClass.of("G" + i, services)));
        List<Activity> all = IntStream.range(0, activities)
                .mapToObj(i -> activity("A" + i, i == 0 ? attached : Set.of()))
                .toList();
        List<Session> allSessions =
                IntStream.range(0, sessions).mapToObj(i -> session("S" + i)).toList();
        return new Agenda("AG", "Cardiologia", "U1", "SITE1", AgendaRegime.SSN, null, all, allSessions, classes);
    }

    private static boolean byTheDefinition(int activities, int sessions, int linked, int services) {
        if (activities > 2) {
            return true;
        }
        if (sessions > 1) {
            return true;
        }
        if (linked > 1) {
            return true;
        }
        return linked == 1 && services > 2;
    }

    @Test
    @Tag("R-BOO-6")
    void complexAndSimpleAtEveryBorder() {
        for (int activities = 1; activities <= 4; activities++) {
            for (int sessions = 0; sessions <= 3; sessions++) {
                for (int linked = 0; linked <= 3; linked++) {
                    for (int unlinked = 0; unlinked <= 2; unlinked++) {
                        for (int services = 0; services <= 4; services++) {
                            Agenda agenda = agenda(activities, sessions, linked, unlinked, services);
                            boolean expected = byTheDefinition(activities, sessions, linked, services);
                            String shape = activities + " " + sessions + " " + linked + " " + unlinked + " " + services;
                            assertEquals(expected, agenda.complex(), shape);
                            assertEquals(!expected, agenda.simple(), shape);
                        }
                    }
                }
            }
        }
    }

    @Test
    void theBordersInPlainWords() {
        assertTrue(agenda(2, 1, 1, 5, 2).simple(), "two activities, one session, one linked class of two services");
        assertTrue(agenda(3, 1, 0, 0, 0).complex(), "three activities");
        assertTrue(agenda(1, 2, 0, 0, 0).complex(), "two sessions");
        assertTrue(agenda(1, 1, 2, 0, 1).complex(), "two linked classes");
        assertTrue(agenda(1, 1, 1, 0, 3).complex(), "one linked class of three services");
        assertTrue(agenda(1, 1, 0, 5, 9).simple(), "classes attached to no activity do not count");
    }

    @Test
    void aClassAttachedToTwoActivitiesIsOneClass() {
        Agenda agenda = new Agenda(
                "AG",
                "Cardiologia",
                "U1",
                "SITE1",
                AgendaRegime.SSN,
                null,
                List.of(activity("A0", Set.of("G0")), activity("A1", Set.of("G0"))),
                List.of(session("S0")),
                List.of(GroupingClass.of("G0", Set.of("S0", "S1"))));
        assertEquals(1, agenda.linkedClasses().size());
        assertTrue(agenda.simple());
    }

    @Test
    void activeWithOneGeneratedDayInThePeriod() {
        List<LocalDate> days = List.of(DAY);
        assertTrue(Agenda.active(days, DAY, DAY));
        assertTrue(Agenda.active(days, DAY.minusDays(5), DAY));
        assertTrue(Agenda.active(days, DAY, DAY.plusDays(5)));
        assertFalse(Agenda.active(days, DAY.plusDays(1), DAY.plusDays(5)));
        assertFalse(Agenda.active(days, DAY.minusDays(5), DAY.minusDays(1)));
        assertFalse(Agenda.active(List.of(), DAY.minusDays(5), DAY.plusDays(5)));
    }

    @Test
    void aGroupingClassHasMandatoryAndExcludedServices() {
        GroupingClass grouping = new GroupingClass("G", Set.of("A", "B", "C"), Set.of("A"), Set.of("C"));
        assertTrue(grouping.admits(List.of("A", "B")));
        assertFalse(grouping.admits(List.of("B")));
        assertFalse(grouping.admits(List.of("A", "C")));
        assertFalse(grouping.admits(List.of("A", "D")));
    }

    @Test
    void aDoctorOnlyAndAlwaysInPrivatePractice() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new Agenda(
                        "AG", "", "U1", "S1", AgendaRegime.PRIVATE_PRACTICE, null, List.of(), List.of(), List.of()));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Agenda("AG", "", "U1", "S1", AgendaRegime.SSN, "DOC", List.of(), List.of(), List.of()));
        assertNotNull(agenda(1, 1, 0, 0, 0).activity("A0"));
        assertNull(agenda(1, 1, 0, 0, 0).activity("A9"));
    }
}
