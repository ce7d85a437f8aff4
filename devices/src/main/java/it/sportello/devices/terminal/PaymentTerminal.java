package it.sportello.devices.terminal;

import it.sportello.devices.Device;
import java.util.concurrent.CompletableFuture;

/**
 * The card terminal of a desk. One operation at a time: a second one is turned away at once, it never waits in the shadow
 * of the first. Cancelling is done on the terminal.
 *
 * <p>A payment leaves this computer once. When its answer is lost the terminal is asked for its last result, and what
 * that does not prove stays not confirmed: no code above this port ever sends a payment again by itself.
 */
public interface PaymentTerminal extends Device {

    /** The terminal refused the packet three times: wrong check byte rule, wrong terminal, or unknown command. */
    String REJECTED = "DEV-610";

    /** Another operation is under way. */
    String BUSY = "DEV-611";

    /** The terminal answered a question with another result code than 00. */
    String DECLINED = "DEV-612";

    /**
     * Asks for a payment. Store the attempt first.
     *
     * @return ends with an outcome; exceptionally only for a bug before anything was sent
     */
    CompletableFuture<PaymentOutcome> pay(PaymentRequest request, TerminalProgress progress);

    /**
     * Takes the last payment back, with the same card.
     *
     * @param stan of that payment, which the terminal checks; {@code 000000} for no check
     */
    CompletableFuture<PaymentOutcome> reverseLast(String stan, TerminalProgress progress);

    /**
     * Asks what became of an operation whose answer was lost, also after a restart of the desk. Approved or refused only
     * when STAN, amount and time prove that the last result is its own; sends no payment.
     *
     * @return never {@link PaymentOutcome.NotSent}
     */
    CompletableFuture<PaymentOutcome> lastResult(TerminalDoubt doubt);

    /** What was paid since the last closing; ends exceptionally with a {@link it.sportello.devices.DeviceFault}. */
    CompletableFuture<TerminalTotals> totals();

    /** Closes the accounting session with the bank and sets the totals back to zero. */
    CompletableFuture<CloseOutcome> closeSession();

    /** Fetches the last receipt again, for our printer. */
    CompletableFuture<TerminalReceipts> reprint(ReprintKind kind);

    /** Lets the terminal print its last receipt again by itself; ends when it has acknowledged that. */
    CompletableFuture<Void> reprintThere(ReprintKind kind);

    /** Asks the terminal how it is, now. */
    CompletableFuture<TerminalReport> check();
}
