package it.sportello.devices.terminal;

import it.sportello.devices.printer.ReceiptDocument;
import java.util.List;

/**
 * The receipts the terminal handed over for our printer, one for each copy, ready to be printed as they are.
 *
 * @param complete whether every copy came to its end mark; if not, reprinting fetches them again
 */
public record TerminalReceipts(List<ReceiptDocument> copies, boolean complete) {

    /** The terminal prints by itself. */
    public static final TerminalReceipts NONE = new TerminalReceipts(List.of(), true);

    public TerminalReceipts {
        copies = List.copyOf(copies);
    }
}
