package it.sportello.devices.link;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import it.sportello.devices.link.LinkException.Kind;
import java.io.File;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A serial line through jSerialComm. The library's ways, tried out and worked around here: {@code isOpen} stays true after
 * the adapter was pulled out, so only a read or write of -1 counts; its disconnect event fires in a loop, so it is not
 * used; a write blocks for ever under hardware flow control, so a second thread closes the port at the limit.
 *
 * <p>The native library comes from {@code jSerialComm.library.path} when that system property is set, as the installed
 * program does; the library's own unpacking into a shared folder would let another user of the machine plant a file.
 */
public final class SerialLink implements Link {

    /** Small enough that a device that stops the stream is noticed early, large enough for one system call per line. */
    private static final int CHUNK = 256;

    private final LinkAddress.Serial address;
    private volatile @Nullable SerialPort port;
    private int readLimit = -1;

    public SerialLink(LinkAddress.Serial address) {
        this.address = address;
    }

    @Override
    public void open() throws LinkException {
        SerialPort opening = find();
        configure(opening, address.settings());
        readLimit = -1;
        if (!opening.openPort()) {
            throw new LinkException(refusal(opening.getLastErrorCode()), "the serial port cannot be opened");
        }
        port = opening;
    }

    private SerialPort find() throws LinkException {
        String path = address.path();
        if (path.startsWith("/") && !new File(path).exists()) {
            throw new LinkException(Kind.NOT_FOUND, "no such serial port");
        }
        try {
            return SerialPort.getCommPort(path);
        } catch (SerialPortInvalidPortException e) {
            throw new LinkException(Kind.NOT_FOUND, "no such serial port", e);
        }
    }

    /** Linux error numbers: 1 and 13 are a missing permission, 16 is a port in use; anything else reads as absent. */
    private static Kind refusal(int errorNumber) {
        return switch (errorNumber) {
            case 1, 13 -> Kind.FORBIDDEN;
            case 11, 16 -> Kind.BUSY;
            default -> Kind.NOT_FOUND;
        };
    }

    private static void configure(SerialPort port, SerialSettings settings) {
        int parity = switch (settings.parity()) {
            case NONE -> SerialPort.NO_PARITY;
            case EVEN -> SerialPort.EVEN_PARITY;
            case ODD -> SerialPort.ODD_PARITY;
        };
        int stop = settings.stopBits() == 1 ? SerialPort.ONE_STOP_BIT : SerialPort.TWO_STOP_BITS;
        port.setComPortParameters(settings.baud(), settings.dataBits(), stop, parity);
        port.setFlowControl(
                switch (settings.flowControl()) {
                    case NONE -> SerialPort.FLOW_CONTROL_DISABLED;
                    case XONXOFF ->
                        SerialPort.FLOW_CONTROL_XONXOFF_IN_ENABLED | SerialPort.FLOW_CONTROL_XONXOFF_OUT_ENABLED;
                    case RTSCTS -> SerialPort.FLOW_CONTROL_RTS_ENABLED | SerialPort.FLOW_CONTROL_CTS_ENABLED;
                    case DTRDSR -> SerialPort.FLOW_CONTROL_DTR_ENABLED | SerialPort.FLOW_CONTROL_DSR_ENABLED;
                });
    }

    @Override
    public int read(byte[] buffer, Duration limit) throws LinkException {
        SerialPort open = opened();
        int millis = Math.clamp(limit.toMillis(), 1, Integer.MAX_VALUE);
        if (millis != readLimit) {
            open.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, millis, 0);
            readLimit = millis;
        }
        int count = open.readBytes(buffer, buffer.length);
        if (count < 0) {
            throw new LinkException(Kind.GONE, "the serial device is not there any more");
        }
        return count;
    }

    @Override
    public int write(byte[] bytes, int offset, int length, Duration limit) throws LinkException {
        SerialPort open = opened();
        AtomicBoolean late = new AtomicBoolean();
        CountDownLatch done = new CountDownLatch(1);
        Thread watchdog = Thread.ofVirtual().start(() -> closeWhenLate(open, done, limit, late));
        int taken = 0;
        try {
            while (taken < length) {
                int count = open.writeBytes(bytes, Math.min(CHUNK, length - taken), offset + taken);
                if (count < 0 || late.get()) {
                    throw new LinkException(
                            Kind.GONE, late.get() ? "the device blocked the line" : "the serial device is not there");
                }
                taken += count;
            }
            return taken;
        } finally {
            done.countDown();
            watchdog.interrupt();
        }
    }

    private static void closeWhenLate(SerialPort open, CountDownLatch done, Duration limit, AtomicBoolean late) {
        try {
            if (!done.await(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                late.set(true);
                open.closePort();
            }
        } catch (InterruptedException e) {
            // The write ended in time; nothing is left to guard.
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public int bytesPerSecond() {
        return address.settings().bytesPerSecond();
    }

    @Override
    public boolean isOwnLine() {
        return true;
    }

    @Override
    public boolean isThere() {
        String path = address.path();
        return path.startsWith("/")
                ? new File(path).exists()
                : Arrays.stream(SerialPort.getCommPorts())
                        .anyMatch(listed -> listed.getSystemPortName().equalsIgnoreCase(path));
    }

    private SerialPort opened() throws LinkException {
        SerialPort open = port;
        if (open == null) {
            throw new LinkException(Kind.GONE, "not open");
        }
        return open;
    }

    @Override
    public void close() {
        SerialPort open = port;
        port = null;
        if (open != null) {
            open.closePort();
        }
    }
}
