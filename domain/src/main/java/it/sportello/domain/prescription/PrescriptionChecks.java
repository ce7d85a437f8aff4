package it.sportello.domain.prescription;

import it.sportello.domain.identity.HeldCode;
import it.sportello.domain.identity.PaperNumber;
import it.sportello.domain.identity.Person;
import it.sportello.domain.parameter.ParameterKeys;
import it.sportello.domain.parameter.Parameters;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Everything that speaks for and against using a prescription at the desk, all of it at once: blocks, warnings,
 * information. Parameters are read at the date of the prescription.
 */
public final class PrescriptionChecks {
    private final Prescription prescription;
    private final CheckContext context;
    private final List<Finding> found = new ArrayList<>();

    private PrescriptionChecks(Prescription prescription, CheckContext context) {
        this.prescription = prescription;
        this.context = context;
    }

    /** The findings, the gravest first. */
    public static List<Finding> run(Prescription prescription, CheckContext context) {
        PrescriptionChecks checks = new PrescriptionChecks(prescription, context);
        checks.checkState();
        checks.checkUse();
        checks.checkPerson();
        checks.checkValidity();
        checks.checkContent();
        checks.checkClass();
        checks.checkExemption();
        checks.found.sort(java.util.Comparator.comparing(Finding::level));
        return List.copyOf(checks.found);
    }

    /** The last day on which the prescription may be used. */
    public static LocalDate lastValidDate(LocalDate issuedOn, Parameters parameters) {
        return issuedOn.plusDays(parameters.get(ParameterKeys.PRESCRIPTION_VALIDITY, issuedOn));
    }

    private void checkState() {
        add(ofState(prescription.status()));
    }

    private @Nullable Finding ofState(PrescriptionStatus status) {
        String who = orUnknown(status.takenBy());
        Object since = orUnknownTime(status.since());
        return switch (status.state()) {
            case BATCH_REQUESTED, BATCH_WITH_DOCTOR -> Finding.block(FindingCode.NOT_COMPILED);
            case CANCELLED -> Finding.block(FindingCode.CANCELLED_BY_PRESCRIBER, since);
            case TAKEN, PARTLY_DELIVERED ->
                context.ownProvider().equals(status.takenBy())
                        ? Finding.info(FindingCode.TAKEN_HERE, since)
                        : Finding.block(FindingCode.TAKEN_ELSEWHERE, who, since);
            case SUSPENDED -> Finding.warn(FindingCode.SUSPENDED, who, since);
            case DELIVERED -> Finding.block(FindingCode.ALREADY_DELIVERED, who, since);
            case DELIVERY_ANNULLED -> Finding.warn(FindingCode.DELIVERY_ANNULLED, who, since);
            case EXPIRED -> Finding.block(FindingCode.EXPIRED_CENTRALLY, since);
            case TO_DELIVER ->
                prescription.number() instanceof PaperNumber ? Finding.info(FindingCode.PAPER_WITHOUT_LOCK) : null;
        };
    }

    private void checkUse() {
        CheckContext.Use use = context.use();
        if (use != null) {
            add(Finding.block(FindingCode.ALREADY_USED, use.reference(), use.since()));
        }
    }

    private void checkPerson() {
        Person person = context.person();
        if (person == null) {
            return;
        }
        List<HeldCode> matching = person.codes().stream()
                .filter(held -> held.code().equals(prescription.personCode()))
                .toList();
        if (matching.isEmpty()) {
            add(Finding.block(
                    FindingCode.PERSON_MISMATCH, prescription.personCode().masked()));
        } else if (matching.stream().noneMatch(HeldCode::isCurrent)) {
            add(Finding.info(FindingCode.FORMER_CODE, prescription.personCode().masked()));
        }
    }

    private void checkValidity() {
        LocalDate issued = prescription.issuedOn();
        if (issued.isAfter(context.today())) {
            add(Finding.block(FindingCode.DATED_IN_FUTURE, issued));
            return;
        }
        LocalDate last = lastValidDate(issued, context.parameters());
        long left = ChronoUnit.DAYS.between(context.today(), last);
        if (left < 0) {
            add(Finding.block(FindingCode.EXPIRED, last));
        } else if (left <= context.parameters().get(ParameterKeys.PRESCRIPTION_EXPIRY_NOTICE, issued)) {
            add(Finding.info(FindingCode.EXPIRES_SOON, last, left));
        }
    }

    private void checkContent() {
        List<ServiceItem> rows = prescription.rows();
        if (rows.isEmpty()) {
            add(Finding.block(FindingCode.NO_ROWS));
            return;
        }
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).quantity() < 1) {
                add(Finding.block(
                        FindingCode.QUANTITY_INVALID, i + 1, rows.get(i).quantity()));
            }
        }
        TreeSet<String> branches =
                rows.stream().map(ServiceItem::branch).collect(Collectors.toCollection(TreeSet::new));
        if (branches.size() > 1) {
            add(Finding.block(FindingCode.MIXED_BRANCHES, String.join(", ", branches)));
        }
        checkItems(branches.first());
        if (prescription.diagnosis() == null || prescription.diagnosis().isBlank()) {
            add(Finding.warn(FindingCode.DIAGNOSIS_MISSING));
        }
    }

    /** Where the law counts kinds for the branch, kinds are counted in place of items. */
    private void checkItems(String branch) {
        LocalDate issued = prescription.issuedOn();
        Parameters parameters = context.parameters();
        var mostKinds = parameters.find(ParameterKeys.maxKindsOfBranch(branch), issued);
        if (mostKinds.isPresent()) {
            long kinds = prescription.rows().stream()
                    .map(ServiceItem::code)
                    .distinct()
                    .count();
            if (kinds > mostKinds.get()) {
                add(Finding.block(FindingCode.TOO_MANY_KINDS, kinds, mostKinds.get(), branch));
            }
            return;
        }
        int most = parameters
                .find(ParameterKeys.maxItemsOfBranch(branch), issued)
                .orElseGet(() -> parameters.get(ParameterKeys.PRESCRIPTION_MAX_ITEMS, issued));
        if (prescription.itemCount() > most) {
            add(Finding.block(FindingCode.TOO_MANY_ITEMS, prescription.itemCount(), most));
        }
    }

    private void checkClass() {
        List<ServiceItem> rows = prescription.rows();
        boolean classReported = false;
        for (int i = 0; i < rows.size(); i++) {
            ServiceItem row = rows.get(i);
            boolean needed = context.monitored().contains(row.code());
            if (needed && prescription.priority() == null && !classReported) {
                add(Finding.warn(FindingCode.CLASS_MISSING, i + 1));
                classReported = true;
            }
            if (needed && row.accessType() == null) {
                add(Finding.warn(FindingCode.ACCESS_TYPE_MISSING, i + 1));
            }
        }
        if (!rows.isEmpty() && rows.stream().allMatch(row -> row.accessType() == AccessType.OTHER)) {
            add(Finding.info(FindingCode.FOLLOW_UP));
        }
    }

    private void checkExemption() {
        ExemptionStanding standing = context.exemption();
        if (standing == null) {
            return;
        }
        String code = orUnknown(standing.code());
        add(
                switch (standing.status()) {
                    case NONE ->
                        standing.activeCodes().isEmpty()
                                ? null
                                : Finding.info(
                                        FindingCode.EXEMPTION_SUGGESTED, String.join(", ", standing.activeCodes()));
                    case NOT_ACTIVE -> Finding.warn(FindingCode.EXEMPTION_NOT_ACTIVE, code, standing.reference());
                    case UNKNOWN_CODE -> Finding.warn(FindingCode.EXEMPTION_UNKNOWN, code);
                    case CLOSED_CODE -> Finding.warn(FindingCode.EXEMPTION_CLOSED, code);
                    case ACTIVE, ON_PRESCRIPTION -> null;
                });
        checkCoverage(standing, code);
    }

    private void checkCoverage(ExemptionStanding standing, String code) {
        List<CoverageReason> reasons =
                prescription.rows().stream().map(standing.coverage()::of).toList();
        long exempt = reasons.stream().filter(CoverageReason::isExempt).count();
        if (exempt > 0 && exempt < reasons.size()) {
            add(Finding.warn(FindingCode.EXEMPTION_MIXED_ROWS, exempt, reasons.size() - exempt));
        }
        if (reasons.contains(CoverageReason.TABLE_MISSING)) {
            add(Finding.info(FindingCode.EXEMPTION_TABLE_MISSING, code));
        }
    }

    private void add(@Nullable Finding finding) {
        if (finding != null) {
            found.add(finding);
        }
    }

    private static String orUnknown(@Nullable String text) {
        return text == null ? "?" : text;
    }

    private static Object orUnknownTime(@Nullable LocalDateTime time) {
        return time == null ? "?" : time;
    }
}
