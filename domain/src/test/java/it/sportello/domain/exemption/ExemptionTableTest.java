package it.sportello.domain.exemption;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.domain.exemption.ExemptionFinding.Code;
import it.sportello.domain.parameter.ParameterScope;
import it.sportello.domain.parameter.Parameters;
import it.sportello.domain.prescription.CoverageReason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of chapter 3.2 of the reference text, row by row, and periods counted day by day. */
@Tag("R-MUL-4")
class ExemptionTableTest {
    private static final ExemptionCatalogue CATALOGUE = ExemptionCatalogue.shipped();
    private static final Parameters VENETO = Parameters.shipped().within(ParameterScope.ofAuthority("050503"));
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final LocalDate ADULT = LocalDate.of(1980, 1, 1);

    private static ExemptionCode entry(String code) {
        ExemptionCode found = CATALOGUE.find(code);
        assertNotNull(found, code);
        if (found == null) {
            throw new AssertionError(code);
        }
        return found;
    }

    @ParameterizedTest
    @CsvSource({
        "E01,INCOME,ALL",
        "E02,INCOME,ALL",
        "E03,INCOME,ALL",
        "E04,INCOME,ALL",
        "7RQ,INCOME,DENTISTRY",
        "6R0,INCOME,DENTISTRY",
        "FA2,INCOME,FIRST_VISIT",
        "G01,INVALIDITY,ALL",
        "G02,INVALIDITY,LINKED",
        "L01,INVALIDITY,ALL",
        "L02,INVALIDITY,ALL",
        "L03,INVALIDITY,LINKED",
        "L04,INVALIDITY,LINKED",
        "S01,INVALIDITY,ALL",
        "S02,INVALIDITY,ALL",
        "S03,INVALIDITY,LINKED",
        "C01,INVALIDITY,ALL",
        "C02,INVALIDITY,ALL",
        "C03,INVALIDITY,ALL",
        "C04,INVALIDITY,ALL",
        "C05,INVALIDITY,ALL",
        "C06,INVALIDITY,ALL",
        "C07,INVALIDITY,LINKED",
        "V01,OTHER,ALL",
        "V02,OTHER,ALL",
        "N01,OTHER,LINKED",
        "M00,MATERNITY,LINKED",
        "M01,MATERNITY,LINKED",
        "M41,MATERNITY,LINKED",
        "M99,MATERNITY,LINKED",
        "M50,MATERNITY,APPROPRIATE",
        "M52,MATERNITY,LINKED",
        "D01,PREVENTION,LINKED",
        "D02,PREVENTION,LINKED",
        "D03,PREVENTION,LINKED",
        "D04,PREVENTION,LINKED",
        "D05,PREVENTION,LINKED",
        "B01,OTHER,LINKED",
        "T01,OTHER,LINKED",
        "I01,OTHER,LINKED",
        "F01,OTHER,ALL",
        "X01,OTHER,APPROPRIATE",
        "TDL01,OTHER,DRUGS",
        "013,PATHOLOGY,LINKED",
        "048,PATHOLOGY,APPROPRIATE",
        "R99,RARE,APPROPRIATE",
        "RCG077,RARE,APPROPRIATE"
    })
    void originAndScope(String code, ExemptionOrigin origin, ExemptionScope scope) {
        assertEquals(origin, entry(code).origin());
        assertEquals(scope, entry(code).scope());
        CoverageReason blood = CATALOGUE.coverage(code).of(ExemptionCatalogueTest.item("99.99.9"));
        CoverageReason expected = switch (scope) {
            case ALL -> CoverageReason.COVERS_ALL;
            case APPROPRIATE -> CoverageReason.APPROPRIATE;
            case LINKED ->
                CATALOGUE.servicesOf(code).isEmpty() ? CoverageReason.TABLE_MISSING : CoverageReason.NOT_LINKED;
            case DENTISTRY, FIRST_VISIT, DRUGS -> CoverageReason.OTHER_KIND;
        };
        assertEquals(expected, blood, "of a service that no table lists");
        assertFalse(CATALOGUE.isClosed(code));
    }

    @ParameterizedTest
    @CsvSource({
        "001", "0A02", "0B02", "0C02", "003", "005", "006", "007", "008", "009", "011", "012", "013", "014", "016",
        "017", "018", "019", "020", "021", "022", "023", "024", "025", "026", "027", "028", "029", "030", "031",
        "0A31", "032", "034", "035", "036", "037", "038", "039", "040", "041", "042", "044", "045", "046", "047",
        "048", "049", "050", "051", "052", "053", "054", "055", "056", "057", "058", "059", "060", "061", "062",
        "063", "064", "065", "066", "067"
    })
    void everyChronicDiseaseOfTheListMayBeRegistered(String code) {
        assertEquals(ExemptionOrigin.PATHOLOGY, entry(code).origin());
        assertTrue(entry(code).assignable());
        assertEquals(code, CATALOGUE.canonical(code + ".401"), "the part after the point does not matter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"002", "004", "010", "015", "033", "043", "P01", "P13", "P49", "3C1"})
    void closedCodesAreReadAndNeverGiven(String code) {
        assertTrue(CATALOGUE.isClosed(code));
        Exemption wanted = new Exemption(code, "p-1", TODAY, TODAY.plusYears(1), ExemptionOrigin.OTHER, "certificate");
        ExemptionDecision.Refused refused = assertInstanceOf(
                ExemptionDecision.Refused.class,
                new ExemptionChecks(CATALOGUE, VENETO).judge(wanted, List.of(), ADULT, TODAY));
        assertTrue(refused.findings().stream().anyMatch(finding -> finding.code() == Code.CLOSED_CODE));
    }

    @ParameterizedTest
    @CsvSource({
        "7R2,E01",
        "7R3,E02",
        "7R4,E03",
        "7R5,E04",
        "400,M00",
        "401,M01",
        "440,M40",
        "441,M41",
        "450,M50",
        "490,M99",
        "3G1,G01",
        "3L4,L04",
        "3S3,S03",
        "3C3,C03",
        "3C6,C06",
        "R99999,R99",
        "002A,0A02",
        "002B,0B02",
        "002C,0C02",
        "0031,031",
        "031A,0A31",
        "D01B,D01"
    })
    void otherSpellingsLeadToTheNationalCode(String spelling, String code) {
        assertEquals(code, CATALOGUE.canonical(spelling));
        assertEquals(code, CATALOGUE.canonical(" " + spelling.toLowerCase(java.util.Locale.ROOT) + " "));
        assertEquals(entry(code), entry(spelling));
    }

    @Test
    void noSpellingMeansTwoCodesAndNoneIsAlsoACode() {
        Set<String> seen = new HashSet<>();
        CATALOGUE.all().forEach(code -> assertTrue(seen.add(code.code()), code.code()));
        for (ExemptionCode code : CATALOGUE.all()) {
            for (String alias : code.aliases()) {
                assertTrue(seen.add(alias), alias);
            }
            code.replacedBy().forEach(other -> assertNotNull(CATALOGUE.find(other), other));
            assertFalse(code.description().isBlank());
        }
        for (int week = 1; week <= 41; week++) {
            assertEquals("M%02d".formatted(week), CATALOGUE.canonical("4%02d".formatted(week)));
        }
        assertNull(CATALOGUE.find("M42"));
        assertNull(CATALOGUE.find("442"));
    }

    @ParameterizedTest
    @CsvSource({"050,7RQ,true", "050,6R0,true", "050,FA2,false", "080,FA2,true", "080,7RQ,false", "120,FA2,false"})
    void aRegionOffersItsOwnCodes(String region, String code, boolean offered) {
        List<String> codes =
                CATALOGUE.assignable(region).stream().map(ExemptionCode::code).toList();
        assertEquals(offered, codes.contains(code));
        assertTrue(codes.containsAll(List.of("E01", "E02", "013", "C01", "G01", "F01")));
        assertTrue(codes.stream().noneMatch(one -> CATALOGUE.isClosed(one) || one.matches("M..")));
    }

    @ParameterizedTest
    @CsvSource({
        "E02,2026-04-01,2027-03-31",
        "E02,2026-03-31,2026-03-31",
        "E03,2026-12-31,2027-03-31",
        "7RQ,2027-01-01,2027-03-31",
        "E04,2028-02-29,2028-03-31"
    })
    void exemptionsOfIncomeEndOnTheLastOfMarch(String code, LocalDate from, LocalDate end) {
        LocalDate old = LocalDate.of(1950, 5, 5);
        assertEquals(end, ValidityProposal.of(entry(code), from, old, VENETO).to());
        assertEquals(end, ValidityProposal.yearEnd(from, VENETO));
        ExemptionChecks checks = new ExemptionChecks(CATALOGUE, VENETO);
        Exemption right = new Exemption(code, "p-1", from, end, ExemptionOrigin.INCOME, "self-declaration");
        Exemption late = new Exemption(code, "p-1", from, end.plusDays(1), ExemptionOrigin.INCOME, "self-declaration");
        assertFalse(codes(checks.judge(right, List.of(), old, from)).contains(Code.END_TOO_LATE));
        assertTrue(codes(checks.judge(late, List.of(), old, from)).contains(Code.END_TOO_LATE));
    }

    private static List<Code> codes(ExemptionDecision decision) {
        return decision.findings().stream().map(ExemptionFinding::code).toList();
    }

    /** Under six up to the day before the birthday, from the birthday at sixty-five on; in between neither. */
    @Test
    void theAgeOfE01OnEveryDayAroundTheBirthdays() {
        ExemptionChecks checks = new ExemptionChecks(CATALOGUE, VENETO);
        for (LocalDate born : List.of(LocalDate.of(2012, 2, 29), LocalDate.of(2012, 7, 1))) {
            for (int age : new int[] {5, 6, 64, 65, 66}) {
                for (int days = -2; days <= 2; days++) {
                    LocalDate from = born.plusYears(age).plusDays(days);
                    int years = java.time.Period.between(born, from).getYears();
                    Exemption wanted = new Exemption("E01", "p-1", from, from, ExemptionOrigin.INCOME, "x");
                    boolean fits = years < 6 || years >= 65;
                    assertEquals(
                            !fits,
                            codes(checks.judge(wanted, List.of(), born, from)).contains(Code.AGE_OUTSIDE),
                            born + " on " + from);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"6,AGE_OUTSIDE", "7,", "30,", "64,", "65,AGE_OUTSIDE"})
    void theVulnerableOfVenetoAreFromSevenToSixtyFour(int age, @Nullable Code expected) {
        LocalDate born = TODAY.minusYears(age).minusDays(10);
        Exemption wanted = new Exemption("6R0", "p-1", TODAY, LocalDate.of(2027, 3, 31), ExemptionOrigin.INCOME, "x");
        ExemptionDecision decision = new ExemptionChecks(CATALOGUE, VENETO).judge(wanted, List.of(), born, TODAY);
        assertEquals(expected == null ? List.of() : List.of(expected), codes(decision));
    }

    private static Exemption period(int from, @Nullable Integer to) {
        LocalDate start = LocalDate.of(2026, 1, 1);
        return new Exemption(
                "013",
                "p-1",
                start.plusDays(from),
                to == null ? null : start.plusDays(to),
                ExemptionOrigin.PATHOLOGY,
                "x");
    }

    /** The days of a period among sixty; an open one has them all. */
    private static Set<Integer> days(Exemption one) {
        Set<Integer> days = new HashSet<>();
        for (int day = 0; day < 60; day++) {
            if (one.isValidOn(LocalDate.of(2026, 1, 1).plusDays(day))) {
                days.add(day);
            }
        }
        return days;
    }

    private static Exemption random(Random random) {
        int from = random.nextInt(40);
        return period(from, random.nextInt(4) == 0 ? null : from + random.nextInt(15));
    }

    @Test
    void overlappingAndContainingCountedDayByDay() {
        Random random = new Random(60);
        for (int i = 0; i < 5_000; i++) {
            Exemption one = random(random);
            Exemption other = random(random);
            Set<Integer> shared = new HashSet<>(days(one));
            shared.retainAll(days(other));
            assertEquals(!shared.isEmpty(), one.overlaps(other), one + " " + other);
            assertEquals(one.overlaps(other), other.overlaps(one));
            assertEquals(days(one).containsAll(days(other)), one.contains(other), one + " " + other);
            assertTrue(one.contains(one));
        }
        assertTrue(period(3, 3).isValidOn(LocalDate.of(2026, 1, 4)));
        assertFalse(period(3, 3).isValidOn(LocalDate.of(2026, 1, 5)));
    }

    @Test
    void whatIsJoinedCoversAllOfBothAndNothingIsLost() {
        Random random = new Random(61);
        ExemptionChecks checks = new ExemptionChecks(CATALOGUE, VENETO);
        int joins = 0;
        for (int i = 0; i < 3_000; i++) {
            List<Exemption> held = new ArrayList<>();
            for (int j = random.nextInt(4); j > 0; j--) {
                held.add(random(random));
            }
            held.add(new Exemption("013", "p-2", LocalDate.of(2026, 1, 1), null, ExemptionOrigin.PATHOLOGY, "x"));
            Exemption wanted = random(random);
            List<Exemption> same = held.stream()
                    .filter(other -> other.personId().equals("p-1") && other.overlaps(wanted))
                    .toList();
            boolean whole = same.stream().anyMatch(other -> other.contains(wanted));
            ExemptionDecision decision = checks.judge(wanted, held, ADULT, LocalDate.of(2026, 1, 1));
            if (whole) {
                assertTrue(codes(decision).contains(Code.ALREADY_HELD));
                assertInstanceOf(ExemptionDecision.Refused.class, decision);
            } else if (same.isEmpty()) {
                assertEquals(
                        wanted,
                        assertInstanceOf(ExemptionDecision.Accepted.class, decision)
                                .exemption());
            } else {
                ExemptionDecision.Joined joined = assertInstanceOf(ExemptionDecision.Joined.class, decision);
                Set<Integer> all = new HashSet<>(days(wanted));
                same.forEach(other -> all.addAll(days(other)));
                assertEquals(all, days(joined.exemption()));
                assertEquals(same, joined.replaced());
                joins++;
            }
        }
        assertTrue(joins > 300, "joins " + joins);
    }
}
