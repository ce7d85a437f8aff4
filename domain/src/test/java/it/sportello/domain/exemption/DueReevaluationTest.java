package it.sportello.domain.exemption;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.domain.exemption.DueDecision.Reason;
import it.sportello.domain.money.Money;
import it.sportello.domain.parameter.Parameters;
import it.sportello.domain.prescription.ServiceItem;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("R-MUL-4")
class DueReevaluationTest {
    private static final LocalDate FROM = LocalDate.of(2026, 11, 1);
    private static final LocalDate TO = LocalDate.of(2027, 3, 31);
    private static final ExemptionCatalogue CATALOGUE = ExemptionCatalogue.shipped();
    private final DueReevaluation reevaluation = new DueReevaluation(CATALOGUE, Parameters.shipped());

    private static OpenDue due(@Nullable String code, LocalDate issued, LocalDate delivery, String... services) {
        List<ServiceItem> rows = java.util.Arrays.stream(services)
                .map(ExemptionCatalogueTest::item)
                .toList();
        Money amount = Money.ofCents(Math.min(3615, 1000L * rows.size()));
        return new OpenDue("d-1", "p-1", amount, code, issued, delivery, rows);
    }

    private DueDecision decide(OpenDue due, String code) {
        return reevaluation.decide(due, new Exemption(code, "p-1", FROM, TO, ExemptionOrigin.OTHER, "doc"));
    }

    private void unchanged(Reason reason, DueDecision decision) {
        assertEquals(reason, decision.reason());
        assertFalse(decision.isChanged());
    }

    @Test
    void changesOnlyWithCodeAndDate() {
        DueDecision decision = decide(due("013", FROM, FROM, "90.28.1"), "013");
        assertEquals(new DueDecision("d-1", Money.ofCents(1000), Money.ZERO, Reason.COVERED, FROM), decision);
        unchanged(Reason.NO_CODE_ON_PRESCRIPTION, decide(due(null, FROM, FROM, "90.28.1"), "013"));
        unchanged(Reason.OTHER_CODE_ON_PRESCRIPTION, decide(due("027", FROM, FROM, "90.28.1"), "013"));
        unchanged(Reason.OTHER_CODE_ON_PRESCRIPTION, decide(due("0C02", FROM, FROM, "90.28.1"), "C02"));
        unchanged(Reason.OTHER_CODE_ON_PRESCRIPTION, decide(due("ZZZ", FROM, FROM, "90.28.1"), "013"));
        unchanged(Reason.BEGINS_LATER, decide(due("013", FROM.minusDays(1), FROM, "90.28.1"), "013"));
        unchanged(Reason.ENDED_BEFORE, decide(due("013", TO.plusDays(1), TO.plusDays(9), "90.28.1"), "013"));
        unchanged(Reason.SAME_AMOUNT, decide(due("013", FROM, FROM, "88.71.4"), "013"));
    }

    @Test
    void incomeLooksAtTheDelivery() {
        assertTrue(
                decide(due("7R3", FROM.minusDays(20), FROM, "88.71.4"), "E02").isChanged());
        unchanged(Reason.BEGINS_LATER, decide(due("7R3", FROM.minusDays(20), FROM.minusDays(1), "88.71.4"), "E02"));
        unchanged(Reason.ENDED_BEFORE, decide(due("E02", TO, TO.plusDays(1), "88.71.4"), "E02"));
    }

    @Test
    void oldVenetoCodesOnThePrescriptionCount() {
        assertTrue(decide(due("3C1", FROM, FROM, "88.71.4"), "C01").isChanged());
        assertTrue(decide(due("3C1", FROM, FROM, "88.71.4"), "C02").isChanged());
        unchanged(Reason.OTHER_CODE_ON_PRESCRIPTION, decide(due("3C1", FROM, FROM, "88.71.4"), "C03"));
    }

    @Test
    void partlyCoveredDuesShrinkToTheRest() {
        DueDecision decision = decide(due("013", FROM, FROM, "90.28.1", "88.71.4", "90.27.1"), "013");
        assertEquals(Money.ofCents(1000), decision.after());
        assertEquals(Reason.COVERED, decision.reason());
        String[] five = {"88.71.4", "88.71.5", "88.71.6", "88.71.7", "90.28.1"};
        unchanged(Reason.SAME_AMOUNT, decide(due("013", FROM, FROM, five), "013"));
    }

    @Test
    void anotherPersonsDueStays() {
        OpenDue other = new OpenDue(
                "d-2", "p-2", Money.ofCents(1000), "013", FROM, FROM, List.of(ExemptionCatalogueTest.item("90.28.1")));
        unchanged(Reason.OTHER_PERSON, decide(other, "013"));
    }

    @Test
    void neverGrowsAndNeverZeroesWithoutTheCode() {
        Random random = new Random(44);
        String[] codes = {"013", "E02", "C02", "0C02", "027", null};
        String[] services = {"90.28.1", "88.71.4", "90.42.1", "89.01", "89.52"};
        for (int i = 0; i < 3_000; i++) {
            String carried = codes[random.nextInt(codes.length)];
            String registered = codes[random.nextInt(codes.length - 1)];
            LocalDate issued = FROM.plusDays(random.nextInt(300) - 100);
            OpenDue due = due(carried, issued, issued.plusDays(random.nextInt(90)), services[random.nextInt(5)]);
            DueDecision decision = decide(due, String.valueOf(registered));
            assertTrue(decision.after().compareTo(decision.before()) <= 0);
            assertEquals(decision.isChanged(), decision.reason() == Reason.COVERED);
            if (!String.valueOf(registered).equals(carried)) {
                assertFalse(decision.isChanged());
            } else if (decision.isChanged()) {
                assertFalse(decision.reference().isBefore(FROM)
                        || decision.reference().isAfter(TO));
            }
        }
        assertEquals(
                0,
                reevaluation
                        .decide(List.of(), new Exemption("013", "p-1", FROM, TO, ExemptionOrigin.PATHOLOGY, ""))
                        .size());
    }
}
