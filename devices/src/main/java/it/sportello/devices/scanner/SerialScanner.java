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

    private final String id;
    private final Supplier<Link> links;
    private final ScannerTimings timings;
    private final StatusBoard board;
    private final List<ScanListener> listeners = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final DuplicateFilter duplicates;
    private volatile @Nullable Link inUse;
    private boolean begun;

    public SerialScanner(String id, Supplier<Link> links, ScannerTimings timings, InstantSource clock) {
        this.id = id;
        this.links = links;
        this.timings = timings;
        this.board = new StatusBoard(DeviceKind.BARCODE_READER, id, clock);
        this.duplicates = new DuplicateFilter(timings.duplicateWindow());
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
        ScanFramer framer = new ScanFramer(timings.gap());
        byte[] buffer = new byte[512];
        try {
            while (closed.getCount() > 0) {
                int count = link.read(buffer, LISTEN);
                long now = System.nanoTime();
                if (count == 0) {
                    framer.idle(now).ifPresent(scan -> deliver(scan, now));
                } else {
                    framer.accept(buffer, count, now).forEach(scan -> deliver(scan, now));
                }
            }
        } catch (LinkException e) {
            board.become(DeviceState.DISCONNECTED, DeviceFault.LINK_LOST);
        }
    }

    private void deliver(RawScan raw, long now) {
        if (!duplicates.isNew(raw, now)) {
            return;
        }
        Scan scan = ScanContent.classify(raw);
        LOG.debug("{}: read {}", id, scan.getClass().getSimpleName());
        listeners.forEach(listener -> listener.scanned(scan));
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
