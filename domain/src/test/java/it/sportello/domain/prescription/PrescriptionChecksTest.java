package it.sportello.domain.prescription;

import static it.sportello.domain.prescription.Samples.CODE;
import static it.sportello.domain.prescription.Samples.ISSUED;
import static it.sportello.domain.prescription.Samples.PARAMETERS;
import static it.sportello.domain.prescription.Samples.PERSON;
import static it.sportello.domain.prescription.Samples.TODAY;
import static it.sportello.domain.prescription.Samples.context;
import static it.sportello.domain.prescription.Samples.item;
import static it.sportello.domain.prescription.Samples.plain;
import static it.sportello.domain.prescription.Samples.prescribed;
import static it.sportello.domain.prescription.Samples.status;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.domain.identity.CodiceFiscale;
import it.sportello.domain.identity.PaperNumber;
import it.sportello.domain.identity.PersonCode;
import it.sportello.domain.parameter.ParameterScope;
import it.sportello.domain.prescription.Finding.Level;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrescriptionChecksTest {
    private static final LocalDateTime SINCE = LocalDateTime.of(2026, 11, 20, 10, 30);

    private static List<Finding> run(Prescription prescription) {
        return PrescriptionChecks.run(prescription, context());
    }

    private static CheckContext on(LocalDate today) {
        return new CheckContext(PARAMETERS, today, "US", PERSON, Set.of(), null, null);
    }

    private static Prescription forPerson(PersonCode code) {
        Prescription p = plain();
        return new Prescription(
                p.number(), code, p.issuedOn(), p.rows(), p.priority(), p.exemption(), p.diagnosis(), p.status());
    }

    @Test
    void nothingToSayAboutAGoodOne() {
        assertEquals(List.of(), run(plain()));
    }

    @ParameterizedTest
    @CsvSource({"0,", "169,", "170,EXPIRES_SOON", "180,EXPIRES_SOON", "181,EXPIRED", "-1,DATED_IN_FUTURE"})
    void validity(int days, FindingCode expected) {
        List<Finding> found = PrescriptionChecks.run(plain(), on(ISSUED.plusDays(days)));
        assertEquals(expected == null ? List.of() : List.of(expected), codes(found));
    }

    @Test
    void expiredNamesTheLastValidDate() {
        Finding finding =
                PrescriptionChecks.run(plain(), on(ISSUED.plusDays(181))).getFirst();
        assertEquals(Level.BLOCK, finding.level());
        assertEquals(List.of(LocalDate.of(2027, 5, 1)), finding.args());
    }

    @Test
    void takenElsewhereSaysByWhomAndWhen() {
        Finding finding = run(plain().withStatus(status(PrescriptionState.TAKEN, "080105")))
                .getFirst();
        assertEquals(Finding.block(FindingCode.TAKEN_ELSEWHERE, "080105", SINCE), finding);
        assertEquals(
                List.of(Finding.info(FindingCode.TAKEN_HERE, SINCE)),
                run(plain().withStatus(status(PrescriptionState.TAKEN, "US"))));
        assertEquals(
                List.of(Finding.block(FindingCode.TAKEN_ELSEWHERE, "?", "?")),
                run(plain().withStatus(new PrescriptionStatus(PrescriptionState.TAKEN, null, null))));
    }

    @ParameterizedTest
    @CsvSource({
        "BATCH_REQUESTED,NOT_COMPILED,BLOCK",
        "BATCH_WITH_DOCTOR,NOT_COMPILED,BLOCK",
        "CANCELLED,CANCELLED_BY_PRESCRIBER,BLOCK",
        "SUSPENDED,SUSPENDED,WARN",
        "PARTLY_DELIVERED,TAKEN_ELSEWHERE,BLOCK",
        "DELIVERED,ALREADY_DELIVERED,BLOCK",
        "DELIVERY_ANNULLED,DELIVERY_ANNULLED,WARN",
        "EXPIRED,EXPIRED_CENTRALLY,BLOCK"
    })
    void states(PrescriptionState state, FindingCode code, Level level) {
        Finding finding = run(plain().withStatus(status(state, "080105"))).getFirst();
        assertEquals(code, finding.code());
        assertEquals(level, finding.level());
    }

    @Test
    void paperHasNoLock() {
        Prescription p = plain();
        Prescription paper = new Prescription(
                new PaperNumber("050264001234567"), CODE, ISSUED, p.rows(), p.priority(), null, "x", p.status());
        assertEquals(List.of(FindingCode.PAPER_WITHOUT_LOCK), codes(run(paper)));
    }

    @Test
    void alreadyUsedHere() {
        CheckContext used =
                new CheckContext(PARAMETERS, TODAY, "US", PERSON, Set.of(), new CheckContext.Use("B-17", SINCE), null);
        assertEquals(
                List.of(Finding.block(FindingCode.ALREADY_USED, "B-17", SINCE)), PrescriptionChecks.run(plain(), used));
    }

    @Test
    void madeOutToSomebodyElse() {
        Finding mismatch = run(forPerson(new CodiceFiscale("VRDLGU62T12F205K"))).getFirst();
        assertEquals(FindingCode.PERSON_MISMATCH, mismatch.code());
        assertFalse(mismatch.toString().contains("VRDLGU"));
        assertEquals(List.of(FindingCode.FORMER_CODE), codes(run(forPerson(new CodiceFiscale("RSSMRA80A41H50MQ")))));
        CodiceFiscale otherForm = CODE.withOmocodia(3);
        assertEquals(
                List.of(FindingCode.PERSON_MISMATCH),
                codes(run(forPerson(otherForm))),
                "homocode forms belong to different persons");
        CheckContext nobody = new CheckContext(PARAMETERS, TODAY, "US", null, Set.of(), null, null);
        assertEquals(List.of(), PrescriptionChecks.run(plain(), nobody));
    }

    @Test
    void itemsOfOneBranchUpToTheLimit() {
        assertEquals(List.of(), run(prescribed(Collections.nCopies(8, item("90.62.2", "11", 420, 1)))));
        assertEquals(
                List.of(Finding.block(FindingCode.TOO_MANY_ITEMS, 9, 8)),
                run(prescribed(List.of(item("90.62.2", "11", 420, 3), item("90.27.1", "11", 200, 6)))));
        assertEquals(
                List.of(Finding.block(FindingCode.MIXED_BRANCHES, "02, 11")),
                run(prescribed(List.of(item("90.62.2", "11", 420, 1), item("89.52", "02", 1162, 1)))));
        assertEquals(List.of(FindingCode.NO_ROWS), codes(run(prescribed(List.of()))));
        assertEquals(
                List.of(Finding.block(FindingCode.QUANTITY_INVALID, 1, 0)),
                run(prescribed(List.of(item("90.62.2", "11", 420, 0)))));
    }

    @Test
    void rehabilitationCountsKindsAndDentistryHasItsOwnLimit() {
        List<ServiceItem> sessions = Collections.nCopies(10, item("93.11.2", "12", 900, 1));
        assertEquals(List.of(), run(prescribed(sessions)));
        List<ServiceItem> kinds = List.of("1", "2", "3", "4", "5", "6", "7").stream()
                .map(n -> item("93.1" + n, "12", 900, 1))
                .toList();
        assertEquals(List.of(Finding.block(FindingCode.TOO_MANY_KINDS, 7L, 6, "12")), run(prescribed(kinds)));
        Prescription dental = prescribed(Collections.nCopies(5, item("23.01", "17", 900, 1)));
        assertEquals(List.of(), run(dental));
        CheckContext veneto = new CheckContext(
                PARAMETERS.within(ParameterScope.ofAuthority("050503")), TODAY, "US", PERSON, Set.of(), null, null);
        assertEquals(List.of(Finding.block(FindingCode.TOO_MANY_ITEMS, 5, 4)), PrescriptionChecks.run(dental, veneto));
    }

    @Test
    void monitoredServicesNeedClassAndAccessType() {
        ServiceItem exam = new ServiceItem(
                "88.74.1", "x", "test", 1, "08", item("x", "08", 1, 1).tariff(), null, ServiceKind.DIAGNOSTIC);
        Prescription without = new Prescription(
                plain().number(), CODE, ISSUED, List.of(exam), null, null, " ", PrescriptionStatus.toDeliver());
        CheckContext monitored = new CheckContext(PARAMETERS, TODAY, "US", PERSON, Set.of("88.74.1"), null, null);
        assertEquals(
                List.of(FindingCode.DIAGNOSIS_MISSING, FindingCode.CLASS_MISSING, FindingCode.ACCESS_TYPE_MISSING),
                codes(PrescriptionChecks.run(without, monitored)));
        assertEquals(List.of(FindingCode.DIAGNOSIS_MISSING), codes(run(without)));
    }

    @Test
    void aFollowUpHasNoGuarantee() {
        ServiceItem check = new ServiceItem(
                "89.01", "x", "test", 1, "02", item("x", "02", 1, 1).tariff(), AccessType.OTHER, ServiceKind.VISIT);
        assertEquals(List.of(FindingCode.FOLLOW_UP), codes(run(prescribed(List.of(check)))));
    }

    @Test
    void exemptionNoLongerActive() {
        ExemptionStanding gone = new ExemptionStanding(
                ExemptionStanding.Status.NOT_ACTIVE, "E02", TODAY, List.of(), item -> CoverageReason.NOT_ACTIVE);
        assertEquals(
                List.of(Finding.warn(FindingCode.EXEMPTION_NOT_ACTIVE, "E02", TODAY)),
                PrescriptionChecks.run(plain(), with(gone)));
        ExemptionStanding none =
                new ExemptionStanding(ExemptionStanding.Status.NONE, null, TODAY, List.of("013", "C03"), Coverage.NONE);
        assertEquals(
                List.of(Finding.info(FindingCode.EXEMPTION_SUGGESTED, "013, C03")),
                PrescriptionChecks.run(plain(), with(none)));
    }

    @Test
    void exemptAndOtherRowsTogether() {
        ExemptionStanding mixed = new ExemptionStanding(
                ExemptionStanding.Status.ACTIVE,
                "013",
                TODAY,
                List.of("013"),
                item -> item.code().equals("90.28.1") ? CoverageReason.LINKED : CoverageReason.NOT_LINKED);
        Prescription two = prescribed(List.of(item("90.28.1", "11", 1100, 1), item("90.60.2", "11", 600, 1)));
        assertEquals(
                List.of(Finding.warn(FindingCode.EXEMPTION_MIXED_ROWS, 1L, 1L)),
                PrescriptionChecks.run(two, with(mixed)));
    }

    @Test
    void theGravestFirstAndAllOfThem() {
        Prescription bad = prescribed(List.of(item("90.62.2", "11", 420, 9), item("89.52", "02", 1162, 1)))
                .withStatus(status(PrescriptionState.SUSPENDED, "080105"));
        List<Finding> found = PrescriptionChecks.run(bad, on(ISSUED.plusDays(200)));
        assertEquals(
                List.of(Level.BLOCK, Level.BLOCK, Level.BLOCK, Level.WARN),
                found.stream().map(Finding::level).toList());
        assertTrue(codes(found).containsAll(List.of(FindingCode.EXPIRED, FindingCode.MIXED_BRANCHES)));
        assertFalse(bad.toString().contains("RSSMRA"));
    }

    private static CheckContext with(ExemptionStanding standing) {
        return new CheckContext(PARAMETERS, TODAY, "US", PERSON, Set.of(), null, standing);
    }

    private static List<FindingCode> codes(List<Finding> findings) {
        return findings.stream().map(Finding::code).toList();
    }
}
