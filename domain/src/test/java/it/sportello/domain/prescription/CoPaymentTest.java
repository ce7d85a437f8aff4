package it.sportello.domain.prescription;

import static it.sportello.domain.prescription.Samples.PARAMETERS;
import static it.sportello.domain.prescription.Samples.TODAY;
import static it.sportello.domain.prescription.Samples.item;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.domain.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoPaymentTest {
    @ParameterizedTest
    @CsvSource({
        "0,1,0,false",
        "2066,1,2066,false",
        "3614,1,3614,false",
        "3615,1,3615,false",
        "3616,1,3615,true",
        "1205,3,3615,false",
        "1206,3,3615,true",
        "25000,2,3615,true"
    })
    void theCapIsPerPrescription(long tariff, int quantity, long expected, boolean capped) {
        CoPayment payment =
                CoPayment.of(List.of(item("89.7", "02", tariff, quantity)), Coverage.NONE, PARAMETERS, TODAY);
        assertEquals(Money.ofCents(expected), payment.total());
        assertEquals(capped, payment.isCapped());
        assertEquals(Money.ofCents(tariff * quantity), payment.gross());
    }

    @Test
    void coveredRowsCostNothingAndSayWhy() {
        Coverage coverage = item -> item.code().equals("90.28.1") ? CoverageReason.LINKED : CoverageReason.NOT_LINKED;
        CoPayment payment = CoPayment.of(
                List.of(item("90.28.1", "11", 1100, 1), item("90.62.2", "11", 420, 2)), coverage, PARAMETERS, TODAY);
        assertEquals(Money.ofCents(840), payment.total());
        assertEquals(CoverageReason.LINKED, payment.lines().get(0).reason());
        assertTrue(payment.lines().get(0).due().isZero());
        assertEquals(CoverageReason.NOT_LINKED, payment.lines().get(1).reason());
        assertFalse(payment.isFullyExempt());
    }

    @Test
    void theFixedFeeIsTheOneOfTheDeliveryDateAndOnlyWhenSomethingIsDue() {
        List<ServiceItem> rows = List.of(item("89.7", "02", 5000, 1));
        LocalDate before = LocalDate.of(2020, 8, 31);
        assertEquals(
                Money.ofCents(4615),
                CoPayment.of(rows, Coverage.NONE, PARAMETERS, before).total());
        assertEquals(
                Money.ofCents(3615),
                CoPayment.of(rows, Coverage.NONE, PARAMETERS, before.plusDays(1))
                        .total());
        CoPayment exempt = CoPayment.of(rows, item -> CoverageReason.COVERS_ALL, PARAMETERS, before);
        assertEquals(Money.ZERO, exempt.total());
        assertTrue(exempt.isFullyExempt());
    }

    @Test
    void neverBelowZeroNorAboveTheCap() {
        Random random = new Random(36);
        for (int i = 0; i < 5_000; i++) {
            List<ServiceItem> rows = new ArrayList<>();
            int count = random.nextInt(9);
            for (int j = 0; j < count; j++) {
                rows.add(item("c" + j, "11", random.nextInt(6_000), 1 + random.nextInt(3)));
            }
            int exempt = random.nextInt(9);
            Coverage coverage =
                    item -> item.code().compareTo("c" + exempt) < 0 ? CoverageReason.LINKED : CoverageReason.NOT_LINKED;
            CoPayment payment = CoPayment.of(rows, coverage, PARAMETERS, TODAY);
            long sum = rows.stream()
                    .filter(row -> row.code().compareTo("c" + exempt) >= 0)
                    .mapToLong(row -> row.tariff().cents() * row.quantity())
                    .sum();
            assertEquals(Math.min(sum, 3615), payment.total().cents());
        }
        assertThrows(
                IllegalArgumentException.class,
                () -> CoPayment.of(List.of(item("x", "11", -100, 1)), Coverage.NONE, PARAMETERS, TODAY));
    }
}
