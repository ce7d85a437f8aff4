package it.sportello.domain.identity;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A code that a person holds or held.
 *
 * @param from first day, null when unknown
 * @param to last day, null for the current code
 * @param source who said so, such as {@code ANPR} or {@code TS}
 */
public record HeldCode(
        PersonCode code, @Nullable LocalDate from, @Nullable LocalDate to, String source) {
    public boolean isCurrent() {
        return to == null;
    }
}
