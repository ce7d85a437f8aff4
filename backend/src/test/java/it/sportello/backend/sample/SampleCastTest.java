package it.sportello.backend.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.backend.sample.SampleCast.Persona;
import it.sportello.backend.sample.SampleCast.PersonaDue;
import it.sportello.domain.identity.CodiceFiscale;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SampleCastTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private final SampleCast cast = SampleAuthority.generate(11, TODAY).cast();

    private Persona only(CastRole role) {
        assertEquals(1, cast.of(role).size());
        return cast.of(role).getFirst();
    }

    private static List<Long> cents(Persona persona) {
        return persona.dues().stream().map(PersonaDue::amountCents).toList();
    }

    @Test
    void survivesItsFile(@TempDir Path folder) throws IOException {
        cast.writeTo(folder);
        assertEquals(cast, SampleCast.read(folder));
    }

    @Test
    void everyRoleIsPlayed() {
        for (CastRole role : CastRole.values()) {
            assertEquals(role.people(), cast.of(role).size(), role.name());
        }
        assertEquals(16, cast.desks().size());
        assertTrue(cast.desks().stream().allMatch(desk -> desk.enrolmentCode().contains(desk.id())));
    }

    @Test
    void theHomocodeSharesTheBasicCodeOfTheTwin() {
        CodiceFiscale homocode = new CodiceFiscale(only(CastRole.HOMOCODE).code());
        assertTrue(homocode.isOmocode());
        assertEquals(only(CastRole.HOMOCODE_TWIN).code(), homocode.basic().value());
    }

    @Test
    void amountsAreThoseOfTheCases() {
        assertEquals(List.of(3615L), cents(only(CastRole.EXEMPT_DISEASE)));
        assertEquals(List.of(3615L), cents(only(CastRole.NON_EXEMPT_OVER_CAP)));
        assertEquals(List.of(3615L), cents(only(CastRole.LABORATORY)));
        assertEquals(2, cents(only(CastRole.TWO_PRESCRIPTIONS)).size());
        assertEquals(List.of(12_000L), cents(only(CastRole.STAMP_DUTY_PRIVATE)));
        assertEquals(List.of(1_743L), cents(only(CastRole.ROUNDING_CENTS)));
        assertTrue(only(CastRole.EXEMPT_INCOME).dues().isEmpty());
        assertTrue(only(CastRole.MANY_DUES).dues().stream()
                        .map(PersonaDue::kind)
                        .distinct()
                        .count()
                >= 6);
        cast.of(CastRole.ORDINARY).forEach(one -> assertEquals(1, one.dues().size()));
    }

    @Test
    void candidatesForAnExemptionHaveTheDuesThatTellTheRuleApart() {
        List<Optional<String>> codes = only(CastRole.DISEASE_CANDIDATE).dues().stream()
                .map(PersonaDue::exemptionCode)
                .toList();
        assertEquals(List.of(Optional.of("013"), Optional.<String>empty()), codes);
        assertEquals(
                Optional.of("7R2"),
                only(CastRole.INCOME_CANDIDATE).dues().getFirst().exemptionCode());
    }

    @Test
    void appointmentsOfTodayAreOneForEachSite() {
        assertEquals(
                8,
                cast.of(CastRole.BOOKED_TODAY).stream()
                        .flatMap(one -> one.bookings().stream())
                        .filter(one -> one.startsAt().toLocalDate().equals(TODAY))
                        .map(SampleCast.PersonaBooking::siteId)
                        .collect(Collectors.toSet())
                        .size());
    }

    @Test
    void bookablePrescriptionsCanBeScannedInTwoParts() {
        List<Persona> bookable = cast.personas().stream()
                .filter(one -> one.role().startsWith("BOOKABLE") || one.role().equals("COMPLEX_AGENDA"))
                .toList();
        assertFalse(bookable.isEmpty());
        bookable.forEach(one -> {
            SampleCast.PersonaPrescription prescription = one.prescriptions().getFirst();
            assertEquals(3, prescription.state());
            assertEquals(prescription.number(), prescription.firstPart() + prescription.secondPart());
            assertEquals(10, prescription.secondPart().length());
        });
    }

    @Test
    void namesAreHiddenInLogs() {
        Persona persona = only(CastRole.LONG_NAME);
        assertFalse(persona.toString().contains(persona.surname()));
    }
}
