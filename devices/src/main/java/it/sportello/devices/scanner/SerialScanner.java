package it.sportello.devices.scanner;

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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A reader on a serial line or a USB port that acts as one: all bytes arrive, no field needs the focus. It only sends, so
 * its thread listens all the time; a line that is gone is tried again until it is back.
 */
public final class SerialScanner implements BarcodeScanner {

    private static final Logger LOG = LoggerFactory.getLogger(SerialScanner.class);
    private static final Duration LISTEN = Duration.ofMillis(40);
    /** Half of the time within which the lamp must have turned (Q53). */
    private static final Duration LOOK = Duration.ofMillis(2500);

    private static final Duration COMMAND = Duration.ofMillis(500);

    private final String id;
    private final Supplier<Link> links;
    private final ScannerTimings timings;
    private final StatusBoard board;
    private final List<ScanListener> listeners = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final DuplicateFilter duplicates;
    private final ScannerFeedback feedback;
    private volatile @Nullable Link inUse;
    private boolean begun;

    /** A reader that is only listened to. */
    public SerialScanner(String id, Supplier<Link> links, ScannerTimings timings, InstantSource clock) {
        this(id, links, timings, clock, "");
    }

    /**
     * A reader that is told when a code was refused.
     *
     * @param refusedCommand Honeywell menu text sent then, with its end sign; empty for none
     */
    public SerialScanner(
            String id, Supplier<Link> links, ScannerTimings timings, InstantSource clock, String refusedCommand) {
        this.id = id;
        this.links = links;
        this.timings = timings;
        this.board = new StatusBoard(DeviceKind.BARCODE_READER, id, clock);
        this.duplicates = new DuplicateFilter(timings.duplicateWindow());
        this.feedback = new ScannerFeedback(refusedCommand);
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.BARCODE_READER;
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
    public void addScanListener(ScanListener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeScanListener(ScanListener listener) {
        listeners.remove(listener);
    }

    @Override
    public synchronized void start() {
        if (!begun) {
            begun = true;
            Thread thread = new Thread(this::live, "scanner-" + id);
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
        try {
            listenOn(link);
        } catch (LinkException e) {
            board.become(DeviceState.DISCONNECTED, DeviceFault.LINK_LOST);
        }
    }

    private void listenOn(Link link) throws LinkException {
        ScanFramer framer = new ScanFramer(timings.gap());
        byte[] buffer = new byte[512];
        long looked = System.nanoTime();
        while (closed.getCount() > 0) {
            int count = link.read(buffer, LISTEN);
            long now = System.nanoTime();
            byte[] arrived = count == 0 ? feedback.idle(now) : feedback.read(buffer, count, now);
            List<RawScan> scans = new ArrayList<>();
            if (arrived.length > 0) {
                scans.addAll(framer.accept(arrived, arrived.length, now));
            } else {
                framer.idle(now).ifPresent(scans::add);
            }
            for (RawScan scan : scans) {
                deliver(scan, now, link);
            }
            if (now - looked > LOOK.toNanos()) {
                looked = now;
                check(link);
            }
        }
    }

    /** Not every system says that a USB reader was pulled out: the port is looked for as well (Q53). */
    private static void check(Link link) throws LinkException {
        if (!link.isThere()) {
            throw new LinkException(LinkException.Kind.GONE, "the reader's port is not there any more");
        }
    }

    private void deliver(RawScan raw, long now, Link link) throws LinkException {
        if (!duplicates.isNew(raw, now)) {
            return;
        }
        Scan scan = ScanContent.classify(raw);
        LOG.debug("{}: read {}", id, scan.getClass().getSimpleName());
        if (scan instanceof Scan.PersonCodeScan person && person.surplus()) {
            LOG.warn("{}: the reader sends the check character of Code 39; it should be switched off", id);
        }
        listeners.forEach(listener -> listener.scanned(scan));
        if (scan instanceof Scan.Unknown) {
            byte[] command = feedback.refused(now);
            if (command.length > 0) {
                link.writeAll(command, COMMAND);
            }
        }
    }

    private void pause() {
        try {
            if (closed.await(timings.retry().toMillis(), TimeUnit.MILLISECONDS)) {
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
