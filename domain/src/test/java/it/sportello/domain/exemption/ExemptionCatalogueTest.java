package it.sportello.domain.exemption;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.domain.money.Money;
import it.sportello.domain.prescription.AccessType;
import it.sportello.domain.prescription.CoverageReason;
import it.sportello.domain.prescription.ServiceItem;
import it.sportello.domain.prescription.ServiceKind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExemptionCatalogueTest {
    private final ExemptionCatalogue catalogue = ExemptionCatalogue.shipped();

    @ParameterizedTest
    @CsvSource({
        "E01,E01",
        "7R2,E01",
        "7r3,E02",
        "7R4,E03",
        "7R5,E04",
        "013.250,013",
        "0A31.401,0A31",
        "031A.401,0A31",
        "0031,031",
        "002C,0C02",
        "0C02,0C02",
        "C02,C02",
        "RCG077,RCG077",
        "RA0010,RA0010",
        "R99999,R99",
        "401,M01",
        "441,M41",
        "TDL01,TDL01"
    })
    void findsEverySpelling(String typed, String canonical) {
        assertEquals(canonical, catalogue.canonical(typed));
        assertNotNull(catalogue.find(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "R*", "ZZZ", "M42", "E05", "068", "R9", "RCG07", ".250", "013;DROP"})
    void doesNotInventCodes(String typed) {
        assertNull(catalogue.find(typed));
    }

    @Test
    void anInvalidityIsNotADiseaseOfTheVessels() {
        ExemptionCode invalidity = catalogue.find("C02");
        ExemptionCode vessels = catalogue.find("0C02");
        assertNotNull(invalidity);
        assertNotNull(vessels);
        assertEquals(ExemptionOrigin.INVALIDITY, invalidity.origin());
        assertEquals(ExemptionOrigin.PATHOLOGY, vessels.origin());
        assertEquals(CoverageReason.COVERS_ALL, catalogue.coverage("C02").of(item("90.28.1")));
        assertEquals(CoverageReason.NOT_LINKED, catalogue.coverage("0C02").of(item("90.28.1")));
    }

    @Test
    void closedCodesAreReadableAndNeverOffered() {
        for (int number = 1; number <= 49; number++) {
            assertTrue(catalogue.isClosed("P%02d".formatted(number)));
        }
        for (String code : List.of("002", "004", "010", "015", "033", "043", "3C1")) {
            assertTrue(catalogue.isClosed(code), code);
        }
        assertFalse(catalogue.isClosed("013"));
        assertFalse(catalogue.isClosed("M20"));
        Set<String> offered = new HashSet<>();
        catalogue.assignable("050").forEach(code -> offered.add(code.code()));
        assertTrue(offered.containsAll(Set.of("E01", "7RQ", "6R0", "C02", "0C02", "013")));
        for (String never : List.of("P01", "004", "3C1", "M20", "FA2", "R*")) {
            assertFalse(offered.contains(never), never);
        }
        assertTrue(catalogue.assignable("080").stream()
                .anyMatch(code -> code.code().equals("FA2")));
    }

    @Test
    void linkedServices() {
        assertTrue(catalogue.servicesOf("013.250").contains("90.28.1"));
        assertTrue(catalogue.servicesOf("031A").contains("90.37.4"));
        assertTrue(catalogue.servicesOf("ZZZ").isEmpty());
        assertEquals(CoverageReason.LINKED, catalogue.coverage("013").of(item("90.28.1")));
        assertEquals(CoverageReason.LINKED, catalogue.coverage("013").of(item("89.01")));
        assertEquals(CoverageReason.LINKED, catalogue.coverage("013").of(item("89.01.8")));
        assertEquals(CoverageReason.NOT_LINKED, catalogue.coverage("013").of(item("89.013")));
        assertEquals(CoverageReason.NOT_LINKED, catalogue.coverage("013").of(item("88.71.4")));
        assertEquals(CoverageReason.TABLE_MISSING, catalogue.coverage("018").of(item("88.71.4")));
        assertEquals(CoverageReason.APPROPRIATE, catalogue.coverage("048").of(item("88.71.4")));
        assertEquals(CoverageReason.UNKNOWN_CODE, catalogue.coverage("ZZZ").of(item("88.71.4")));
        assertEquals(CoverageReason.OTHER_KIND, catalogue.coverage("TDL01").of(item("88.71.4")));
    }

    @Test
    void everyTableBelongsToACodeThatNeedsOne() {
        long tables = catalogue.all().stream()
                .filter(code -> !catalogue.servicesOf(code.code()).isEmpty())
                .peek(code -> assertEquals(ExemptionScope.LINKED, code.scope(), code.code()))
                .count();
        assertTrue(tables >= 20, () -> "tables: " + tables);
    }

    @Test
    void dentalCareAndFirstVisits() {
        ServiceItem dental =
                new ServiceItem("23.01", "x", "x", 1, "17", Money.ofCents(1), AccessType.OTHER, ServiceKind.THERAPY);
        assertTrue(catalogue.coverage("7RQ").of(dental).isExempt());
        assertFalse(catalogue.coverage("7RQ").of(item("90.28.1")).isExempt());
        ServiceItem first =
                new ServiceItem("89.7", "x", "x", 1, "02", Money.ofCents(1), AccessType.FIRST, ServiceKind.VISIT);
        ServiceItem second =
                new ServiceItem("89.01", "x", "x", 1, "02", Money.ofCents(1), AccessType.OTHER, ServiceKind.VISIT);
        assertTrue(catalogue.coverage("FA2").of(first).isExempt());
        assertFalse(catalogue.coverage("FA2").of(second).isExempt());
        assertFalse(catalogue.coverage("FA2").of(item("90.28.1")).isExempt());
    }

    static ServiceItem item(String code) {
        return new ServiceItem(
                code, code, "test", 1, "11", Money.ofCents(1000), AccessType.FIRST, ServiceKind.LABORATORY);
    }
}
