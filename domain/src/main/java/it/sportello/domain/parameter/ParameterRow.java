package it.sportello.domain.parameter;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One value of one parameter in a period, as the back end sends it and as the shipped table holds it.
 *
 * @param layer {@code national}, {@code region}, {@code authority} or {@code site}
 * @param scope which region (three digits), authority (six digits) or site; empty for national
 * @param key the name of the parameter, such as {@code copayment.cap}
 * @param value as text, in the notation of the key's type
 * @param validFrom first day, null when it always was
 * @param validTo last day, null while it is in force
 * @param source the law or the decision it comes from
 */
public record ParameterRow(
        String layer,
        String scope,
        String key,
        String value,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        String source) {
    boolean isInForce(LocalDate day) {
        return (validFrom == null || !day.isBefore(validFrom)) && (validTo == null || !day.isAfter(validTo));
    }
}
