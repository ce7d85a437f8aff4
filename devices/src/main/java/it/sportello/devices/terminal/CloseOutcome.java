package it.sportello.devices.terminal;

import java.util.List;

/** How closing the terminal's accounting session ended. */
public sealed interface CloseOutcome {

    /** Closed; a difference between the two totals is for the office. */
    record Closed(TerminalTotals totals) implements CloseOutcome {}

    /** The terminal or the bank said no. */
    record Refused(String reason, String actionCode) implements CloseOutcome {}

    /** The terminal never had the request. */
    record NotSent(String code, List<String> details) implements CloseOutcome {
        public NotSent {
            details = List.copyOf(details);
        }
    }

    /** Sent, and no answer came: the totals, which start again at zero, tell whether it was done. */
    record NotConfirmed(String code) implements CloseOutcome {}
}
