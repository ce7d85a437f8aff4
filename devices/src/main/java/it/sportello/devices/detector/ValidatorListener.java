package it.sportello.devices.detector;

/** Hears a validator, on the validator's own thread: must return at once and never call it back. */
@FunctionalInterface
public interface ValidatorListener {
    void happened(ValidatorEvent event);
}
