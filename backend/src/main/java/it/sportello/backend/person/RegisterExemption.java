package it.sportello.backend.person;

import it.sportello.api.Dues.DueOutcome;
import it.sportello.api.Dues.DueView;
import it.sportello.api.Exemptions.ExemptionView;
import it.sportello.api.Exemptions.Register;
import it.sportello.api.Exemptions.Registered;
import it.sportello.api.Problem.Violation;
import it.sportello.api.ProblemCode;
import it.sportello.backend.http.ProblemMapper;
import it.sportello.backend.http.Refusal;
import it.sportello.backend.operation.Applier;
import it.sportello.backend.operation.Incoming;
import it.sportello.backend.session.ParameterTables;
import it.sportello.backend.session.Permission;
import it.sportello.backend.store.Rome;
import it.sportello.backend.store.YearlyCounter;
import it.sportello.domain.exemption.DueDecision;
import it.sportello.domain.exemption.DueReevaluation;
import it.sportello.domain.exemption.Exemption;
import it.sportello.domain.exemption.ExemptionCatalogue;
import it.sportello.domain.exemption.ExemptionChecks;
import it.sportello.domain.exemption.ExemptionDecision;
import it.sportello.domain.exemption.ExemptionFinding;
import it.sportello.domain.exemption.OpenDue;
import it.sportello.domain.money.Money;
import it.sportello.domain.operation.OperationType;
import it.sportello.domain.parameter.Parameters;
import it.sportello.domain.prescription.Finding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * {@code exemption.register}: judged by the rules of the domain, given its protocol number, and every open due of the
 * person looked at again, one by one, each with its reason (R-MUL-4).
 */
public final class RegisterExemption implements Applier {
    private final ParameterTables parameterTables;
    private final ExemptionCatalogue catalogue;
    private final ExemptionRows rows;

    public RegisterExemption(ParameterTables parameterTables, ExemptionCatalogue catalogue) {
        this.parameterTables = parameterTables;
        this.catalogue = catalogue;
        this.rows = new ExemptionRows(catalogue);
    }

    @Override
    public OperationType type() {
        return OperationType.EXEMPTION_REGISTER;
    }

    @Override
    public Outcome apply(Handle handle, Incoming incoming) {
        incoming.require(Permission.EXEMPTIONS);
        Register wish = incoming.payload(Register.class);
        refuseForm(incoming, wish);
        PersonRows.Brief person = PersonRows.lock(handle, wish.personId())
                .orElseThrow(() -> Refusal.of(ProblemCode.PERSON_UNKNOWN, "no such person"));
        Parameters parameters = parameterTables.at(handle, incoming.author().siteId());
        LocalDate today = Rome.day(incoming.receivedAt());
        Exemption granted = judge(handle, wish, person, parameters, today);
        String protocol = String.format(
                Locale.ROOT, "%d/%07d", today.getYear(), YearlyCounter.next(handle, "protocol", today.getYear()));
        ExemptionView view = store(handle, incoming, wish, granted, protocol);
        return Outcome.of(new Registered(protocol, view, reevaluate(handle, incoming, parameters, granted)));
    }

    private static void refuseForm(Incoming incoming, Register wish) {
        if (!incoming.operation().lane().equals("person:" + wish.personId())) {
            throw Refusal.of(ProblemCode.MALFORMED, "lane of another person");
        }
        if (!wish.source().equals("CERTIFICATE") && !wish.source().equals("SELF_DECLARATION")) {
            throw Refusal.of(ProblemCode.MALFORMED, "source of an exemption");
        }
    }

    private Exemption judge(
            Handle handle, Register wish, PersonRows.Brief person, Parameters parameters, LocalDate today) {
        boolean known = handle.createQuery("select exists (select from exemption where id = :id)")
                .bind("id", wish.exemptionId().toString())
                .mapTo(Boolean.class)
                .one();
        if (known) {
            throw ProblemMapper.broken(ProblemCode.EXEMPTION_OVERLAP, "exemptionId", "ALREADY_HELD");
        }
        Exemption wanted = new Exemption(
                wish.code(),
                wish.personId(),
                wish.validFrom(),
                wish.validTo().orElse(null),
                rows.origin(wish.code()),
                wish.source());
        ExemptionDecision decision = new ExemptionChecks(catalogue, parameters)
                .judge(wanted, rows.held(handle, wish.personId()), person.birthDate(), today);
        return switch (decision) {
            case ExemptionDecision.Accepted accepted -> accepted.exemption();
            case ExemptionDecision.Joined joined -> joined.exemption();
            case ExemptionDecision.Refused refused -> throw refusal(refused.findings());
        };
    }

    private static Refusal refusal(List<ExemptionFinding> findings) {
        boolean overlap = findings.stream()
                .anyMatch(finding -> isBlock(finding) && finding.code() == ExemptionFinding.Code.ALREADY_HELD);
        List<Violation> violations = findings.stream()
                .filter(RegisterExemption::isBlock)
                .map(finding -> new Violation("", finding.code().name(), arguments(finding.args())))
                .toList();
        return Refusal.of(
                overlap ? ProblemCode.EXEMPTION_OVERLAP : ProblemCode.EXEMPTION_NOT_ASSIGNABLE,
                "the exemption cannot be registered",
                violations);
    }

    private static boolean isBlock(ExemptionFinding finding) {
        return finding.level() == Finding.Level.BLOCK;
    }

    private static Map<String, String> arguments(List<Object> values) {
        Map<String, String> arguments = new java.util.LinkedHashMap<>();
        for (int index = 0; index < values.size(); index++) {
            arguments.put(Integer.toString(index), values.get(index).toString());
        }
        return arguments;
    }

    /** Stores the exemption, in place of those of the same code that it joins. */
    private ExemptionView store(Handle handle, Incoming incoming, Register wish, Exemption granted, String protocol) {
        List<ExemptionView> joined = rows.ofPerson(handle, wish.personId()).stream()
                .filter(held -> catalogue.canonical(held.code()).equals(granted.code()))
                .filter(held -> rows.held(held).overlaps(granted))
                .toList();
        ExemptionView view = new ExemptionView(
                wish.exemptionId().toString(),
                wish.personId(),
                granted.code(),
                rows.description(granted.code()),
                granted.validFrom(),
                java.util.Optional.ofNullable(granted.validTo()),
                wish.source(),
                1);
        insert(handle, wish, view, protocol);
        for (ExemptionView old : joined) {
            handle.createUpdate("update exemption set replaced_by = :by, version = version + 1 where id = :id")
                    .bind("by", view.id())
                    .bind("id", old.id())
                    .execute();
            incoming.feed().exemptionGone(old.id(), old.version() + 1);
        }
        incoming.feed().exemption(view);
        return view;
    }

    private static void insert(Handle handle, Register wish, ExemptionView view, String protocol) {
        handle.createUpdate("""
                        insert into exemption (id, person_id, code, valid_from, valid_to, source, certificate_issuer,
                            certificate_date, income_year, acting_for, desk_number, protocol_number)
                        values (:id, :person, :code, :from, :to, :source, :issuer, :certified, :year, :acting,
                            :desk, :protocol)""")
                .bind("id", view.id())
                .bind("person", view.personId())
                .bind("code", view.code())
                .bind("from", view.validFrom())
                .bind("to", view.validTo().orElse(null))
                .bind("source", view.source())
                .bind("issuer", wish.certificateIssuer().orElse(null))
                .bind("certified", wish.certificateDate().orElse(null))
                .bind("year", wish.incomeYear().orElse(null))
                .bind("acting", wish.actingFor().orElse(null))
                .bind("desk", wish.deskNumber())
                .bind("protocol", protocol)
                .execute();
    }

    private List<DueOutcome> reevaluate(Handle handle, Incoming incoming, Parameters parameters, Exemption registered) {
        DueReevaluation rule = new DueReevaluation(catalogue, parameters);
        List<DueOutcome> outcomes = new ArrayList<>();
        for (DueView due : DueRows.lockOpen(handle, registered.personId())) {
            DueDecision decision = rule.decide(openDue(handle, due), registered);
            if (decision.isChanged()) {
                long cents = decision.after().cents();
                DueRows.change(handle, incoming.feed(), due.id(), cents, cents == 0 ? "CANCELLED" : "OPEN");
            }
            outcomes.add(new DueOutcome(
                    due.id(),
                    due.description(),
                    decision.before().cents(),
                    decision.after().cents(),
                    decision.isChanged(),
                    decision.reason().name()));
        }
        return outcomes;
    }

    private static OpenDue openDue(Handle handle, DueView due) {
        LocalDate issuedOn = due.prescriptionNumber()
                .flatMap(number -> PrescriptionRows.find(handle, number))
                .map(PrescriptionRows.Row::issuedOn)
                .orElse(due.referenceDate());
        return new OpenDue(
                due.id(),
                due.personId(),
                Money.ofCents(due.amountCents()),
                due.exemptionCode().orElse(null),
                issuedOn,
                due.referenceDate(),
                due.rows().stream().map(row -> ServiceRows.item(row, null)).toList());
    }
}
