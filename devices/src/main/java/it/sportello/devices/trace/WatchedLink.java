package it.sportello.devices.trace;

import it.sportello.devices.DeviceKind;
import it.sportello.devices.link.Link;
import it.sportello.devices.link.LinkException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;

/** A link that tells the trace what passes. The driver does not notice. */
final class WatchedLink implements Link {
    private final Link real;
    private final DeviceTrace trace;
    private final FrameMask mask;
    private final AtomicBoolean open = new AtomicBoolean();

    WatchedLink(Link real, DeviceTrace trace, DeviceKind kind) {
        this.real = real;
        this.trace = trace;
        this.mask = FrameMask.of(kind);
    }

    @Override
    public void open() throws LinkException {
        try {
            real.open();
        } catch (LinkException e) {
            trace.refused(e.kind().name());
            throw e;
        }
        open.set(true);
        trace.opened();
    }

    @Override
    public int read(byte[] buffer, Duration limit) throws LinkException {
        try {
            int count = real.read(buffer, limit);
            if (count > 0) {
                trace.received(mask.fromDevice(Arrays.copyOf(buffer, count)));
            }
            return count;
        } catch (LinkException e) {
            broken(e);
            throw e;
        }
    }

    @Override
    public int write(byte[] bytes, int offset, int length, Duration limit) throws LinkException {
        try {
            int taken = real.write(bytes, offset, length, limit);
            if (taken > 0) {
                trace.sent(mask.toDevice(Arrays.copyOfRange(bytes, offset, offset + taken)));
            }
            return taken;
        } catch (LinkException e) {
            broken(e);
            throw e;
        }
    }

    private void broken(LinkException cause) {
        if (cause.kind() == LinkException.Kind.GONE && open.getAndSet(false)) {
            trace.received(mask.rest());
            trace.lost();
        }
    }

    @Override
    public boolean isOwnLine() {
        return real.isOwnLine();
    }

    @Override
    public boolean isThere() {
        return real.isThere();
    }

    @Override
    public void keepWatch() throws LinkException {
        real.keepWatch();
    }

    @Override
    public int bytesPerSecond() {
        return real.bytesPerSecond();
    }

    @Override
    public void close() {
        if (open.getAndSet(false)) {
            trace.closed();
        }
        real.close();
    }
}
