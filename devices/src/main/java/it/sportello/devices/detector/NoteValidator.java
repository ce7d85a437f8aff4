package it.sportello.devices.detector;

import it.sportello.devices.Device;
import it.sportello.devices.DeviceStatus;
import java.util.concurrent.CompletableFuture;

/**
 * Takes notes in, judges them and keeps them in a container of its own, which is counted at opening and closing. It is
 * closed unless a cash operation is open, and what it keeps pays no due by itself (R-ADD-13).
 */
public interface NoteValidator extends Device {

    /**
     * Opens the gate: a cash operation is open. Stays so over a lost line, until {@link #inhibit()}.
     *
     * @return ends when the device has confirmed; exceptionally with a {@link it.sportello.devices.DeviceFault}, and then
     *     the gate opens as soon as the device is reached
     */
    CompletableFuture<DeviceStatus> accept();

    /** Closes the gate; a note that waits there goes back. Ends as {@link #accept()} does. */
    CompletableFuture<DeviceStatus> inhibit();

    /** What was asked for last; closed at first. */
    boolean isAccepting();

    /** The container was counted: notes that could not be attributed are no longer warned of. */
    void counted();

    void addValidatorListener(ValidatorListener listener);

    void removeValidatorListener(ValidatorListener listener);
}
