package it.sportello.devices.printer;

import it.sportello.devices.Device;
import it.sportello.devices.DeviceStatus;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The receipt printer of a desk. Print only what is already written down: the receipt exists whatever becomes of the
 * paper.
 */
public interface ReceiptPrinter extends Device {

    /**
     * Prints once. The printer is asked first, then told, then asked whether it is done; when paper or cover stop it in
     * the middle, the job waits, since the printer keeps the rest and finishes by itself. It is never sent twice.
     *
     * @return ends with an outcome; with a {@link it.sportello.devices.DeviceFault} only when the job never started
     */
    CompletableFuture<PrintOutcome> print(PrintJob job, PrintProgress progress);

    /** Ends the wait for a printer that somebody should see to: the job under way ends as uncertain, with its cause. */
    void stopWaiting();

    /**
     * Somebody has freed the cutter: the printer is told to go on. Only a person may say so, since the blade moves.
     */
    default CompletableFuture<DeviceStatus> resume() {
        return checkNow();
    }

    /** Whether a drawer can hang on it. */
    default boolean hasDrawer() {
        return true;
    }

    /** Whether the drawer is open, as far as the printer tells; empty without a switch in the drawer. */
    default Optional<Boolean> drawerOpen() {
        return Optional.empty();
    }

    /** Adds a listener for the moves of the drawer. */
    default void addDrawerListener(DrawerListener listener) {}

    /**
     * Opens the drawer. Only on request of the till, never as part of a receipt. A printer that would open it only later,
     * when somebody has changed its roll, is not asked: the command ends with {@link PrinterCause#DRAWER_CLOSED}.
     */
    CompletableFuture<DeviceStatus> openDrawer();

    /** Asks the printer how it is, now. */
    CompletableFuture<DeviceStatus> checkNow();
}
