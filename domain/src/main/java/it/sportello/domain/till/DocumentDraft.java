package it.sportello.domain.till;

import it.sportello.domain.document.DocumentKind;
import it.sportello.domain.document.DocumentLine;
import it.sportello.domain.document.DocumentNumber;
import it.sportello.domain.document.DocumentState;
import it.sportello.domain.document.FiscalDocument;
import it.sportello.domain.document.Regime;
import it.sportello.domain.money.Money;
import it.sportello.domain.money.TenderKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A document before it has its number: what the commit issues.
 *
 * @param stamp stamp duty as its own line
 * @param rounding cash rounding as its own line
 * @param payments by tender, net of change; together lines, stamp and rounding
 */
public record DocumentDraft(
        String personId,
        Regime regime,
        DocumentKind kind,
        List<DocumentLine> lines,
        Money stamp,
        Money rounding,
        Map<TenderKind, Money> payments) {

    public DocumentDraft {
        lines = List.copyOf(lines);
        payments = Map.copyOf(payments);
        Money paid = payments.values().stream().reduce(Money.ZERO, Money::plus);
        Money payable = sum(lines).plus(stamp).plus(rounding);
        if (!paid.equals(payable)) {
            throw new IllegalStateException("draft of " + payable + " paid " + paid);
        }
    }

    /** Lines and stamp, before rounding. */
    public Money total() {
        return sum(lines).plus(stamp);
    }

    public Money payable() {
        return total().plus(rounding);
    }

    /** Cash net of change, rounding included. */
    public Money cash() {
        return payments.getOrDefault(TenderKind.CASH, Money.ZERO);
    }

    /** The document, once the series gave its number inside the commit. */
    public FiscalDocument issue(DocumentNumber number, TillSession session, Instant at) {
        if (number.series().regime() != regime || number.series().kind() != kind) {
            throw new IllegalArgumentException("number " + number + " for " + regime + " " + kind);
        }
        return new FiscalDocument(
                number,
                session.accountingDay(),
                at,
                personId,
                session.id(),
                session.operatorId(),
                lines,
                stamp,
                rounding,
                payments,
                DocumentState.ISSUED,
                null);
    }

    private static Money sum(List<DocumentLine> lines) {
        return lines.stream().map(DocumentLine::amount).reduce(Money.ZERO, Money::plus);
    }

    /** Neither person nor services. */
    @Override
    public String toString() {
        return "DocumentDraft[" + regime + " " + kind + " " + total() + "]";
    }
}
