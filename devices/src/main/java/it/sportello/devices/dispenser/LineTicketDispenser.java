package it.sportello.devices.dispenser;

import it.sportello.devices.BoardedDevice;
import it.sportello.devices.DeviceKind;
import it.sportello.devices.link.Link;
import it.sportello.devices.link.ListeningLine;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A dispenser on a serial line or a socket. It only speaks: it is listened to all the time. What is said while the line is gone is lost; the number is then called by hand.
 */
public final class LineTicketDispenser extends BoardedDevice implements TicketDispenser {

    private static final Logger LOG = LoggerFactory.getLogger(LineTicketDispenser.class);
    private static final Duration LISTEN = Duration.ofMillis(200);

    private final LineTemplate template;
    private final InstantSource clock;
    private final List<TicketListener> listeners = new CopyOnWriteArrayList<>();
    private final ListeningLine line;

    /** A dispenser; {@code retry} lies between two tries to open its line. */
    public LineTicketDispenser(
            String id, Supplier<Link> links, LineTemplate template, Duration retry, InstantSource clock) {
        super(DeviceKind.TICKET_DISPENSER, id, clock);
        this.template = template;
        this.clock = clock;
        this.line = new ListeningLine("dispenser-" + id, links, LISTEN, retry, board, link -> ear());
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
    public void start() {
        line.start();
    }

    private ListeningLine.Ear ear() {
        LineFramer framer = new LineFramer();
        return (buffer, count, now) -> framer.accept(buffer, count).forEach(this::heard);
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

    @Override
    public void close() {
        line.close();
    }
}
