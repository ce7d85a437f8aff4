package it.sportello.backend.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.backend.sample.Offer.Slot;
import it.sportello.backend.sample.Orders.Booking;
import it.sportello.domain.agenda.Activity;
import it.sportello.domain.agenda.Agenda;
import it.sportello.domain.agenda.AgendaRegime;
import it.sportello.domain.agenda.GroupingClass;
import it.sportello.domain.agenda.Session;
import it.sportello.domain.calendar.Holidays;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SampleOfferTest {
    private static final LocalDate SUNDAY = LocalDate.of(2026, 11, 22);

    private final SampleAuthority sample = SampleAuthority.generate(7, SUNDAY);

    @Test
    void aThirdOfTheAgendasIsComplexByTheDomainsDefinition() {
        long complex = 0;
        for (Offer.Agenda agenda : sample.offer().agendas()) {
            boolean byDomain = domain(agenda).complex();
            assertEquals(byDomain, agenda.complex(), agenda.id());
            complex += byDomain ? 1 : 0;
        }
        assertTrue(complex >= 20 && complex < 50, complex + " of 60");
        assertTrue(sample.offer().agendas().stream()
                        .filter(one -> one.regime().equals("PRIVATE_PRACTICE"))
                        .count()
                >= 6);
    }

    private static Agenda domain(Offer.Agenda agenda) {
        List<Activity> activities = agenda.activities().stream()
                .map(one -> new Activity(
                        one.id(),
                        one.name(),
                        Set.copyOf(one.services()),
                        Set.of(one.id()),
                        Duration.ofMinutes(20),
                        1,
                        Set.of(),
                        null,
                        Duration.ZERO))
                .toList();
        List<Session> sessions = agenda.sessions().stream()
                .map(one -> new Session(
                        one.id(),
                        agenda.activities().getFirst().id(),
                        one.validFrom(),
                        one.validTo(),
                        one.weekdays().stream().map(DayOfWeek::of).collect(Collectors.toSet()),
                        one.starts(),
                        one.ends()))
                .toList();
        List<GroupingClass> classes = agenda.activities().stream()
                .map(one -> GroupingClass.of(one.id(), Set.copyOf(one.services())))
                .toList();
        return new Agenda(
                agenda.id(),
                agenda.name(),
                agenda.siteId(),
                agenda.siteId(),
                AgendaRegime.valueOf(agenda.regime()),
                agenda.doctorName(),
                activities,
                sessions,
                classes);
    }

    @Test
    void slotsLieOnWorkingDaysButForExtraordinaryOpenings() {
        Holidays holidays = Holidays.shipped();
        for (Slot slot : sample.offer().slots()) {
            LocalDate day = slot.startsAt().toLocalDate();
            if (day.isAfter(SUNDAY.plusDays(1))) {
                assertTrue(!holidays.isHoliday(day) && day.getDayOfWeek() != DayOfWeek.SATURDAY, slot::toString);
            }
        }
    }

    @Test
    void takenPlacesAreTheBookingsAndNeverTooMany() {
        Map<String, Integer> taken = new HashMap<>();
        sample.orders().bookings().forEach(one -> taken.merge(one.slotId(), 1, Integer::sum));
        for (Slot slot : sample.offer().slots()) {
            assertEquals(taken.getOrDefault(slot.id(), 0), slot.booked(), slot.id());
            assertTrue(slot.booked() <= slot.capacity());
        }
    }

    @Test
    void nearDaysAreScarceAndFarOnesFree() {
        assertTrue(fill(1, 14) > 70, "near");
        assertTrue(fill(100, 180) < 15, "far");
    }

    private long fill(int fromDay, int toDay) {
        List<Slot> slots = sample.offer().slots().stream()
                .filter(one -> {
                    long ahead = one.startsAt().toLocalDate().toEpochDay() - SUNDAY.toEpochDay();
                    return ahead >= fromDay && ahead <= toDay;
                })
                .toList();
        long places = slots.stream().mapToLong(Slot::capacity).sum();
        return slots.stream().mapToLong(Slot::booked).sum() * 100 / places;
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-24", "2026-12-25", "2028-02-29"})
    void onAnyDayEverySiteHasSomebodyToAcceptAndUrgentOnesFindAPlace(String day) {
        LocalDate today = LocalDate.parse(day);
        SampleAuthority other = SampleAuthority.generate(3, today);
        Map<String, Slot> slots = other.offer().slots().stream().collect(Collectors.toMap(Slot::id, slot -> slot));
        Map<String, Offer.Agenda> agendas =
                other.offer().agendas().stream().collect(Collectors.toMap(Offer.Agenda::id, agenda -> agenda));
        Set<String> sites = new HashSet<>();
        for (Booking booking : other.orders().bookings()) {
            Slot slot = Objects.requireNonNull(slots.get(booking.slotId()));
            if (slot.startsAt().toLocalDate().equals(today) && booking.state().equals("BOOKED")) {
                sites.add(Objects.requireNonNull(agendas.get(slot.agendaId())).siteId());
            }
        }
        assertTrue(sites.size() >= 8, sites::toString);
        assertPlace(other, "89.7A.3", today.atTime(8, 30), today.plusDays(1).atTime(8, 30));
        assertPlace(
                other,
                "89.7B.7",
                today.plusDays(1).atStartOfDay(),
                today.plusDays(11).atStartOfDay());
        assertPlace(
                other,
                "95.02",
                today.plusDays(1).atStartOfDay(),
                today.plusDays(30).atStartOfDay());
        assertPlace(
                other,
                "88.76.1",
                today.plusDays(1).atStartOfDay(),
                today.plusDays(30).atStartOfDay());
        assertPlace(
                other,
                "89.13",
                today.plusDays(1).atStartOfDay(),
                today.plusDays(90).atStartOfDay());
    }

    private static void assertPlace(SampleAuthority sample, String service, LocalDateTime from, LocalDateTime to) {
        Map<String, Offer.Activity> activities = sample.offer().agendas().stream()
                .filter(agenda -> agenda.regime().equals("SSN"))
                .flatMap(agenda -> agenda.activities().stream())
                .filter(activity -> activity.channels().contains("DESK"))
                .filter(activity -> activity.services().contains(service))
                .collect(Collectors.toMap(Offer.Activity::id, activity -> activity));
        assertTrue(
                sample.offer().slots().stream()
                        .filter(slot -> activities.containsKey(slot.activityId()) && slot.booked() < slot.capacity())
                        .filter(slot -> !"CONTROL".equals(slot.reservedClass()))
                        .anyMatch(slot -> slot.startsAt().isAfter(from)
                                && !slot.startsAt().isAfter(to)),
                service + " from " + from);
    }
}
