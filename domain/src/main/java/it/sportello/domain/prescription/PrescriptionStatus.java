package it.sportello.domain.prescription;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Where a prescription stands.
 *
 * @param takenBy the provider who has it or delivered it, null when nobody or not told
 * @param since when it came into this state (Europe/Rome), null when not told
 */
public record PrescriptionStatus(
        PrescriptionState state,
        @Nullable String takenBy,
        @Nullable LocalDateTime since) {
    public static PrescriptionStatus toDeliver() {
        return new PrescriptionStatus(PrescriptionState.TO_DELIVER, null, null);
    }
}
