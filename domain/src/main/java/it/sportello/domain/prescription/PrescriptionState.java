package it.sportello.domain.prescription;

import java.util.Set;

/**
 * The state of a prescription in the central system (SAC), with the value of its services. Annulling a delivery brings
 * the prescription back to the provider who had it.
 */
public enum PrescriptionState {
    BATCH_REQUESTED(1),
    BATCH_WITH_DOCTOR(2),
    /** Da erogare: nobody has it. */
    TO_DELIVER(3),
    CANCELLED(4),
    /** Taken in charge exclusively by one provider. */
    TAKEN(5),
    SUSPENDED(6),
    /** Single items delivered: drugs only. */
    PARTLY_DELIVERED(7),
    DELIVERED(8),
    DELIVERY_ANNULLED(9),
    /** Expired without delivery. */
    EXPIRED(10);

    private final int value;

    PrescriptionState(int value) {
        this.value = value;
    }

    /** The number used by the central system. */
    public int value() {
        return value;
    }

    /** The state with this number; throws {@link IllegalArgumentException} when there is none. */
    public static PrescriptionState ofValue(int value) {
        for (PrescriptionState state : values()) {
            if (state.value == value) {
                return state;
            }
        }
        throw new IllegalArgumentException("No state of prescriptions has the number " + value);
    }

    /** The states that may follow, for prescriptions of drugs. */
    public Set<PrescriptionState> next() {
        return switch (this) {
            case BATCH_REQUESTED, BATCH_WITH_DOCTOR -> Set.of(TO_DELIVER);
            case TO_DELIVER -> Set.of(CANCELLED, TAKEN, EXPIRED);
            case TAKEN -> Set.of(TO_DELIVER, SUSPENDED, PARTLY_DELIVERED, DELIVERED);
            case SUSPENDED -> Set.of(TO_DELIVER, PARTLY_DELIVERED, DELIVERED);
            case PARTLY_DELIVERED -> Set.of(DELIVERED);
            case DELIVERED -> Set.of(DELIVERY_ANNULLED);
            case DELIVERY_ANNULLED -> Set.of(TAKEN, DELIVERED, TO_DELIVER);
            case CANCELLED, EXPIRED -> Set.of();
        };
    }

    /** Whether a specialist prescription may go there: sent once and complete, never suspended nor in parts. */
    public boolean allows(PrescriptionState wanted) {
        return wanted != SUSPENDED && wanted != PARTLY_DELIVERED && next().contains(wanted);
    }
}
