package it.sportello.devices;

/**
 * How a device stands. That it is working on something is not a state of its own: {@link DeviceStatus#busy()} says it
 * beside the state.
 */
public enum DeviceState {
    /** Switched off in the settings of the desk: nobody tries to reach it. */
    DISABLED,
    /** Not reached; the driver goes on trying by itself. */
    DISCONNECTED,
    /** The channel is open and the first exchange is under way. */
    CONNECTING,
    /** Works. */
    READY,
    /** Works, with a warning the operator should see: paper near its end, a status that cannot be asked. */
    DEGRADED,
    /** Needs a person: paper out, cover open, jam. */
    FAULT;

    /** Whether a command may be given now with a fair hope of success. */
    public boolean isUsable() {
        return this == READY || this == DEGRADED;
    }
}
