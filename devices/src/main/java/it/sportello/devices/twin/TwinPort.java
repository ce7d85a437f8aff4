package it.sportello.devices.twin;

import java.io.IOException;
import java.time.Duration;

/** A twin's plug: the end of the channel on which the device sits. One driver at a time is on the other end. */
public interface TwinPort extends AutoCloseable {

    /** What {@link #read} answers while no driver is connected. */
    int NOBODY = -1;

    /**
     * Waits at most {@code limit} for bytes of the driver.
     *
     * @return their number, 0 for none in time, {@link #NOBODY} without a driver
     * @throws IOException when the plug was pulled (closed)
     */
    int read(byte[] buffer, Duration limit) throws IOException;

    /** Sends to the driver; without one the bytes are lost, as on a cable that ends nowhere. */
    void write(byte[] bytes) throws IOException;

    /** Where the driver finds the twin, in the form the desk's settings use. */
    String address();

    /** Pulls the plug. */
    @Override
    void close();
}
