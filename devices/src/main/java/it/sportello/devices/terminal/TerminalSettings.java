package it.sportello.devices.terminal;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How one terminal is spoken to.
 *
 * @param terminalId eight digits, as the bank's papers give it; {@code 00000000} stands for whichever it is
 * @param deskId eight digits that name this desk to the terminal
 * @param lrc the check byte's rule; empty to find it out with status requests
 * @param form how payments are asked for; not every terminal knows the extended form
 * @param receiptsToUs whether our printer prints the terminal's receipts
 * @param use who else asks this terminal for money
 */
public record TerminalSettings(
        String terminalId,
        String deskId,
        Optional<LrcRule> lrc,
        PaymentForm form,
        boolean receiptsToUs,
        TerminalUse use,
        TerminalTimings timings) {

    private static final Pattern EIGHT_DIGITS = Pattern.compile("[0-9]{8}");

    public TerminalSettings {
        if (!EIGHT_DIGITS.matcher(terminalId).matches()
                || !EIGHT_DIGITS.matcher(deskId).matches()) {
            throw new IllegalArgumentException("terminal and desk are eight digits");
        }
    }

    /** The usual terminal: rule found out, extended payments, receipts on our printer, perhaps shared. */
    public static TerminalSettings usual(String terminalId, String deskId) {
        return new TerminalSettings(
                terminalId,
                deskId,
                Optional.empty(),
                PaymentForm.EXTENDED,
                true,
                TerminalUse.SHARED,
                TerminalTimings.USUAL);
    }
}
