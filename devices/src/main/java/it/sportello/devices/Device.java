package it.sportello.devices;

/** A device of the desk. Every method may be called from any thread and none of them waits for the device. */
public interface Device extends AutoCloseable {
    DeviceKind kind();

    /** The name the desk's settings give it. */
    String id();

    /** What is known now; no input or output happens. */
    DeviceStatus status();

    /** Adds a listener, which hears the present status first. */
    void addListener(DeviceListener listener);

    void removeListener(DeviceListener listener);

    /** Begins to reach the device and goes on by itself until {@link #close()}. A second call does nothing. */
    void start();

    /** Lets the device go. Commands still waiting end with {@link DeviceFault#CLOSED}. */
    @Override
    void close();
}
