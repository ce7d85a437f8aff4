package it.sportello.devices.detector;

import it.sportello.devices.DeviceState;

/**
 * What may be wrong with a detector or validator beyond its line. The operator's text and what to do stand under
 * {@code device.<code>} in this package's bundle.
 */
public enum DetectorTrouble {
    /** Lines come that no rule understands: wrong speed, another model, a rule that is missing. */
    LINES_NOT_UNDERSTOOD("DEV-501", DeviceState.DEGRADED),
    /** The device said in its own words that something is wrong. */
    DEVICE_COMPLAINS("DEV-502", DeviceState.DEGRADED),
    /** Another kind of device, or its notes cannot be told with certainty: it stays closed. */
    NOT_USABLE("DEV-510", DeviceState.FAULT),
    JAM("DEV-511", DeviceState.FAULT),
    CASHBOX_FULL("DEV-512", DeviceState.FAULT),
    CASHBOX_REMOVED("DEV-513", DeviceState.FAULT),
    PATH_OPEN("DEV-514", DeviceState.FAULT),
    /** Its own check found a broken part. */
    SELF_CHECK("DEV-515", DeviceState.FAULT),
    /** Notes may be inside that nobody attributed: the container has to be counted. */
    COUNT_CONTAINER("DEV-516", DeviceState.DEGRADED),
    /** What it took cannot be stored: it stays closed until it can. */
    NOT_STORED("DEV-517", DeviceState.FAULT);

    private final String code;
    private final DeviceState state;

    DetectorTrouble(String code, DeviceState state) {
        this.code = code;
        this.state = state;
    }

    /** Stable code such as {@code DEV-511}. */
    public String code() {
        return code;
    }

    /** How the device stands while it lasts. */
    public DeviceState state() {
        return state;
    }

    /** Key of the operator's text; with {@code .action} what to do. */
    public String messageKey() {
        return "device." + code;
    }
}
