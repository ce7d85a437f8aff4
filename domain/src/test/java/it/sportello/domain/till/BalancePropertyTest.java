package it.sportello.domain.till;

import static it.sportello.domain.till.TillFixtures.DAY;
import static it.sportello.domain.till.TillFixtures.MORNING;
import static it.sportello.domain.till.TillFixtures.done;
import static it.sportello.domain.till.TillFixtures.due;
import static it.sportello.domain.till.TillFixtures.rules;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.domain.document.Annulment;
import it.sportello.domain.document.DocumentKind;
import it.sportello.domain.document.DocumentNumber;
import it.sportello.domain.document.DocumentState;
import it.sportello.domain.document.FiscalDocument;
import it.sportello.domain.document.Regime;
import it.sportello.domain.document.Series;
import it.sportello.domain.document.SeriesKey;
import it.sportello.domain.ledger.Chain;
import it.sportello.domain.ledger.EntryKind;
import it.sportello.domain.ledger.Ledger;
import it.sportello.domain.ledger.LedgerEntry;
import it.sportello.domain.ledger.LedgerViolation;
import it.sportello.domain.money.Money;
import it.sportello.domain.money.TenderKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole days at random: every euro is in the drawer, in the bag, at the bank or back with the payer. */
@Tag("R-TIL-2")
class BalancePropertyTest {
    private static final List<DueKind> KINDS = List.of(DueKind.values());

    /** One till over many days, kept beside the domain in plain figures. */
    private static final class Desk {
        private final Random random;
        private final Map<SeriesKey, Series> series = new HashMap<>();
        private final List<FiscalDocument> documents = new ArrayList<>();
        private final List<LedgerEntry> book = new ArrayList<>();
        private Ledger ledger = Ledger.empty();
        private long drawer;
        private long takenIn;
        private long takenOut;
        private int number;

        Desk(long seed) {
            random = new Random(seed);
        }

        void write(List<LedgerEntry> entries) {
            for (LedgerEntry entry : entries) {
                ledger = ledger.append(entry);
                book.add(entry);
            }
        }

        void open(long floatCents, long countedCents) {
            Count counted = Count.empty().with(Denomination.CENT_1, (int) countedCents);
            TillSession session =
                    done(TillFixtures.opening(Money.ofCents(floatCents)).open(counted, "resto", MORNING));
            write(Postings.opening(session, ledger.nextSequence(), MORNING));
            drawer = countedCents;
            takenIn = 0;
            takenOut = 0;
            documents.clear();
        }

        void act() {
            switch (random.nextInt(10)) {
                case 0 -> annul();
                case 1 -> move(EntryKind.DROP, -random.nextLong(drawer + 1));
                case 2 -> move(EntryKind.TOP_UP, random.nextLong(3_000));
                case 3 -> move(EntryKind.REINTEGRATION, random.nextLong(700));
                default -> collect();
            }
        }

        private void move(EntryKind kind, long cents) {
            write(List.of(LedgerEntry.cash(ledger.nextSequence(), kind, Money.ofCents(cents), MORNING)));
            drawer += cents;
        }

        private void collect() {
            Basket basket = Basket.of(List.of(
                    due("A" + number++, "P" + random.nextInt(2), KINDS.get(random.nextInt(KINDS.size())), cents()),
                    due("B" + number++, "P" + random.nextInt(2), KINDS.get(random.nextInt(KINDS.size())), cents())));
            long total = basket.totals(rules()).total().cents();
            List<Tender> tenders = new ArrayList<>();
            if (random.nextInt(3) == 0) {
                tenders.add(new Tender(TenderKind.CHEQUE, Money.ofCents(1 + random.nextLong(total))));
            }
            tenders.add(Tender.cash(Money.ofCents(total + 5 + random.nextInt(2_000))));
            Settlement settlement = assertInstanceOf(
                            SettlementOutcome.Settled.class, basket.settle(tenders, rules(), Money.ZERO))
                    .settlement();
            for (DocumentDraft draft : settlement.documents()) {
                issue(draft);
            }
            drawer += settlement.cashKept().cents();
            takenIn += settlement.payable().cents();
        }

        private long cents() {
            return random.nextInt(5) == 0 ? 1 + random.nextInt(9) : 1 + random.nextInt(15_000);
        }

        private void issue(DocumentDraft draft) {
            SeriesKey key = new SeriesKey(draft.regime(), draft.kind(), "T01", "A", DAY.getYear());
            Series.Next next = series.getOrDefault(key, Series.empty(key)).next(DAY);
            Series.Next.Numbered numbered = assertInstanceOf(Series.Next.Numbered.class, next);
            series.put(key, numbered.after());
            FiscalDocument document = draft.issue(numbered.number(), TillFixtures.open(Count.empty()), MORNING);
            documents.add(document);
            write(Postings.collection(document, ledger.nextSequence(), MORNING));
        }

        private void annul() {
            if (documents.isEmpty()) {
                return;
            }
            int at = random.nextInt(documents.size());
            FiscalDocument document = documents.get(at);
            Annulment annulment = new Annulment("S1", "OP1", false, "OP2", Money.ZERO, "errore");
            if (document.cash().cents() > drawer
                    || !(annulment.check(document) instanceof Annulment.Outcome.Annulled annulled)) {
                return;
            }
            documents.set(at, annulled.after());
            write(List.of(Postings.annulment(annulled.after(), ledger.nextSequence(), MORNING)));
            drawer -= document.cash().cents();
            takenOut += document.payable().cents();
        }

        /** Closes with a wrong count and returns the float left. */
        long close() {
            Balance balance = Balance.of(ledger);
            assertEquals(drawer, balance.expectedCash().cents());
            long counted = Math.max(0, drawer + random.nextInt(401) - 200);
            long left = Math.min(counted, 10_000);
            assertEquals(Money.ofCents(counted - drawer), balance.difference(Money.ofCents(counted)));
            write(Postings.closing(
                    balance, Money.ofCents(counted), Money.ofCents(left), ledger.nextSequence(), MORNING));
            assertEquals(Money.ZERO, ledger.runningTotal());
            assertEquals(Money.ofCents(left), ledger.floatCarried());
            assertEquals(Money.ofCents(left - counted), ledger.cash(EntryKind.DEPOSIT));
            assertEquals(balance, Balance.of(ledger), "the closing changes nothing of what was to be counted");
            return left;
        }
    }

    @Test
    @Tag("Q13")
    @Tag("Q14")
    @Tag("Q19")
    void thirtyDaysOfAnyOperationsBalance() {
        Desk desk = new Desk(20_260_310);
        long left = 10_000;
        for (int day = 0; day < 30; day++) {
            desk.open(left, Math.max(0, left + desk.random.nextInt(21) - 10));
            for (int i = 0; i < 120; i++) {
                desk.act();
                assertEquals(desk.drawer, desk.ledger.runningTotal().cents());
                assertEquals(desk.ledger.runningTotal(), Balance.of(desk.ledger).expectedCash());
            }
            Money byTender = Money.ZERO;
            for (TenderKind tender : TenderKind.values()) {
                byTender = byTender.plus(desk.ledger.ofDocuments(tender));
            }
            assertEquals(desk.takenIn - desk.takenOut, byTender.cents(), "documents that stand, over all tenders");
            Money standing = desk.documents.stream()
                    .filter(document -> document.state() == DocumentState.ISSUED)
                    .map(FiscalDocument::payable)
                    .reduce(Money.ZERO, Money::plus);
            assertEquals(standing, byTender);
            left = desk.close();
        }
        long sum = desk.book.stream().mapToLong(LedgerEntry::cashCents).sum();
        assertEquals(0, sum, "all entries of all closed days together come to nothing");
        assertEquals(desk.book.size(), desk.ledger.lastSequence());
        assertEquals(desk.ledger.runningTotal(), Ledger.of(desk.book).runningTotal());
        assertTrue(desk.book.size() > 3_000, "entries " + desk.book.size());
    }

    @Test
    void whatADocumentBroughtInItsAnnulmentTakesOut() {
        Desk desk = new Desk(7);
        desk.open(0, 0);
        for (int i = 0; i < 300; i++) {
            desk.collect();
        }
        for (FiscalDocument document : List.copyOf(desk.documents)) {
            List<LedgerEntry> in = Postings.collection(document, 1, MORNING);
            LedgerEntry out = Postings.annulment(document, 1, MORNING);
            for (TenderKind tender : TenderKind.values()) {
                Money brought = in.stream()
                        .map(entry -> entry.amounts().getOrDefault(tender, Money.ZERO))
                        .reduce(Money.ZERO, Money::plus);
                assertEquals(
                        brought.negated(), out.amounts().getOrDefault(tender, Money.ZERO), document + " " + tender);
                assertEquals(document.payments().getOrDefault(tender, Money.ZERO), brought);
            }
            assertEquals(document.rounding().isZero() ? 1 : 2, in.size(), "a rounding is a line of its own");
            assertEquals(document.total(), in.get(0).total(), "the first line is the amount of the document");
            assertEquals(document.number().printed(), out.documentNumber());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "10000,0,5000,1000,0,2000,3000,15000,15000,0",
        "10000,-500,5000,1000,0,0,0,13500,13400,-100",
        "10000,500,0,0,0,0,0,10500,10501,1",
        "0,0,0,0,0,0,0,0,0,0",
        "10000,0,4655,4655,0,0,0,10000,10000,0",
        "10000,0,30000,0,2500,20000,0,17500,17450,-50"
    })
    @Tag("R-TIL-12")
    void expectedCashByHand(ArgumentsAccessor row) {
        long floated = row.getLong(0);
        long openingDifference = row.getLong(1);
        long collected = row.getLong(2);
        long annulled = row.getLong(3);
        long refunded = row.getLong(4);
        long dropped = row.getLong(5);
        long toppedUp = row.getLong(6);
        long expected = row.getLong(7);
        long counted = row.getLong(8);
        long difference = row.getLong(9);
        String number = "SR-T01A/2026/000001";
        List<LedgerEntry> entries = List.of(
                LedgerEntry.cash(1, EntryKind.FLOAT_OPENING, Money.ofCents(floated), MORNING),
                LedgerEntry.cash(2, EntryKind.OPENING_DIFFERENCE, Money.ofCents(openingDifference), MORNING),
                LedgerEntry.document(3, EntryKind.COLLECTION, cash(collected), number, MORNING),
                LedgerEntry.document(4, EntryKind.ANNULMENT, cash(-annulled), number, MORNING),
                LedgerEntry.document(5, EntryKind.REFUND, cash(-refunded), number, MORNING),
                LedgerEntry.cash(6, EntryKind.TOP_UP, Money.ofCents(toppedUp), MORNING),
                LedgerEntry.cash(7, EntryKind.DROP, Money.ofCents(-dropped), MORNING));
        Balance balance = Balance.of(Ledger.of(entries));
        assertEquals(
                new Balance(
                        Money.ofCents(floated + openingDifference),
                        Money.ofCents(collected),
                        Money.ofCents(annulled + refunded),
                        Money.ofCents(dropped),
                        Money.ofCents(toppedUp)),
                balance);
        assertEquals(Money.ofCents(expected), balance.expectedCash());
        assertEquals(Money.ofCents(difference), balance.difference(Money.ofCents(counted)));
    }

    private static Map<TenderKind, Money> cash(long cents) {
        return Map.of(TenderKind.CASH, Money.ofCents(cents));
    }

    @Test
    void whatIsPaidByCardIsNotExpectedInTheDrawer() {
        Ledger ledger = Ledger.of(List.of(
                LedgerEntry.cash(1, EntryKind.FLOAT_OPENING, Money.ofCents(5_000), MORNING),
                LedgerEntry.document(
                        2,
                        EntryKind.COLLECTION,
                        Map.of(TenderKind.CARD, Money.ofCents(3615), TenderKind.NOTICE, Money.ofCents(1)),
                        "SR-T01A/2026/000001",
                        MORNING)));
        assertEquals(Money.ofCents(5_000), Balance.of(ledger).expectedCash());
        assertEquals(Money.ofCents(3615), ledger.ofDocuments(TenderKind.CARD));
    }

    @Test
    void moreThanWasCountedCannotBeLeft() {
        Ledger ledger = Ledger.of(List.of(LedgerEntry.cash(1, EntryKind.FLOAT_OPENING, Money.ofCents(5_000), MORNING)));
        List<LedgerEntry> closing =
                Postings.closing(Balance.of(ledger), Money.ofCents(5_000), Money.ofCents(5_001), 2, MORNING);
        Ledger counted = ledger.append(closing.get(0));
        assertThrows(LedgerViolation.class, () -> counted.append(closing.get(1)));
    }

    @ParameterizedTest
    @CsvSource({"10000,0,true", "0,10000,true", "4000,6000,true", "4000,6001,false", "10001,-1,false", "-1,10001,false"
    })
    @Tag("Q14")
    void whatStaysAndWhatLeavesIsWhatWasCounted(long left, long deposit, boolean right) {
        Count counted = Count.empty().with(Denomination.NOTE_100, 1);
        if (right) {
            ClosingReport report = report(counted, left, deposit);
            assertEquals(Money.ofCents(-250), report.closingDifference(), "counted minus expected");
            assertEquals(Money.ZERO, report.openingDifference());
        } else {
            assertThrows(IllegalArgumentException.class, () -> report(counted, left, deposit));
        }
    }

    private static ClosingReport report(Count counted, long left, long deposit) {
        Balance balance = new Balance(Money.ofCents(10_000), Money.ofCents(250), Money.ZERO, Money.ZERO, Money.ZERO);
        return new ClosingReport(
                TillFixtures.open(counted),
                balance,
                counted,
                1,
                List.of(),
                List.of(),
                Money.ofCents(left),
                Money.ofCents(deposit),
                List.of(),
                3,
                Chain.genesis("till:T01", "A"),
                false,
                MORNING);
    }

    @Test
    @Tag("R-TIL-4")
    void aRangeOfNumbersIsOfOneSeriesAndForward() {
        SeriesKey receipts = new SeriesKey(Regime.SSN, DocumentKind.RECEIPT, "T01", "A", 2026);
        SeriesKey invoices = new SeriesKey(Regime.SSN, DocumentKind.INVOICE, "T01", "A", 2026);
        DocumentNumber third = new DocumentNumber(receipts, 3);
        assertEquals(1, new ClosingReport.Range(third, third, 0, Money.ZERO).documents());
        assertEquals(
                998, new ClosingReport.Range(third, new DocumentNumber(receipts, 1000), 0, Money.ZERO).documents());
        assertThrows(
                IllegalArgumentException.class,
                () -> new ClosingReport.Range(third, new DocumentNumber(receipts, 2), 0, Money.ZERO));
        assertThrows(
                IllegalArgumentException.class,
                () -> new ClosingReport.Range(third, new DocumentNumber(invoices, 4), 0, Money.ZERO));
    }
}
