package it.sportello.backend.sample;

import it.sportello.backend.sample.Offer.Slot;
import it.sportello.backend.sample.Orders.Prescription;
import it.sportello.backend.sample.Registry.Citizen;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gives every role of the cast its case, before chance fills the rest. */
final class CastMaker {
    private static final int[] ORDINARY_CENTS = {3615, 2500, 1790, 2240, 3150, 4310, 2065, 1545};

    private final OrderBook book;
    private final ExemptionMaker exemptions;
    private final BookingMaker bookings;
    private final List<Slot> slots;
    private final LocalDate today;
    private final Set<String> sitesTaken = new HashSet<>();

    CastMaker(OrderBook book, ExemptionMaker exemptions, BookingMaker bookings, List<Slot> slots) {
        this.book = book;
        this.exemptions = exemptions;
        this.bookings = bookings;
        this.slots = slots;
        this.today = book.today();
    }

    void make(Map<CastRole, List<Citizen>> cast) {
        CastPlaces places = new CastPlaces(bookings, slots, List.of("S03", "S04"));
        places.keep("89.7B.7");
        places.keep("88.76.1");
        places.keep("95.02");
        places.keep("89.13");
        places.keep("89.7A.3", "89.52");
        places.keepPairs("89.52", "88.72.2");
        cast.forEach((role, people) -> {
            for (int i = 0; i < people.size(); i++) {
                booking(role, people.get(i), i);
                money(role, people.get(i), i);
                exemption(role, people.get(i));
                prescription(role, people.get(i));
            }
        });
    }

    private void booking(CastRole role, Citizen person, int index) {
        switch (role) {
            case BOOKABLE_U -> book.prescribe(person).rows("89.7A.3").first("U").add();
            case BOOKABLE_B -> book.prescribe(person).rows("89.7B.7").first("B").add();
            case BOOKABLE_D ->
                book.prescribe(person)
                        .rows(index == 0 ? "95.02" : "88.76.1")
                        .first("D")
                        .add();
            case BOOKABLE_P -> book.prescribe(person).rows("89.13").first("P").add();
            case COMPLEX_AGENDA ->
                book.prescribe(person)
                        .rows("89.7A.3", "89.52")
                        .first(index == 0 ? "D" : "P")
                        .add();
            case LINKED_SERVICES ->
                book.prescribe(person)
                        .rows("89.52", "88.72.2")
                        .first(index == 0 ? "P" : "D")
                        .add();
            case BOOKED_TODAY -> appointmentToday(person);
            default -> {}
        }
    }

    private void money(CastRole role, Citizen person, int index) {
        switch (role) {
            case NON_EXEMPT_OVER_CAP -> owe(person, null, "88.91.2");
            case TWO_PRESCRIPTIONS -> {
                owe(person, null, "89.7A.7");
                owe(person, null, "88.71.4");
            }
            case STAMP_DUTY_PRIVATE ->
                book.chargePrivate(person, 12_000, "Prima visita cardiologica, Dott. Alvise Trevisol", today, "OPEN");
            case ROUNDING_CENTS -> book.charge(person, "MEDICAL_RECORD", 1743, "Copia di cartella clinica", today);
            case LABORATORY ->
                owe(
                        person, null, "91.49.2", "90.62.2", "90.44.5", "90.35.5", "90.55.1", "90.13.5", "90.22.3",
                        "90.42.1");
            case PROVISIONAL, STP, ENI, ABROAD, LONG_NAME, OVER_100, MINOR, HOMONYM, HOMOCODE ->
                owe(person, null, "89.7B.8");
            case MANY_DUES -> manyDues(person);
            case ORDINARY -> ordinary(person, index);
            default -> {}
        }
    }

    private void ordinary(Citizen person, int index) {
        switch (index % 3) {
            case 0 -> owe(person, null, index % 2 == 0 ? "89.7A.7" : "88.71.4");
            case 1 -> owe(person, null, "88.76.1");
            default ->
                book.charge(
                        person,
                        "EMERGENCY_ROOM",
                        ORDINARY_CENTS[index % ORDINARY_CENTS.length],
                        "Pronto soccorso, codice bianco",
                        today.minusDays(index));
        }
    }

    private void manyDues(Citizen person) {
        owe(person, null, "88.72.2");
        book.charge(person, "EMERGENCY_ROOM", 2500, "Pronto soccorso, codice bianco", today.minusDays(9));
        book.charge(person, "PAYING_PATIENT", 9500, "Prestazione a pagamento", today.minusDays(3));
        book.charge(person, "PAID_ROOM", 13_200, "Camera a pagamento, un giorno", today.minusDays(12));
        book.charge(person, "MEDICAL_RECORD", 1549, "Copia di cartella clinica", today.minusDays(5));
        book.charge(person, "PENALTY", 4390, "Mancata disdetta", today.minusDays(40));
        book.charge(person, "UNCOLLECTED_REPORT", 2065, "Referto non ritirato", today.minusDays(60));
        book.charge(person, "MUSEUM", 300, "Visita al museo dell'ospedale", today);
    }

    private void exemption(CastRole role, Citizen person) {
        LocalDate lastYear = today.minusMonths(8);
        switch (role) {
            case EXEMPT_INCOME -> {
                exemptions.hold(person, "E01", exemptions.yearStart(), exemptions.yearEnd());
                Slot slot = freeToday("S03");
                List<String> services =
                        List.of(bookings.activity(slot).services().getFirst());
                Prescription prescription = book.prescribe(person)
                        .rows(services)
                        .first("D")
                        .exemption("7R2")
                        .issued(today.minusDays(12))
                        .state(5, PrescriptionDraft.HERE)
                        .add();
                bookings.book(slot, person, services, prescription, today.minusDays(11), "BOOKED", "OPEN");
                book.prescribe(person)
                        .rows("89.7B.8")
                        .first("P")
                        .exemption("7R2")
                        .add();
            }
            case EXEMPT_DISEASE -> {
                exemptions.hold(person, "013", today.minusYears(4), null);
                owe(person, "013", "90.28.1", "90.44.5", "90.35.5", "90.55.1", "91.49.2");
                book.prescribe(person)
                        .rows("89.01.8")
                        .control()
                        .exemption("013")
                        .add();
            }
            case OVERLAP_EXEMPTION -> {
                exemptions.hold(person, "031", lastYear, null);
                exemptions.hold(person, "E01", exemptions.yearStart(), exemptions.yearEnd());
            }
            case DISEASE_CANDIDATE -> {
                owe(person, "013", "90.28.1", "90.27.1", "90.16.3", "90.33.4", "91.49.2");
                owe(person, null, "89.7B.8");
            }
            case DISEASE_CANDIDATE_EARLIER -> oweIssued(person, "013", today.minusDays(21), "90.28.1", "90.16.3");
            case INCOME_CANDIDATE -> owe(person, "7R2", "89.7A.6");
            default -> {}
        }
    }

    private void prescription(CastRole role, Citizen person) {
        LocalDate lately = today.minusDays(25);
        switch (role) {
            case USED_PRESCRIPTION ->
                book.prescribe(person)
                        .rows("89.7A.7")
                        .first("B")
                        .issued(lately)
                        .state(8, PrescriptionDraft.HERE)
                        .add();
            case TAKEN_ELSEWHERE ->
                book.prescribe(person)
                        .rows("88.91.1")
                        .first("D")
                        .issued(lately)
                        .state(5, PrescriptionDraft.ELSEWHERE)
                        .add();
            case DEAD_PRESCRIPTIONS -> {
                book.prescribe(person)
                        .rows("95.02")
                        .first("P")
                        .issued(today.minusDays(200))
                        .state(10, null)
                        .add();
                book.prescribe(person)
                        .rows("89.13")
                        .first("D")
                        .issued(lately)
                        .state(4, null)
                        .add();
                book.prescribe(person)
                        .rows("89.13")
                        .first("D")
                        .issued(lately)
                        .state(6, PrescriptionDraft.ELSEWHERE)
                        .add();
                book.prescribe(person)
                        .rows("89.7B.9")
                        .first("D")
                        .issued(lately)
                        .state(9, PrescriptionDraft.ELSEWHERE)
                        .add();
            }
            case PAPER ->
                book.prescribe(person)
                        .support("PAPER")
                        .rows("89.7C.2")
                        .first("D")
                        .add();
            case WHITE ->
                book.prescribe(person).support("WHITE").rows("89.7A.7").add();
            default -> {}
        }
    }

    /** The prescription was issued today and is delivered today, without an appointment of its own. */
    private void owe(Citizen person, @Nullable String exemption, String... services) {
        oweIssued(person, exemption, today, services);
    }

    private void oweIssued(Citizen person, @Nullable String exemption, LocalDate issued, String... services) {
        boolean laboratory = book.nomenclature().of(services[0]).kind().equals("LABORATORY");
        Prescription prescription = book.prescribe(person)
                .rows(services)
                .first(laboratory ? null : "D")
                .exemption(exemption)
                .issued(issued)
                .state(5, PrescriptionDraft.HERE)
                .add();
        Objects.requireNonNull(book.owe(prescription, today, "OPEN"), "a due of the cast");
    }

    /** At the next site that nobody of the cast has yet. */
    private void appointmentToday(Citizen person) {
        Slot slot = slots.stream()
                .filter(one -> one.startsAt().toLocalDate().equals(today) && bookings.taken(one) < one.capacity())
                .filter(one -> bookings.agenda(one).regime().equals(OrderBook.SSN))
                .filter(one -> !bookings.agenda(one).siteId().equals("S09"))
                .filter(one -> !sitesTaken.contains(bookings.agenda(one).siteId()))
                .filter(one -> one.reservedClass() == null && one.startsAt().getHour() >= 9)
                .filter(one -> fits(one, person))
                .findFirst()
                .orElseThrow();
        sitesTaken.add(bookings.agenda(slot).siteId());
        List<String> services = List.of(service(slot, person));
        Prescription prescription = book.prescribe(person)
                .rows(services)
                .first(book.nomenclature().of(services.getFirst()).kind().equals("LABORATORY") ? null : "D")
                .issued(today.minusDays(16))
                .state(5, PrescriptionDraft.HERE)
                .add();
        bookings.book(slot, person, services, prescription, today.minusDays(14), "BOOKED", "OPEN");
    }

    private boolean fits(Slot slot, Citizen person) {
        return !service(slot, person).isEmpty();
    }

    private String service(Slot slot, Citizen person) {
        return bookings.activity(slot).services().stream()
                .filter(code -> book.nomenclature().of(code).onlySex() == null
                        || person.sex().equals(book.nomenclature().of(code).onlySex()))
                .findFirst()
                .orElse("");
    }

    private Slot freeToday(String siteId) {
        return slots.stream()
                .filter(one -> one.startsAt().toLocalDate().equals(today) && bookings.taken(one) < one.capacity())
                .filter(one -> bookings.agenda(one).siteId().equals(siteId))
                .filter(one -> one.reservedClass() == null)
                .filter(one -> bookings.activity(one).kind().equals("first"))
                .findFirst()
                .orElseThrow();
    }
}
