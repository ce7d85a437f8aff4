package it.sportello.domain.exemption;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.domain.exemption.ExemptionFinding.Code;
import it.sportello.domain.parameter.ParameterScope;
import it.sportello.domain.parameter.Parameters;
import it.sportello.domain.prescription.CoverageReason;
import it.sportello.domain.prescription.ExemptionStanding;
import it.sportello.domain.prescription.ExemptionStanding.Status;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExemptionChecksTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final LocalDate ADULT = LocalDate.of(1980, 1, 1);
    private static final ExemptionCatalogue CATALOGUE = ExemptionCatalogue.shipped();
    private static final Parameters VENETO = Parameters.shipped().within(ParameterScope.ofAuthority("050503"));
    private final ExemptionChecks checks = new ExemptionChecks(CATALOGUE, VENETO);

    private static Exemption exemption(String code, String from, @Nullable String to) {
        return new Exemption(
                code,
                "p-1",
                LocalDate.parse(from),
                to == null ? null : LocalDate.parse(to),
                ExemptionOrigin.OTHER,
                "certificate");
    }

    private List<Code> judge(Exemption wanted, LocalDate born, Exemption... held) {
        return checks.judge(wanted, List.of(held), born, TODAY).findings().stream()
                .map(ExemptionFinding::code)
                .toList();
    }

    @Test
    void acceptsADiseaseWithoutEndAndWritesTheCanonicalCode() {
        ExemptionDecision decision = checks.judge(exemption("013.250", "2026-11-22", null), List.of(), ADULT, TODAY);
        ExemptionDecision.Accepted accepted = assertInstanceOf(ExemptionDecision.Accepted.class, decision);
        assertEquals("013", accepted.exemption().code());
        assertEquals(List.of(), accepted.findings());
    }

    @ParameterizedTest
    @CsvSource({
        "ZZZ,2026-11-22,,UNKNOWN_CODE",
        "P13,2026-11-22,,CLOSED_CODE",
        "004,2026-11-22,,CLOSED_CODE",
        "3C1,2026-11-22,2027-11-22,CLOSED_CODE",
        "M12,2026-11-22,2027-11-22,NOT_REGISTRABLE",
        "FA2,2026-11-22,2026-12-31,OTHER_REGION",
        "013,2026-11-22,2026-11-21,ENDS_BEFORE_BEGIN",
        "013,1979-12-31,,BEFORE_BIRTH",
        "E02,2026-11-22,2027-04-01,END_TOO_LATE",
        "E02,2026-11-22,,END_MISSING",
        "L04,2026-11-22,,END_MISSING",
        "E01,2026-11-22,2027-03-31,AGE_OUTSIDE",
        "C04,2026-11-22,1997-12-31,AGE_OUTSIDE"
    })
    void refuses(String code, String from, String to, Code reason) {
        ExemptionDecision decision = checks.judge(exemption(code, from, to), List.of(), ADULT, TODAY);
        ExemptionDecision.Refused refused = assertInstanceOf(ExemptionDecision.Refused.class, decision);
        assertTrue(
                refused.findings().stream().map(ExemptionFinding::code).toList().contains(reason),
                () -> refused.findings().toString());
    }

    @Test
    @Tag("R-MUL-4")
    void aPeriodHeldAlreadyIsRefusedALongerOneIsJoined() {
        Exemption held = exemption("E02", "2026-04-02", "2026-12-31");
        assertEquals(
                List.of(Code.ALREADY_HELD, Code.ENDS_WITH_JOB),
                judge(exemption("E02", "2026-05-01", "2026-12-31"), ADULT, held));
        ExemptionDecision decision =
                checks.judge(exemption("7R3", "2026-11-22", "2027-03-31"), List.of(held), ADULT, TODAY);
        ExemptionDecision.Joined joined = assertInstanceOf(ExemptionDecision.Joined.class, decision);
        assertEquals(LocalDate.of(2026, 4, 2), joined.exemption().validFrom());
        assertEquals(LocalDate.of(2027, 3, 31), joined.exemption().validTo());
        assertEquals(List.of(held), joined.replaced());
        assertTrue(joined.findings().stream().anyMatch(finding -> finding.code() == Code.CODE_REPLACED));
        assertEquals(List.of(), judge(exemption("013", "2026-11-22", null), ADULT, held));
        assertEquals(List.of(Code.ENDS_WITH_JOB), judge(exemption("E02", "2027-01-01", "2027-03-31"), ADULT, held));
    }

    @Test
    void joiningWithAnOpenOneStaysOpen() {
        Exemption held = exemption("013", "2026-01-01", null);
        ExemptionDecision decision =
                checks.judge(exemption("013", "2025-01-01", "2026-06-30"), List.of(held), ADULT, TODAY);
        ExemptionDecision.Joined joined = assertInstanceOf(ExemptionDecision.Joined.class, decision);
        assertEquals(exemption("013", "2025-01-01", null), joined.exemption());
    }

    @Test
    void codesThatLookAlikeAreWarnedAbout() {
        assertEquals(
                List.of(Code.SIMILAR_CODE, Code.NO_REVIEW_DATE), judge(exemption("C02", "2026-11-22", null), ADULT));
        assertEquals(List.of(Code.SIMILAR_CODE), judge(exemption("0C02", "2026-11-22", null), ADULT));
        assertEquals(List.of(), judge(exemption("031", "2026-11-22", null), ADULT));
    }

    @ParameterizedTest
    @CsvSource({"2020-11-23,true", "2020-11-22,false", "1961-11-23,false", "1961-11-22,true", "1940-01-01,true"})
    void ageOfTheIncomeExemption(LocalDate born, boolean fits) {
        ExemptionCode e01 = CATALOGUE.find("E01");
        ValidityProposal proposal =
                ValidityProposal.of(e01 == null ? CATALOGUE.all().iterator().next() : e01, TODAY, born, VENETO);
        Exemption wanted = exemption("E01", "2026-11-22", String.valueOf(proposal.to()));
        assertEquals(fits ? List.of() : List.of(Code.AGE_OUTSIDE), judge(wanted, born));
    }

    @Test
    void dependantsOfAPensionerMayBeYoung() {
        ExemptionDecision decision =
                checks.judge(exemption("E04", "2026-11-22", "2027-03-31"), List.of(), ADULT, TODAY);
        ExemptionDecision.Accepted accepted = assertInstanceOf(ExemptionDecision.Accepted.class, decision);
        assertEquals(Code.AGE_OUTSIDE, accepted.findings().getFirst().code());
    }

    @ParameterizedTest
    @CsvSource({
        "013,1980-01-01,2026-11-22,,false",
        "E02,1980-01-01,2026-11-22,2027-03-31,false",
        "E02,1980-01-01,2026-03-31,2026-03-31,false",
        "E02,1980-01-01,2026-04-01,2027-03-31,false",
        "E01,2020-12-24,2026-11-22,2026-12-23,false",
        "E01,2022-12-24,2026-11-22,2027-03-31,false",
        "E01,1950-12-24,2026-11-22,2027-03-31,false",
        "C04,2012-06-15,2026-11-22,2030-06-14,false",
        "C04,2012-02-29,2026-11-22,2030-02-28,false",
        "040,2026-05-10,2026-11-22,2029-05-09,false",
        "048,1980-01-01,2026-11-22,2031-11-21,false",
        "C01,1980-01-01,2026-11-22,,true",
        "L04,1980-01-01,2026-11-22,,true"
    })
    void proposesThePeriod(String code, LocalDate born, LocalDate from, @Nullable LocalDate to, boolean stated) {
        ExemptionCode entry = CATALOGUE.find(code);
        assertTrue(entry != null);
        if (entry != null) {
            assertEquals(new ValidityProposal(from, to, stated), ValidityProposal.of(entry, from, born, VENETO));
        }
    }

    @Test
    void aRevocationIntoThePastMayNeedARecoveryFile() {
        Exemption held = exemption("E02", "2026-04-02", "2027-03-31");
        assertEquals(List.of(), checks.judgeRevocation(held, TODAY, List.of(TODAY)));
        List<ExemptionFinding> findings = checks.judgeRevocation(
                held,
                LocalDate.of(2026, 8, 31),
                List.of(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 9, 1), LocalDate.of(2026, 8, 31)));
        assertEquals(List.of(ExemptionFinding.warn(Code.RECOVERY_FILE_NEEDED, 2, LocalDate.of(2026, 9, 1))), findings);
        assertEquals(
                Code.REVOKED_BEFORE_BEGIN,
                checks.judgeRevocation(held, LocalDate.of(2026, 1, 1), List.of())
                        .getFirst()
                        .code());
    }

    @ParameterizedTest
    @CsvSource({
        // Income looks at the delivery, a disease at the prescription.
        "E02,2026-03-01,2026-11-30,E02,ACTIVE",
        "7R3,2026-03-01,2026-11-30,E02,ACTIVE",
        "E02,2026-11-01,2027-04-15,E02,NOT_ACTIVE",
        "013,2026-11-01,2026-11-30,E02,NOT_ACTIVE",
        "013,2026-11-01,2026-11-30,013,ACTIVE",
        "013,2026-03-01,2026-11-30,013,NOT_ACTIVE",
        "C02,2026-11-01,2026-11-30,0C02,NOT_ACTIVE",
        "3C1,2026-11-01,2026-11-30,C01,ACTIVE",
        "3C1,2026-11-01,2026-11-30,013,CLOSED_CODE",
        "P13,2026-11-01,2026-11-30,013,CLOSED_CODE",
        "ZZZ,2026-11-01,2026-11-30,013,UNKNOWN_CODE",
        "M20,2026-11-01,2026-11-30,013,ON_PRESCRIPTION"
    })
    void standing(String carried, LocalDate issued, LocalDate delivery, String held, Status expected) {
        ExemptionStanding standing =
                checks.standing(carried, List.of(exemption(held, "2026-04-02", "2027-03-31")), issued, delivery);
        assertEquals(expected, standing.status());
        boolean exempt =
                standing.coverage().of(ExemptionCatalogueTest.item("90.28.1")).isExempt();
        assertEquals(expected == Status.ACTIVE || expected == Status.ON_PRESCRIPTION, exempt);
    }

    @Test
    void withoutACodeTheActiveOnesAreSuggestedAndNotApplied() {
        ExemptionStanding standing = checks.standing(null, List.of(exemption("013", "2026-04-02", null)), TODAY, TODAY);
        assertEquals(Status.NONE, standing.status());
        assertEquals(List.of("013"), standing.activeCodes());
        assertEquals(CoverageReason.NO_EXEMPTION, standing.coverage().of(ExemptionCatalogueTest.item("90.28.1")));
    }

    @Test
    void doesNotTellTheCode() {
        assertFalse(exemption("020", "2026-01-01", null).toString().contains("020,"));
        assertTrue(exemption("013", "2026-01-01", "2026-01-31").overlaps(exemption("013", "2026-01-31", null)));
        assertFalse(exemption("013", "2026-01-01", "2026-01-30").overlaps(exemption("013", "2026-01-31", null)));
    }
}
