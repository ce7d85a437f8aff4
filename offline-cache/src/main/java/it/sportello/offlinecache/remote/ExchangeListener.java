package it.sportello.offlinecache.remote;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Told of every exchange, to know the state of the line and the skew of the clock. Must return at once. */
public interface ExchangeListener {
    /** For programs that do not watch the line. */
    ExchangeListener NONE = new ExchangeListener() {
        @Override
        public void answered(Optional<Instant> serverTime, Duration roundTrip) {
            // nobody watches
        }

        @Override
        public void failed(BackendFault fault) {
            // nobody watches
        }
    };

    /**
     * A server of the contract answered, whatever it said.
     *
     * @param serverTime its clock, when it told it
     */
    void answered(Optional<Instant> serverTime, Duration roundTrip);

    void failed(BackendFault fault);
}
