package it.sportello.devices.dispenser;

import it.sportello.devices.DeviceFault;
import it.sportello.devices.DeviceKind;
import it.sportello.devices.DeviceListener;
import it.sportello.devices.DeviceState;
import it.sportello.devices.DeviceStatus;
import it.sportello.devices.StatusBoard;
import it.sportello.devices.link.Link;
import it.sportello.devices.link.LinkException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A dispenser on a serial line or a socket. It only speaks: its thread listens all the time, and a line that is gone is
 * tried again until it is back. What is said while the line is gone is lost; the number is then called by hand.
 */
public final class LineTicketDispenser implements TicketDispenser {

    private static final Logger LOG = LoggerFactory.getLogger(LineTicketDispenser.class);
    private static final Duration LISTEN = Duration.ofMillis(200);

    private final String id;
    private final Supplier<Link> links;
    private final LineTemplate template;
    private final Duration retry;
    private final InstantSource clock;
    private final StatusBoard board;
    private final List<TicketListener> listeners = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile @Nullable Link inUse;
    private boolean begun;

    /** A dispenser; {@code retry} lies between two tries to open its line. */
    public LineTicketDispenser(
            String id, Supplier<Link> links, LineTemplate template, Duration retry, InstantSource clock) {
        this.id = id;
        this.links = links;
        this.template = template;
        this.retry = retry;
        this.clock = clock;
        this.board = new StatusBoard(DeviceKind.TICKET_DISPENSER, id, clock);
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.TICKET_DISPENSER;
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
    public void addTicketListener(TicketListener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeTicketListener(TicketListener listener) {
        listeners.remove(listener);
    }

    @Override
    public synchronized void start() {
        if (!begun) {
            begun = true;
            Thread thread = new Thread(this::live, "dispenser-" + id);
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void live() {
        while (closed.getCount() > 0) {
            Link link = links.get();
            inUse = link;
            listenTo(link);
            link.close();
            pause();
        }
    }

    private void listenTo(Link link) {
        try {
            link.open();
        } catch (LinkException e) {
            board.become(DeviceState.DISCONNECTED, DeviceFault.LINK_UNAVAILABLE);
            return;
        }
        board.become(DeviceState.READY, "");
        LineFramer framer = new LineFramer();
        byte[] buffer = new byte[512];
        try {
            while (closed.getCount() > 0) {
                int count = link.read(buffer, LISTEN);
                framer.accept(buffer, count).forEach(this::heard);
            }
        } catch (LinkException e) {
            board.become(DeviceState.DISCONNECTED, DeviceFault.LINK_LOST);
        }
    }

    private void heard(String line) {
        template.read(line)
                .ifPresentOrElse(
                        number -> {
                            DispensedTicket ticket = new DispensedTicket(number, clock.instant());
                            listeners.forEach(listener -> listener.printed(ticket));
                        },
                        () -> LOG.debug("{}: a line of {} characters is no ticket", id, line.length()));
    }

    private void pause() {
        try {
            if (closed.await(retry.toMillis(), TimeUnit.MILLISECONDS)) {
                board.become(DeviceState.DISCONNECTED, DeviceFault.CLOSED);
            }
        } catch (InterruptedException e) {
            closed.countDown();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        Link link = inUse;
        if (link != null) {
            link.close();
        }
    }
}
