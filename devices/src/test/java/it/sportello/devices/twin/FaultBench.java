package it.sportello.devices.twin;

import it.sportello.devices.Device;

/** One family on the bench of faults: a twin, the real driver, and one operation that is repeated. */
interface FaultBench extends AutoCloseable {

    Twin twin();

    Device device();

    /**
     * Does the operation once, whatever becomes of it, and gives whether driver and twin are sure that it was done.
     * Throws an assertion's error if it was done twice, or done and denied.
     */
    boolean operate() throws Exception;

    @Override
    default void close() {
        device().close();
        twin().close();
    }
}
