package it.sportello.devices.detector;

import java.io.IOException;
import java.io.UncheckedIOException;
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

    /** For a desk that has no place for it: every validator stays closed, since nothing may be taken unrecorded. */
    ValidatorMemory NOWHERE = new ValidatorMemory() {
        @Override
        public Optional<String> position(String device) {
            return Optional.empty();
        }

        @Override
        public void keep(ValidatorRecord entry) {
            throw new UncheckedIOException(new IOException("this desk keeps no account of validators"));
        }
    };
}
