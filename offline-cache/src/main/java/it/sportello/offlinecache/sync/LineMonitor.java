package it.sportello.offlinecache.sync;

import it.sportello.offlinecache.remote.BackendFault;
import it.sportello.offlinecache.remote.ExchangeListener;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Knows when the server last answered, from the exchanges of everybody: screens and sync loop alike. The line is up
 * for a while after a confirmed exchange and down at the first exchange that failed after it.
 */
public final class LineMonitor implements ExchangeListener {
    private record Seen(Instant at, long nanos, boolean failedSince) {}

    private final DeskClock clock;
    private final Duration onlineFor;
    private final LongSupplier nanos;
    private final AtomicReference<@Nullable Seen> seen = new AtomicReference<>();
    private final List<Runnable> changes = new CopyOnWriteArrayList<>();

    /** Watches a line; {@code nanos} never goes back, such as {@code System::nanoTime}. */
    public LineMonitor(DeskClock clock, Duration onlineFor, LongSupplier nanos) {
        this.clock = clock;
        this.onlineFor = onlineFor;
        this.nanos = nanos;
    }

    @Override
    public void answered(Optional<Instant> serverTime, Duration roundTrip) {
        serverTime.ifPresent(time -> clock.measured(time, roundTrip));
        boolean before = isUp();
        seen.set(new Seen(clock.corrected(), nanos.getAsLong(), false));
        if (!before) {
            changes.forEach(Runnable::run);
        }
    }

    @Override
    public void failed(BackendFault fault) {
        boolean before = isUp();
        seen.updateAndGet(last -> last == null ? null : new Seen(last.at(), last.nanos(), true));
        if (before) {
            changes.forEach(Runnable::run);
        }
    }

    boolean isUp() {
        @Nullable Seen last = seen.get();
        return last != null && !last.failedSince() && nanos.getAsLong() - last.nanos() <= onlineFor.toNanos();
    }

    Optional<Instant> lastConfirmed() {
        @Nullable Seen last = seen.get();
        return last == null ? Optional.empty() : Optional.of(last.at());
    }

    void onChange(Runnable change) {
        changes.add(change);
    }
}
