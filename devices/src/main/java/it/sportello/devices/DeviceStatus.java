package it.sportello.devices;

import java.time.Instant;
import java.util.List;

/**
 * What is known of one device at one moment.
 *
 * @param kind what it is
 * @param id the name the desk's settings give it; stable, not for the operator
 * @param state how it stands
 * @param busy whether a command is under way
 * @param code stable code of the reason, such as {@code DEV-012}; empty when there is nothing to say. The text for the
 *     operator has the same key in the bundle of the device's package
 * @param details arguments of that text, in order; never personal values
 * @param since when it became so, UTC
 */
public record DeviceStatus(
        DeviceKind kind, String id, DeviceState state, boolean busy, String code, List<String> details, Instant since) {

    public DeviceStatus {
        details = List.copyOf(details);
    }

    /** A device of which nothing is known yet. */
    public static DeviceStatus initial(DeviceKind kind, String id, Instant since) {
        return new DeviceStatus(kind, id, DeviceState.DISCONNECTED, false, "", List.of(), since);
    }

    /** The same device in another state; {@code since} moves only when state or code really change. */
    public DeviceStatus become(DeviceState next, String nextCode, List<String> nextDetails, Instant now) {
        boolean same = next == state && nextCode.equals(code) && nextDetails.equals(details);
        return same ? this : new DeviceStatus(kind, id, next, busy, nextCode, nextDetails, now);
    }

    public DeviceStatus withBusy(boolean nowBusy) {
        return nowBusy == busy ? this : new DeviceStatus(kind, id, state, nowBusy, code, details, since);
    }
}
