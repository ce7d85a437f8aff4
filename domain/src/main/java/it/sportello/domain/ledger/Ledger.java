package it.sportello.domain.ledger;

import it.sportello.domain.ledger.LedgerViolation.Code;
import it.sportello.domain.money.Money;
import it.sportello.domain.money.TenderKind;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where the book of one drawer stands after its last entry. Appending gives a new ledger; every append checks sequence,
 * signs, order and the invariant of the drawer: float + collections + rounding - refunds - pick-ups + top-ups is what
 * the drawer holds (specification R-TIL-2). Sums are those of the session in course, or of the last one when closed.
 */
public final class Ledger {
    /** Where the drawer is in its session. */
    public enum Phase {
        /** No session: the book is at zero. */
        CLOSED,
        OPEN,
        /** The closing count is booked: only deposit and float may follow. */
        COUNTED
    }

    private final long lastSequence;
    private final Phase phase;
    private final Money runningTotal;
    private final Map<EntryKind, Map<TenderKind, Money>> sums;
    private final @Nullable LedgerEntry last;

    private Ledger(
            long lastSequence,
            Phase phase,
            Money runningTotal,
            Map<EntryKind, Map<TenderKind, Money>> sums,
            @Nullable LedgerEntry last) {
        this.lastSequence = lastSequence;
        this.phase = phase;
        this.runningTotal = runningTotal;
        this.sums = sums;
        this.last = last;
    }

    /** The book of a drawer that never worked. */
    public static Ledger empty() {
        return new Ledger(0, Phase.CLOSED, Money.ZERO, Map.of(), null);
    }

    /** Reads a whole book again, with every check. */
    public static Ledger of(List<LedgerEntry> entries) {
        return ofSession(0, entries);
    }

    /**
     * Reads one session again, with every check: the book before it ended at zero.
     *
     * @param before sequence of the last entry of the session before, 0 when none
     */
    public static Ledger ofSession(long before, List<LedgerEntry> entries) {
        Ledger ledger = new Ledger(before, Phase.CLOSED, Money.ZERO, Map.of(), null);
        for (LedgerEntry entry : entries) {
            ledger = ledger.append(entry);
        }
        return ledger;
    }

    /** The book after one more entry; a {@link LedgerViolation} when the entry contradicts it. */
    public Ledger append(LedgerEntry entry) {
        checkEntry(entry);
        Phase next = phaseAfter(entry);
        try {
            Map<EntryKind, Map<TenderKind, Money>> sumsAfter =
                    added(entry.kind() == EntryKind.FLOAT_OPENING ? Map.of() : sums, entry);
            Ledger after = new Ledger(entry.sequence(), next, runningTotal.plus(entry.cash()), sumsAfter, entry);
            after.checkInvariant();
            return after;
        } catch (ArithmeticException overflow) {
            throw violation(Code.OVERFLOW, entry);
        }
    }

    /** Sequence of the last entry, 0 when none. */
    public long lastSequence() {
        return lastSequence;
    }

    public long nextSequence() {
        return Math.addExact(lastSequence, 1);
    }

    public Phase phase() {
        return phase;
    }

    /** The cash the book says is in the drawer. */
    public Money runningTotal() {
        return runningTotal;
    }

    /** The float the last session left for the next opening, zero while one is in course. */
    public Money floatCarried() {
        return cash(EntryKind.FLOAT_CARRIED).negated();
    }

    /** Signed cash of one kind in the session. */
    public Money cash(EntryKind kind) {
        return amount(kind, TenderKind.CASH);
    }

    /** Signed amount of one kind and tender in the session. */
    public Money amount(EntryKind kind, TenderKind tender) {
        return sums.getOrDefault(kind, Map.of()).getOrDefault(tender, Money.ZERO);
    }

    /** What the documents of the session moved with one tender: collections, rounding, annulments and refunds. */
    public Money ofDocuments(TenderKind tender) {
        Money sum = Money.ZERO;
        for (EntryKind kind : EntryKind.values()) {
            if (kind.isOfDocument()) {
                sum = sum.plus(amount(kind, tender));
            }
        }
        return sum;
    }

    private void checkEntry(LedgerEntry entry) {
        if (entry.sequence() != lastSequence + 1) {
            throw violation(Code.SEQUENCE, entry);
        }
        for (Map.Entry<TenderKind, Money> amount : entry.amounts().entrySet()) {
            if (!entry.kind().admits(amount.getValue().cents())) {
                throw violation(Code.SIGN, entry);
            }
            boolean cashOnly = !entry.kind().isOfDocument() || entry.kind() == EntryKind.ROUNDING;
            if (cashOnly && amount.getKey() != TenderKind.CASH) {
                throw violation(Code.TENDER, entry);
            }
        }
        if (entry.kind().isOfDocument() != (entry.documentNumber() != null)) {
            throw violation(Code.DOCUMENT, entry);
        }
    }

    private Phase phaseAfter(LedgerEntry entry) {
        boolean inOrder = switch (entry.kind()) {
            case FLOAT_OPENING -> phase == Phase.CLOSED;
            case OPENING_DIFFERENCE -> phase == Phase.OPEN && lastIs(EntryKind.FLOAT_OPENING);
            case ROUNDING -> phase == Phase.OPEN && roundsLast(entry);
            case COLLECTION, ANNULMENT, REFUND, TOP_UP, REINTEGRATION, DROP, CLOSING_DIFFERENCE -> phase == Phase.OPEN;
            case DEPOSIT, FLOAT_CARRIED -> phase == Phase.COUNTED;
        };
        if (!inOrder) {
            throw violation(Code.ORDER, entry);
        }
        return switch (entry.kind()) {
            case CLOSING_DIFFERENCE, DEPOSIT -> Phase.COUNTED;
            case FLOAT_CARRIED -> Phase.CLOSED;
            default -> Phase.OPEN;
        };
    }

    private boolean lastIs(EntryKind kind) {
        return last != null && last.kind() == kind;
    }

    private boolean roundsLast(LedgerEntry rounding) {
        return last != null
                && last.kind() == EntryKind.COLLECTION
                && Objects.equals(last.documentNumber(), rounding.documentNumber());
    }

    /** The drawer total is kept by addition and proved here from the sums by kind: two ways, one figure. */
    private void checkInvariant() {
        Money expected = Money.ZERO;
        for (EntryKind kind : EntryKind.values()) {
            expected = expected.plus(cash(kind));
        }
        if (!expected.equals(runningTotal)) {
            throw new LedgerViolation(Code.INVARIANT, "at " + lastSequence + ": " + expected + " and " + runningTotal);
        }
        if (runningTotal.isNegative()) {
            throw new LedgerViolation(Code.NEGATIVE_DRAWER, "at " + lastSequence + ": " + runningTotal);
        }
        if (phase == Phase.CLOSED && !runningTotal.isZero()) {
            throw new LedgerViolation(Code.NOT_EMPTY_AT_END, "at " + lastSequence + ": " + runningTotal);
        }
    }

    private static Map<EntryKind, Map<TenderKind, Money>> added(
            Map<EntryKind, Map<TenderKind, Money>> before, LedgerEntry entry) {
        Map<EntryKind, Map<TenderKind, Money>> after = new EnumMap<>(EntryKind.class);
        after.putAll(before);
        Map<TenderKind, Money> ofKind = new EnumMap<>(TenderKind.class);
        ofKind.putAll(before.getOrDefault(entry.kind(), Map.of()));
        entry.amounts().forEach((tender, amount) -> ofKind.merge(tender, amount, Money::plus));
        after.put(entry.kind(), ofKind);
        return after;
    }

    private LedgerViolation violation(Code code, LedgerEntry entry) {
        return new LedgerViolation(
                code,
                "entry " + entry.sequence() + " " + entry.kind() + " after " + lastSequence + " in phase " + phase);
    }
}
