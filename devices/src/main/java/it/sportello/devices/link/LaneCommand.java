package it.sportello.devices.link;

/**
 * Work on a device, run on the device's own thread.
 *
 * @param <T> what it finds; {@code Void} when there is nothing to say
 */
@FunctionalInterface
public interface LaneCommand<T> {
    /** May wait for the device, within the deadline given with it; an interrupt means the deadline is over. */
    T run() throws Exception;
}
