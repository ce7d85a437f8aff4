package it.sportello.devices.detector;

import it.sportello.domain.till.Denomination;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a validator tells. Of all events only {@link Stacked} changes the content of its container, and each note has
 * exactly one, whatever restarts on either side.
 */
public sealed interface ValidatorEvent {

    /** A note was found genuine and waits at the gate. It is not taken yet and may still go back. */
    record Recognised(Denomination note) implements ValidatorEvent {}

    /**
     * A note is in the container for good.
     *
     * @param afterPowerLoss the device told only after it was switched on again
     */
    record Stacked(Denomination note, boolean afterPowerLoss) implements ValidatorEvent {}

    /** A note that had been recognised, or lay in the path at a power loss, came out at the front again. */
    record Returned(Optional<Denomination> note) implements ValidatorEvent {}

    /**
     * A note was not taken. No proof of counterfeiting.
     *
     * @param code of the device, for the technician
     */
    record Rejected(Rejection why, int code) implements ValidatorEvent {}

    /** Somebody tried to cheat the device. To be kept with time, operator and amount; nobody is accused by it. */
    record Fraud(FraudKind kind, Optional<Denomination> note) implements ValidatorEvent {}

    /**
     * Notes may be in the container that cannot be attributed: nothing is guessed, the container is to be counted.
     *
     * @param notes how many at least, when known
     */
    record Unattributed(OptionalInt notes) implements ValidatorEvent {}

    /** The device was switched on again. */
    record Restarted() implements ValidatorEvent {}

    /** Somebody took the container out. */
    record CashboxRemoved() implements ValidatorEvent {}

    /** The container is back. */
    record CashboxReplaced() implements ValidatorEvent {}
}
