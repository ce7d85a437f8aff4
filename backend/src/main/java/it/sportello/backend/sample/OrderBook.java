package it.sportello.backend.sample;

import it.sportello.backend.sample.Orders.Booking;
import it.sportello.backend.sample.Orders.Due;
import it.sportello.backend.sample.Orders.HeldExemption;
import it.sportello.backend.sample.Orders.Prescription;
import it.sportello.backend.sample.Orders.Row;
import it.sportello.backend.sample.Registry.Citizen;
import it.sportello.domain.exemption.ExemptionCatalogue;
import it.sportello.domain.money.Money;
import it.sportello.domain.parameter.ParameterScope;
import it.sportello.domain.parameter.Parameters;
import it.sportello.domain.prescription.AccessType;
import it.sportello.domain.prescription.CoPayment;
import it.sportello.domain.prescription.Coverage;
import it.sportello.domain.prescription.ServiceItem;
import it.sportello.domain.prescription.ServiceKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects prescriptions, appointments, dues and exemptions, gives them their numbers and computes what is owed. */
final class OrderBook {
    static final String SSN = "SSN";
    static final String PRIVATE_PRACTICE = "PRIVATE_PRACTICE";
    private static final long SCRAMBLE = 7_654_321L;
    private static final long BILLION = 1_000_000_000L;
    private static final long NOTICE_MODULUS = 93;

    private final Nomenclature nomenclature;
    private final LocalDate today;
    private final ExemptionCatalogue catalogue = ExemptionCatalogue.shipped();
    private final Parameters parameters =
            Parameters.shipped().within(ParameterScope.ofAuthority(OrganisationMaker.AUTHORITY));
    private final List<Prescription> prescriptions = new ArrayList<>();
    private final List<Booking> bookings = new ArrayList<>();
    private final List<Due> dues = new ArrayList<>();
    private final List<HeldExemption> exemptions = new ArrayList<>();
    private final Map<String, List<HeldExemption>> held = new HashMap<>();

    OrderBook(Nomenclature nomenclature, LocalDate today) {
        this.nomenclature = nomenclature;
        this.today = today;
    }

    Nomenclature nomenclature() {
        return nomenclature;
    }

    Parameters parameters() {
        return parameters;
    }

    LocalDate today() {
        return today;
    }

    Orders orders() {
        return new Orders(prescriptions, bookings, dues, exemptions);
    }

    PrescriptionDraft prescribe(Citizen person) {
        return new PrescriptionDraft(this, person.id());
    }

    /** The next number of the region: batch group A2 for electronic ones, B4 for white ones, digits for paper. */
    String nextNumber(String support) {
        String tail = String.format(Locale.ROOT, "%09d", (prescriptions.size() * SCRAMBLE + 20_311) % BILLION);
        return switch (support) {
            case "PAPER" -> CheckDigit.luhn(OrganisationMaker.REGION + "01" + tail);
            case "WHITE" -> OrganisationMaker.REGION + "B4" + "1" + tail;
            default -> OrganisationMaker.REGION + "A2" + "1" + tail;
        };
    }

    Prescription add(Prescription made) {
        prescriptions.add(made);
        return made;
    }

    void add(Booking made) {
        bookings.add(made);
    }

    int bookingCount() {
        return bookings.size();
    }

    void add(HeldExemption exemption) {
        exemptions.add(exemption);
        held.computeIfAbsent(exemption.personId(), key -> new ArrayList<>()).add(exemption);
    }

    int exemptionCount() {
        return exemptions.size();
    }

    /** What a person holds on a day, canonical codes. */
    List<String> held(String personId, LocalDate day) {
        return held.getOrDefault(personId, List.of()).stream()
                .filter(one -> !day.isBefore(one.validFrom()))
                .filter(one -> {
                    LocalDate end = one.validTo();
                    return end == null || !day.isAfter(end);
                })
                .map(HeldExemption::code)
                .toList();
    }

    /** Cents of the co-payment of a prescription that is delivered on a day. */
    long coPayment(Prescription prescription, LocalDate delivery) {
        String code = prescription.exemptionCode();
        boolean active = code != null
                && held(prescription.personId(), prescription.issuedOn()).contains(catalogue.canonical(code));
        Coverage coverage = active && code != null ? catalogue.coverage(code) : Coverage.NONE;
        List<ServiceItem> items = prescription.rows().stream()
                .map(row -> item(row, prescription.accessType(), delivery))
                .toList();
        return CoPayment.of(items, coverage, parameters, delivery).total().cents();
    }

    private ServiceItem item(Row row, @Nullable String accessType, LocalDate day) {
        Nomenclature.Service service = nomenclature.of(row.serviceCode());
        return new ServiceItem(
                service.code(),
                service.catalogueCode(),
                service.description(),
                row.quantity(),
                service.branch(),
                Money.ofCents(service.cents(day)),
                accessType == null ? null : accessType.equals("1") ? AccessType.FIRST : AccessType.OTHER,
                ServiceKind.valueOf(service.kind()));
    }

    /** The co-payment of a prescription as a due; null when nothing is owed. */
    @Nullable
    Due owe(Prescription prescription, LocalDate delivery, String state) {
        long cents = coPayment(prescription, delivery);
        if (cents == 0) {
            return null;
        }
        String first =
                nomenclature.of(prescription.rows().getFirst().serviceCode()).description();
        String more = prescription.rows().size() > 1
                ? " e altre " + (prescription.rows().size() - 1)
                : "";
        return add(new Due(
                nextDue(),
                prescription.personId(),
                "SPECIALIST_COPAYMENT",
                SSN,
                cents,
                first + more,
                delivery,
                prescription,
                null,
                state,
                prescription.rows()));
    }

    /** Any other amount. */
    Due charge(Citizen person, String kind, long cents, String description, LocalDate day) {
        return add(new Due(nextDue(), person.id(), kind, SSN, cents, description, day, null, null, "OPEN", List.of()));
    }

    /** The price of a service in private practice. */
    Due chargePrivate(Citizen person, long cents, String description, LocalDate day, String state) {
        return add(new Due(
                nextDue(),
                person.id(),
                PRIVATE_PRACTICE,
                PRIVATE_PRACTICE,
                cents,
                description,
                day,
                null,
                null,
                state,
                List.of()));
    }

    /** As {@link #charge}, with a pagoPA notice. */
    Due chargeWithNotice(Citizen person, String kind, long cents, String description, LocalDate day) {
        return add(new Due(
                nextDue(), person.id(), kind, SSN, cents, description, day, null, nextNotice(), "OPEN", List.of()));
    }

    private Due add(Due made) {
        dues.add(made);
        return made;
    }

    private String nextDue() {
        return String.format(Locale.ROOT, "DU%06d", dues.size() + 1);
    }

    /** Auxiliary digit 3, segregation 05, thirteen digits, remainder by 93. */
    private String nextNotice() {
        String digits = "305" + String.format(Locale.ROOT, "%013d", 2_600_000_000_000L + dues.size() * 37L);
        return digits + String.format(Locale.ROOT, "%02d", Long.parseLong(digits) % NOTICE_MODULUS);
    }
}
