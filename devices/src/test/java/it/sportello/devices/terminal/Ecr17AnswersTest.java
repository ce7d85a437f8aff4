package it.sportello.devices.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.devices.DeviceFault;
import it.sportello.domain.money.Money;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Positions of the documents, on answers written by hand. */
class Ecr17AnswersTest {

    private static final Instant NOW = Instant.parse("2024-07-28T13:21:00Z");
    private static final String COMMON = "1" + "88105000001" + "000042" + "007042";

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void anApproval() {
        String answer = "123456780E00" + "000************4242" + "CLI" + "A1B2C3" + "2101520" + COMMON;
        assertEquals(71, answer.length());
        TerminalResult result = Ecr17Answers.result(bytes(answer), NOW);
        assertTrue(result.isApproved());
        assertEquals("12345678", result.terminalId());
        assertEquals("4242", result.cardEnding());
        assertEquals("CLI", result.entry());
        assertEquals("A1B2C3", result.authorization());
        assertEquals(Optional.of(Instant.parse("2024-07-28T13:20:00Z")), result.hostTime());
        assertEquals("1", result.cardKind());
        assertEquals("88105000001", result.acquirer());
        assertEquals("000042", result.stan());
        assertEquals("007042", result.onlineId());
        assertEquals("", result.actionCode());
        assertEquals(Optional.empty(), result.amount());
        assertFalse(result.toString().contains("4242"));
    }

    @Test
    void theExtendedFormSaysActionCodeAndAmount() {
        String answer = "123456780E00" + "000************4242" + "ICC" + "A1B2C3" + "2101520" + COMMON + "000"
                + "00003675" + "0000000000";
        TerminalResult result = Ecr17Answers.result(bytes(answer), NOW);
        assertEquals("000", result.actionCode());
        assertEquals(Optional.of(Money.ofCents(3675)), result.amount());
        TerminalResult converted = Ecr17Answers.result(bytes(answer.replace("0E00", "0V00")), NOW);
        assertEquals(Optional.of(Money.ofCents(3675)), converted.amount());
    }

    @Test
    void aRefusal() {
        String answer = "123456780E01" + "CREDITO INSUFFICIENTE   " + "00000000000" + COMMON;
        TerminalResult result = Ecr17Answers.result(bytes(answer), NOW);
        assertFalse(result.isApproved());
        assertEquals("CREDITO INSUFFICIENTE", result.reason());
        assertEquals(Optional.empty(), result.hostTime());
        assertEquals("000042", result.stan());
        assertEquals("", result.cardEnding());
    }

    @ParameterizedTest
    @CsvSource({"01,DECLINED", "05,CARD_ABSENT", "09,UNKNOWN_TAG", "77,OTHER"})
    void nothingButZeroZeroIsASuccess(String code, RefusalCause cause) {
        TerminalResult result = Ecr17Answers.result(bytes("123456780E" + code), NOW);
        assertFalse(result.isApproved());
        assertFalse(result.hasStan());
        assertEquals(cause, RefusalCause.of(result.code()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "123456780", "123456780E", "123456780E0", "123456780E00", "123456780Exx", "123456780s00"})
    void whatCannotBeAResultIsTheDeclaredFault(String answer) {
        DeviceFault fault = assertThrows(DeviceFault.class, () -> Ecr17Answers.result(bytes(answer), NOW));
        assertEquals(DeviceFault.BAD_ANSWER, fault.code());
    }

    @ParameterizedTest
    @CsvSource({
        "0,NOT_CONFIGURED",
        "1,NO_PARAMETERS",
        "2,OPERATIVE",
        "3,NOT_ALIGNED",
        "4,KEY_CORRUPTED",
        "5,PARAMETERS_PENDING",
        "6,UPDATE_PENDING",
        "9,UNKNOWN"
    })
    void theStatus(String digit, TerminalCondition condition) {
        TerminalReport report =
                Ecr17Answers.report(bytes("123456780s00000000002211261030" + digit + "ICT25015"), LrcRule.STD);
        assertEquals(new TerminalReport("12345678", "2211261030", condition, "ICT25015", LrcRule.STD), report);
    }

    @Test
    void totalsAndClosing() {
        String sums = "0000000000123456" + "0000000000123450";
        TerminalTotals totals = new TerminalTotals(Money.ofCents(123_456), Optional.of(Money.ofCents(123_450)));
        assertEquals(totals, Ecr17Answers.totals(bytes("123456780T00" + sums)));
        assertEquals(
                new TerminalTotals(Money.ofCents(123_456), Optional.empty()),
                Ecr17Answers.totals(bytes("123456780T00" + "0000000000123456" + "000000")));
        assertEquals(new CloseOutcome.Closed(totals), Ecr17Answers.closing(bytes("123456780C00" + sums)));
        assertEquals(
                new CloseOutcome.Refused("SBILANCIO", "100"),
                Ecr17Answers.closing(bytes("123456780C01" + "SBILANCIO          " + "100" + "0000000000")));
        assertEquals(
                PaymentTerminal.DECLINED,
                assertThrows(DeviceFault.class, () -> Ecr17Answers.totals(bytes("123456780T01" + sums)))
                        .code());
    }

    @ParameterizedTest
    @CsvSource({
        // The example of the documents: 29 July is day 211 of a leap year.
        "2111520,2024-07-29T13:00:00Z,2024-07-29T13:20:00Z",
        "0010005,2026-12-31T22:50:00Z,2026-12-31T23:05:00Z",
        "3652358,2027-01-01T00:10:00Z,2026-12-31T22:58:00Z"
    })
    void theYearIsTheNearest(String text, Instant near, Instant expected) {
        assertEquals(Optional.of(expected), HostTime.read(text, near));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0000000", "3672400", "abcdefg", "2112460", "9991520"})
    void noTimeIsNoTime(String text) {
        assertEquals(Optional.empty(), HostTime.read(text, NOW));
    }
}
