package it.sportello.domain.document;

import it.sportello.domain.money.Money;
import it.sportello.domain.money.TenderKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An issued document.
 *
 * @param day accounting day of the session, Europe/Rome
 * @param issuedAt instant of the commit, UTC
 * @param stamp stamp duty charged as its own line, zero when none
 * @param rounding cash rounding as its own line, from -2 to +2 cents, zero when not all is cash
 * @param payments what each kind of tender paid, net of change; together the payable amount
 * @param refersTo the document a credit note or refund receipt answers to
 */
public record FiscalDocument(
        DocumentNumber number,
        LocalDate day,
        Instant issuedAt,
        String personId,
        String sessionId,
        String operatorId,
        List<DocumentLine> lines,
        Money stamp,
        Money rounding,
        Map<TenderKind, Money> payments,
        DocumentState state,
        @Nullable DocumentNumber refersTo) {

    public FiscalDocument {
        lines = List.copyOf(lines);
        payments = Map.copyOf(payments);
        if (lines.isEmpty() || stamp.isNegative()) {
            throw new IllegalArgumentException("document without lines or with a negative stamp");
        }
        if (day.getYear() != number.series().year()) {
            throw new IllegalArgumentException(
                    "document of " + day + " in series " + number.series().printed());
        }
        if (number.series().kind().isCredit() != (refersTo != null)) {
            throw new IllegalArgumentException("a credit, and nothing else, refers to a document");
        }
        Money paid = payments.values().stream().reduce(Money.ZERO, Money::plus);
        Money payable = sum(lines).plus(stamp).plus(rounding);
        if (!paid.equals(payable)) {
            throw new IllegalArgumentException("paid " + paid + " is not payable " + payable);
        }
    }

    /** Lines and stamp, before rounding: the amount of the document. */
    public Money total() {
        return sum(lines).plus(stamp);
    }

    /** What changed hands: total and rounding. */
    public Money payable() {
        return total().plus(rounding);
    }

    /** What was paid in cash, net of change, rounding included. */
    public Money cash() {
        return payments.getOrDefault(TenderKind.CASH, Money.ZERO);
    }

    public FiscalDocument withState(DocumentState next) {
        if (state != DocumentState.ISSUED || next == DocumentState.ISSUED) {
            throw new IllegalStateException("document " + number + " from " + state + " to " + next);
        }
        return new FiscalDocument(
                number,
                day,
                issuedAt,
                personId,
                sessionId,
                operatorId,
                lines,
                stamp,
                rounding,
                payments,
                next,
                refersTo);
    }

    private static Money sum(List<DocumentLine> lines) {
        return lines.stream().map(DocumentLine::amount).reduce(Money.ZERO, Money::plus);
    }

    /** Neither person nor services. */
    @Override
    public String toString() {
        return "FiscalDocument[" + number + " " + state + " " + total() + "]";
    }
}
