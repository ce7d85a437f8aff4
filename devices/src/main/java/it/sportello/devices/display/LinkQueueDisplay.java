package it.sportello.devices.display;

import it.sportello.devices.DeviceFault;
import it.sportello.devices.DeviceKind;
import it.sportello.devices.DeviceListener;
import it.sportello.devices.DeviceState;
import it.sportello.devices.DeviceStatus;
import it.sportello.devices.StatusBoard;
import it.sportello.devices.display.DisplayOutcome.NotShown;
import it.sportello.devices.display.DisplayOutcome.Overtaken;
import it.sportello.devices.display.DisplayOutcome.Shown;
import it.sportello.devices.link.DeviceLane;
import it.sportello.devices.link.Link;
import it.sportello.devices.link.LinkException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A display on a serial line or a socket that stays open. */
public final class LinkQueueDisplay implements QueueDisplay {

    /** The display refused the frame. */
    public static final String REFUSED = "DEV-301";

    /** How often a line is looked after: one that is pulled out shows within 5 s (Q53). */
    public static final Duration KEEP_USUAL = Duration.ofSeconds(2);

    private static final Duration SHOW = Duration.ofSeconds(2);
    private static final Duration WRITE = Duration.ofSeconds(1);
    private static final Duration ANSWER = Duration.ofMillis(700);
    private static final Duration LISTEN = Duration.ofMillis(20);
    private static final Duration KEEP_LIMIT = Duration.ofSeconds(6);
    private static final int WAITING_CALLS = 16;

    private final String id;
    private final Supplier<Link> links;
    private final DisplayProtocol protocol;
    private final Duration keepEvery;
    private final StatusBoard board;
    private final DeviceLane lane;
    private final byte[] buffer = new byte[64];
    private volatile @Nullable Link link;
    private long latestSequence = Long.MIN_VALUE;
    private Optional<QueueCall> latest = Optional.empty();
    private boolean begun;

    /**
     * @param links a new link for every connection
     * @param keepEvery how often the line is looked after: lost ones are noticed and opened again
     */
    public LinkQueueDisplay(
            String id, Supplier<Link> links, DisplayProtocol protocol, Duration keepEvery, InstantSource clock) {
        this.id = id;
        this.links = links;
        this.protocol = protocol;
        this.keepEvery = keepEvery;
        this.board = new StatusBoard(DeviceKind.QUEUE_DISPLAY, id, clock);
        this.lane = new DeviceLane("display-" + id, WAITING_CALLS, this::cut);
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.QUEUE_DISPLAY;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public DeviceStatus status() {
        return board.status();
    }

    @Override
    public void addListener(DeviceListener listener) {
        board.addListener(listener);
    }

    @Override
    public void removeListener(DeviceListener listener) {
        board.removeListener(listener);
    }

    @Override
    public synchronized void start() {
        if (!begun) {
            begun = true;
            lane.repeat("keep", keepEvery, KEEP_LIMIT, () -> {
                keep();
                return board.status();
            });
        }
    }

    @Override
    public CompletableFuture<DisplayOutcome> show(QueueCall call) {
        return change(call.sequence(), Optional.of(call));
    }

    @Override
    public CompletableFuture<DisplayOutcome> clear(long sequence) {
        return change(sequence, Optional.empty());
    }

    private CompletableFuture<DisplayOutcome> change(long sequence, Optional<QueueCall> call) {
        return lane.submit("show", SHOW, () -> changeNow(sequence, call))
                .exceptionally(failure -> new NotShown(sequence, code(failure)));
    }

    private static String code(Throwable failure) {
        if (failure instanceof DeviceFault fault) {
            return fault.code();
        }
        return failure.getCause() instanceof DeviceFault fault ? fault.code() : DeviceFault.BAD_ANSWER;
    }

    private DisplayOutcome changeNow(long sequence, Optional<QueueCall> call) {
        if (sequence <= latestSequence) {
            return new Overtaken(sequence);
        }
        latestSequence = sequence;
        latest = call;
        Link open = link;
        try {
            if (open == null) {
                connect();
            } else {
                present(open);
            }
            return new Shown(sequence, protocol.answers());
        } catch (LinkException e) {
            lost(link == null ? DeviceFault.LINK_UNAVAILABLE : DeviceFault.LINK_LOST);
            return new NotShown(sequence, board.status().code());
        } catch (DeviceFault fault) {
            return new NotShown(sequence, fault.code());
        }
    }

    /** Opens the line and shows the state of now, whatever was missed. */
    private void connect() throws LinkException {
        Link opening = links.get();
        opening.open();
        link = opening;
        byte[] begin = protocol.begin();
        if (begin.length > 0) {
            opening.writeAll(begin, WRITE);
            opening.read(buffer, LISTEN);
        }
        present(opening);
    }

    private void present(Link open) throws LinkException {
        open.writeAll(latest.map(protocol::show).orElseGet(protocol::clear), WRITE);
        if (protocol.answers()) {
            awaitAnswer(open);
        }
        board.become(DeviceState.READY, "");
    }

    private void awaitAnswer(Link open) throws LinkException {
        long end = System.nanoTime() + ANSWER.toNanos();
        while (System.nanoTime() < end) {
            int count = open.read(buffer, LISTEN);
            Optional<Boolean> accepted = protocol.answer(buffer, count);
            if (accepted.isPresent()) {
                if (accepted.get()) {
                    return;
                }
                board.become(DeviceState.FAULT, REFUSED);
                throw new DeviceFault(REFUSED, true, id);
            }
        }
        board.become(DeviceState.FAULT, DeviceFault.NO_ANSWER);
        throw new DeviceFault(DeviceFault.NO_ANSWER, true, id);
    }

    /** A display that never answers is well as long as its line is there: a read that fails is how one knows. */
    private void keep() {
        Link open = link;
        try {
            if (open == null) {
                connect();
            } else {
                open.read(buffer, LISTEN);
            }
        } catch (LinkException e) {
            lost(open == null ? DeviceFault.LINK_UNAVAILABLE : DeviceFault.LINK_LOST);
        } catch (DeviceFault fault) {
            // Open but not confirmed: the board says so, the next call tries again.
            board.become(DeviceState.FAULT, fault.code());
        }
    }

    private void lost(String code) {
        cut();
        board.become(DeviceState.DISCONNECTED, code);
    }

    private void cut() {
        Link open = link;
        link = null;
        if (open != null) {
            open.close();
        }
    }

    @Override
    public void close() {
        lane.close();
        cut();
    }
}
