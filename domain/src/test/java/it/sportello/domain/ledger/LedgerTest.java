package it.sportello.domain.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.domain.ledger.LedgerViolation.Code;
import it.sportello.domain.money.Money;
import it.sportello.domain.money.TenderKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LedgerTest {
    private static final Instant AT = Instant.parse("2026-03-10T08:00:00Z");
    private static final String NUMBER = "SR-T01A/2026/000001";

    private static LedgerEntry cash(long sequence, EntryKind kind, long cents) {
        return LedgerEntry.cash(sequence, kind, Money.ofCents(cents), AT);
    }

    private static LedgerEntry document(long sequence, EntryKind kind, TenderKind tender, long cents) {
        return LedgerEntry.document(sequence, kind, Map.of(tender, Money.ofCents(cents)), NUMBER, AT);
    }

    private static Ledger opened(long floatCents) {
        return Ledger.empty().append(cash(1, EntryKind.FLOAT_OPENING, floatCents));
    }

    private static void assertViolation(Code code, Ledger ledger, LedgerEntry entry) {
        LedgerViolation violation = assertThrows(LedgerViolation.class, () -> ledger.append(entry));
        assertEquals(code, violation.code());
        assertTrue(violation.getMessage().startsWith(violation.supportCode()), violation.getMessage());
    }

    /** A drawer kept beside the ledger, in plain figures. */
    private static final class PlainDrawer {
        private final Random random = new Random(20_261_122);
        private final Map<TenderKind, Long> documents = new EnumMap<>(TenderKind.class);
        private long drawer;
        private long counted;
        private long collected;
        private long paidOut;
        private long pickedUp;
        private long toppedUp;

        private LedgerEntry next(long sequence) {
            return switch (random.nextInt(8)) {
                case 0 -> out(sequence, EntryKind.REFUND);
                case 1 -> out(sequence, EntryKind.ANNULMENT);
                case 2 -> {
                    long cents = random.nextLong(5000);
                    toppedUp += cents;
                    drawer += cents;
                    yield cash(sequence, EntryKind.TOP_UP, cents);
                }
                case 3 -> {
                    long cents = random.nextLong(drawer + 1);
                    pickedUp += cents;
                    drawer -= cents;
                    yield cash(sequence, EntryKind.DROP, -cents);
                }
                default -> collection(sequence);
            };
        }

        private LedgerEntry collection(long sequence) {
            Map<TenderKind, Money> amounts = new EnumMap<>(TenderKind.class);
            for (TenderKind tender : TenderKind.values()) {
                if (random.nextInt(3) == 0) {
                    long cents = random.nextLong(20_000);
                    amounts.put(tender, Money.ofCents(cents));
                    documents.merge(tender, cents, Long::sum);
                }
            }
            long cash = amounts.getOrDefault(TenderKind.CASH, Money.ZERO).cents();
            collected += cash;
            drawer += cash;
            return LedgerEntry.document(sequence, EntryKind.COLLECTION, amounts, NUMBER, AT);
        }

        private LedgerEntry out(long sequence, EntryKind kind) {
            long cents = random.nextLong(Math.min(drawer, 9000) + 1);
            paidOut += cents;
            drawer -= cents;
            documents.merge(TenderKind.CASH, -cents, Long::sum);
            return document(sequence, kind, TenderKind.CASH, -cents);
        }
    }

    @Test
    @Tag("R-TIL-2")
    @Tag("Q13")
    void aHundredThousandRandomMovementsKeepTheInvariant() {
        PlainDrawer plain = new PlainDrawer();
        plain.counted = 10_000;
        plain.drawer = 10_000;
        Ledger ledger = opened(9_500).append(cash(2, EntryKind.OPENING_DIFFERENCE, 500));
        for (int i = 0; i < 100_000; i++) {
            ledger = ledger.append(plain.next(ledger.nextSequence()));
            assertEquals(plain.drawer, ledger.runningTotal().cents());
            assertEquals(
                    plain.counted + plain.collected - plain.paidOut - plain.pickedUp + plain.toppedUp,
                    ledger.runningTotal().cents());
        }
        for (TenderKind tender : TenderKind.values()) {
            assertEquals(
                    plain.documents.getOrDefault(tender, 0L),
                    ledger.ofDocuments(tender).cents(),
                    tender.name());
        }
        assertEquals(100_002, ledger.lastSequence());
    }

    @Test
    @Tag("Q14")
    @Tag("Q19")
    void aSessionEndsAtZeroAndTheNextBeginsWithTheFloatLeft() {
        List<LedgerEntry> entries = new ArrayList<>(List.of(
                cash(1, EntryKind.FLOAT_OPENING, 10_000),
                cash(2, EntryKind.OPENING_DIFFERENCE, -500),
                document(3, EntryKind.COLLECTION, TenderKind.CASH, 4653),
                document(4, EntryKind.ROUNDING, TenderKind.CASH, 2),
                document(5, EntryKind.COLLECTION, TenderKind.CARD, 3615),
                cash(6, EntryKind.CLOSING_DIFFERENCE, -500),
                cash(7, EntryKind.DEPOSIT, -3655),
                cash(8, EntryKind.FLOAT_CARRIED, -10_000)));
        Ledger closed = Ledger.of(entries);
        assertEquals(Money.ZERO, closed.runningTotal());
        assertEquals(Ledger.Phase.CLOSED, closed.phase());
        assertEquals(Money.ofCents(10_000), closed.floatCarried());
        assertEquals(Money.ofCents(-500), closed.cash(EntryKind.OPENING_DIFFERENCE));
        assertEquals(Money.ofCents(-500), closed.cash(EntryKind.CLOSING_DIFFERENCE));
        assertEquals(Money.ofCents(4655), closed.ofDocuments(TenderKind.CASH));
        assertEquals(Money.ofCents(3615), closed.ofDocuments(TenderKind.CARD));
        LedgerEntry next = cash(9, EntryKind.FLOAT_OPENING, 10_000);
        Ledger reopened = closed.append(next);
        assertEquals(Money.ZERO, reopened.ofDocuments(TenderKind.CASH), "sums are those of the session");
        assertEquals(
                reopened.runningTotal(),
                Ledger.ofSession(8, List.of(next)).runningTotal(),
                "a session reads back alone");
    }

    @Test
    @Tag("R-TIL-2")
    void sequenceMayNeitherJumpNorRepeat() {
        assertViolation(Code.SEQUENCE, opened(0), cash(3, EntryKind.TOP_UP, 1));
        assertViolation(Code.SEQUENCE, opened(0), cash(1, EntryKind.TOP_UP, 1));
        assertViolation(Code.SEQUENCE, Ledger.empty(), cash(0, EntryKind.FLOAT_OPENING, 1));
    }

    @Test
    void moneyGoesTheWayOfItsKind() {
        assertViolation(Code.SIGN, Ledger.empty(), cash(1, EntryKind.FLOAT_OPENING, -1));
        assertViolation(Code.SIGN, opened(100), cash(2, EntryKind.DROP, 1));
        assertViolation(Code.SIGN, opened(100), cash(2, EntryKind.TOP_UP, -1));
        assertViolation(Code.SIGN, opened(100), document(2, EntryKind.COLLECTION, TenderKind.CARD, -1));
        assertViolation(Code.SIGN, opened(100), document(2, EntryKind.ANNULMENT, TenderKind.CASH, 1));
        assertViolation(Code.SIGN, opened(100), document(2, EntryKind.REFUND, TenderKind.CASH, 1));
    }

    @Test
    void onlyDocumentsMoveOtherTendersAndNameANumber() {
        assertViolation(
                Code.TENDER,
                opened(100),
                new LedgerEntry(2, EntryKind.TOP_UP, Map.of(TenderKind.CARD, Money.ofCents(1)), null, AT));
        assertViolation(Code.DOCUMENT, opened(100), cash(2, EntryKind.COLLECTION, 1));
        assertViolation(Code.DOCUMENT, opened(100), document(2, EntryKind.TOP_UP, TenderKind.CASH, 1));
        Ledger collected = opened(100).append(document(2, EntryKind.COLLECTION, TenderKind.CARD, 5));
        assertViolation(Code.TENDER, collected, document(3, EntryKind.ROUNDING, TenderKind.CARD, 1));
    }

    @Test
    void entriesKeepTheOrderOfASession() {
        assertViolation(Code.ORDER, Ledger.empty(), cash(1, EntryKind.TOP_UP, 1));
        assertViolation(Code.ORDER, opened(100), cash(2, EntryKind.FLOAT_OPENING, 1));
        assertViolation(Code.ORDER, opened(100), cash(2, EntryKind.DEPOSIT, -1));
        assertViolation(Code.ORDER, opened(100), document(2, EntryKind.ROUNDING, TenderKind.CASH, 1));
        Ledger collected = opened(100).append(document(2, EntryKind.COLLECTION, TenderKind.CASH, 5));
        assertViolation(Code.ORDER, collected, cash(3, EntryKind.OPENING_DIFFERENCE, 1));
        assertViolation(
                Code.ORDER,
                collected,
                LedgerEntry.document(3, EntryKind.ROUNDING, Map.of(TenderKind.CASH, Money.ofCents(1)), "another", AT));
        Ledger counted = opened(100).append(cash(2, EntryKind.CLOSING_DIFFERENCE, 0));
        assertViolation(Code.ORDER, counted, document(3, EntryKind.COLLECTION, TenderKind.CASH, 5));
        assertViolation(Code.ORDER, counted, cash(3, EntryKind.CLOSING_DIFFERENCE, 5));
    }

    @Test
    void aDrawerHoldsNeitherLessThanNothingNorMoreThanFiguresCan() {
        assertViolation(Code.NEGATIVE_DRAWER, opened(100), cash(2, EntryKind.DROP, -101));
        Ledger counted = opened(100).append(cash(2, EntryKind.CLOSING_DIFFERENCE, 0));
        assertViolation(Code.NOT_EMPTY_AT_END, counted, cash(3, EntryKind.FLOAT_CARRIED, -99));
        assertViolation(Code.OVERFLOW, opened(Long.MAX_VALUE), cash(2, EntryKind.TOP_UP, 1));
    }
}
