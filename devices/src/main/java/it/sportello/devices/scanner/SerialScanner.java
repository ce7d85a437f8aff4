package it.sportello.devices.scanner;

import it.sportello.devices.BoardedDevice;
import it.sportello.devices.DeviceKind;
import it.sportello.devices.link.Link;
import it.sportello.devices.link.LinkException;
import it.sportello.devices.link.ListeningLine;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A reader on a serial line or a USB port that acts as one: all bytes arrive, no field needs the focus. It only sends, so
 * it is listened to all the time.
 */
public final class SerialScanner extends BoardedDevice implements BarcodeScanner {

    private static final Logger LOG = LoggerFactory.getLogger(SerialScanner.class);
    private static final Duration LISTEN = Duration.ofMillis(40);
    private static final Duration COMMAND = Duration.ofMillis(500);

    private final ScannerTimings timings;
    private final List<ScanListener> listeners = new CopyOnWriteArrayList<>();
    private final DuplicateFilter duplicates;
    private final ScannerFeedback feedback;
    private final ListeningLine line;

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
        super(DeviceKind.BARCODE_READER, id, clock);
        this.timings = timings;
        this.duplicates = new DuplicateFilter(timings.duplicateWindow());
        this.feedback = new ScannerFeedback(refusedCommand);
        this.line = new ListeningLine("scanner-" + id, links, LISTEN, timings.retry(), board, this::ear);
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
    public void start() {
        line.start();
    }

    private ListeningLine.Ear ear(Link link) {
        ScanFramer framer = new ScanFramer(timings.gap());
        return (buffer, count, now) -> {
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
        };
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

    @Override
    public void close() {
        line.close();
    }
}
