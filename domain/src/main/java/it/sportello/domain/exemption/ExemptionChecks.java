package it.sportello.domain.exemption;

import it.sportello.domain.exemption.ExemptionFinding.Code;
import it.sportello.domain.parameter.ParameterKeys;
import it.sportello.domain.parameter.Parameters;
import it.sportello.domain.parameter.ReferenceDate;
import it.sportello.domain.prescription.Coverage;
import it.sportello.domain.prescription.CoverageReason;
import it.sportello.domain.prescription.ExemptionStanding;
import it.sportello.domain.prescription.ExemptionStanding.Status;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rules for registering, revoking and using exemptions. */
public final class ExemptionChecks {
    private final ExemptionCatalogue catalogue;
    private final Parameters parameters;

    public ExemptionChecks(ExemptionCatalogue catalogue, Parameters parameters) {
        this.catalogue = catalogue;
        this.parameters = parameters;
    }

    /**
     * Judges a new exemption.
     *
     * @param held what the person has already, ended ones too
     * @param today Europe/Rome
     */
    public ExemptionDecision judge(Exemption wanted, Collection<Exemption> held, LocalDate birthDate, LocalDate today) {
        ExemptionCode code = catalogue.find(wanted.code());
        List<ExemptionFinding> findings = new ArrayList<>();
        if (code == null) {
            Code reason = catalogue.isClosed(wanted.code()) ? Code.CLOSED_CODE : Code.UNKNOWN_CODE;
            return new ExemptionDecision.Refused(List.of(ExemptionFinding.block(reason, wanted.code())));
        }
        checkCode(code, wanted, findings);
        checkPeriod(code, wanted, birthDate, today, findings);
        checkAge(code, wanted.validFrom(), birthDate, findings);
        Exemption canonical = withPeriod(wanted, code.code(), wanted.validFrom(), wanted.validTo());
        List<Exemption> same = held.stream()
                .filter(other -> other.personId().equals(wanted.personId()))
                .filter(other -> catalogue.canonical(other.code()).equals(code.code()))
                .filter(other -> other.overlaps(canonical))
                .toList();
        for (Exemption other : same) {
            boolean whole = other.contains(canonical);
            findings.add(
                    whole
                            ? ExemptionFinding.block(Code.ALREADY_HELD, other.validFrom(), orOpen(other.validTo()))
                            : ExemptionFinding.warn(Code.JOINED, other.validFrom(), orOpen(other.validTo())));
        }
        findings.sort(java.util.Comparator.comparing(ExemptionFinding::level));
        if (findings.stream().anyMatch(ExemptionFinding::isBlock)) {
            return new ExemptionDecision.Refused(findings);
        }
        return same.isEmpty()
                ? new ExemptionDecision.Accepted(canonical, findings)
                : new ExemptionDecision.Joined(join(canonical, same), same, findings);
    }

    private void checkCode(ExemptionCode code, Exemption wanted, List<ExemptionFinding> findings) {
        if (code.isClosed()) {
            findings.add(ExemptionFinding.block(Code.CLOSED_CODE, code.code()));
        } else if (!code.assignable()) {
            findings.add(ExemptionFinding.block(Code.NOT_REGISTRABLE, code.code()));
        }
        String region = parameters.scope().region();
        if (!code.region().isEmpty() && !code.region().equals(region)) {
            findings.add(ExemptionFinding.block(Code.OTHER_REGION, code.code(), code.region()));
        }
        if (code.aliases().contains(wanted.code().strip().toUpperCase(java.util.Locale.ROOT))) {
            findings.add(ExemptionFinding.info(Code.CODE_REPLACED, wanted.code(), code.code()));
        }
        ExemptionCode similar = similar(code.code());
        if (similar != null && !similar.code().equals(code.code())) {
            findings.add(ExemptionFinding.warn(Code.SIMILAR_CODE, code.code(), similar.code(), similar.description()));
        }
        if (code.duration().kind() == DurationRule.Kind.YEAR_END_DECLARED) {
            findings.add(ExemptionFinding.info(Code.ENDS_WITH_JOB));
        }
    }

    /** C02 is an invalidity, 0C02 a disease of the vessels: the leading zero gets lost when typing. */
    private @Nullable ExemptionCode similar(String code) {
        return code.startsWith("0") ? catalogue.find(code.substring(1)) : catalogue.find("0" + code);
    }

    private void checkPeriod(
            ExemptionCode code,
            Exemption wanted,
            LocalDate birthDate,
            LocalDate today,
            List<ExemptionFinding> findings) {
        LocalDate to = wanted.validTo();
        if (wanted.validFrom().isBefore(birthDate)) {
            findings.add(ExemptionFinding.block(Code.BEFORE_BIRTH, birthDate));
        }
        LocalDate latest = ValidityProposal.latestEnd(code, wanted.validFrom(), birthDate, parameters);
        if (to == null) {
            if (latest != null || code.duration().kind() == DurationRule.Kind.STATED) {
                findings.add(ExemptionFinding.block(Code.END_MISSING));
            } else if (code.duration().kind() == DurationRule.Kind.REVIEW) {
                findings.add(ExemptionFinding.warn(Code.NO_REVIEW_DATE));
            }
            return;
        }
        if (to.isBefore(wanted.validFrom())) {
            findings.add(ExemptionFinding.block(Code.ENDS_BEFORE_BEGIN, wanted.validFrom(), to));
        } else if (latest != null && to.isAfter(latest)) {
            findings.add(ExemptionFinding.block(Code.END_TOO_LATE, to, latest));
        } else if (to.isBefore(today)) {
            findings.add(ExemptionFinding.warn(Code.ENDED_ALREADY, to));
        }
    }

    private void checkAge(ExemptionCode code, LocalDate from, LocalDate birthDate, List<ExemptionFinding> findings) {
        int age = Period.between(birthDate, from).getYears();
        if (fits(age, code, from)) {
            return;
        }
        boolean holderOnly = parameters
                .find(ParameterKeys.exemptionAgeOfHolderOnly(code.code()), from)
                .orElse(false);
        findings.add(
                holderOnly
                        ? ExemptionFinding.warn(Code.AGE_OUTSIDE, age, code.code())
                        : ExemptionFinding.block(Code.AGE_OUTSIDE, age, code.code()));
    }

    private boolean fits(int age, ExemptionCode code, LocalDate day) {
        if (code.duration().kind() == DurationRule.Kind.UNTIL_AGE) {
            return age < code.duration().years();
        }
        Optional<Integer> under = parameters.find(ParameterKeys.exemptionUnderAge(code.code()), day);
        Optional<Integer> from = parameters.find(ParameterKeys.exemptionFromAge(code.code()), day);
        boolean young = under.isEmpty() || age < under.get();
        boolean old = from.isEmpty() || age >= from.get();
        boolean eitherOne = under.isPresent() && from.isPresent() && under.get() <= from.get();
        return eitherOne ? young || old : young && old;
    }

    private static Exemption join(Exemption wanted, List<Exemption> same) {
        LocalDate from = wanted.validFrom();
        LocalDate to = wanted.validTo();
        for (Exemption other : same) {
            from = other.validFrom().isBefore(from) ? other.validFrom() : from;
            LocalDate end = other.validTo();
            to = to == null || end == null ? null : end.isAfter(to) ? end : to;
        }
        return withPeriod(wanted, wanted.code(), from, to);
    }

    private static Exemption withPeriod(Exemption exemption, String code, LocalDate from, @Nullable LocalDate to) {
        return new Exemption(code, exemption.personId(), from, to, exemption.origin(), exemption.document());
    }

    /**
     * Judges a revocation.
     *
     * @param lastDay the last day on which it will have been valid
     * @param usedOn the days on which prescriptions with this exemption were used
     */
    public List<ExemptionFinding> judgeRevocation(Exemption held, LocalDate lastDay, Collection<LocalDate> usedOn) {
        List<ExemptionFinding> findings = new ArrayList<>();
        if (lastDay.isBefore(held.validFrom())) {
            findings.add(ExemptionFinding.warn(Code.REVOKED_BEFORE_BEGIN, held.validFrom()));
        }
        List<LocalDate> after =
                usedOn.stream().filter(day -> day.isAfter(lastDay)).sorted().toList();
        if (!after.isEmpty()) {
            findings.add(ExemptionFinding.warn(Code.RECOVERY_FILE_NEEDED, after.size(), after.getFirst()));
        }
        return findings;
    }

    /** The date at which an exemption has to be valid for a prescription; it differs for income and for the rest. */
    public LocalDate referenceDate(String code, LocalDate issuedOn, LocalDate deliveryDate) {
        ExemptionCode entry = catalogue.find(code);
        ReferenceDate date = parameters.get(
                entry != null && entry.origin() == ExemptionOrigin.INCOME
                        ? ParameterKeys.EXEMPTION_INCOME_DATE
                        : ParameterKeys.EXEMPTION_OTHER_DATE,
                issuedOn);
        return date == ReferenceDate.DELIVERY ? deliveryDate : issuedOn;
    }

    /**
     * What the registry says about the code on a prescription.
     *
     * @param onPrescription null when it carries none
     * @param held what the person has, ended ones too
     */
    public ExemptionStanding standing(
            @Nullable String onPrescription, Collection<Exemption> held, LocalDate issuedOn, LocalDate deliveryDate) {
        if (onPrescription == null) {
            return new ExemptionStanding(Status.NONE, null, issuedOn, activeOn(held, issuedOn), Coverage.NONE);
        }
        LocalDate reference = referenceDate(onPrescription, issuedOn, deliveryDate);
        List<String> active = activeOn(held, reference);
        ExemptionCode code = catalogue.find(onPrescription);
        Status status = status(onPrescription, code, active);
        Coverage coverage = switch (status) {
            case ACTIVE, ON_PRESCRIPTION -> catalogue.coverage(onPrescription);
            case UNKNOWN_CODE -> item -> CoverageReason.UNKNOWN_CODE;
            case NONE, NOT_ACTIVE, CLOSED_CODE -> item -> CoverageReason.NOT_ACTIVE;
        };
        String shown = code == null ? onPrescription : code.code();
        return new ExemptionStanding(status, shown, reference, active, coverage);
    }

    private Status status(String onPrescription, @Nullable ExemptionCode code, List<String> active) {
        if (code == null) {
            return catalogue.isClosed(onPrescription) ? Status.CLOSED_CODE : Status.UNKNOWN_CODE;
        }
        if (code.isOnPrescriptionOnly()) {
            return Status.ON_PRESCRIPTION;
        }
        if (active.contains(code.code()) || code.replacedBy().stream().anyMatch(active::contains)) {
            return Status.ACTIVE;
        }
        return code.isClosed() ? Status.CLOSED_CODE : Status.NOT_ACTIVE;
    }

    private List<String> activeOn(Collection<Exemption> held, LocalDate day) {
        return held.stream()
                .filter(exemption -> exemption.isValidOn(day))
                .map(exemption -> catalogue.canonical(exemption.code()))
                .distinct()
                .sorted()
                .toList();
    }

    private static Object orOpen(@Nullable LocalDate end) {
        return end == null ? "?" : end;
    }
}
