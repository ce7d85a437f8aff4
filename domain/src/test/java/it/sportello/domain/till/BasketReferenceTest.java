package it.sportello.domain.till;

import static it.sportello.domain.till.TillFixtures.due;
import static it.sportello.domain.till.TillFixtures.rules;
import static it.sportello.domain.till.TillFixtures.withNotice;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.domain.document.Regime;
import it.sportello.domain.money.Money;
import it.sportello.domain.money.TenderKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The collection computed a second time in plain cents, from the sentences of chapters 3.4 and 3.5. */
@Tag("R-TIL-3")
class BasketReferenceTest {
    private static final List<DueKind> KINDS = List.of(DueKind.values());
    private static final List<TenderKind> TENDERS = List.of(TenderKind.values());

    /** What comes out, or the names of what stands against it. */
    private static final class Plain {
        private final Map<String, Long> stampable = new LinkedHashMap<>();
        private final Map<String, Long> totals = new LinkedHashMap<>();
        private final Set<String> refusals = new HashSet<>();
        private long payable;
        private long rounding;
        private long change;
        private long cashKept;

        Plain(List<Due> dues, List<Tender> tenders, CollectionRules rules, long relatedCash) {
            judge(dues, tenders, rules);
            for (Due due : dues) {
                String document = due.personId() + due.regime() + due.kind().document();
                boolean free = due.kind().isCoPayment() || due.kind() == DueKind.PAID_ROOM;
                stampable.merge(document, free ? 0 : due.amount().cents(), Long::sum);
                totals.merge(document, due.amount().cents(), Long::sum);
            }
            stampable.forEach((document, cents) -> totals.merge(document, cents > 7747 ? 200L : 0L, Long::sum));
            long total = totals.values().stream().mapToLong(Long::longValue).sum();
            long handed = tenders.stream()
                    .mapToLong(tender -> tender.amount().cents())
                    .sum();
            long cash = tenders.stream()
                    .filter(tender -> tender.kind() == TenderKind.CASH)
                    .mapToLong(tender -> tender.amount().cents())
                    .sum();
            rounding = handed == cash ? nearestFive(total) - total : 0;
            payable = total + rounding;
            change = handed - payable;
            cashKept = payable - (handed - cash);
            refuse(change < 0, "Insufficient");
            refuse(handed - cash > payable, "ChangeOnlyFromCash");
            refuse(cashKept > 0 && cashKept + relatedCash >= 500_000, "CashLimit");
        }

        private void judge(List<Due> dues, List<Tender> tenders, CollectionRules rules) {
            refuse(dues.isEmpty(), "EmptyBasket");
            Set<String> ids = new HashSet<>();
            for (Due due : dues) {
                refuse(!ids.add(due.id()), "DueTwice");
                refuse(due.state() != DueState.OPEN && due.state() != DueState.IN_BASKET, "DueNotCollectable");
                refuse(due.noticeNumber() != null && !rules.noticesCollectable(), "NoticeNotCollectable");
            }
            for (Tender tender : tenders) {
                refuse(tender.amount().cents() <= 0, "TenderNotPositive");
            }
        }

        private void refuse(boolean reason, String name) {
            if (reason) {
                refusals.add(name);
            }
        }

        private static long nearestFive(long cents) {
            long best = cents;
            while (best % 5 != 0 && (2 * cents - best) % 5 != 0) {
                best++;
            }
            return best % 5 == 0 ? best : 2 * cents - best;
        }
    }

    private static List<Due> dues(Random random) {
        List<Due> dues = new ArrayList<>();
        for (int i = random.nextInt(20) == 0 ? 0 : 1 + random.nextInt(5); i > 0; i--) {
            DueKind kind = KINDS.get(random.nextInt(KINDS.size()));
            long cents = random.nextInt(15) == 0 ? 100_000 + random.nextInt(600_000) : 1 + random.nextInt(12_000);
            String id = random.nextInt(40) == 0 ? "D1" : "D" + i;
            Due due = due(id, "P" + random.nextInt(2), kind, cents);
            due = random.nextInt(20) == 0 ? withNotice(due) : due;
            dues.add(random.nextInt(25) == 0 ? due.withState(DueState.UNCERTAIN) : due);
        }
        return dues;
    }

    private static List<Tender> tenders(Random random, long total) {
        List<Tender> tenders = new ArrayList<>();
        long left = total;
        for (int i = random.nextInt(3); i > 0; i--) {
            TenderKind kind = TENDERS.get(random.nextInt(TENDERS.size()));
            long amount = random.nextInt(40) == 0 ? -random.nextInt(3) : 1 + random.nextLong(Math.max(1, left));
            tenders.add(new Tender(kind, Money.ofCents(amount)));
            left -= amount;
        }
        long more = random.nextInt(4) == 0 ? -1 - random.nextInt(3) : random.nextInt(6_000);
        if (random.nextInt(5) > 0 && left + more > 0) {
            tenders.add(Tender.cash(Money.ofCents(left + more)));
        }
        return tenders;
    }

    @Test
    @Tag("R-TIL-23")
    @Tag("Q13")
    void acceptsRefusesAndComputesAsTheSecondOne() {
        Random random = new Random(77_47);
        int settled = 0;
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 12_000; i++) {
            CollectionRules rules = rules(true, random.nextInt(4) > 0);
            List<Due> dues = dues(random);
            Basket basket = Basket.of(dues);
            List<Tender> tenders = tenders(random, basket.totals(rules).total().cents());
            long related = random.nextInt(10) == 0 ? random.nextInt(500_000) : 0;
            Plain plain = new Plain(dues, tenders, rules, related);
            SettlementOutcome outcome = basket.settle(tenders, rules, Money.ofCents(related));
            if (outcome instanceof SettlementOutcome.Refused refused) {
                Set<String> names = new HashSet<>();
                refused.refusals().forEach(one -> names.add(one.getClass().getSimpleName()));
                assertEquals(plain.refusals, names, () -> dues + " " + tenders);
                seen.addAll(names);
            } else {
                assertEquals(Set.of(), plain.refusals, () -> dues + " " + tenders);
                same(
                        plain,
                        assertInstanceOf(SettlementOutcome.Settled.class, outcome)
                                .settlement());
                settled++;
            }
        }
        assertTrue(settled > 4_000, "settled " + settled);
        assertEquals(8, seen.size(), () -> "every refusal but the one of private practice: " + seen);
    }

    private static void same(Plain plain, Settlement settlement) {
        assertEquals(plain.payable, settlement.payable().cents());
        assertEquals(plain.rounding, settlement.rounding().cents());
        assertEquals(plain.change, settlement.change().cents());
        assertEquals(plain.cashKept, settlement.cashKept().cents());
        Map<String, Long> totals = new LinkedHashMap<>();
        for (DocumentDraft draft : settlement.documents()) {
            totals.put(
                    draft.personId() + draft.regime() + draft.kind(),
                    draft.total().cents());
            assertTrue(draft.payments().values().stream().noneMatch(Money::isNegative));
        }
        assertEquals(List.copyOf(plain.totals.entrySet()), List.copyOf(totals.entrySet()), "also in their order");
    }

    /** Private practice of 50.00 and co-payments of 30.00: what of 80.00 may be cash. */
    @ParameterizedTest
    @CsvSource({
        "0,8000,true",
        "3000,5000,true",
        "3001,4999,false",
        "8000,0,false",
        "10000,0,false",
        "3500,5000,true",
        "1,7999,true"
    })
    void traceableTendersGoToPrivatePracticeFirst(long cash, long card, boolean admitted) {
        Basket basket = TillFixtures.basket(
                due("D1", DueKind.SPECIALIST_COPAYMENT, 3000), due("D2", DueKind.PRIVATE_PRACTICE, 5000));
        List<Tender> tenders = new ArrayList<>();
        if (cash > 0) {
            tenders.add(Tender.cash(Money.ofCents(cash)));
        }
        if (card > 0) {
            tenders.add(Tender.card(Money.ofCents(card)));
        }
        SettlementOutcome strict = basket.settle(tenders, rules(false, true), Money.ZERO);
        assertEquals(admitted, strict instanceof SettlementOutcome.Settled);
        if (strict instanceof SettlementOutcome.Refused refused) {
            assertEquals(
                    List.of(new SettlementRefusal.PrivatePracticeInCash(Money.ofCents(5000 - card))),
                    refused.refusals());
        }
        Settlement free = assertInstanceOf(
                        SettlementOutcome.Settled.class, basket.settle(tenders, rules(true, true), Money.ZERO))
                .settlement();
        long privateCash = free.documents().stream()
                .filter(draft -> draft.regime() == Regime.PRIVATE_PRACTICE)
                .mapToLong(draft -> draft.cash().cents())
                .sum();
        assertEquals(Math.max(0, 5000 - card), privateCash);
    }

    @Test
    void theRoundingStandsOnTheLargestDocument() {
        Basket basket = TillFixtures.basket(
                due("D1", "P1", DueKind.PENALTY, 1001),
                due("D2", "P2", DueKind.PENALTY, 3002),
                due("D3", "P3", DueKind.PENALTY, 2000));
        Settlement settlement = assertInstanceOf(
                        SettlementOutcome.Settled.class,
                        basket.settle(List.of(Tender.cash(Money.ofCents(10_000))), rules(), Money.ZERO))
                .settlement();
        assertEquals(
                List.of(Money.ZERO, Money.ofCents(2), Money.ZERO),
                settlement.documents().stream().map(DocumentDraft::rounding).toList());
    }

    @Test
    void whatWouldTakeADocumentBelowZeroGoesOnToTheNext() {
        Basket basket = TillFixtures.basket(due("D1", "P1", DueKind.PENALTY, 1), due("D2", "P2", DueKind.PENALTY, 1));
        Settlement settlement = assertInstanceOf(
                        SettlementOutcome.Settled.class,
                        basket.settle(List.of(Tender.cash(Money.ofCents(5))), rules(), Money.ZERO))
                .settlement();
        assertEquals(
                List.of(Money.ofCents(-1), Money.ofCents(-1)),
                settlement.documents().stream().map(DocumentDraft::rounding).toList());
        assertEquals(Money.ofCents(5), settlement.change());
    }
}
