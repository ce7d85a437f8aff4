package it.sportello.devices.printer;

import it.sportello.devices.Device;
import it.sportello.devices.DeviceStatus;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A printer of whole pages: A4 sheets, or labels. Print only what is already written down. */
public interface SheetPrinter extends Device {

    /**
     * Prints once.
     *
     * @return {@link PrintOutcome.NotPrinted} when nothing left this computer; otherwise not confirmed, since nobody tells
     *     what became of the paper
     */
    CompletableFuture<PrintOutcome> print(SheetJob job);

    /** The trays the settings can choose from. */
    CompletableFuture<List<String>> trays();

    /** Asks how it is, now. */
    CompletableFuture<DeviceStatus> checkNow();
}
