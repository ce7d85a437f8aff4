package it.sportello.devices.printer;

import java.time.Instant;

/** How a print job ended. */
public sealed interface PrintOutcome {

    /** The job it belongs to. */
    String jobId();

    /**
     * The printer confirmed that it has worked through the whole receipt, cut included.
     *
     * @param paperNearEnd the roll should be changed soon
     */
    record Printed(String jobId, Instant at, boolean paperNearEnd) implements PrintOutcome {}

    /** Nothing of the receipt left this computer; it may be sent again without the risk of a second copy. */
    record NotPrinted(String jobId, PrinterCause cause) implements PrintOutcome {}

    /**
     * Something was sent and the end was not confirmed. Only a person who looks at the paper knows; printing again is the
     * operator's decision and gives a copy.
     */
    record Uncertain(String jobId, PrinterCause cause) implements PrintOutcome {}
}
