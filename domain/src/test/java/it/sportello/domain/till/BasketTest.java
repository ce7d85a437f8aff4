package it.sportello.domain.till;

import static it.sportello.domain.till.TillFixtures.basket;
import static it.sportello.domain.till.TillFixtures.due;
import static it.sportello.domain.till.TillFixtures.rules;
import static it.sportello.domain.till.TillFixtures.withNotice;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.domain.document.DocumentKind;
import it.sportello.domain.document.Regime;
import it.sportello.domain.money.Money;
import it.sportello.domain.money.TenderKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BasketTest {
    private static final List<DueKind> KINDS = List.of(DueKind.values());

    private static Money cents(long cents) {
        return Money.ofCents(cents);
    }

    private static Settlement settled(Basket basket, Tender... tenders) {
        SettlementOutcome outcome = basket.settle(List.of(tenders), rules(), Money.ZERO);
        return assertInstanceOf(SettlementOutcome.Settled.class, outcome).settlement();
    }

    private static List<SettlementRefusal> refused(Basket basket, Tender... tenders) {
        SettlementOutcome outcome = basket.settle(List.of(tenders), rules(), Money.ZERO);
        return assertInstanceOf(SettlementOutcome.Refused.class, outcome).refusals();
    }

    @ParameterizedTest
    @Tag("R-TIL-3")
    @CsvSource({
        "1000,1000", "1001,1000", "1002,1000", "1003,1005", "1004,1005",
        "1005,1005", "1006,1005", "1007,1005", "1008,1010", "1009,1010",
        "2,0", "3,5"
    })
    void allCashIsRoundedToTheNearestFiveCents(long due, long payable) {
        Settlement settlement =
                settled(basket(due("D1", DueKind.SPECIALIST_COPAYMENT, due)), Tender.cash(cents(20_000)));
        assertEquals(cents(payable), settlement.payable());
        assertEquals(cents(payable - due), settlement.rounding());
        assertEquals(cents(due), settlement.total(), "the document keeps its amount");
        assertEquals(cents(20_000 - payable), settlement.change());
        assertEquals(cents(payable), settlement.cashKept());
        assertEquals(cents(payable - due), settlement.documents().get(0).rounding());
    }

    @Test
    @Tag("R-TIL-3")
    void nothingIsRoundedAsSoonAsACentIsNotCash() {
        Basket basket = basket(due("D1", DueKind.SPECIALIST_COPAYMENT, 4653));
        Settlement mixed = settled(basket, Tender.card(cents(1)), Tender.cash(cents(5000)));
        assertEquals(Money.ZERO, mixed.rounding());
        assertEquals(cents(348), mixed.change());
        assertEquals(cents(4652), mixed.cashKept());
        assertEquals(Money.ZERO, settled(basket, Tender.card(cents(4653))).rounding());
    }

    @Test
    @Tag("R-TIL-3")
    void theRoundingOfAFewCentsTakesNoDocumentBelowZero() {
        Settlement settlement = settled(
                basket(due("D1", "P1", DueKind.PENALTY, 1), due("D2", "P2", DueKind.PENALTY, 1)),
                Tender.cash(cents(5)));
        assertEquals(Money.ZERO, settlement.payable());
        assertEquals(cents(5), settlement.change());
        assertEquals(
                List.of(Money.ZERO, Money.ZERO),
                settlement.documents().stream().map(DocumentDraft::payable).toList());
    }

    @Test
    void anAuthorityMayRoundNothing() {
        CollectionRules five = rules();
        CollectionRules none = new CollectionRules(
                five.stampThreshold(), five.stampDuty(), 1, five.cashLimit(), true, true, five.vat());
        assertEquals(Money.ZERO, none.cashRounding(cents(1003)));
    }

    @ParameterizedTest
    @Tag("R-TIL-23")
    @CsvSource({"7747,0", "7748,200", "7600,0", "7746,0", "100000,200"})
    void stampIsDueStrictlyAboveTheThresholdTestedBeforeAddingIt(long due, long stamp) {
        Settlement settlement =
                settled(basket(due("D1", DueKind.PRIVATE_PRACTICE, due)), Tender.card(cents(due + stamp)));
        assertEquals(cents(stamp), settlement.documents().get(0).stamp());
        assertEquals(cents(due + stamp), settlement.payable());
    }

    @Test
    @Tag("R-TIL-23")
    void coPaymentsBearNoStampWhateverTheAmount() {
        Basket basket = basket(
                due("D1", DueKind.SPECIALIST_COPAYMENT, 4615),
                due("D2", DueKind.SPECIALIST_COPAYMENT, 4615),
                due("D3", DueKind.EMERGENCY_ROOM, 500_00));
        Settlement settlement = settled(basket, Tender.card(cents(59_230)));
        assertEquals(1, settlement.documents().size());
        assertEquals(Money.ZERO, settlement.documents().get(0).stamp());
        assertEquals(Money.ZERO, basket.totals(rules()).stamp());
    }

    @Test
    @Tag("R-TIL-23")
    void onlyThePartWithoutVatIsTestedForTheStamp() {
        Settlement below = settled(
                basket(due("D1", DueKind.PAID_ROOM, 20_000), due("D2", DueKind.PAYING_PATIENT, 7747)),
                Tender.card(cents(27_747)));
        assertEquals(Money.ZERO, below.documents().get(0).stamp());
        Settlement above = settled(
                basket(due("D1", DueKind.PAID_ROOM, 100), due("D2", DueKind.PAYING_PATIENT, 7748)),
                Tender.card(cents(8048)));
        assertEquals(cents(200), above.documents().get(0).stamp());
    }

    @Test
    void aCoPaymentDoesNotLiftAnotherReceiptLineOverTheThreshold() {
        Settlement settlement = settled(
                basket(due("D1", DueKind.SPECIALIST_COPAYMENT, 7000), due("D2", DueKind.MEDICAL_RECORD, 2000)),
                Tender.card(cents(9000)));
        assertEquals(Money.ZERO, settlement.documents().get(0).stamp());
    }

    @Test
    void oneDocumentForEachPersonRegimeAndKind() {
        Settlement settlement = settled(
                basket(
                        due("D1", DueKind.SPECIALIST_COPAYMENT, 1000),
                        due("D2", DueKind.PRIVATE_PRACTICE, 5000),
                        due("D3", "P2", DueKind.SPECIALIST_COPAYMENT, 2000),
                        due("D4", DueKind.PAYING_PATIENT, 3000),
                        due("D5", DueKind.MEDICAL_RECORD, 400)),
                Tender.card(cents(11_400)));
        assertEquals(
                List.of("P1 SSN RECEIPT 2", "P1 PRIVATE_PRACTICE INVOICE 1", "P2 SSN RECEIPT 1", "P1 SSN INVOICE 1"),
                settlement.documents().stream()
                        .map(draft -> draft.personId() + " " + draft.regime() + " " + draft.kind() + " "
                                + draft.lines().size())
                        .toList());
    }

    @ParameterizedTest
    @Tag("R-TIL-3")
    @CsvSource({"499997,499995", "499998,", "499999,", "500000,", "500002,"})
    void cashOfTheLimitOrMoreIsRefusedAfterRounding(long due, Long kept) {
        SettlementOutcome outcome = basket(due("D1", DueKind.SPECIALIST_COPAYMENT, due))
                .settle(List.of(Tender.cash(cents(800_000))), rules(), Money.ZERO);
        if (kept == null) {
            assertEquals(
                    new SettlementOutcome.Refused(
                            List.of(new SettlementRefusal.CashLimit(cents(500_000), cents(500_000)))),
                    outcome);
        } else {
            assertEquals(
                    cents(kept),
                    assertInstanceOf(SettlementOutcome.Settled.class, outcome)
                            .settlement()
                            .cashKept());
        }
    }

    @ParameterizedTest
    @Tag("R-TIL-3")
    @CsvSource({"200001,true", "200000,false"})
    void ofAMixedPaymentOnlyTheCashCountsForTheLimit(long card, boolean settled) {
        SettlementOutcome outcome = basket(due("D1", DueKind.SPECIALIST_COPAYMENT, 700_000))
                .settle(List.of(Tender.card(cents(card)), Tender.cash(cents(600_000))), rules(), Money.ZERO);
        assertEquals(settled, outcome instanceof SettlementOutcome.Settled);
    }

    @Test
    @Tag("R-TIL-3")
    void aSplitPaymentDoesNotPassUnderTheLimit() {
        Basket basket = basket(due("D1", DueKind.SPECIALIST_COPAYMENT, 100_000));
        List<Tender> cash = List.of(Tender.cash(cents(100_000)));
        assertInstanceOf(SettlementOutcome.Settled.class, basket.settle(cash, rules(), cents(399_995)));
        assertEquals(
                new SettlementOutcome.Refused(List.of(new SettlementRefusal.CashLimit(cents(500_000), cents(500_000)))),
                basket.settle(cash, rules(), cents(400_000)));
        List<Tender> card = List.of(Tender.card(cents(100_000)));
        assertInstanceOf(SettlementOutcome.Settled.class, basket.settle(card, rules(), cents(900_000)));
    }

    @Test
    void everyRefusalIsListed() {
        Due settled = due("D2", DueKind.PENALTY, 1000).withState(DueState.SETTLED);
        Due notice = withNotice(due("D3", DueKind.PENALTY, 1000));
        Basket basket = basket(due("D1", DueKind.PENALTY, 1000), due("D1", DueKind.PENALTY, 1000), settled, notice);
        SettlementOutcome outcome =
                basket.settle(List.of(Tender.cash(cents(100)), Tender.card(cents(-5))), rules(true, false), Money.ZERO);
        assertEquals(
                new SettlementOutcome.Refused(List.of(
                        new SettlementRefusal.DueTwice("D1"),
                        new SettlementRefusal.DueNotCollectable("D2", DueState.SETTLED),
                        new SettlementRefusal.NoticeNotCollectable("D3"),
                        new SettlementRefusal.TenderNotPositive(TenderKind.CARD, cents(-5)),
                        new SettlementRefusal.Insufficient(cents(3905)))),
                outcome);
    }

    @Test
    void anEmptyBasketAndChangeFromACardAreRefused() {
        assertTrue(refused(basket(), Tender.cash(cents(100))).contains(new SettlementRefusal.EmptyBasket()));
        assertEquals(
                List.of(new SettlementRefusal.ChangeOnlyFromCash(cents(10))),
                refused(basket(due("D1", DueKind.PENALTY, 1000)), Tender.card(cents(1010)), Tender.cash(cents(500))));
    }

    @Test
    void privatePracticeAsksForATraceableTender() {
        Basket both = basket(due("D1", DueKind.SPECIALIST_COPAYMENT, 1000), due("D2", DueKind.PRIVATE_PRACTICE, 5000));
        List<Tender> enough = List.of(Tender.cash(cents(1000)), Tender.card(cents(5000)));
        Settlement settlement = assertInstanceOf(
                        SettlementOutcome.Settled.class, both.settle(enough, rules(false, true), Money.ZERO))
                .settlement();
        DocumentDraft invoice = settlement.documents().get(1);
        assertEquals(Regime.PRIVATE_PRACTICE, invoice.regime());
        assertEquals(DocumentKind.INVOICE, invoice.kind());
        assertEquals(Map.of(TenderKind.CARD, cents(5000)), invoice.payments());
        List<Tender> tooLittle = List.of(Tender.cash(cents(2000)), Tender.card(cents(4000)));
        assertEquals(
                new SettlementOutcome.Refused(List.of(new SettlementRefusal.PrivatePracticeInCash(cents(1000)))),
                both.settle(tooLittle, rules(false, true), Money.ZERO));
    }

    @Test
    @Tag("Q13")
    void documentsTendersAndDrawerAlwaysReconcile() {
        Random random = new Random(20260310);
        int collected = 0;
        for (int round = 0; round < 20_000; round++) {
            Basket basket = randomBasket(random);
            List<Tender> tenders = randomTenders(random, basket.totals(rules()).total());
            if (basket.settle(tenders, rules(), Money.ZERO) instanceof SettlementOutcome.Settled done) {
                collected++;
                assertReconciles(basket, tenders, done.settlement());
            }
        }
        assertTrue(collected > 10_000, "collected " + collected);
    }

    private static void assertReconciles(Basket basket, List<Tender> tenders, Settlement settlement) {
        for (TenderKind kind : EnumSet.complementOf(EnumSet.of(TenderKind.CASH))) {
            Money tendered = tenders.stream()
                    .filter(tender -> tender.kind() == kind)
                    .map(Tender::amount)
                    .reduce(Money.ZERO, Money::plus);
            Money booked = settlement.documents().stream()
                    .map(draft -> draft.payments().getOrDefault(kind, Money.ZERO))
                    .reduce(Money.ZERO, Money::plus);
            assertEquals(tendered, booked, kind.name());
        }
        Money cash = tenders.stream()
                .filter(tender -> tender.kind() == TenderKind.CASH)
                .map(Tender::amount)
                .reduce(Money.ZERO, Money::plus);
        assertEquals(settlement.cashKept(), cash.minus(settlement.change()));
        int lines = settlement.documents().stream()
                .mapToInt(draft -> draft.lines().size())
                .sum();
        assertEquals(basket.lines().size(), lines);
        assertTrue(settlement.documents().stream()
                .noneMatch(draft -> draft.payable().isNegative()));
    }

    private static Basket randomBasket(Random random) {
        List<Due> dues = new ArrayList<>();
        int number = 1 + random.nextInt(5);
        for (int i = 0; i < number; i++) {
            DueKind kind = KINDS.get(random.nextInt(KINDS.size()));
            long amount = random.nextInt(10) == 0 ? 1 + random.nextInt(4) : 1 + random.nextInt(12_000);
            dues.add(due("D" + i, "P" + random.nextInt(2), kind, amount));
        }
        return Basket.of(dues);
    }

    private static List<Tender> randomTenders(Random random, Money total) {
        List<Tender> tenders = new ArrayList<>();
        if (random.nextBoolean()) {
            long card = 1 + random.nextLong(total.cents());
            tenders.add(Tender.card(cents(card)));
            if (card < total.cents() && random.nextBoolean()) {
                tenders.add(new Tender(TenderKind.CHEQUE, cents(1 + random.nextLong(total.cents() - card))));
            }
        }
        if (random.nextInt(8) > 0) {
            tenders.add(Tender.cash(total.plus(cents(random.nextInt(5000)))));
        }
        return tenders;
    }

    @Test
    void aDueIsPaidWholeAndMatchesItsRegime() {
        Due due = due("D1", DueKind.PENALTY, 1000);
        assertThrows(IllegalArgumentException.class, () -> new Basket.Line(due, cents(999)));
        assertThrows(IllegalArgumentException.class, () -> due("D1", DueKind.PENALTY, 0));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Due(
                        "D1",
                        "P1",
                        DueKind.SPECIALIST_COPAYMENT,
                        cents(1),
                        Regime.PRIVATE_PRACTICE,
                        "",
                        TillFixtures.DAY,
                        null,
                        null,
                        DueState.OPEN));
    }

    @Test
    @Tag("Q04")
    void whatWasSettledHereIsNeverDowngraded() {
        assertEquals(DueState.SETTLED, DueState.SETTLED.merge(DueState.OPEN));
        assertEquals(DueState.SETTLED, DueState.SETTLED.merge(DueState.UNCERTAIN));
        assertEquals(DueState.REFUNDED, DueState.SETTLED.merge(DueState.REFUNDED));
        assertEquals(DueState.SETTLED, DueState.OPEN.merge(DueState.SETTLED));
    }

    @Test
    void textOfADueAndADraftTellsNoPerson() {
        assertEquals(
                "Due[D1 PENALTY 10,00 OPEN]", due("D1", DueKind.PENALTY, 1000).toString());
    }
}
