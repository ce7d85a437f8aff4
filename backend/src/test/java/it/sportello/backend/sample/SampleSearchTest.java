package it.sportello.backend.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.backend.sample.SampleCast.Persona;
import it.sportello.domain.agenda.Activity;
import it.sportello.domain.agenda.Agenda;
import it.sportello.domain.agenda.AgendaRegime;
import it.sportello.domain.agenda.AvailabilitySearch;
import it.sportello.domain.agenda.BookingClass;
import it.sportello.domain.agenda.Candidate;
import it.sportello.domain.agenda.Channel;
import it.sportello.domain.agenda.GroupingClass;
import it.sportello.domain.agenda.SearchRequest;
import it.sportello.domain.agenda.Slot;
import it.sportello.domain.parameter.ParameterScope;
import it.sportello.domain.parameter.Parameters;
import it.sportello.domain.prescription.PriorityClass;
import it.sportello.domain.prescription.ServiceKind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the cast asks for is found by the domain's own search, on any day and at any hour of the counter. */
class SampleSearchTest {
    private static final Parameters PARAMETERS =
            Parameters.shipped().within(ParameterScope.ofAuthority(OrganisationMaker.AUTHORITY));

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-22", "2026-12-24", "2027-01-09"})
    void theCastFindsItsPlaces(String day) {
        LocalDate today = LocalDate.parse(day);
        SampleAuthority sample = SampleAuthority.generate(today.toEpochDay(), today);
        SampleCast cast = sample.cast();
        List<Candidate> candidates = candidates(sample);
        for (int hour : new int[] {8, 11, 13}) {
            LocalDateTime now = today.atTime(hour, 5);
            for (CastRole role : List.of(
                    CastRole.BOOKABLE_U,
                    CastRole.BOOKABLE_B,
                    CastRole.BOOKABLE_D,
                    CastRole.BOOKABLE_P,
                    CastRole.COMPLEX_AGENDA,
                    CastRole.LINKED_SERVICES)) {
                for (Persona persona : cast.of(role)) {
                    check(sample, role, persona, candidates, now);
                }
            }
        }
    }

    private static void check(
            SampleAuthority sample, CastRole role, Persona persona, List<Candidate> candidates, LocalDateTime now) {
        SampleCast.PersonaPrescription prescription = persona.prescriptions().getFirst();
        List<String> services = prescription.serviceCodes();
        PriorityClass priority =
                PriorityClass.valueOf(prescription.priorityClass().orElseThrow());
        ServiceKind kind = ServiceKind.valueOf(
                sample.nomenclature().of(services.getFirst()).kind());
        Instant instant = now.atZone(SlotMaker.ROME).toInstant();
        SearchRequest request = new SearchRequest(
                services,
                AgendaRegime.SSN,
                null,
                Channel.DESK,
                BookingClass.valueOf(priority.name()),
                instant,
                priority.latestStart(now, kind, null, PARAMETERS)
                        .atZone(SlotMaker.ROME)
                        .toInstant(),
                0,
                List.of(),
                Duration.ofMinutes(10),
                Duration.ofHours(8));
        List<it.sportello.domain.agenda.Offer> offers =
                AvailabilitySearch.rank(request, candidates, instant, 5).offers();
        assertFalse(offers.isEmpty(), role + " at " + now);
        assertTrue(offers.getFirst().insideLimit(), role + " in time at " + now);
        assertEquals(
                role == CastRole.LINKED_SERVICES ? 2 : 1,
                offers.getFirst().parts().size());
        if (role == CastRole.COMPLEX_AGENDA) {
            assertTrue(offers.getFirst().parts().getFirst().candidate().agenda().complex());
        }
    }

    private static List<Candidate> candidates(SampleAuthority sample) {
        Map<String, String> districts = sample.organisation().sites().stream()
                .collect(Collectors.toMap(Organisation.Site::id, Organisation.Site::districtCode));
        Map<String, Agenda> agendas = new HashMap<>();
        sample.offer().agendas().stream()
                .filter(one -> one.regime().equals("SSN"))
                .forEach(one -> agendas.put(one.id(), agenda(one)));
        List<Candidate> candidates = new ArrayList<>();
        for (Offer.Slot slot : sample.offer().slots()) {
            Agenda agenda = agendas.get(slot.agendaId());
            if (agenda != null && slot.booked() < slot.capacity() && "D2".equals(districts.get(agenda.siteId()))) {
                Activity activity = Objects.requireNonNull(agenda.activity(slot.activityId()));
                candidates.add(new Candidate(slot(slot), agenda, activity, 0, 0));
            }
        }
        return candidates;
    }

    private static Slot slot(Offer.Slot slot) {
        String reserved = slot.reservedClass();
        return new Slot(
                slot.id(),
                slot.agendaId(),
                slot.activityId(),
                slot.sessionId(),
                slot.startsAt().atZone(SlotMaker.ROME).toInstant(),
                Duration.ofMinutes(slot.minutes()),
                slot.capacity(),
                slot.booked(),
                0,
                reserved == null ? null : BookingClass.valueOf(reserved),
                slot.releasedAt(),
                Slot.Condition.IN_USE,
                1);
    }

    private static Agenda agenda(Offer.Agenda agenda) {
        List<Activity> activities = agenda.activities().stream()
                .map(one -> new Activity(
                        one.id(),
                        one.name(),
                        Set.copyOf(one.services()),
                        Set.of(one.id()),
                        Duration.ofMinutes(20),
                        1,
                        one.channels().stream().map(Channel::valueOf).collect(Collectors.toSet()),
                        null,
                        Duration.ZERO))
                .toList();
        List<GroupingClass> classes = agenda.activities().stream()
                .map(one -> GroupingClass.of(one.id(), Set.copyOf(one.services())))
                .toList();
        return new Agenda(
                agenda.id(),
                agenda.name(),
                agenda.siteId(),
                agenda.siteId(),
                AgendaRegime.SSN,
                null,
                activities,
                List.of(),
                classes);
    }
}
