package it.sportello.backend.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.backend.sample.Orders.Prescription;
import it.sportello.backend.sample.Registry.Citizen;
import it.sportello.backend.sample.Registry.Doctor;
import it.sportello.domain.exemption.ExemptionCatalogue;
import it.sportello.domain.identity.CardNumber;
import it.sportello.domain.identity.CodeReading;
import it.sportello.domain.identity.CodiceFiscale;
import it.sportello.domain.identity.PaperNumber;
import it.sportello.domain.identity.PersonCode;
import it.sportello.domain.identity.PersonData;
import it.sportello.domain.identity.Places;
import it.sportello.domain.identity.PrescriptionNumber;
import it.sportello.domain.identity.Sex;
import it.sportello.domain.till.DueKind;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SampleAuthorityTest {
    /** A Sunday: everything is closed but for the extraordinary openings. */
    private static final LocalDate SUNDAY = LocalDate.of(2026, 11, 22);

    private static final long SEED = 7;

    private final SampleAuthority sample = SampleAuthority.generate(SEED, SUNDAY);

    private List<Citizen> citizens() {
        return sample.registry().citizens();
    }

    @Test
    void sameSeedAndDayGiveTheSameAuthority() {
        String digest = sample.digest();
        assertEquals(digest, SampleAuthority.generate(SEED, SUNDAY).digest());
        assertNotEquals(digest, SampleAuthority.generate(SEED + 1, SUNDAY).digest());
        assertNotEquals(
                digest, SampleAuthority.generate(SEED, SUNDAY.plusDays(1)).digest());
    }

    @Test
    void isAsLargeAsPromised() {
        Organisation organisation = sample.organisation();
        assertEquals(4, organisation.districts().size());
        assertTrue(organisation.sites().size() >= 8);
        assertEquals(16, organisation.desks().size());
        assertEquals(30, organisation.operators().size());
        assertEquals(25_000, citizens().size());
        assertEquals(80, sample.registry().doctors().size());
        assertEquals(60, sample.offer().agendas().size());
        assertTrue(sample.nomenclature().all().size() >= 200);
        Set<LocalDate> days = sample.offer().slots().stream()
                .map(slot -> slot.startsAt().toLocalDate())
                .collect(Collectors.toSet());
        assertTrue(days.stream().anyMatch(day -> day.isAfter(SUNDAY.plusDays(175))));
    }

    @Test
    void everyRoleOfTheDesksIsThere() {
        Set<String> roles = sample.organisation().operators().stream()
                .flatMap(operator -> operator.roles().stream())
                .collect(Collectors.toSet());
        assertEquals(Set.of("CASHIER", "CUP", "AUR", "SUPERVISOR", "CASH_RESPONSIBLE", "AUDITOR"), roles);
        assertTrue(sample.organisation().operators().stream()
                .map(Organisation.Operator::userName)
                .toList()
                .containsAll(List.of("cassa1", "cup1", "multi1", "supervisore1", "respcassa1", "auditor1")));
    }

    @Test
    void everyCodeOfAPersonIsRightByTheRules() {
        Places places = Places.shipped();
        Set<String> seen = new HashSet<>();
        for (Citizen citizen : citizens()) {
            CodeReading reading = PersonCode.classify(citizen.code(), places, SUNDAY);
            CodeReading.Accepted accepted = assertInstanceOf(CodeReading.Accepted.class, reading, citizen.id());
            assertEquals(citizen.code(), accepted.code().value());
            assertTrue(seen.add(citizen.code()), "a code twice");
            if (accepted.code() instanceof CodiceFiscale code) {
                assertEquals(Set.of(), code.coherence(data(citizen)), citizen.id());
                assertTrue(
                        accepted.warnings().isEmpty() || citizen.ageOn(SUNDAY) >= 100,
                        () -> citizen.id() + " " + accepted.warnings());
            }
        }
    }

    private static PersonData data(Citizen citizen) {
        return new PersonData(
                citizen.surname(),
                citizen.names(),
                citizen.birthDate(),
                Sex.valueOf(citizen.sex()),
                citizen.birthPlaceCode());
    }

    @Test
    void allKindsOfCodesAndOfPeopleArePresent() {
        assertTrue(count(Citizen::codeKind, "PROVISIONAL") >= 30);
        assertTrue(count(Citizen::codeKind, "STP") >= 20);
        assertTrue(count(Citizen::codeKind, "ENI") >= 20);
        assertTrue(citizens().stream()
                        .filter(one -> one.birthPlaceCode().startsWith("Z"))
                        .count()
                > 1_500);
        assertTrue(citizens().stream().filter(one -> one.ageOn(SUNDAY) >= 100).count() >= 8);
        assertTrue(citizens().stream()
                        .filter(one -> one.birthDate().isAfter(SUNDAY.minusDays(31)))
                        .count()
                >= 40);
        assertTrue(citizens().stream().filter(one -> one.ageOn(SUNDAY) < 18).count() > 2_000);
        assertTrue(citizens().stream().anyMatch(one -> !one.missing().isEmpty()));
        assertTrue(citizens().stream().anyMatch(one -> one.surname().contains("'")));
        assertTrue(citizens().stream().anyMatch(one -> one.names().contains("Ò")));
        assertTrue(citizens().stream()
                .filter(one -> !one.codeKind().equals("CODICE_FISCALE"))
                .allMatch(one -> one.assistanceUntil() != null));
    }

    private long count(Function<Citizen, String> of, String value) {
        return citizens().stream().filter(one -> of.apply(one).equals(value)).count();
    }

    @Test
    void homocodesComeInCouplesThatShareTheBasicCode() {
        Set<String> all = citizens().stream().map(Citizen::code).collect(Collectors.toSet());
        List<CodiceFiscale> homocodes = citizens().stream()
                .filter(one -> one.codeKind().equals("CODICE_FISCALE"))
                .map(one -> new CodiceFiscale(one.code()))
                .filter(CodiceFiscale::isOmocode)
                .toList();
        assertTrue(homocodes.size() >= 8);
        homocodes.forEach(code -> assertTrue(all.contains(code.basic().value())));
    }

    @Test
    void homonymsOfTheSameYearExist() {
        Map<String, Integer> byName = new HashMap<>();
        citizens()
                .forEach(one -> byName.merge(
                        one.surname() + "|" + one.names() + "|"
                                + one.birthDate().getYear(),
                        1,
                        Integer::sum));
        assertTrue(byName.values().stream().filter(times -> times > 1).count() >= 12);
    }

    @Test
    void cardsAndTheirChipsCarryRightNumbers() {
        Set<String> seen = new HashSet<>();
        for (Citizen citizen : citizens()) {
            String card = citizen.cardNumber();
            String chip = citizen.chipNumber();
            if (card != null && chip != null) {
                assertTrue(seen.add(card));
                assertEquals("050", present(CardNumber.parse(card)).region());
                assertEquals(card, present(CardNumber.ofChip(chip)).value());
            }
        }
        assertTrue(seen.size() > 20_000);
    }

    private static <T> T present(@Nullable T value) {
        assertNotNull(value);
        return Objects.requireNonNull(value);
    }

    @Test
    void listsOfDoctorsAreNearAndAtTheCeiling() {
        List<Doctor> doctors = sample.registry().doctors();
        Map<String, Long> chosen = citizens().stream()
                .filter(one -> one.doctorId() != null)
                .collect(Collectors.groupingBy(
                        one -> Objects.requireNonNullElse(one.doctorId(), ""), Collectors.counting()));
        assertTrue(
                doctors.stream().filter(one -> one.enrolled() == one.ceiling()).count() >= 8);
        assertTrue(doctors.stream()
                        .filter(one -> one.enrolled() < one.ceiling() && one.enrolled() >= one.ceiling() - 20)
                        .count()
                >= 15);
        doctors.forEach(one -> assertTrue(one.enrolled() >= chosen.getOrDefault(one.id(), 0L)));
    }

    @Test
    void prescriptionsOfEveryStateHaveRightNumbers() {
        Set<String> seen = new HashSet<>();
        Set<Integer> states = new HashSet<>();
        Set<String> classes = new HashSet<>();
        for (Prescription prescription : sample.orders().prescriptions()) {
            assertTrue(seen.add(prescription.number()));
            states.add(prescription.state());
            PrescriptionNumber number = present(PrescriptionNumber.parse(prescription.number()));
            assertEquals("050", number.region());
            assertEquals(prescription.support().equals("PAPER"), number instanceof PaperNumber);
            Set<String> branches = prescription.rows().stream()
                    .map(row -> sample.nomenclature().of(row.serviceCode()).branch())
                    .collect(Collectors.toSet());
            assertEquals(1, branches.size(), "branches of one prescription");
            assertTrue(prescription.rows().size() <= 8);
            if (prescription.state() == 3) {
                classes.add(String.valueOf(prescription.priorityClass()));
            }
        }
        assertEquals(Set.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10), states);
        assertTrue(classes.containsAll(List.of("U", "B", "D", "P")));
    }

    @Test
    void openDuesAreOfManyKindsAndOfBothRegimes() {
        Set<String> kinds = new HashSet<>();
        Set<String> regimes = new HashSet<>();
        for (Orders.Due due : sample.orders().dues()) {
            assertTrue(
                    Arrays.stream(DueKind.values()).anyMatch(kind -> kind.name().equals(due.kind())));
            assertTrue(due.amountCents() > 0);
            if (due.state().equals("OPEN")) {
                kinds.add(due.kind());
                regimes.add(due.regime());
            }
            if (due.kind().equals("SPECIALIST_COPAYMENT")) {
                assertTrue(due.amountCents() <= 3615, "cap of the co-payment");
            }
        }
        assertTrue(kinds.size() >= 6, kinds::toString);
        assertEquals(Set.of("SSN", "PRIVATE_PRACTICE"), regimes);
    }

    @Test
    void exemptionsAreOfTheCatalogue() {
        ExemptionCatalogue catalogue = ExemptionCatalogue.shipped();
        Set<String> codes = new HashSet<>();
        for (Orders.HeldExemption held : sample.orders().exemptions()) {
            codes.add(held.code());
            assertEquals(held.code(), catalogue.canonical(held.code()));
            LocalDate end = held.validTo();
            assertTrue(end == null || !end.isBefore(held.validFrom()));
        }
        assertTrue(codes.containsAll(List.of("E01", "E02", "E03", "E04", "013", "031", "C01", "C03")), codes::toString);
    }

    @Test
    void linkedServicesOfTheExemptionsAreMostlyInTheList() {
        assertFalse(ExemptionCatalogue.shipped().servicesOf("013").isEmpty());
        assertTrue(ExemptionCatalogue.shipped().servicesOf("013").stream()
                        .filter(code -> sample.nomenclature().has(code))
                        .count()
                >= 15);
    }
}
