package it.sportello.devices.detector;

/** How somebody tried to cheat a validator. The operator's words stand under {@code fraud.<name>} in the bundle. */
public enum FraudKind {
    /** The device does not say how. */
    ATTEMPT,
    PULLED_BACK,
    TAMPER,
    OPTICAL,
    STRING
}
