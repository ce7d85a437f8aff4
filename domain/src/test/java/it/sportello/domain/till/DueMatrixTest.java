package it.sportello.domain.till;

import static it.sportello.domain.till.TillFixtures.DAY;
import static it.sportello.domain.till.TillFixtures.MORNING;
import static it.sportello.domain.till.TillFixtures.due;
import static it.sportello.domain.till.TillFixtures.rules;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.domain.document.DocumentKind;
import it.sportello.domain.document.DocumentLine;
import it.sportello.domain.document.DocumentNumber;
import it.sportello.domain.document.DocumentState;
import it.sportello.domain.document.FiscalDocument;
import it.sportello.domain.document.Regime;
import it.sportello.domain.document.SeriesKey;
import it.sportello.domain.document.VatTreatment;
import it.sportello.domain.money.Money;
import it.sportello.domain.money.TenderKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Kinds and states of dues, and drafts and settlements that contradict themselves. */
class DueMatrixTest {
    private static final Set<DueKind> CO_PAYMENTS = EnumSet.of(DueKind.SPECIALIST_COPAYMENT, DueKind.EMERGENCY_ROOM);
    private static final Set<DueState> AFTER =
            EnumSet.of(DueState.SETTLED, DueState.PARTLY_REFUNDED, DueState.REFUNDED);

    private static Money cents(long cents) {
        return Money.ofCents(cents);
    }

    private static Due of(DueKind kind, Regime regime) {
        return new Due("D1", "P1", kind, cents(100), regime, "", DAY, null, null, DueState.OPEN);
    }

    @ParameterizedTest
    @EnumSource(DueKind.class)
    void theRegimeOfAKind(DueKind kind) {
        boolean ssn = kind != DueKind.PRIVATE_PRACTICE;
        boolean privatePractice = !CO_PAYMENTS.contains(kind);
        assertEquals(ssn, exists(kind, Regime.SSN), "in the health service");
        assertEquals(privatePractice, exists(kind, Regime.PRIVATE_PRACTICE), "in private practice");
        assertEquals(CO_PAYMENTS.contains(kind), kind.isCoPayment());
    }

    private static boolean exists(DueKind kind, Regime regime) {
        try {
            return of(kind, regime).regime() == regime;
        } catch (IllegalArgumentException refused) {
            return false;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SPECIALIST_COPAYMENT,RECEIPT",
        "EMERGENCY_ROOM,RECEIPT",
        "PRIVATE_PRACTICE,INVOICE",
        "PAYING_PATIENT,INVOICE",
        "PAID_ROOM,INVOICE",
        "MEDICAL_RECORD,RECEIPT",
        "FALSE_DECLARATION,RECEIPT",
        "PENALTY,RECEIPT",
        "UNCOLLECTED_REPORT,RECEIPT",
        "MUSEUM,RECEIPT"
    })
    @Tag("R-TIL-23")
    void theDocumentOfAKind(DueKind kind, DocumentKind document) {
        assertEquals(document, kind.document());
        assertFalse(document.isCredit());
        Settlement settlement = settled(due("D1", kind, 1000));
        assertEquals(document, settlement.documents().get(0).kind());
        assertEquals(
                rules().vat().get(kind),
                settlement.documents().get(0).lines().get(0).vat());
    }

    /** Of 100 euro of each kind, alone on its document: 77.47 is passed. */
    @ParameterizedTest
    @EnumSource(DueKind.class)
    @Tag("R-TIL-23")
    void whoBearsTheStamp(DueKind kind) {
        boolean taxed = kind == DueKind.PAID_ROOM;
        Settlement settlement = settled(due("D1", kind, 10_000));
        assertEquals(
                cents(taxed || CO_PAYMENTS.contains(kind) ? 0 : 200),
                settlement.documents().get(0).stamp());
        BasketTotals totals = Basket.of(List.of(due("D1", kind, 9_998))).totals(rules());
        assertEquals(totals.total().plus(cents(2)), totals.payableInCash());
        assertEquals(cents(9_998), totals.dues());
    }

    private static Settlement settled(Due due) {
        Basket basket = Basket.of(List.of(due));
        Money total = basket.totals(rules()).total();
        return assertInstanceOf(
                        SettlementOutcome.Settled.class,
                        basket.settle(List.of(Tender.card(total)), rules(), Money.ZERO))
                .settlement();
    }

    @Test
    @Tag("R-TIL-6")
    void onlyOpenAndLeasedDuesAreCollected() {
        for (DueState state : DueState.values()) {
            boolean collectable = state == DueState.OPEN || state == DueState.IN_BASKET;
            assertEquals(collectable, state.isCollectable(), state.name());
            Due due = due("D1", DueKind.PENALTY, 1000).withState(state);
            assertEquals(state, due.state());
            SettlementOutcome outcome =
                    Basket.of(List.of(due)).settle(List.of(Tender.card(cents(1000))), rules(), Money.ZERO);
            if (collectable) {
                assertInstanceOf(SettlementOutcome.Settled.class, outcome);
            } else {
                assertEquals(
                        new SettlementOutcome.Refused(List.of(new SettlementRefusal.DueNotCollectable("D1", state))),
                        outcome);
            }
        }
    }

    @Test
    @Tag("R-STATE-2")
    @Tag("Q04")
    void noMessageTakesASettledDueBack() {
        for (DueState local : DueState.values()) {
            assertEquals(AFTER.contains(local), local.isAfterSettlement());
            for (DueState incoming : DueState.values()) {
                DueState merged = local.merge(incoming);
                boolean wouldDowngrade = AFTER.contains(local) && !AFTER.contains(incoming);
                assertEquals(wouldDowngrade ? local : incoming, merged, local + " then " + incoming);
                assertTrue(!AFTER.contains(local) || AFTER.contains(merged));
            }
        }
    }

    @Test
    void aDueOfNothingOrLessDoesNotExist() {
        for (long amount : new long[] {0, -1, Long.MIN_VALUE}) {
            assertThrows(IllegalArgumentException.class, () -> due("D1", DueKind.PENALTY, amount));
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new DocumentLine(null, "", cents(amount), new VatTreatment(0, "X")));
        }
        assertEquals(cents(1), due("D1", DueKind.PENALTY, 1).amount());
    }

    private static DocumentDraft draft(long paid) {
        return new DocumentDraft(
                "P1",
                Regime.SSN,
                DocumentKind.RECEIPT,
                List.of(new DocumentLine("D1", "visita", cents(1000), new VatTreatment(0, "X"))),
                cents(200),
                cents(-2),
                Map.of(TenderKind.CASH, cents(paid)));
    }

    @Test
    @Tag("Q13")
    void aDraftIsPaidToTheCent() {
        DocumentDraft right = draft(1198);
        assertEquals(cents(1200), right.total());
        assertEquals(cents(1198), right.payable());
        assertEquals(cents(1198), right.cash());
        assertThrows(IllegalStateException.class, () -> draft(1197));
        assertThrows(IllegalStateException.class, () -> draft(1199));
        assertFalse(right.toString().contains("P1") || right.toString().contains("visita"));
        assertTrue(right.toString().contains("12,00"));
    }

    @Test
    @Tag("R-TIL-4")
    void aDraftTakesANumberOfItsOwnSeriesOnly() {
        TillSession session = TillFixtures.open(Count.empty());
        for (Regime regime : Regime.values()) {
            for (DocumentKind kind : EnumSet.of(DocumentKind.RECEIPT, DocumentKind.INVOICE)) {
                DocumentNumber number = new DocumentNumber(new SeriesKey(regime, kind, "T01", "A", 2026), 7);
                if (regime == Regime.SSN && kind == DocumentKind.RECEIPT) {
                    FiscalDocument document = draft(1198).issue(number, session, MORNING);
                    assertEquals(number, document.number());
                    assertEquals(DAY, document.day());
                    assertEquals(MORNING, document.issuedAt());
                    assertEquals("S1", document.sessionId());
                    assertEquals("OP1", document.operatorId());
                    assertEquals(DocumentState.ISSUED, document.state());
                    assertEquals(draft(1198).payments(), document.payments());
                } else {
                    assertThrows(
                            IllegalArgumentException.class, () -> draft(1198).issue(number, session, MORNING));
                }
            }
        }
    }

    /** Right figures first, then each of them a cent off. */
    @ParameterizedTest
    @CsvSource({
        "1200,-2,1198,1300,102,1198,true",
        "1201,-2,1198,1300,102,1198,false",
        "1200,-1,1198,1300,102,1198,false",
        "1200,-2,1198,1301,102,1198,false",
        "1200,-2,1198,1300,101,1198,false",
        "1200,-2,1198,1300,102,1197,false",
        "1201,-2,1199,1301,102,1199,false",
        "1200,-2,1198,1197,-1,1198,false"
    })
    @Tag("Q13")
    void aSettlementAgreesWithItself(
            long total, long rounding, long payable, long tendered, long change, long kept, boolean right) {
        if (right) {
            assertEquals(
                    cents(kept),
                    settlement(total, rounding, payable, tendered, change, kept).cashKept());
        } else {
            assertThrows(
                    IllegalStateException.class, () -> settlement(total, rounding, payable, tendered, change, kept));
        }
    }

    private static Settlement settlement(
            long total, long rounding, long payable, long tendered, long change, long kept) {
        return new Settlement(
                List.of(draft(1198)),
                cents(total),
                cents(rounding),
                cents(payable),
                cents(tendered),
                cents(change),
                cents(kept));
    }
}
