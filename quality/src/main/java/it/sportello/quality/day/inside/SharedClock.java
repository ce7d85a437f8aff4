package it.sportello.quality.day.inside;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * A clock that several processes share through a small mapped file: the real time plus an offset that the day moves
 * forward where hours must pass. Time never goes back.
 */
public final class SharedClock extends Clock {
    private final MappedByteBuffer offsetMillis;
    private final Clock real;
    private final ZoneId zone;

    private SharedClock(MappedByteBuffer offsetMillis, Clock real, ZoneId zone) {
        this.offsetMillis = offsetMillis;
        this.real = real;
        this.zone = zone;
    }

    /** Makes the file, with the clock standing at the given moment. */
    public static SharedClock create(Path file, Instant start, Clock real) {
        SharedClock clock = map(file, real);
        clock.offsetMillis.putLong(0, Duration.between(real.instant(), start).toMillis());
        clock.offsetMillis.force();
        return clock;
    }

    /** Opens the clock of another process. */
    public static SharedClock open(Path file, Clock real) {
        return map(file, real);
    }

    private static SharedClock map(Path file, Clock real) {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            if (channel.size() < Long.BYTES) {
                channel.write(ByteBuffer.allocate(Long.BYTES), 0);
            }
            return new SharedClock(
                    channel.map(FileChannel.MapMode.READ_WRITE, 0, Long.BYTES), real, ZoneId.of("Europe/Rome"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets time pass. */
    public void advance(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("the day does not run backwards");
        }
        offsetMillis.putLong(0, offsetMillis.getLong(0) + duration.toMillis());
        offsetMillis.force();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new SharedClock(offsetMillis, real, other);
    }

    @Override
    public Instant instant() {
        return real.instant().plusMillis(offsetMillis.getLong(0));
    }
}
