package it.sportello.devices;

/**
 * Hears of every change of a device's status, on the device's own thread: it must return at once and never call the
 * device back. The application passes the event on to its window through its one door.
 */
@FunctionalInterface
public interface DeviceListener {
    void statusChanged(DeviceStatus status);
}
