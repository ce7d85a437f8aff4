package it.sportello.devices.twin;

/** What the twins of all devices on a line have in common: a plug, and a way out on which faults can be scripted. */
public interface Twin extends AutoCloseable {

    /** Its plug and the thread behind it. */
    TwinLoop line();

    /** The way out: the faults that its next answers meet. */
    FaultyWire wire();

    /** Where the driver finds it; may change when a plug without a fixed name is put back. */
    default String address() {
        return line().address();
    }

    /** Pulls the plug; it stays out. */
    void unplug();

    /** Puts it back. */
    default void plugIn() {
        line().plugIn();
    }

    /** The connection breaks and can be made again at once, as with a bad cable or an impatient switch. */
    default void drop() {
        line().drop();
    }

    @Override
    void close();
}
