package it.sportello.devices.terminal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import it.sportello.domain.money.Money;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The frames of the reference, byte by byte. */
class Ecr17FramesTest {

    private static final TerminalSettings SETTINGS = new TerminalSettings(
            "12345678", "00000001", Optional.empty(), PaymentForm.PLAIN, false, TerminalUse.OWN, TerminalTimings.USUAL);

    private final Ecr17Frames frames = new Ecr17Frames(SETTINGS);

    private static String hex(byte[] bytes) {
        return HexFormat.ofDelimiter(" ").withUpperCase().formatHex(bytes);
    }

    private static String packed(byte[] content) {
        return hex(Ecr17Frames.packet(content, LrcRule.STX));
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.US_ASCII);
    }

    @Test
    void status() {
        assertEquals("02 31 32 33 34 35 36 37 38 30 73 03 35", packed(frames.status()));
    }

    @Test
    void payment() {
        byte[] packet = Ecr17Frames.packet(frames.payment(PaymentRequest.of(Money.ofCents(3675))), LrcRule.STX);
        String inside = "123456780P0000000100000" + "00003675" + " ".repeat(128) + "00000000";
        assertEquals(170, packet.length);
        assertEquals("02 " + hex(inside.getBytes(StandardCharsets.US_ASCII)) + " 03 20", hex(packet));
    }

    @Test
    void lastResultAndClosing() {
        assertEquals(
                "02 31 32 33 34 35 36 37 38 30 47 30 30 30 30 30 30 30 31 30 30 30 30 03 00",
                packed(frames.lastResult()));
        assertEquals(
                "02 31 32 33 34 35 36 37 38 30 43 30 30 30 30 30 30 30 31 30 30 30 30 30 30 30 30 03 04",
                packed(frames.closeSession()));
    }

    @Test
    void acknowledgements() {
        assertEquals("06 03 7A", hex(Ecr17Frames.acknowledgement(true, LrcRule.STX)));
        assertEquals("15 03 69", hex(Ecr17Frames.acknowledgement(false, LrcRule.STX)));
    }

    @Test
    void theOtherRequestsHaveTheirLengths() {
        assertEquals("123456780S0000000100004200", text(frames.reversal("000042")));
        assertEquals("123456780T0000000100000000", text(frames.totals()));
        assertEquals("123456780E1", text(frames.receiptsToUs(true)));
        assertEquals("123456780E0", text(frames.receiptsToUs(false)));
        assertEquals("123456780R100000000000", text(frames.reprint(true, ReprintKind.FINANCIAL)));
        assertEquals("123456780R010000000000", text(frames.reprint(false, ReprintKind.SERVICE)));
    }

    @Test
    void anExtendedPaymentWithTextCardAndChoice() {
        TerminalSettings extended = new TerminalSettings(
                "00000000",
                "00000003",
                Optional.empty(),
                PaymentForm.EXTENDED,
                false,
                TerminalUse.OWN,
                TerminalTimings.USUAL);
        PaymentRequest request =
                new PaymentRequest(Money.ofCents(99_999_999), CardChoice.CREDIT, true, "RICEVUTA 12/2026");
        assertEquals(
                "000000000X0000000300012" + "99999999" + " ".repeat(112) + "RICEVUTA 12/2026" + "00000000",
                text(new Ecr17Frames(extended).payment(request)));
    }

    @ParameterizedTest
    @CsvSource({"STX,3F", "STD,3E", "NOEXT,3D", "STX_NOEXT,3C"})
    void theFourRulesAsPublished(LrcRule rule, String check) {
        byte[] content = {'A'};
        assertEquals(check, hex(new byte[] {rule.of(Ecr17Frames.STX, content)}));
        assertArrayEquals(HexFormat.of().parseHex("024103" + check), Ecr17Frames.packet(content, rule));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, 100_000_000})
    void anAmountTheProtocolCannotSayIsRefused(long cents) {
        assertThrows(IllegalArgumentException.class, () -> PaymentRequest.of(Money.ofCents(cents)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"città", "a\u0003b"})
    void aTextThatWouldBreakThePacketIsRefused(String text) {
        Money amount = Money.ofCents(1);
        assertThrows(
                IllegalArgumentException.class, () -> new PaymentRequest(amount, CardChoice.AUTOMATIC, false, text));
        String long129 = "x".repeat(129);
        assertThrows(
                IllegalArgumentException.class, () -> new PaymentRequest(amount, CardChoice.AUTOMATIC, false, long129));
    }

    @Test
    void settingsWantEightDigits() {
        assertThrows(IllegalArgumentException.class, () -> TerminalSettings.usual("1234567", "00000001"));
        assertThrows(IllegalArgumentException.class, () -> TerminalSettings.usual("12345678", "0000000A"));
    }
}
