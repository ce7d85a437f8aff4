package it.sportello.devices.printer;

import java.time.Instant;
import java.util.Optional;

/** Hears how a job goes, on the printer's thread: it must return at once. */
public interface PrintProgress {

    /** Hears nothing. */
    PrintProgress NONE = new PrintProgress() {};

    /** The first byte of the receipt has been taken by the connection. */
    default void firstByteSent(Instant at) {}

    /**
     * What the job waits for has changed. The receipt goes on by itself when the operator has seen to it.
     *
     * @param cause empty when it goes on
     */
    default void waitingFor(Optional<PrinterCause> cause) {}
}
