package it.sportello.app.prescription;

import it.sportello.app.frame.Texts;
import it.sportello.app.frame.Words;
import it.sportello.domain.identity.PaperNumber;
import it.sportello.domain.prescription.ExemptionStanding;
import it.sportello.domain.prescription.Prescription;
import it.sportello.domain.prescription.PrescriptionStatus;
import it.sportello.domain.prescription.ServiceItem;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A prescription in the words of the screen.
 *
 * @param findings the gravest first
 */
public record PrescriptionSheet(
        String number, List<Service> services, List<Fact> facts, List<FindingWords.Line> findings) {
    public PrescriptionSheet {
        services = List.copyOf(services);
        facts = List.copyOf(facts);
        findings = List.copyOf(findings);
    }

    /** A service asked for. */
    public record Service(String description, String code, String quantity) {}

    /** A label and what it says. */
    public record Fact(String label, String value) {}

    @Override
    public String toString() {
        return "PrescriptionSheet[" + services.size() + "]";
    }

    static PrescriptionSheet of(LookUpPrescription.Result.Shown shown, Texts texts, Words words) {
        FindingWords findings = new FindingWords(texts, words);
        Prescription prescription = shown.prescription();
        return new PrescriptionSheet(
                prescription.number().value(),
                prescription.rows().stream().map(row -> service(row, texts)).toList(),
                facts(shown, texts, words, findings),
                shown.findings().stream().map(findings::line).toList());
    }

    private static Service service(ServiceItem row, Texts texts) {
        return new Service(
                row.description(), texts.get("service.code", row.code()), texts.get("service.times", row.quantity()));
    }

    private static List<Fact> facts(
            LookUpPrescription.Result.Shown shown, Texts texts, Words words, FindingWords findings) {
        Prescription prescription = shown.prescription();
        boolean paper = prescription.number() instanceof PaperNumber;
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(texts.get("fact.kind"), texts.get(paper ? "kind.paper" : "kind.electronic")));
        facts.add(new Fact(
                texts.get("fact.class"),
                texts.get(Optional.ofNullable(prescription.priority())
                        .map(priority -> "class." + priority.name())
                        .orElse("class.none"))));
        facts.add(new Fact(texts.get("fact.access"), access(prescription.rows(), texts)));
        facts.add(new Fact(texts.get("fact.exemption"), exemption(shown.exemption(), texts)));
        facts.add(new Fact(
                texts.get("fact.valid"),
                texts.get("valid.value", words.date(prescription.issuedOn()), words.date(shown.lastDay()))));
        facts.add(new Fact(texts.get("fact.prescriber"), shown.prescriber()));
        facts.add(new Fact(texts.get("fact.state"), state(prescription.status(), texts, findings)));
        return facts;
    }

    private static String access(List<ServiceItem> rows, Texts texts) {
        return rows.stream()
                .flatMap(row -> Optional.ofNullable(row.accessType()).stream())
                .findFirst()
                .map(type -> texts.get("access." + type.name()))
                .orElseGet(() -> texts.get("access.none"));
    }

    private static String exemption(ExemptionStanding standing, Texts texts) {
        @Nullable String code = standing.code();
        return code == null
                ? texts.get("exemption.NONE")
                : texts.get("exemption." + standing.status().name(), code);
    }

    private static String state(PrescriptionStatus status, Texts texts, FindingWords findings) {
        String state = texts.get("state." + status.state().name());
        @Nullable String who = status.takenBy();
        @Nullable LocalDateTime since = status.since();
        if (who == null) {
            return state;
        }
        return since == null
                ? texts.get("state.by", state, findings.provider(who))
                : texts.get("state.by.since", state, findings.provider(who), findings.moment(since));
    }
}
