package it.sportello.devices.printer;

import it.sportello.devices.DeviceFault;
import it.sportello.devices.DeviceState;

/**
 * Why a printer does not print, or warns. The code is that of a {@link DeviceFault}; the operator's text and what to do
 * stand under {@code device.<code>} in this package's bundle.
 */
public enum PrinterCause {
    /** Not reachable: off, unplugged, or serving another desk. */
    LINK_UNAVAILABLE(DeviceFault.LINK_UNAVAILABLE, DeviceState.DISCONNECTED),
    /** The connection broke during a job. */
    LINK_LOST(DeviceFault.LINK_LOST, DeviceState.DISCONNECTED),
    /** Connected, but it says nothing. */
    NO_ANSWER(DeviceFault.NO_ANSWER, DeviceState.FAULT),
    COVER_OPEN("DEV-201", DeviceState.FAULT),
    PAPER_END("DEV-202", DeviceState.FAULT),
    /** Somebody holds the feed button. */
    FEEDING("DEV-203", DeviceState.FAULT),
    CUTTER_JAM("DEV-204", DeviceState.FAULT),
    /** The head is hot; it goes on by itself. */
    OVERHEATED("DEV-205", DeviceState.FAULT),
    /** A fault that switching off and on may cure, or the technician. */
    UNRECOVERABLE("DEV-206", DeviceState.FAULT),
    /** Off line without saying why. */
    OFFLINE("DEV-207", DeviceState.FAULT),
    PAPER_NEAR_END("DEV-208", DeviceState.DEGRADED),
    /** A printer that can only receive: what comes out nobody can know from here. */
    NO_PROOF("DEV-209", DeviceState.DEGRADED),
    /** It says that all is well, yet did not confirm the end of the job in time. */
    NO_CONFIRMATION("DEV-210", DeviceState.FAULT),
    /** The paper printed before still hangs in the mouth of the printer (Custom models tell it). */
    PAPER_NOT_TAKEN("DEV-211", DeviceState.DEGRADED),
    /** The drawer cannot be opened from here now: there is none, or the printer would open it only later. */
    DRAWER_CLOSED("DEV-212", DeviceState.DEGRADED),
    /** The operating system has no queue of this name. */
    NO_QUEUE("DEV-213", DeviceState.DISCONNECTED),
    /** The queue exists and takes no jobs. */
    QUEUE_STOPPED("DEV-214", DeviceState.FAULT),
    /** The queue has no tray of this name. */
    NO_TRAY("DEV-215", DeviceState.FAULT);

    private final String code;
    private final DeviceState state;

    PrinterCause(String code, DeviceState state) {
        this.code = code;
        this.state = state;
    }

    /** Stable code such as {@code DEV-202}. */
    public String code() {
        return code;
    }

    /** How the device stands while the cause lasts. */
    public DeviceState state() {
        return state;
    }

    /** Whether paper stops in the middle until somebody has seen to it, and a piece of it may be spoilt. */
    boolean needsAPerson() {
        return this == COVER_OPEN || this == PAPER_END || this == CUTTER_JAM;
    }

    /** Key of the operator's text; with {@code .action} what to do, with {@code .job} what becomes of a receipt under way. */
    public String messageKey() {
        return "device." + code;
    }
}
