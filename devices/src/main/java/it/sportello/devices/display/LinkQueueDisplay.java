package it.sportello.devices.display;

import it.sportello.devices.BoardedDevice;
import it.sportello.devices.DeviceFault;
import it.sportello.devices.DeviceKind;
import it.sportello.devices.DeviceState;
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

/**
 * A display on a serial line or a socket. What is wanted on it is known at once, whether it can be reached or not: the
 * lane brings the display there as soon as it can, and again after every interruption, so that no call is lost by coming
 * at the wrong moment and none that is older is ever shown over a newer one.
 */
public final class LinkQueueDisplay extends BoardedDevice implements QueueDisplay {

    /** The display refused the frame. */
    public static final String REFUSED = "DEV-301";

    /** How often a line is looked after: one that is pulled out shows within 5 s (Q53). */
    public static final Duration KEEP_USUAL = Duration.ofSeconds(2);

    private static final Duration SHOW = Duration.ofSeconds(2);
    private static final Duration KEEP_LIMIT = Duration.ofSeconds(6);
    private static final int WAITING_CALLS = 16;
    private static final int KEEPS_BETWEEN_REFRESHES = 5;
    private static final long NOTHING_YET = Long.MIN_VALUE;

    private record Wanted(long sequence, Optional<QueueCall> call) {}

    private record Line(Link link, DisplayExchange exchange) {}

    private final Supplier<Link> links;
    private final DisplayProtocol protocol;
    private final Duration keepEvery;
    private final DeviceLane lane;
    private volatile Wanted wanted = new Wanted(NOTHING_YET, Optional.empty());
    private volatile @Nullable Line line;
    private volatile @Nullable Wanted standing;
    private int keepsSinceRefresh;
    private volatile boolean closed;
    private boolean begun;

    /**
     * @param links a new link for every connection
     * @param keepEvery how often the line is looked after: lost ones are noticed and opened again. Every fifth time the
     *     state is written again, for a display that lost its power while its line stayed open
     */
    public LinkQueueDisplay(
            String id, Supplier<Link> links, DisplayProtocol protocol, Duration keepEvery, InstantSource clock) {
        super(DeviceKind.QUEUE_DISPLAY, id, clock);
        this.links = links;
        this.protocol = protocol;
        this.keepEvery = keepEvery;
        this.lane = new DeviceLane("display-" + id, WAITING_CALLS, this::cut);
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
        return change(new Wanted(call.sequence(), Optional.of(call)));
    }

    @Override
    public CompletableFuture<DisplayOutcome> clear(long sequence) {
        return change(new Wanted(sequence, Optional.empty()));
    }

    private CompletableFuture<DisplayOutcome> change(Wanted next) {
        if (!want(next)) {
            return CompletableFuture.completedFuture(new Overtaken(next.sequence()));
        }
        return lane.submit("show", SHOW, () -> showNow(next))
                .exceptionally(failure -> new NotShown(next.sequence(), code(failure)));
    }

    /** Whether this is what is wanted now; something later may be already. */
    private synchronized boolean want(Wanted next) {
        if (next.sequence() > wanted.sequence()) {
            wanted = next;
        }
        return next.equals(wanted);
    }

    private static String code(Throwable failure) {
        if (failure instanceof DeviceFault fault) {
            return fault.code();
        }
        return failure.getCause() instanceof DeviceFault fault ? fault.code() : DeviceFault.BAD_ANSWER;
    }

    private DisplayOutcome showNow(Wanted mine) {
        if (!mine.equals(wanted)) {
            return new Overtaken(mine.sequence());
        }
        if (!mine.equals(standing)) {
            Optional<String> trouble = reach(this::present);
            if (trouble.isPresent()) {
                return new NotShown(mine.sequence(), trouble.get());
            }
        }
        return new Shown(mine.sequence(), protocol.answers());
    }

    private void keep() {
        if (protocol.hangsUp() && wanted.equals(standing) && protocol.probe().length == 0) {
            return;
        }
        reach(this::lookAfter);
    }

    /** What is done on the open line. */
    @FunctionalInterface
    private interface OnLine {
        void run(DisplayExchange exchange) throws LinkException;
    }

    /** Opens the line if need be and works on it; tells the code of what went wrong, after the board knows it. */
    private Optional<String> reach(OnLine work) {
        Line open = line;
        try {
            if (open == null) {
                open = connect();
                open.exchange().begin();
            }
            work.run(open.exchange());
            board.become(DeviceState.READY, "");
            if (protocol.hangsUp()) {
                drop(open);
            }
            return Optional.empty();
        } catch (LinkException e) {
            drop(open);
            return trouble(
                    DeviceState.DISCONNECTED, open == null ? DeviceFault.LINK_UNAVAILABLE : DeviceFault.LINK_LOST);
        } catch (DeviceFault fault) {
            // Open but not confirmed: the next turn tries again.
            if (protocol.hangsUp()) {
                drop(open);
            }
            return trouble(DeviceState.FAULT, fault.code());
        }
    }

    private Optional<String> trouble(DeviceState state, String code) {
        standing = null;
        board.become(state, code);
        return Optional.of(code);
    }

    private Line connect() throws LinkException {
        standing = null;
        Link opening = links.get();
        opening.open();
        Line opened = new Line(opening, new DisplayExchange(opening, protocol, id));
        line = opened;
        if (closed) {
            // Closed while it was being opened: nobody else would let the line go.
            drop(opened);
            throw new LinkException(LinkException.Kind.GONE, "closed");
        }
        return opened;
    }

    /** Brings the display to the state of now, whatever was missed. */
    private void present(DisplayExchange exchange) throws LinkException {
        Wanted now = wanted;
        exchange.send(now.call().map(protocol::show).orElseGet(protocol::clear));
        standing = now;
        keepsSinceRefresh = 0;
    }

    private void lookAfter(DisplayExchange exchange) throws LinkException {
        exchange.glance();
        if (!wanted.equals(standing)) {
            present(exchange);
            return;
        }
        exchange.send(protocol.probe());
        keepsSinceRefresh++;
        if (keepsSinceRefresh >= KEEPS_BETWEEN_REFRESHES) {
            keepsSinceRefresh = 0;
            exchange.send(protocol.refresh(wanted.call()));
        }
    }

    /** Called by the lane's watchdog, too. */
    private void cut() {
        drop(line);
    }

    /** Closes a line, but not the one that may have been opened in its place. */
    private synchronized void drop(@Nullable Line lost) {
        if (lost != null) {
            lost.link().close();
            if (lost.equals(line)) {
                line = null;
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        lane.close();
        cut();
    }
}
