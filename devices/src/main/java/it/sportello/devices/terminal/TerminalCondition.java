package it.sportello.devices.terminal;

import it.sportello.devices.DeviceState;

/** The state digit of a terminal (ECR17 status answer, position 31; the meanings are Nexi's, makers may add to them). */
public enum TerminalCondition {
    NOT_CONFIGURED('0', "DEV-601", DeviceState.FAULT),
    NO_PARAMETERS('1', "DEV-602", DeviceState.FAULT),
    OPERATIVE('2', "", DeviceState.READY),
    NOT_ALIGNED('3', "DEV-603", DeviceState.FAULT),
    KEY_CORRUPTED('4', "DEV-604", DeviceState.FAULT),
    PARAMETERS_PENDING('5', "DEV-605", DeviceState.DEGRADED),
    UPDATE_PENDING('6', "DEV-606", DeviceState.DEGRADED),
    /** A digit of the maker's own: the terminal itself decides whether it can pay. */
    UNKNOWN(' ', "DEV-607", DeviceState.DEGRADED);

    private final char digit;
    private final String code;
    private final DeviceState state;

    TerminalCondition(char digit, String code, DeviceState state) {
        this.digit = digit;
        this.code = code;
        this.state = state;
    }

    static TerminalCondition of(char digit) {
        for (TerminalCondition condition : values()) {
            if (condition.digit == digit) {
                return condition;
            }
        }
        return UNKNOWN;
    }

    /** Stable code such as {@code DEV-603}; empty when there is nothing to say. */
    public String code() {
        return code;
    }

    /** How the device stands; with {@link DeviceState#FAULT} no payment is begun. */
    public DeviceState state() {
        return state;
    }
}
