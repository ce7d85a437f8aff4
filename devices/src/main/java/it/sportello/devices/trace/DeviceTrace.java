package it.sportello.devices.trace;

import it.sportello.devices.DeviceStatus;
import it.sportello.devices.trace.TraceFrame.Mark;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The last frames of one device and what was counted since it came into use. Written by the device's threads, read by
 * anybody.
 */
public final class DeviceTrace {
    /** As many frames as are kept. */
    public static final int RING = 200;

    private final InstantSource clock;
    private final Instant since;
    private final Deque<TraceFrame> frames = new ArrayDeque<>();
    private long total;
    private long sent;
    private long received;
    private long failures;
    private long faults;
    private long losses;
    private long reconnects;
    private Optional<DeviceStatus> last = Optional.empty();
    private Optional<Instant> lastData = Optional.empty();
    private boolean usedBefore;
    private boolean away;

    public DeviceTrace(InstantSource clock) {
        this.clock = clock;
        this.since = clock.instant();
    }

    /** The frames kept, oldest first. */
    public synchronized List<TraceFrame> frames() {
        return new ArrayList<>(frames);
    }

    /** How many frames there ever were: who looks again sees by it whether something is new. */
    public synchronized long total() {
        return total;
    }

    public synchronized DeviceStatistics statistics() {
        return new DeviceStatistics(since, sent, received, failures, faults, losses, reconnects, last, lastData);
    }

    void opened() {
        add(TraceFrame.of(clock.instant(), Mark.OPEN, ""));
    }

    synchronized void refused(String why) {
        failures++;
        add(TraceFrame.of(clock.instant(), Mark.REFUSED, why));
    }

    synchronized void lost() {
        failures++;
        add(TraceFrame.of(clock.instant(), Mark.LOST, ""));
    }

    void closed() {
        add(TraceFrame.of(clock.instant(), Mark.CLOSE, ""));
    }

    synchronized void sent(byte[] masked) {
        if (masked.length > 0) {
            sent++;
            add(TraceFrame.of(clock.instant(), Mark.TO_DEVICE, masked));
        }
    }

    synchronized void received(byte[] masked) {
        if (masked.length > 0) {
            received++;
            Instant now = clock.instant();
            lastData = Optional.of(now);
            add(TraceFrame.of(now, Mark.FROM_DEVICE, masked));
        }
    }

    /** The driver says how the device is; to be added to it as a listener. */
    public synchronized void heard(DeviceStatus status) {
        boolean news = last.map(before ->
                        before.state() != status.state() || !before.code().equals(status.code()))
                .orElse(true);
        last = Optional.of(status);
        if (!news) {
            return;
        }
        count(status);
        String code = status.code().isEmpty() ? "" : " " + status.code();
        add(TraceFrame.of(clock.instant(), Mark.STATE, status.state().name() + code));
    }

    private void count(DeviceStatus status) {
        switch (status.state()) {
            case FAULT -> {
                faults++;
                usedBefore = true;
            }
            case DISCONNECTED -> {
                if (usedBefore && !away) {
                    losses++;
                    away = true;
                }
            }
            case READY, DEGRADED -> {
                if (away) {
                    reconnects++;
                    away = false;
                }
                usedBefore = true;
            }
            case CONNECTING, DISABLED -> {
                // on the way somewhere
            }
        }
    }

    private synchronized void add(TraceFrame frame) {
        total++;
        frames.addLast(frame);
        if (frames.size() > RING) {
            frames.removeFirst();
        }
    }
}
