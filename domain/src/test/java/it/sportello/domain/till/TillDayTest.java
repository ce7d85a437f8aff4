package it.sportello.domain.till;

import static it.sportello.domain.till.TillFixtures.DAY;
import static it.sportello.domain.till.TillFixtures.MORNING;
import static it.sportello.domain.till.TillFixtures.due;
import static it.sportello.domain.till.TillFixtures.open;
import static it.sportello.domain.till.TillFixtures.rules;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import it.sportello.domain.document.Annulment;
import it.sportello.domain.document.DocumentKind;
import it.sportello.domain.document.DocumentNumber;
import it.sportello.domain.document.FiscalDocument;
import it.sportello.domain.document.Regime;
import it.sportello.domain.document.Series;
import it.sportello.domain.document.SeriesKey;
import it.sportello.domain.ledger.Chain;
import it.sportello.domain.ledger.EntryKind;
import it.sportello.domain.ledger.Ledger;
import it.sportello.domain.ledger.LedgerEntry;
import it.sportello.domain.money.Money;
import it.sportello.domain.money.TenderKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Sessions from opening to closing: basket, series, documents, ledger and balance together. */
class TillDayTest {
    private static final List<DueKind> KINDS = List.of(DueKind.values());
    private static final Count FLOAT = Count.empty().with(Denomination.NOTE_20, 5);

    private final Map<SeriesKey, Series> series = new HashMap<>();
    private final List<FiscalDocument> documents = new ArrayList<>();
    private Ledger ledger = Ledger.empty();

    private void append(List<LedgerEntry> entries) {
        entries.forEach(entry -> ledger = ledger.append(entry));
    }

    private void collect(TillSession session, Settlement settlement) {
        for (DocumentDraft draft : settlement.documents()) {
            SeriesKey key = new SeriesKey(draft.regime(), draft.kind(), "T01", "A", DAY.getYear());
            Series.Next next = series.getOrDefault(key, Series.empty(key)).next(session.accountingDay());
            Series.Next.Numbered numbered = assertInstanceOf(Series.Next.Numbered.class, next);
            series.put(key, numbered.after());
            FiscalDocument document = draft.issue(numbered.number(), session, MORNING);
            documents.add(document);
            append(Postings.collection(document, ledger.nextSequence(), MORNING));
        }
    }

    private static Settlement settled(Basket basket, Tender... tenders) {
        SettlementOutcome outcome = basket.settle(List.of(tenders), rules(), Money.ZERO);
        return assertInstanceOf(SettlementOutcome.Settled.class, outcome).settlement();
    }

    @Test
    @Tag("Q13")
    @Tag("Q14")
    void aDayFiveEuroShort() {
        TillSession session = open(FLOAT);
        append(Postings.opening(session, 1, MORNING));
        collect(
                session,
                settled(
                        Basket.of(List.of(due("D1", DueKind.SPECIALIST_COPAYMENT, 4653))),
                        Tender.cash(Money.ofCents(10_000))));
        collect(
                session,
                settled(Basket.of(List.of(due("D2", DueKind.PENALTY, 3615))), Tender.card(Money.ofCents(3615))));
        assertEquals(Money.ofCents(14_655), ledger.runningTotal(), "change given is not in the drawer twice");
        Balance balance = Balance.of(ledger);
        assertEquals(ledger.runningTotal(), balance.expectedCash());
        Money counted = Money.ofCents(14_155);
        assertEquals(Money.ofCents(-500), balance.difference(counted));
        append(Postings.closing(balance, counted, FLOAT.total(), ledger.nextSequence(), MORNING));
        assertEquals(Money.ZERO, ledger.runningTotal());
        assertEquals(FLOAT.total(), ledger.floatCarried());
        assertEquals(Money.ofCents(-4155), ledger.cash(EntryKind.DEPOSIT));
        assertEquals(balance, Balance.of(ledger), "the balance of a closed session is still the same");
        assertEquals(
                List.of("SR-T01A/2026/000001", "SR-T01A/2026/000002"),
                documents.stream().map(one -> one.number().printed()).toList());
    }

    @Test
    @Tag("R-TIL-2")
    void theBalanceCountsPickUpsTopUpsAndReintegrations() {
        append(Postings.opening(open(FLOAT), 1, MORNING));
        append(List.of(
                LedgerEntry.cash(3, EntryKind.DROP, Money.ofCents(-4000), MORNING),
                LedgerEntry.cash(4, EntryKind.TOP_UP, Money.ofCents(1500), MORNING),
                LedgerEntry.cash(5, EntryKind.REINTEGRATION, Money.ofCents(500), MORNING)));
        assertEquals(
                new Balance(FLOAT.total(), Money.ZERO, Money.ZERO, Money.ofCents(4000), Money.ofCents(2000)),
                Balance.of(ledger));
        assertEquals(Money.ofCents(8000), Balance.of(ledger).expectedCash());
        assertEquals(ledger.runningTotal(), Balance.of(ledger).expectedCash());
    }

    @Test
    void anAnnulmentTakesOutExactlyWhatCameIn() {
        TillSession session = open(FLOAT);
        append(Postings.opening(session, 1, MORNING));
        collect(
                session,
                settled(
                        Basket.of(List.of(due("D1", DueKind.SPECIALIST_COPAYMENT, 4653))),
                        Tender.cash(Money.ofCents(5000))));
        Annulment annulment = new Annulment("S1", "OP1", false, "OP2", Money.ZERO, "errore di persona");
        Annulment.Outcome outcome = annulment.check(documents.get(0));
        FiscalDocument annulled =
                assertInstanceOf(Annulment.Outcome.Annulled.class, outcome).after();
        append(List.of(Postings.annulment(annulled, ledger.nextSequence(), MORNING)));
        assertEquals(FLOAT.total(), ledger.runningTotal());
        assertEquals(Money.ZERO, ledger.ofDocuments(TenderKind.CASH));
        assertEquals(Money.ofCents(4655), Balance.of(ledger).paidOut());
    }

    @Test
    @Tag("R-TIL-2")
    @Tag("Q13")
    void documentsLedgerAndDrawerAgreeForAnySequenceOfTendersAndChange() {
        Random random = new Random(5);
        TillSession session = open(FLOAT);
        append(Postings.opening(session, 1, MORNING));
        long drawer = FLOAT.total().cents();
        for (int i = 0; i < 5_000; i++) {
            Basket basket = Basket.of(List.of(
                    due("A" + i, KINDS.get(random.nextInt(KINDS.size())), 1 + random.nextInt(20_000)),
                    due("B" + i, KINDS.get(random.nextInt(KINDS.size())), 1 + random.nextInt(20_000))));
            long total = basket.totals(rules()).total().cents();
            long handed = total + random.nextInt(5000) + 3;
            Settlement settlement = random.nextBoolean()
                    ? settled(basket, Tender.cash(Money.ofCents(handed)))
                    : settled(basket, Tender.card(Money.ofCents(total / 2 + 1)), Tender.cash(Money.ofCents(handed)));
            collect(session, settlement);
            drawer += handed - settlement.change().cents();
            assertEquals(drawer, ledger.runningTotal().cents());
        }
        Money issued = documents.stream().map(FiscalDocument::payable).reduce(Money.ZERO, Money::plus);
        Money booked = Money.ZERO;
        for (TenderKind tender : TenderKind.values()) {
            booked = booked.plus(ledger.ofDocuments(tender));
        }
        assertEquals(issued, booked);
        series.forEach((key, reached) -> {
            List<Integer> numbers = documents.stream()
                    .filter(one -> one.number().series().equals(key))
                    .map(one -> one.number().progressive())
                    .toList();
            assertEquals(reached.last(), numbers.size());
            for (int i = 0; i < numbers.size(); i++) {
                assertEquals(i + 1, numbers.get(i));
            }
        });
    }

    @Test
    @Tag("Q22")
    void theClosingReportHoldsBothDifferencesAndItsFiguresAgree() {
        TillSession session = open(FLOAT);
        append(Postings.opening(session, 1, MORNING));
        Balance balance = Balance.of(ledger);
        SeriesKey key = new SeriesKey(Regime.SSN, DocumentKind.RECEIPT, "T01", "A", 2026);
        ClosingReport.Range range =
                new ClosingReport.Range(new DocumentNumber(key, 3), new DocumentNumber(key, 7), 1, Money.ofCents(100));
        assertEquals(5, range.documents());
        ClosingReport report = report(session, balance, range, Money.ofCents(10_000), Money.ZERO);
        assertEquals(Money.ZERO, report.openingDifference());
        assertEquals(Money.ZERO, report.closingDifference());
        assertThrows(
                IllegalArgumentException.class,
                () -> report(session, balance, range, Money.ofCents(10_000), Money.ofCents(1)));
        assertThrows(
                IllegalArgumentException.class,
                () -> new ClosingReport.Range(range.last(), range.first(), 0, Money.ZERO));
        TenderCheck card = new TenderCheck(TenderKind.CARD, Money.ofCents(100), Money.ofCents(90));
        assertEquals(Money.ofCents(-10), card.difference());
    }

    private static ClosingReport report(
            TillSession session, Balance balance, ClosingReport.Range range, Money floatLeft, Money deposit) {
        return new ClosingReport(
                session,
                balance,
                FLOAT,
                1,
                List.of(),
                List.of(range),
                floatLeft,
                deposit,
                List.of(),
                2,
                Chain.genesis("till:T01", "A"),
                false,
                MORNING);
    }
}
