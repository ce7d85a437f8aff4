package it.sportello.domain.prescription;

import static it.sportello.domain.prescription.Samples.CODE;
import static it.sportello.domain.prescription.Samples.ISSUED;
import static it.sportello.domain.prescription.Samples.PARAMETERS;
import static it.sportello.domain.prescription.Samples.PERSON;
import static it.sportello.domain.prescription.Samples.TODAY;
import static it.sportello.domain.prescription.Samples.item;
import static it.sportello.domain.prescription.Samples.plain;
import static it.sportello.domain.prescription.Samples.prescribed;
import static it.sportello.domain.prescription.Samples.status;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.domain.exemption.ExemptionCatalogue;
import it.sportello.domain.identity.Nre;
import it.sportello.domain.money.Money;
import it.sportello.domain.parameter.ParameterRow;
import it.sportello.domain.parameter.ParameterScope;
import it.sportello.domain.parameter.Parameters;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** States, classes and co-payments in every combination the reference text names. */
class PrescriptionMatrixTest {
    private static final ExemptionCatalogue CATALOGUE = ExemptionCatalogue.shipped();

    /** Chapter 2.5: the state, then those it comes from. */
    @ParameterizedTest
    @CsvSource({
        "BATCH_REQUESTED,''",
        "BATCH_WITH_DOCTOR,''",
        "TO_DELIVER,BATCH_REQUESTED BATCH_WITH_DOCTOR TAKEN SUSPENDED DELIVERY_ANNULLED",
        "CANCELLED,TO_DELIVER",
        "TAKEN,TO_DELIVER DELIVERY_ANNULLED",
        "SUSPENDED,TAKEN",
        "PARTLY_DELIVERED,TAKEN SUSPENDED",
        "DELIVERED,TAKEN SUSPENDED PARTLY_DELIVERED DELIVERY_ANNULLED",
        "DELIVERY_ANNULLED,DELIVERED",
        "EXPIRED,TO_DELIVER"
    })
    @Tag("R-STATE-1")
    @Tag("R-BOO-11")
    void whereEveryStateComesFrom(PrescriptionState to, String origins) {
        EnumSet<PrescriptionState> expected = EnumSet.noneOf(PrescriptionState.class);
        List.of(origins.split(" ")).stream()
                .filter(name -> !name.isEmpty())
                .map(PrescriptionState::valueOf)
                .forEach(expected::add);
        boolean drugsOnly = to == PrescriptionState.SUSPENDED || to == PrescriptionState.PARTLY_DELIVERED;
        for (PrescriptionState from : PrescriptionState.values()) {
            assertEquals(expected.contains(from), from.next().contains(to), from + " to " + to);
            assertEquals(!drugsOnly && expected.contains(from), from.allows(to), from + " to " + to);
        }
    }

    @ParameterizedTest
    @EnumSource(PrescriptionState.class)
    @Tag("R-BOO-11")
    void everyStateOfOthersOursAndNobodys(PrescriptionState state) {
        Set<PrescriptionState> blocked = EnumSet.of(
                PrescriptionState.BATCH_REQUESTED,
                PrescriptionState.BATCH_WITH_DOCTOR,
                PrescriptionState.CANCELLED,
                PrescriptionState.DELIVERED,
                PrescriptionState.EXPIRED);
        Set<PrescriptionState> locked = EnumSet.of(PrescriptionState.TAKEN, PrescriptionState.PARTLY_DELIVERED);
        for (String who : new String[] {"US", "080105"}) {
            List<Finding> found = PrescriptionChecks.run(plain().withStatus(status(state, who)), Samples.context());
            boolean stops = found.stream().anyMatch(finding -> finding.level() == Finding.Level.BLOCK);
            boolean expected = blocked.contains(state) || (locked.contains(state) && !who.equals("US"));
            assertEquals(expected, stops, state + " of " + who);
            assertEquals(state == PrescriptionState.TO_DELIVER, found.isEmpty());
        }
        Prescription unknown = plain().withStatus(new PrescriptionStatus(state, null, null));
        List<Finding> found = PrescriptionChecks.run(unknown, Samples.context());
        found.forEach(finding -> assertTrue(
                finding.args().stream().allMatch(arg -> arg.equals("?")), "what was not told is a question mark"));
    }

    @Test
    void theRowsThatLackClassOrAccessTypeAreNumberedFromOne() {
        ServiceItem right = item("90.62.2", "11", 420, 1);
        ServiceItem without =
                new ServiceItem("90.27.1", "x", "test", 1, "11", Money.ofCents(200), null, ServiceKind.LABORATORY);
        Prescription prescription = new Prescription(
                plain().number(),
                CODE,
                ISSUED,
                List.of(right, without),
                null,
                null,
                "x",
                PrescriptionStatus.toDeliver());
        CheckContext second = new CheckContext(PARAMETERS, TODAY, "US", PERSON, Set.of("90.27.1"), null, null);
        assertEquals(
                List.of(Finding.warn(FindingCode.CLASS_MISSING, 2), Finding.warn(FindingCode.ACCESS_TYPE_MISSING, 2)),
                PrescriptionChecks.run(prescription, second));
        CheckContext both = new CheckContext(PARAMETERS, TODAY, "US", PERSON, Set.of("90.62.2", "90.27.1"), null, null);
        assertEquals(
                List.of(Finding.warn(FindingCode.CLASS_MISSING, 1), Finding.warn(FindingCode.ACCESS_TYPE_MISSING, 2)),
                PrescriptionChecks.run(prescription, both),
                "the class is of the whole form and said once");
    }

    @ParameterizedTest
    @CsvSource({"FIRST,FIRST,false", "FIRST,OTHER,false", "OTHER,OTHER,true", "OTHER,,false", ",,false"})
    void aFollowUpIsOneWhenEveryRowIs(@Nullable AccessType one, @Nullable AccessType two, boolean followUp) {
        List<ServiceItem> rows = new ArrayList<>();
        for (AccessType type : new AccessType[] {one, two}) {
            rows.add(new ServiceItem("89.01", "x", "test", 1, "02", Money.ofCents(1), type, ServiceKind.VISIT));
        }
        boolean found = PrescriptionChecks.run(prescribed(rows), Samples.context()).stream()
                .anyMatch(finding -> finding.code() == FindingCode.FOLLOW_UP);
        assertEquals(followUp, found);
    }

    @ParameterizedTest
    @CsvSource({"11,8,false", "11,9,true", "12,20,false", "17,8,false", "17,9,true"})
    void itemsOfABranchAtTheirBorder(String branch, int items, boolean tooMany) {
        Prescription prescription = prescribed(Collections.nCopies(items, item("1", branch, 100, 1)));
        List<Finding> found = PrescriptionChecks.run(prescription, Samples.context());
        assertEquals(tooMany, !found.isEmpty());
        Prescription once = prescribed(List.of(item("1", branch, 100, items)));
        assertEquals(found, PrescriptionChecks.run(once, Samples.context()), "quantities count like rows");
    }

    @ParameterizedTest
    @CsvSource({"6,false", "7,true"})
    void kindsOfRehabilitationAtTheirBorder(int kinds, boolean tooMany) {
        List<ServiceItem> rows = new ArrayList<>();
        for (int i = 0; i < kinds; i++) {
            rows.add(item("93.1" + i, "12", 900, 3));
        }
        assertEquals(
                tooMany,
                !PrescriptionChecks.run(prescribed(rows), Samples.context()).isEmpty());
    }

    private static List<FindingCode> withStanding(ExemptionStanding.Status status, CoverageReason... reasons) {
        List<ServiceItem> rows = new ArrayList<>();
        for (int i = 0; i < reasons.length; i++) {
            rows.add(item("9" + i, "11", 420, 1));
        }
        ExemptionStanding standing = new ExemptionStanding(
                status, "013", TODAY, List.of(), row -> reasons[row.code().charAt(1) - '0']);
        CheckContext context = new CheckContext(PARAMETERS, TODAY, "US", PERSON, Set.of(), null, standing);
        return PrescriptionChecks.run(prescribed(rows), context).stream()
                .map(Finding::code)
                .toList();
    }

    @Test
    @Tag("R-MUL-4")
    void whatIsSaidAboutAnExemption() {
        CoverageReason no = CoverageReason.NOT_ACTIVE;
        CoverageReason yes = CoverageReason.LINKED;
        CoverageReason untold = CoverageReason.TABLE_MISSING;
        assertEquals(List.of(), withStanding(ExemptionStanding.Status.ACTIVE, yes, yes));
        assertEquals(List.of(), withStanding(ExemptionStanding.Status.ON_PRESCRIPTION, yes));
        assertEquals(List.of(), withStanding(ExemptionStanding.Status.NONE, CoverageReason.NO_EXEMPTION));
        assertEquals(
                List.of(FindingCode.EXEMPTION_NOT_ACTIVE), withStanding(ExemptionStanding.Status.NOT_ACTIVE, no, no));
        assertEquals(
                List.of(FindingCode.EXEMPTION_UNKNOWN),
                withStanding(ExemptionStanding.Status.UNKNOWN_CODE, CoverageReason.UNKNOWN_CODE));
        assertEquals(List.of(FindingCode.EXEMPTION_CLOSED), withStanding(ExemptionStanding.Status.CLOSED_CODE, no));
        assertEquals(
                List.of(FindingCode.EXEMPTION_MIXED_ROWS),
                withStanding(ExemptionStanding.Status.ACTIVE, yes, CoverageReason.NOT_LINKED, yes));
        assertEquals(
                List.of(FindingCode.EXEMPTION_TABLE_MISSING),
                withStanding(ExemptionStanding.Status.ACTIVE, untold, untold));
    }

    @Test
    void theTermOfEveryClassOnEveryDayOfTwoYears() {
        Parameters veneto = PARAMETERS.within(ParameterScope.ofAuthority("050503"));
        for (LocalDate day = LocalDate.of(2027, 1, 1); day.getYear() < 2029; day = day.plusDays(1)) {
            LocalDateTime contact = day.atTime(11, 45);
            for (ServiceKind kind : ServiceKind.values()) {
                boolean visit = kind == ServiceKind.VISIT;
                assertEquals(day.plusDays(10), PriorityClass.B.latestDate(contact, kind, null, PARAMETERS));
                assertEquals(
                        day.plusDays(visit ? 30 : 60), PriorityClass.D.latestDate(contact, kind, null, PARAMETERS));
                assertEquals(day.plusDays(120), PriorityClass.P.latestDate(contact, kind, null, PARAMETERS));
                assertEquals(day.plusDays(30), PriorityClass.D.latestDate(contact, kind, null, veneto));
                assertEquals(day.plusDays(90), PriorityClass.P.latestDate(contact, kind, null, veneto));
                assertEquals(day.plusDays(60), PriorityClass.P.latestDate(contact, kind, 60, veneto));
                LocalDateTime urgent = PriorityClass.U.latestStart(contact, kind, null, PARAMETERS);
                assertEquals(72 * 60, minutes(contact, urgent), day.toString());
                LocalDateTime inVeneto = PriorityClass.U.latestStart(contact, kind, null, veneto);
                assertEquals(24 * 60, minutes(contact, inVeneto), day.toString());
            }
        }
    }

    private static long minutes(LocalDateTime from, LocalDateTime until) {
        ZoneId rome = ZoneId.of("Europe/Rome");
        return Duration.between(
                        from.atZone(rome).toInstant(), until.atZone(rome).toInstant())
                .toMinutes();
    }

    private static Money due(List<ServiceItem> rows, String exemption) {
        Coverage coverage = exemption.isEmpty() ? Coverage.NONE : CATALOGUE.coverage(exemption);
        return CoPayment.of(rows, coverage, PARAMETERS, TODAY).total();
    }

    /** A laboratory form of 11.00 (linked to diabetes), 4.20 and 6.00 euro, and a visit of 22.50. */
    @ParameterizedTest
    @CsvSource({
        "'',2120,2250",
        "E01,0,0",
        "7R2,0,0",
        "E02,0,0",
        "C01,0,0",
        "C02,0,0",
        "G01,0,0",
        "F01,0,0",
        "013,600,2250",
        "0C02,2120,2250",
        "027,2120,2250",
        "048,0,0",
        "RCG077,0,0",
        "018,0,0",
        "7RQ,2120,2250",
        "FA2,2120,0",
        "TDL01,2120,2250",
        "ZZZ,2120,2250",
        "P13,2120,2250"
    })
    @Tag("R-MUL-4")
    void wholePartialAndNoExemption(String exemption, long laboratory, long visit) {
        List<ServiceItem> bloods =
                List.of(item("90.28.1", "11", 1100, 1), item("90.62.2", "11", 420, 1), item("90.60.2", "11", 600, 1));
        List<ServiceItem> first = List.of(new ServiceItem(
                "89.7", "x", "visit", 1, "02", Money.ofCents(2250), AccessType.FIRST, ServiceKind.VISIT));
        assertEquals(Money.ofCents(laboratory), due(bloods, exemption));
        assertEquals(Money.ofCents(visit), due(first, exemption));
    }

    @Test
    void theCapIsOfEachFormNeverOfTheVisitToTheDesk() {
        List<ServiceItem> dear = List.of(item("88.91.2", "08", 16_300, 1));
        Money three = due(dear, "").plus(due(dear, "")).plus(due(dear, ""));
        assertEquals(Money.ofCents(3 * 3615), three);
        List<ServiceItem> together = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            together.addAll(dear);
        }
        assertEquals(Money.ofCents(3615), due(together, ""), "on one form it is paid once");
    }

    @Test
    void thePartThatIsExemptIsTakenOutBeforeTheCap() {
        List<ServiceItem> rows = List.of(item("90.28.1", "11", 3_000, 1), item("90.60.2", "11", 3_000, 1));
        assertEquals(Money.ofCents(3615), due(rows, ""));
        assertEquals(Money.ofCents(3000), due(rows, "013"));
        CoPayment payment = CoPayment.of(rows, CATALOGUE.coverage("013"), PARAMETERS, TODAY);
        assertEquals(Money.ofCents(3000), payment.gross());
        assertFalse(payment.isCapped());
        assertFalse(payment.isFullyExempt());
    }

    @Test
    void capAndFeeAreThoseOfThePlaceAndOfTheDelivery() {
        Parameters own = PARAMETERS
                .plus(List.of(
                        new ParameterRow(
                                "region", "080", "copayment.cap", "46.15", LocalDate.of(2026, 1, 1), null, "t"),
                        new ParameterRow("authority", "080105", "copayment.fixedFee", "3.00", null, null, "t")))
                .within(ParameterScope.ofAuthority("080105"));
        List<ServiceItem> dear = List.of(item("88.91.2", "08", 16_300, 1));
        assertEquals(
                Money.ofCents(4915),
                CoPayment.of(dear, Coverage.NONE, own, LocalDate.of(2026, 1, 1)).total());
        assertEquals(
                Money.ofCents(3915),
                CoPayment.of(dear, Coverage.NONE, own, LocalDate.of(2025, 12, 31))
                        .total());
        assertEquals(
                Money.ZERO,
                CoPayment.of(dear, row -> CoverageReason.COVERS_ALL, own, TODAY).total());
        List<ServiceItem> free = List.of(item("x", "08", 0, 1));
        assertEquals(
                Money.ofCents(300),
                CoPayment.of(free, Coverage.NONE, own, TODAY).total());
        assertEquals(
                Money.ZERO, CoPayment.of(List.of(), Coverage.NONE, own, TODAY).total());
    }

    @Test
    void aRowMoreNeverMakesTheFormCheaperAndAnExemptionNeverDearer() {
        Random random = new Random(3615);
        String[] codes = {"013", "031", "E01", "048", "7RQ", "0C02"};
        String[] services = {"90.28.1", "90.60.2", "89.01", "89.52", "88.71.4", "90.62.2"};
        for (int i = 0; i < 700; i++) {
            List<ServiceItem> rows = new ArrayList<>();
            Money before = Money.ZERO;
            String code = codes[random.nextInt(codes.length)];
            for (int j = 0; j < 8; j++) {
                rows.add(item(services[random.nextInt(6)], "11", random.nextInt(1_500), 1 + random.nextInt(2)));
                Money without = due(rows, "");
                assertTrue(without.compareTo(before) >= 0);
                assertTrue(due(rows, code).compareTo(without) <= 0);
                assertTrue(without.compareTo(Money.ofCents(3615)) <= 0);
                before = without;
            }
        }
        assertThrows(
                ArithmeticException.class,
                () -> item("x", "11", Long.MAX_VALUE, 2).fullPrice());
    }

    @Test
    void theNumberIsShownOnlyInPart() {
        assertFalse(plain().toString().contains(new Nre("0500A4001234567").value()));
        assertTrue(plain().toString().contains("TO_DELIVER"));
        assertEquals(List.of("1", "0"), List.of(AccessType.FIRST.code(), AccessType.OTHER.code()));
    }
}
