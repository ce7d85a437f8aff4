package it.sportello.app.service;

import it.sportello.api.Exemptions;
import it.sportello.api.Prescriptions.ServiceRow;
import it.sportello.app.frame.Texts;
import it.sportello.app.frame.Words;
import it.sportello.domain.exemption.Exemption;
import it.sportello.domain.exemption.ExemptionCatalogue;
import it.sportello.domain.exemption.ExemptionChecks;
import it.sportello.domain.exemption.ExemptionCode;
import it.sportello.domain.exemption.ExemptionOrigin;
import it.sportello.domain.money.Money;
import it.sportello.domain.parameter.Parameters;
import it.sportello.domain.prescription.AccessType;
import it.sportello.domain.prescription.CoPayment;
import it.sportello.domain.prescription.ExemptionStanding;
import it.sportello.domain.prescription.ServiceItem;
import it.sportello.domain.prescription.ServiceKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The co-payment of services by the rule of the domain, and its reason in the operator's words. The server decides what
 * is owed; this says how it comes about, and estimates it before a booking exists.
 */
public final class CoPayments {
    private final Texts texts = Texts.of(CoPayments.class, "copayment.properties");
    private final ExemptionCatalogue catalogue;
    private final DeskContext desk;
    private final Words words;

    public CoPayments(ExemptionCatalogue catalogue, DeskContext desk, Words words) {
        this.catalogue = catalogue;
        this.desk = desk;
        this.words = words;
    }

    /**
     * What a co-payment rests on.
     *
     * @param accessType value of the national schema, if stated
     * @param exemptionCode code on the prescription, if any
     * @param held what the person holds, ended ones too
     * @param issuedOn day of the prescription
     * @param delivery day of the service, which decides cap and fee
     */
    public record Basis(
            List<ServiceRow> rows,
            Optional<String> accessType,
            Optional<String> exemptionCode,
            List<Exemptions.ExemptionView> held,
            LocalDate issuedOn,
            LocalDate delivery) {
        public Basis {
            rows = List.copyOf(rows);
            held = List.copyOf(held);
        }

        /** Exemptions are health data. */
        @Override
        public String toString() {
            return "Basis[" + rows.size() + " rows]";
        }
    }

    /**
     * An amount with its reasons.
     *
     * @param reasons sentences in Italian, the weightiest first
     */
    public record Explained(Money total, List<String> reasons) {
        public Explained {
            reasons = List.copyOf(reasons);
        }
    }

    /** Amount and reasons. */
    public Explained explain(Basis basis) {
        Parameters parameters = desk.parameters();
        ExemptionStanding standing = standing(basis, parameters);
        @Nullable AccessType access = access(basis.accessType());
        CoPayment payment = CoPayment.of(
                basis.rows().stream().map(row -> item(row, access)).toList(),
                standing.coverage(),
                parameters,
                basis.delivery());
        return new Explained(payment.total(), reasons(payment, basis.exemptionCode()));
    }

    /** How the registry stands to the code of a prescription. */
    public ExemptionStanding standing(Basis basis) {
        return standing(basis, desk.parameters());
    }

    private ExemptionStanding standing(Basis basis, Parameters parameters) {
        return new ExemptionChecks(catalogue, parameters)
                .standing(
                        basis.exemptionCode().orElse(null),
                        basis.held().stream().map(this::held).toList(),
                        basis.issuedOn(),
                        basis.delivery());
    }

    private List<String> reasons(CoPayment payment, Optional<String> code) {
        List<String> reasons = new ArrayList<>();
        payment.lines().stream()
                .map(CoPayment.Line::reason)
                .distinct()
                .map(reason -> texts.get("reason." + reason.name(), code.orElse("")))
                .forEach(reasons::add);
        if (payment.isCapped()) {
            reasons.add(texts.get("capped", words.money(payment.gross()), words.money(payment.ticket())));
        }
        if (!payment.fixedFee().isZero()) {
            reasons.add(texts.get("fee", words.money(payment.fixedFee())));
        }
        return reasons;
    }

    private Exemption held(Exemptions.ExemptionView view) {
        @Nullable ExemptionCode known = catalogue.find(view.code());
        return new Exemption(
                view.code(),
                view.personId(),
                view.validFrom(),
                view.validTo().orElse(null),
                known == null ? ExemptionOrigin.OTHER : known.origin(),
                view.source());
    }

    private static ServiceItem item(ServiceRow row, @Nullable AccessType access) {
        return new ServiceItem(
                row.code(),
                row.catalogueCode(),
                row.description(),
                row.quantity(),
                row.branch(),
                Money.ofCents(row.tariffCents()),
                access,
                ServiceKind.valueOf(row.kind()));
    }

    private static @Nullable AccessType access(Optional<String> code) {
        for (AccessType type : AccessType.values()) {
            if (type.code().equals(code.orElse(""))) {
                return type;
            }
        }
        return null;
    }
}
