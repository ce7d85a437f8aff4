package it.sportello.devices.terminal;

import it.sportello.domain.money.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * The terminal's answer to an operation (ECR17, messages E and V). What the terminal left out is empty text.
 *
 * @param terminalId eight digits, as the terminal calls itself
 * @param code {@code 00} is the only success
 * @param reason the terminal's own words when refused; nothing personal
 * @param cardEnding up to four last digits of the card, the rest is not kept
 * @param entry {@code ICC}, {@code MAG}, {@code MAN}, {@code CLM} or {@code CLI}
 * @param authorization code of the bank
 * @param hostTime of the authorisation, to the minute
 * @param cardKind {@code 1} Bancomat, {@code 2} credit, {@code 3} other
 * @param acquirer who settles
 * @param stan number of the operation at the terminal, six digits
 * @param onlineId number of the conversation with the bank, six digits
 * @param actionCode of the bank; only in extended answers
 * @param amount as the bank received it; only in extended answers of payments
 */
public record TerminalResult(
        String terminalId,
        String code,
        String reason,
        String cardEnding,
        String entry,
        String authorization,
        Optional<Instant> hostTime,
        String cardKind,
        String acquirer,
        String stan,
        String onlineId,
        String actionCode,
        Optional<Money> amount) {

    /** Whether money moved: nothing but the code says so. */
    public boolean isApproved() {
        return code.equals("00");
    }

    /** Whether the STAN tells operations apart; terminals fill it with zeros when they never reached the bank. */
    boolean hasStan() {
        return stan.length() == 6 && !stan.equals("000000");
    }

    /** Nothing of the card in logs. */
    @Override
    public String toString() {
        return "TerminalResult[" + code + ", stan " + stan + "]";
    }
}
