package it.sportello.app.prescription;

import it.sportello.api.Prescriptions;
import it.sportello.api.Problem;
import it.sportello.api.ProblemCode;
import it.sportello.app.service.AccessReason;
import it.sportello.app.service.DeskContext;
import it.sportello.app.service.PersonFiles;
import it.sportello.domain.exemption.ExemptionCatalogue;
import it.sportello.domain.exemption.ExemptionChecks;
import it.sportello.domain.identity.PrescriptionNumber;
import it.sportello.domain.parameter.Parameters;
import it.sportello.domain.prescription.CheckContext;
import it.sportello.domain.prescription.ExemptionStanding;
import it.sportello.domain.prescription.Finding;
import it.sportello.domain.prescription.Prescription;
import it.sportello.domain.prescription.PrescriptionChecks;
import it.sportello.offlinecache.StoreFault;
import it.sportello.offlinecache.remote.Answer;
import it.sportello.offlinecache.remote.Backend;
import it.sportello.offlinecache.remote.BackendFault;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Asks the central service for a prescription, identifies its person and runs every check of the rules. The access to the
 * person is in the log before anything comes back (R-SEC-3). May wait for disk and network.
 */
public final class LookUpPrescription {
    /** How the central service names this authority as a provider. */
    static final String OWN_PROVIDER = "OWN";

    private final Backend backend;
    private final PersonFiles files;
    private final DeskContext desk;
    private final ExemptionCatalogue catalogue;
    private final Clock clock;

    public LookUpPrescription(
            Backend backend, PersonFiles files, DeskContext desk, ExemptionCatalogue catalogue, Clock clock) {
        this.backend = backend;
        this.files = files;
        this.desk = desk;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** What looking up comes to. */
    public sealed interface Result {
        /**
         * The prescription with all that was found about it.
         *
         * @param prescriber as the prescription names the doctor
         * @param lastDay last day on which it may be used
         * @param loaded the page of its person, whose access is in the log
         */
        record Shown(
                Prescription prescription,
                String prescriber,
                LocalDate lastDay,
                ExemptionStanding exemption,
                List<Finding> findings,
                PersonFiles.Result.Loaded loaded)
                implements Result {
            public Shown {
                findings = List.copyOf(findings);
            }

            /** What forbids its use; empty when places may be searched for. */
            public Optional<Finding> firstBlock() {
                return findings.stream()
                        .filter(finding -> finding.level() == Finding.Level.BLOCK)
                        .findFirst();
            }

            /** Neither person nor services. */
            @Override
            public String toString() {
                return "Shown[" + findings.size() + " findings]";
            }
        }

        /** The central service does not know the number. */
        record Unknown() implements Result {}

        /** It is made out to somebody else than the person at the desk. */
        record OtherPerson() implements Result {}

        record Refused(Problem problem) implements Result {}

        /** No usable answer: the number is kept, to be verified later. */
        record NotReachable(BackendFault cause) implements Result {}

        /** The registry does not show the person of the prescription. */
        record PersonMissing() implements Result {}

        /** The access could not be written down, so nothing may be shown. */
        record NotWritten(StoreFault.Code code) implements Result {}
    }

    /**
     * Looks a prescription up.
     *
     * @param personId the person at the desk, when somebody was identified
     */
    public Result find(PrescriptionNumber number, Optional<String> personId) {
        return switch (backend.prescription(new Prescriptions.Lookup(number.value(), personId))) {
            case Answer.Done<Prescriptions.PrescriptionView>(Prescriptions.PrescriptionView view) -> of(number, view);
            case Answer.Refused<Prescriptions.PrescriptionView>(Problem problem) -> refused(problem);
            case Answer.NotConfirmed<Prescriptions.PrescriptionView>(BackendFault cause) ->
                new Result.NotReachable(cause);
        };
    }

    private Result of(PrescriptionNumber number, Prescriptions.PrescriptionView view) {
        try {
            return switch (files.load(view.personId(), "S11", AccessReason.PRESCRIPTION)) {
                case PersonFiles.Result.Loaded loaded -> shown(number, view, loaded);
                case PersonFiles.Result.NotFound nobody -> new Result.PersonMissing();
                case PersonFiles.Result.Refused refused -> new Result.Refused(refused.problem());
                case PersonFiles.Result.NotReachable cut -> new Result.NotReachable(cut.cause());
            };
        } catch (StoreFault failed) {
            return new Result.NotWritten(failed.code());
        }
    }

    private Result shown(
            PrescriptionNumber number, Prescriptions.PrescriptionView view, PersonFiles.Result.Loaded loaded) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        Parameters parameters = desk.parameters();
        Prescription prescription = PrescriptionForms.prescription(number, view);
        ExemptionStanding standing = new ExemptionChecks(catalogue, parameters)
                .standing(
                        prescription.exemption(),
                        PrescriptionForms.held(loaded.file().exemptions(), catalogue),
                        prescription.issuedOn(),
                        today);
        CheckContext context = new CheckContext(
                parameters,
                today,
                OWN_PROVIDER,
                PrescriptionForms.person(loaded.file().person()),
                Set.of(),
                use(view),
                standing);
        return new Result.Shown(
                prescription,
                view.prescriber(),
                PrescriptionChecks.lastValidDate(prescription.issuedOn(), parameters),
                standing,
                PrescriptionChecks.run(prescription, context),
                loaded);
    }

    private static CheckContext.@Nullable Use use(Prescriptions.PrescriptionView view) {
        if (view.bookingNumber().isEmpty()) {
            return null;
        }
        LocalDateTime since = view.takenAt()
                .map(PrescriptionForms::civil)
                .orElse(view.issuedOn().atStartOfDay());
        return new CheckContext.Use(view.bookingNumber().get(), since);
    }

    private static Result refused(Problem problem) {
        if (problem.code().equals(ProblemCode.PRESCRIPTION_UNKNOWN.name())
                || problem.code().equals(ProblemCode.NOT_FOUND.name())) {
            return new Result.Unknown();
        }
        boolean mismatch = problem.violations().stream()
                .anyMatch(violation -> violation.code().equals("PERSON_MISMATCH"));
        return mismatch ? new Result.OtherPerson() : new Result.Refused(problem);
    }
}
