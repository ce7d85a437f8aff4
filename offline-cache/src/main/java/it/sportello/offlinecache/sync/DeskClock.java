package it.sportello.offlinecache.sync;

import it.sportello.offlinecache.journal.DeskTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The clock of the desk, corrected by the offset measured at each exchange with the server (R-SYN-7). The server's time
 * is taken to be that of the middle of the exchange; a slow exchange tells less than a fast one and is passed over once
 * a better one is known.
 */
public final class DeskClock implements DeskTime {
    /** An exchange longer than this does not measure a clock. */
    private static final Duration SLOW = Duration.ofSeconds(2);

    private final InstantSource wall;
    private final LongSupplier nanos;
    private final long start;
    private final AtomicReference<@Nullable Duration> offset = new AtomicReference<>();

    /** Starts the monotonic count; {@code nanos} never goes back, such as {@code System::nanoTime}. */
    public DeskClock(InstantSource wall, LongSupplier nanos) {
        this.wall = wall;
        this.nanos = nanos;
        this.start = nanos.getAsLong();
    }

    /** The server told its time in an exchange that just ended. */
    public void measured(Instant serverTime, Duration roundTrip) {
        if (offset.get() != null && roundTrip.compareTo(SLOW) > 0) {
            return;
        }
        Instant middle = wall.instant().minus(roundTrip.dividedBy(2));
        offset.set(Duration.between(middle, serverTime));
    }

    /** Desk's clock minus server's clock; empty before the first exchange. */
    public Optional<Duration> skew() {
        @Nullable Duration known = offset.get();
        return known == null ? Optional.empty() : Optional.of(known.negated());
    }

    /** The uncorrected time of this machine. */
    public Instant wall() {
        return wall.instant();
    }

    @Override
    public Instant corrected() {
        @Nullable Duration known = offset.get();
        Instant now = wall.instant();
        return known == null ? now : now.plus(known);
    }

    @Override
    public boolean isConfirmed() {
        return offset.get() != null;
    }

    @Override
    public long monotonicMillis() {
        return Duration.ofNanos(nanos.getAsLong() - start).toMillis();
    }
}
