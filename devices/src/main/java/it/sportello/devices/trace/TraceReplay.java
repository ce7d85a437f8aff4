package it.sportello.devices.trace;

import it.sportello.devices.DeviceKind;
import it.sportello.devices.trace.TraceFrame.Mark;
import it.sportello.devices.twin.TwinPlug;
import it.sportello.devices.twin.TwinPort;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plays the device's side of a recorded trace to a driver, over a real socket or serial line: a fault that was seen at a
 * counter is seen again at the developer's desk (M23).
 *
 * <p>What the driver sends is compared with what it sent then, both masked alike. Where it fits, the device's answer of
 * then follows. A driver that asks something else in between, or goes on after the end of the trace, is answered from the
 * nearest place where the same was asked; what was never asked stays unanswered and is listed by {@link #strange()}. What
 * the device said unasked comes at the pace of then, at most {@link #LONGEST_PAUSE} apart. Where the device went away,
 * the plug is pulled and put in again.
 */
public final class TraceReplay implements AutoCloseable {
    /** No longer silence of the trace is waited for. */
    public static final Duration LONGEST_PAUSE = Duration.ofMillis(400);

    private static final Logger LOG = LoggerFactory.getLogger(TraceReplay.class);
    private static final HexFormat HEX = HexFormat.of();
    private static final Duration FOR_EVER = Duration.ofDays(10_000);
    private static final Duration TURN = Duration.ofMillis(10);
    /** A driver silent for so long has said all it wants to say. */
    private static final long SETTLED_NANOS = Duration.ofMillis(120).toNanos();

    /** One that has begun to say what it said then may take its time in the middle, as it did then. */
    private static final long BEGUN_NANOS = Duration.ofSeconds(10).toNanos();

    /** What the driver said, and what the device did then. */
    private record Exchange(String request, List<Act> acts) {}

    /**
     * What the device did, after a pause.
     *
     * @param bytes what it said, as hexadecimal text; none when it went away
     * @param away how long it was away
     * @param whenLeft whether it went while the channel was closed: the driver leaves first
     */
    private record Act(String bytes, Duration pause, Duration away, boolean whenLeft) {}

    private final DeviceKind kind;
    private final List<Exchange> exchanges;
    private final TwinPlug plug;
    private final Thread thread;
    private final List<String> strange = new CopyOnWriteArrayList<>();
    private final String address;
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
    private TwinPort port;
    private @Nullable FrameMask mask;
    private int next;
    private long lastHeard;
    private volatile boolean closed;

    /**
     * Puts the plug in and begins to play.
     *
     * @throws IllegalArgumentException for a card reader, whose trace holds no card
     */
    public TraceReplay(TraceFile trace, TwinPlug plug) throws IOException {
        if (trace.kind() == DeviceKind.CARD_READER) {
            throw new IllegalArgumentException("the trace of a card reader holds no card to play");
        }
        this.kind = trace.kind();
        this.exchanges = exchanges(trace.frames());
        this.plug = plug;
        this.port = plug.plugIn();
        this.address = port.address();
        this.thread = new Thread(this::live, "replay-" + trace.device());
        this.thread.setDaemon(true);
        this.thread.start();
    }

    /** Where a driver finds the device of then. */
    public String address() {
        return address;
    }

    /** What the driver said that was never said in the trace, as hexadecimal text. */
    public List<String> strange() {
        return List.copyOf(strange);
    }

    private static List<Exchange> exchanges(List<TraceFrame> frames) {
        List<Exchange> all = new ArrayList<>();
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        List<Act> acts = new ArrayList<>();
        Instant before = frames.isEmpty() ? Instant.EPOCH : frames.getFirst().at();
        boolean away = false;
        for (int i = 0; i < frames.size(); i++) {
            TraceFrame frame = frames.get(i);
            switch (frame.mark()) {
                case TO_DEVICE -> {
                    if (!acts.isEmpty()) {
                        all.add(new Exchange(HEX.formatHex(request.toByteArray()), List.copyOf(acts)));
                        request.reset();
                        acts.clear();
                    }
                    request.writeBytes(frame.bytes());
                }
                case FROM_DEVICE -> acts.add(new Act(frame.hex(), pause(before, frame), Duration.ZERO, false));
                case LOST, REFUSED -> {
                    if (!away) {
                        boolean left = frame.mark() == Mark.REFUSED;
                        acts.add(new Act("", pause(before, frame), away(frames, i), left));
                        away = true;
                    }
                }
                case OPEN -> {
                    away = false;
                    if (request.size() > 0 || !acts.isEmpty()) {
                        all.add(new Exchange(HEX.formatHex(request.toByteArray()), List.copyOf(acts)));
                        request.reset();
                        acts.clear();
                    }
                }
                case CLOSE, STATE -> {
                    // follow from the rest
                }
            }
            if (frame.mark() != Mark.STATE) {
                before = frame.at();
            }
        }
        if (request.size() > 0 || !acts.isEmpty()) {
            all.add(new Exchange(HEX.formatHex(request.toByteArray()), List.copyOf(acts)));
        }
        return all;
    }

    /** A little less than until it was reached again, so that the driver's next try finds it; for ever at the end. */
    private static Duration away(List<TraceFrame> frames, int gone) {
        for (TraceFrame frame : frames.subList(gone, frames.size())) {
            if (frame.mark() == Mark.OPEN) {
                return Duration.between(frames.get(gone).at(), frame.at())
                        .multipliedBy(8)
                        .dividedBy(10);
            }
        }
        return FOR_EVER;
    }

    private static Duration pause(Instant before, TraceFrame frame) {
        Duration real = Duration.between(before, frame.at());
        return real.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : real;
    }

    private void live() {
        byte[] buffer = new byte[4096];
        while (!closed) {
            try {
                turn(port.read(buffer, TURN), buffer);
            } catch (IOException e) {
                if (!closed) {
                    LOG.debug("the line of the replay broke", e);
                    putBack(LONGEST_PAUSE);
                }
            } catch (InterruptedException e) {
                closed = true;
                Thread.currentThread().interrupt();
            }
        }
    }

    private void turn(int count, byte[] buffer) throws IOException, InterruptedException {
        if (count == TwinPort.NOBODY) {
            mask = null;
            heard.reset();
            return;
        }
        FrameMask now = mask;
        if (now == null) {
            now = FrameMask.of(kind);
            mask = now;
        }
        if (count > 0) {
            heard.writeBytes(now.toDevice(Arrays.copyOf(buffer, count)));
            lastHeard = System.nanoTime();
        }
        if (heard.size() > 0) {
            answer();
        } else if (next < exchanges.size() && exchanges.get(next).request().isEmpty()) {
            play(next);
        }
    }

    private void answer() throws IOException, InterruptedException {
        String said = HEX.formatHex(heard.toByteArray());
        if (next < exchanges.size() && said.equals(exchanges.get(next).request())) {
            heard.reset();
            play(next);
            return;
        }
        boolean begun = next < exchanges.size() && exchanges.get(next).request().startsWith(said);
        if (System.nanoTime() - lastHeard < (begun ? BEGUN_NANOS : SETTLED_NANOS)) {
            return;
        }
        int place = nearest(said);
        heard.reset();
        if (place < 0) {
            strange.add(said);
        } else {
            play(place);
        }
    }

    /** The same request later in the trace, or else the last one before. */
    private int nearest(String said) {
        for (int i = next; i < exchanges.size(); i++) {
            if (said.equals(exchanges.get(i).request())) {
                return i;
            }
        }
        for (int i = Math.min(next, exchanges.size()) - 1; i >= 0; i--) {
            if (said.equals(exchanges.get(i).request())) {
                return i;
            }
        }
        return -1;
    }

    private void play(int place) throws IOException, InterruptedException {
        next = Math.max(next, place + 1);
        for (Act act : exchanges.get(place).acts()) {
            Thread.sleep(act.pause().toMillis());
            if (act.bytes().isEmpty()) {
                if (act.whenLeft()) {
                    untilLeft();
                }
                port.close();
                putBack(act.away());
                return;
            }
            port.write(HEX.parseHex(act.bytes()));
        }
    }

    /** Waits for the driver to close the channel; what it still says stays unanswered, as then. */
    private void untilLeft() throws IOException {
        byte[] unheard = new byte[4096];
        long end = System.nanoTime() + BEGUN_NANOS;
        while (System.nanoTime() < end && port.read(unheard, TURN) != TwinPort.NOBODY) {
            LOG.trace("the driver is still there");
        }
    }

    private void putBack(Duration away) {
        mask = null;
        heard.reset();
        try {
            Thread.sleep(away.toMillis());
            if (!closed) {
                port = plug.plugIn();
            }
        } catch (InterruptedException e) {
            closed = true;
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        port.close();
    }
}
