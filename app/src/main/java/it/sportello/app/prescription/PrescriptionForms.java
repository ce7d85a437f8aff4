package it.sportello.app.prescription;

import it.sportello.api.Exemptions;
import it.sportello.api.Persons;
import it.sportello.api.Prescriptions;
import it.sportello.domain.exemption.Exemption;
import it.sportello.domain.exemption.ExemptionCatalogue;
import it.sportello.domain.exemption.ExemptionCode;
import it.sportello.domain.exemption.ExemptionOrigin;
import it.sportello.domain.identity.CodeReading;
import it.sportello.domain.identity.CodiceFiscale;
import it.sportello.domain.identity.HeldCode;
import it.sportello.domain.identity.Person;
import it.sportello.domain.identity.PersonCode;
import it.sportello.domain.identity.PersonName;
import it.sportello.domain.identity.PrescriptionNumber;
import it.sportello.domain.identity.Sex;
import it.sportello.domain.money.Money;
import it.sportello.domain.prescription.AccessType;
import it.sportello.domain.prescription.Prescription;
import it.sportello.domain.prescription.PrescriptionState;
import it.sportello.domain.prescription.PrescriptionStatus;
import it.sportello.domain.prescription.PriorityClass;
import it.sportello.domain.prescription.ServiceItem;
import it.sportello.domain.prescription.ServiceKind;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Prescriptions, persons and exemptions between the wire and the rules. */
final class PrescriptionForms {
    private static final ZoneId ROME = ZoneId.of("Europe/Rome");

    /** Diagnosis and question stay with the central system: the desk neither gets nor misses them. */
    private static final String DIAGNOSIS_NOT_FOR_THE_DESK = "-";

    private PrescriptionForms() {}

    static Prescription prescription(PrescriptionNumber number, Prescriptions.PrescriptionView view) {
        @Nullable
        AccessType access = view.accessType().map(PrescriptionForms::access).orElse(null);
        return new Prescription(
                number,
                personCode(view.personCode()),
                view.issuedOn(),
                view.rows().stream().map(row -> item(row, access)).toList(),
                view.priorityClass().map(PriorityClass::valueOf).orElse(null),
                view.exemptionCode().orElse(null),
                DIAGNOSIS_NOT_FOR_THE_DESK,
                new PrescriptionStatus(
                        PrescriptionState.ofValue(view.state()),
                        view.takenBy().orElse(null),
                        view.takenAt().map(PrescriptionForms::civil).orElse(null)));
    }

    /** Whose prescription it is, with the code in use. */
    static Person person(Persons.PersonRecord record) {
        return new Person(
                record.id(),
                List.of(new HeldCode(personCode(record.code()), null, null, "")),
                new PersonName(record.surname(), record.names()),
                record.birthDate(),
                Sex.valueOf(record.sex()),
                record.birthPlaceCode());
    }

    static List<Exemption> held(List<Exemptions.ExemptionView> views, ExemptionCatalogue catalogue) {
        return views.stream()
                .map(view -> new Exemption(
                        view.code(),
                        view.personId(),
                        view.validFrom(),
                        view.validTo().orElse(null),
                        origin(view.code(), catalogue),
                        view.source()))
                .toList();
    }

    static LocalDateTime civil(Instant moment) {
        return LocalDateTime.ofInstant(moment, ROME);
    }

    private static ExemptionOrigin origin(String code, ExemptionCatalogue catalogue) {
        return Optional.ofNullable(catalogue.find(code))
                .map(ExemptionCode::origin)
                .orElse(ExemptionOrigin.OTHER);
    }

    // A code that the registry confirmed is not refused here, even when its check letter does not follow.
    private static PersonCode personCode(String code) {
        return PersonCode.classify(code) instanceof CodeReading.Accepted accepted
                ? accepted.code()
                : new CodiceFiscale(code);
    }

    private static ServiceItem item(Prescriptions.ServiceRow row, @Nullable AccessType access) {
        return new ServiceItem(
                row.code(),
                row.catalogueCode(),
                row.description(),
                row.quantity(),
                row.branch(),
                Money.ofCents(row.tariffCents()),
                access,
                ServiceKind.valueOf(row.kind()));
    }

    private static AccessType access(String wire) {
        return wire.equals(AccessType.FIRST.code()) || wire.equals(AccessType.FIRST.name())
                ? AccessType.FIRST
                : AccessType.OTHER;
    }
}
