package it.sportello.devices.terminal;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Requests and acknowledgements of ECR17 as bytes (Nexi, "Traditional POS": communication protocol and message pages).
 * Contents are without packet marks; {@link #packet} puts them on.
 */
final class Ecr17Frames {

    static final int SOH = 0x01;
    static final int STX = 0x02;
    static final int ETX = 0x03;
    static final int EOT = 0x04;
    static final int ACK = 0x06;
    static final int NAK = 0x15;

    private final TerminalSettings settings;

    Ecr17Frames(TerminalSettings settings) {
        this.settings = settings;
    }

    static byte[] packet(byte[] content, LrcRule rule) {
        byte[] packet = new byte[content.length + 3];
        packet[0] = STX;
        System.arraycopy(content, 0, packet, 1, content.length);
        packet[content.length + 1] = ETX;
        packet[content.length + 2] = rule.of(STX, content);
        return packet;
    }

    static byte[] acknowledgement(boolean accepted, LrcRule rule) {
        int lead = accepted ? ACK : NAK;
        return new byte[] {(byte) lead, ETX, rule.of(lead, new byte[0])};
    }

    byte[] status() {
        return content('s', "");
    }

    byte[] payment(PaymentRequest request) {
        char code = settings.form() == PaymentForm.EXTENDED ? 'X' : 'P';
        String text = request.receiptText();
        return content(
                code,
                settings.deskId()
                        + "000"
                        + (request.cardInserted() ? '1' : '0')
                        + request.cards().digit()
                        + String.format(Locale.ROOT, "%08d", request.amount().cents())
                        + " ".repeat(PaymentRequest.LONGEST_TEXT - text.length())
                        + text
                        + "00000000");
    }

    byte[] reversal(String stan) {
        return content('S', settings.deskId() + stan + "00");
    }

    byte[] totals() {
        return content('T', settings.deskId() + "00000000");
    }

    byte[] closeSession() {
        return content('C', settings.deskId() + "00000000");
    }

    byte[] lastResult() {
        return content('G', settings.deskId() + "0000");
    }

    byte[] receiptsToUs(boolean toUs) {
        return content('E', toUs ? "1" : "0");
    }

    byte[] reprint(boolean toUs, ReprintKind kind) {
        return content('R', (toUs ? "1" : "0") + kind.digit() + "0000000000");
    }

    private byte[] content(char code, String rest) {
        return (settings.terminalId() + '0' + code + rest).getBytes(StandardCharsets.US_ASCII);
    }
}
