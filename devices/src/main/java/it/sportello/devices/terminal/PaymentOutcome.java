package it.sportello.devices.terminal;

import java.util.List;
import java.util.Optional;

/** How a payment or a reversal ended. Four ends and no fifth: whatever happens, the future gives one of them. */
public sealed interface PaymentOutcome {

    /**
     * The terminal said 00.
     *
     * @param recovered the answer was lost and the last result proved to be this operation's; then without receipts
     */
    record Approved(TerminalResult result, TerminalReceipts receipts, boolean recovered) implements PaymentOutcome {}

    /** The terminal said no: no money moved. */
    record Refused(RefusalCause cause, TerminalResult result, TerminalReceipts receipts, boolean recovered)
            implements PaymentOutcome {}

    /**
     * The terminal never had the request, or rejected the message itself: no money moved, and it may be asked for anew.
     *
     * @param code of the reason, as in {@link it.sportello.devices.DeviceFault}
     */
    record NotSent(String code, List<String> details) implements PaymentOutcome {
        public NotSent {
            details = List.copyOf(details);
        }
    }

    /**
     * It was sent and its end is not known. Never to be sent again before it is resolved:
     * {@link PaymentTerminal#lastResult} asks once more, then only the slip and a person can tell.
     *
     * @param code what went wrong, as in {@link it.sportello.devices.DeviceFault}
     * @param last what the terminal gave as its last result, for the operator to compare
     */
    record NotConfirmed(String code, TerminalDoubt doubt, DoubtEvidence evidence, Optional<TerminalResult> last)
            implements PaymentOutcome {}
}
