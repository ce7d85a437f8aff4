package it.sportello.devices.detector;

import java.util.Optional;

/**
 * Remembers validators across restarts of the workstation; called on the device's own thread. An event is stored here
 * before anybody hears of it and before the device is told that it was understood: what was stored is never told twice,
 * what was not stored is asked for again.
 */
public interface ValidatorMemory {

    /** Where reading stopped; empty for a device never seen. */
    Optional<String> position(String device);

    /**
     * Stores events and position together, durably, before it returns.
     *
     * @throws java.io.UncheckedIOException when they cannot be stored; then the validator stays closed
     */
    void keep(ValidatorRecord entry);
}
