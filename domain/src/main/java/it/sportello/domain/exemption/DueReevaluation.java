package it.sportello.domain.exemption;

import it.sportello.domain.exemption.DueDecision.Reason;
import it.sportello.domain.money.Money;
import it.sportello.domain.parameter.Parameters;
import it.sportello.domain.prescription.CoPayment;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks at open dues one by one when an exemption is registered. A due changes only when its prescription carries the
 * code and its reference date lies in the validity; it never grows (requirement R-MUL-4).
 */
public final class DueReevaluation {
    private final ExemptionCatalogue catalogue;
    private final Parameters parameters;
    private final ExemptionChecks checks;

    public DueReevaluation(ExemptionCatalogue catalogue, Parameters parameters) {
        this.catalogue = catalogue;
        this.parameters = parameters;
        this.checks = new ExemptionChecks(catalogue, parameters);
    }

    /** One decision for each due, in the same order. */
    public List<DueDecision> decide(List<OpenDue> dues, Exemption registered) {
        return dues.stream().map(due -> decide(due, registered)).toList();
    }

    public DueDecision decide(OpenDue due, Exemption registered) {
        LocalDate reference = checks.referenceDate(registered.code(), due.issuedOn(), due.deliveryDate());
        Reason obstacle = obstacle(due, registered, reference);
        if (obstacle != null) {
            return new DueDecision(due.dueId(), due.amount(), due.amount(), obstacle, reference);
        }
        CoPayment payment =
                CoPayment.of(due.rows(), catalogue.coverage(registered.code()), parameters, due.deliveryDate());
        Money after = payment.total();
        return after.compareTo(due.amount()) < 0
                ? new DueDecision(due.dueId(), due.amount(), after, Reason.COVERED, reference)
                : new DueDecision(due.dueId(), due.amount(), due.amount(), Reason.SAME_AMOUNT, reference);
    }

    private @Nullable Reason obstacle(OpenDue due, Exemption registered, LocalDate reference) {
        if (!due.personId().equals(registered.personId())) {
            return Reason.OTHER_PERSON;
        }
        String carried = due.exemption();
        if (carried == null) {
            return Reason.NO_CODE_ON_PRESCRIPTION;
        }
        ExemptionCode code = catalogue.find(carried);
        String held = catalogue.canonical(registered.code());
        boolean same =
                code != null && (code.code().equals(held) || code.replacedBy().contains(held));
        if (!same) {
            return Reason.OTHER_CODE_ON_PRESCRIPTION;
        }
        if (reference.isBefore(registered.validFrom())) {
            return Reason.BEGINS_LATER;
        }
        return registered.isValidOn(reference) ? null : Reason.ENDED_BEFORE;
    }
}
