package it.sportello.domain.exemption;

import it.sportello.domain.parameter.ParameterKeys;
import it.sportello.domain.parameter.Parameters;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Period;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The period that the screen proposes for a new exemption.
 *
 * @param from first day
 * @param to last day, null when unlimited or not known
 * @param endToBeStated the certificate or report says the end: nothing is proposed
 */
public record ValidityProposal(LocalDate from, @Nullable LocalDate to, boolean endToBeStated) {
    /** What the rule of the code gives. */
    public static ValidityProposal of(ExemptionCode code, LocalDate from, LocalDate birthDate, Parameters parameters) {
        DurationRule rule = code.duration();
        return switch (rule.kind()) {
            case UNLIMITED -> new ValidityProposal(from, null, false);
            case YEAR_END, YEAR_END_DECLARED ->
                new ValidityProposal(from, latestEnd(code, from, birthDate, parameters), false);
            case UNTIL_AGE -> new ValidityProposal(from, dayBefore(birthDate, rule.years()), false);
            case YEARS ->
                new ValidityProposal(from, from.plusYears(rule.years()).minusDays(1), false);
            case PRESCRIPTION, REVIEW, STATED -> new ValidityProposal(from, null, true);
        };
    }

    /** The day that the end may not pass, null when there is none. */
    static @Nullable LocalDate latestEnd(
            ExemptionCode code, LocalDate from, LocalDate birthDate, Parameters parameters) {
        DurationRule rule = code.duration();
        if (rule.kind() == DurationRule.Kind.UNTIL_AGE) {
            return dayBefore(birthDate, rule.years());
        }
        if (!rule.isYearly()) {
            return null;
        }
        LocalDate end = yearEnd(from, parameters);
        Optional<Integer> under = parameters.find(ParameterKeys.exemptionUnderAge(code.code()), from);
        if (under.isPresent() && Period.between(birthDate, from).getYears() < under.get()) {
            LocalDate birthday = dayBefore(birthDate, under.get());
            return birthday.isBefore(end) ? birthday : end;
        }
        return end;
    }

    /** The next yearly end, the day itself included. */
    public static LocalDate yearEnd(LocalDate from, Parameters parameters) {
        MonthDay end = parameters.get(ParameterKeys.EXEMPTION_YEAR_END, from);
        LocalDate thisYear = end.atYear(from.getYear());
        return from.isAfter(thisYear) ? end.atYear(from.getYear() + 1) : thisYear;
    }

    /** Somebody born on 29 February completes a year on 1 March of a common year. */
    private static LocalDate dayBefore(LocalDate birthDate, int age) {
        LocalDate birthday = birthDate.plusYears(age);
        boolean moved = birthday.getDayOfMonth() != birthDate.getDayOfMonth();
        return moved ? birthday : birthday.minusDays(1);
    }
}
