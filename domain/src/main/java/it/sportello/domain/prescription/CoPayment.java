package it.sportello.domain.prescription;

import it.sportello.domain.money.Money;
import it.sportello.domain.parameter.ParameterKeys;
import it.sportello.domain.parameter.Parameters;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The co-payment of one prescription (L. 724/1994 art. 2; L. 537/1993 art. 8): the tariffs of the rows that no exemption
 * covers, up to the cap of one prescription, and the fixed fee. Always per prescription, never per visit to the desk.
 *
 * @param gross the sum of what the rows would cost without the cap
 * @param ticket the sum after the cap
 * @param fixedFee added when at least one row is due
 */
public record CoPayment(List<Line> lines, Money gross, Money ticket, Money fixedFee) {
    public CoPayment {
        lines = List.copyOf(lines);
    }

    /** A row with what it adds before the cap, and why. */
    public record Line(ServiceItem item, Money due, CoverageReason reason) {}

    /**
     * The breakdown.
     *
     * @param deliveryDate the reference date of cap and fee
     */
    public static CoPayment of(
            List<ServiceItem> rows, Coverage coverage, Parameters parameters, LocalDate deliveryDate) {
        List<Line> lines = new ArrayList<>(rows.size());
        Money gross = Money.ZERO;
        boolean anyDue = false;
        for (ServiceItem row : rows) {
            CoverageReason reason = coverage.of(row);
            Money due = reason.isExempt() ? Money.ZERO : row.fullPrice();
            if (due.isNegative()) {
                throw new IllegalArgumentException("A row below zero: " + row.code());
            }
            anyDue |= !reason.isExempt();
            lines.add(new Line(row, due, reason));
            gross = gross.plus(due);
        }
        Money ticket = gross.min(parameters.get(ParameterKeys.COPAYMENT_CAP, deliveryDate));
        Money fee = anyDue ? parameters.get(ParameterKeys.COPAYMENT_FIXED_FEE, deliveryDate) : Money.ZERO;
        return new CoPayment(lines, gross, ticket, fee);
    }

    /** What the patient pays. */
    public Money total() {
        return ticket.plus(fixedFee);
    }

    public boolean isCapped() {
        return ticket.compareTo(gross) < 0;
    }

    public boolean isFullyExempt() {
        return lines.stream().allMatch(line -> line.reason().isExempt());
    }
}
