package it.sportello.devices.link;

import java.io.IOException;
import java.time.Duration;

/**
 * Bytes to and from one device, over a socket or a serial line. Every call has a limit, so that no device can hold its
 * thread for ever. A link belongs to one thread; only {@link #close()} may come from another, and it wakes that thread
 * with a {@link LinkException} of kind {@link LinkException.Kind#GONE}.
 *
 * <p>A link is opened once. After {@link LinkException.Kind#GONE} or {@link #close()} the owner asks its
 * {@link LinkAddress} for a new one: a serial adapter that was pulled out and put back is another device to the system.
 */
public interface Link extends AutoCloseable {

    /**
     * Connects. Bytes that were waiting on a serial line are thrown away.
     *
     * @throws LinkException when the device cannot be reached
     */
    void open() throws LinkException;

    /**
     * Reads what is there, waiting at most {@code limit} for the first byte.
     *
     * @return the number of bytes put at the start of {@code buffer}; 0 when the time passed without any
     * @throws LinkException of kind {@code GONE} when the other side is not there any more
     */
    int read(byte[] buffer, Duration limit) throws LinkException;

    /**
     * Hands over as many bytes as the device takes within {@code limit}.
     *
     * @return how many were taken, from 0 up to {@code length}; a device that holds back (paper end, flow control) takes
     *     fewer, and the link stays usable
     * @throws LinkException of kind {@code GONE} when the other side is not there any more; a serial line that blocks past
     *     the limit in the operating system is closed and counts as gone
     */
    int write(byte[] bytes, int offset, int length, Duration limit) throws LinkException;

    /**
     * Hands over all bytes.
     *
     * @throws LinkException of kind {@code TIME_OUT} when the device did not take them all in time
     */
    default void writeAll(byte[] bytes, Duration limit) throws LinkException {
        int taken = write(bytes, 0, bytes.length, limit);
        if (taken < bytes.length) {
            throw new LinkException(
                    LinkException.Kind.TIME_OUT, "the device took " + taken + " of " + bytes.length + " bytes");
        }
    }

    /** How many bytes the line carries in a second, to work out how long a job may take; 0 when speed is no matter. */
    default int bytesPerSecond() {
        return 0;
    }

    /**
     * Whether the connection takes the device from nobody else, so that it may be kept open between two jobs: a cable does
     * not, a socket does.
     */
    default boolean isOwnLine() {
        return false;
    }

    /**
     * Whether the other side can still be there, as far as the system can tell without a byte: a USB port that has gone
     * is not reported by every system, and at the door of a device on the network one may knock while no connection is
     * open. True when the kind of link has no such sign. Waits 1.5 s at most.
     */
    default boolean isThere() {
        return true;
    }

    /**
     * Asks the system to notice by itself, within 4 s, that the other side of the open connection vanished without a
     * word: for lines on which nobody speaks for long. Costs no byte of the device's protocol.
     */
    default void keepWatch() throws LinkException {}

    /** Ends the connection. May be called twice, and from another thread. */
    @Override
    void close();

    /** Checked input and output of links always ends in a {@link LinkException}; this is its common ancestor. */
    static LinkException gone(IOException cause) {
        return new LinkException(LinkException.Kind.GONE, "connection lost", cause);
    }
}
