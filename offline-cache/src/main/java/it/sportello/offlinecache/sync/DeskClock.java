package it.sportello.offlinecache.sync;

import it.sportello.offlinecache.journal.DeskTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The one clock of the desk, zone Europe/Rome: the clock of this machine, corrected by the offset measured at each
 * exchange with the server (R-SYN-7). The server's time is taken to be that of the middle of the exchange. A slow
 * exchange tells less than a fast one and is passed over once a better one is known, as is one during which the clock of
 * the machine was set; one that agrees with the known offset as well as it can measure changes nothing, so that time
 * does not tremble.
 */
public final class DeskClock extends Clock implements DeskTime {
    private static final ZoneId ROME = ZoneId.of("Europe/Rome");
    /** An exchange longer than this does not measure a clock. */
    private static final Duration SLOW = Duration.ofSeconds(2);
    /** The clock of the machine was set when it moved this much against the monotonic count. */
    private static final long STEP_NANOS = Duration.ofSeconds(1).toNanos();

    private final Core core;
    private final ZoneId zone;

    /** Starts the monotonic count; {@code nanos} never goes back, such as {@code System::nanoTime}. */
    public DeskClock(InstantSource wall, LongSupplier nanos) {
        this(new Core(wall, nanos), ROME);
    }

    private DeskClock(Core core, ZoneId zone) {
        this.core = core;
        this.zone = zone;
    }

    /** The server told its time in an exchange that just ended. */
    public void measured(Instant serverTime, Duration roundTrip) {
        core.measured(serverTime, roundTrip);
    }

    /** Desk's clock minus server's clock; empty before the first exchange. */
    public Optional<Duration> skew() {
        @Nullable Duration known = core.offset.get();
        return known == null ? Optional.empty() : Optional.of(known.negated());
    }

    /** The uncorrected time of this machine. */
    public Instant wall() {
        return core.wall.instant();
    }

    @Override
    public Instant corrected() {
        return core.corrected();
    }

    @Override
    public Instant instant() {
        return core.corrected();
    }

    @Override
    public boolean isConfirmed() {
        return core.offset.get() != null;
    }

    @Override
    public long monotonicMillis() {
        return Duration.ofNanos(core.nanos.getAsLong() - core.start).toMillis();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public DeskClock withZone(ZoneId other) {
        return new DeskClock(core, other);
    }

    /** What the views in every zone share. */
    private static final class Core {
        private final InstantSource wall;
        private final LongSupplier nanos;
        private final long start;
        private final Instant startWall;
        private final AtomicReference<@Nullable Duration> offset = new AtomicReference<>();
        private long lag;
        private @Nullable Long steppedAt;

        Core(InstantSource wall, LongSupplier nanos) {
            this.wall = wall;
            this.nanos = nanos;
            this.start = nanos.getAsLong();
            this.startWall = wall.instant();
        }

        Instant corrected() {
            @Nullable Duration known = offset.get();
            Instant now = wall.instant();
            watch(now, nanos.getAsLong());
            return known == null ? now : now.plus(known);
        }

        /** Notices when the machine's clock was set: it then no longer runs beside the monotonic count. */
        private synchronized void watch(Instant now, long at) {
            long found = Duration.between(startWall, now).toNanos() - (at - start);
            if (Math.abs(found - lag) > STEP_NANOS) {
                steppedAt = at;
            }
            lag = found;
        }

        synchronized void measured(Instant serverTime, Duration roundTrip) {
            Instant now = wall.instant();
            long at = nanos.getAsLong();
            watch(now, at);
            Duration found = Duration.between(now.minus(roundTrip.dividedBy(2)), serverTime);
            @Nullable Duration known = offset.get();
            if (known == null) {
                offset.set(found);
                return;
            }
            boolean slow = roundTrip.compareTo(SLOW) > 0;
            boolean stepped = steppedAt != null && steppedAt - (at - roundTrip.toNanos()) > 0;
            boolean agrees = found.minus(known).abs().compareTo(roundTrip.dividedBy(2)) <= 0;
            if (!slow && !stepped && !agrees) {
                offset.set(found);
            }
        }
    }
}
