package it.sportello.backend.sample;

import it.sportello.backend.sample.Offer.Agenda;
import it.sportello.backend.sample.Offer.Slot;
import it.sportello.backend.sample.Orders.Due;
import it.sportello.backend.sample.Orders.Prescription;
import it.sportello.backend.sample.Registry.Citizen;
import it.sportello.backend.sample.SampleCast.Persona;
import it.sportello.backend.sample.SampleCast.PersonaBooking;
import it.sportello.backend.sample.SampleCast.PersonaDue;
import it.sportello.backend.sample.SampleCast.PersonaPrescription;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Gathers what belongs to each person of the cast. */
final class CastSheet {
    private static final int FIRST_PART = 5;

    private final SampleAuthority sample;
    private final Map<CastRole, List<Citizen>> cast;

    CastSheet(SampleAuthority sample, Map<CastRole, List<Citizen>> cast) {
        this.sample = sample;
        this.cast = cast;
    }

    SampleCast write() {
        Organisation organisation = sample.organisation();
        List<Persona> personas = new ArrayList<>();
        cast.forEach((role, people) -> people.forEach(person -> personas.add(persona(role, person))));
        return new SampleCast(
                sample.seed(),
                sample.today(),
                organisation.authorityCode(),
                SampleCredentials.PASSWORD,
                organisation.desks().stream().map(this::desk).toList(),
                organisation.operators().stream()
                        .map(one -> new SampleCast.Operator(one.userName(), one.badge(), one.roles()))
                        .toList(),
                personas);
    }

    private SampleCast.Desk desk(Organisation.Desk desk) {
        Map<String, String> names = sample.organisation().sites().stream()
                .collect(Collectors.toMap(Organisation.Site::id, Organisation.Site::name));
        return new SampleCast.Desk(
                desk.id(),
                desk.number(),
                desk.siteId(),
                names.getOrDefault(desk.siteId(), ""),
                Optional.ofNullable(desk.tillId()),
                desk.profiles(),
                desk.queueCategories(),
                SampleCredentials.enrolmentCode(desk.id()));
    }

    private Persona persona(CastRole role, Citizen person) {
        return new Persona(
                role.name(),
                person.id(),
                person.code(),
                person.codeKind(),
                person.surname(),
                person.names(),
                person.birthDate(),
                person.sex(),
                person.birthPlaceCode(),
                person.home().municipalityCode(),
                Optional.ofNullable(person.cardNumber()),
                Optional.ofNullable(person.chipNumber()),
                prescriptions(person),
                dues(person),
                bookings(person));
    }

    private List<PersonaPrescription> prescriptions(Citizen person) {
        return sample.orders().prescriptions().stream()
                .filter(one -> one.personId().equals(person.id()))
                .map(one -> new PersonaPrescription(
                        one.number(),
                        one.number().substring(0, FIRST_PART),
                        one.number().substring(FIRST_PART),
                        one.support(),
                        one.state(),
                        Optional.ofNullable(one.priorityClass()),
                        Optional.ofNullable(one.exemptionCode()),
                        one.rows().stream().map(Orders.Row::serviceCode).toList()))
                .toList();
    }

    private List<PersonaDue> dues(Citizen person) {
        return sample.orders().dues().stream()
                .filter(one -> one.personId().equals(person.id()))
                .map(one -> new PersonaDue(
                        one.id(), one.kind(), one.regime(), one.amountCents(), one.state(), exemption(one)))
                .toList();
    }

    private static Optional<String> exemption(Due due) {
        Prescription prescription = due.prescription();
        return prescription == null ? Optional.empty() : Optional.ofNullable(prescription.exemptionCode());
    }

    private List<PersonaBooking> bookings(Citizen person) {
        Map<String, Agenda> agendas = new HashMap<>();
        sample.offer().agendas().forEach(agenda -> agendas.put(agenda.id(), agenda));
        return sample.orders().bookings().stream()
                .filter(one -> one.personId().equals(person.id()))
                .map(one -> {
                    Slot slot = sample.offer().slots().stream()
                            .filter(it -> it.id().equals(one.slotId()))
                            .findFirst()
                            .orElseThrow();
                    Agenda agenda = Objects.requireNonNull(agendas.get(slot.agendaId()), slot.agendaId());
                    return new PersonaBooking(one.id(), one.number(), agenda.siteId(), slot.startsAt());
                })
                .toList();
    }
}
