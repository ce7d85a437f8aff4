package it.sportello.devices.scanner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import it.sportello.devices.scanner.Scan.NoticeQr;
import it.sportello.devices.scanner.Scan.PersonCodeScan;
import it.sportello.devices.scanner.Scan.Unknown;
import it.sportello.domain.identity.CodeReading;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("R-IDN-1")
class ScanContentTest {

    private static Scan scan(String received) {
        return ScanContent.classify(ScanText.of(received));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "RSSMRA80A01H501U, PersonCodeScan",
                "*RSSMRA80A01H501U*, PersonCodeScan",
                "rssmra80a01h501u, PersonCodeScan",
                "RSSMRA80A01H50MX, PersonCodeScan",
                "STP0501230000001, PersonCodeScan",
                "ENI0501230000001, PersonCodeScan",
                "12345678903, PersonCodeScan",
                "80380000900000000174, CardNumberScan",
                "0504A, PrescriptionPart1",
                "*0504A*, PrescriptionPart1",
                "05012, PrescriptionPart1",
                "1234567890, PrescriptionPart2",
                "0504A1234567890, WholeNre",
                "050123456789012, WholeNre",
                "PAGOPA|002|301123456789012316|80000000001|3610, NoticeQr",
                "PAGOPA|002|001123456789012313|80000000001|150, NoticeQr",
                "SP1R:SR-T01A/2026/000123, DocumentNumberScan",
                "sp1r:sr-t01a/2026/000123, DocumentNumberScan",
                "SP1RçSR'T01A-2026-000123, DocumentNumberScan",
                "SP1B:2026-004711, BookingNumberScan",
                "SP1O:4711-0815, BadgeScan",
                "SP1Q:A042, QueueNumberScan",
                "SP1P:0190f5f2-7c3e-7000-8000-000000000001, ResumeSlipScan",
                "]A0RSSMRA80A01H501U, PersonCodeScan",
                "]C0SP1Q:A042, QueueNumberScan",
                "]Q1PAGOPA|002|301123456789012316|80000000001|3610, NoticeQr",
                "8001234567895, Unknown",
                "ABC, Unknown"
            })
    void eachContentHasItsKind(String received, String kind) {
        assertEquals(kind, scan(received).getClass().getSimpleName());
    }

    @ParameterizedTest
    @CsvSource({
        "SP2R:SR-T01A/2026/000123, OTHER_VERSION",
        "SP1R:SR-T01A/2026, DAMAGED",
        "SP1R:, DAMAGED",
        "SP1Z:1, NO_KIND",
        "SP1B:<script>, DAMAGED",
        "80380000900000000175, DAMAGED",
        "PAGOPA|001|301123456789012316|80000000001|3610, NOTICE_NOT_READABLE",
        "PAGOPA|002|30112345678901231|80000000001|3610, NOTICE_NOT_READABLE",
        "PAGOPA£002£301123456789012316£80000000001£3610, NOTICE_NOT_READABLE",
        "PAGOPA|002|301123456789012316|80000000001|361000000000, NOTICE_NOT_READABLE",
        "codfase=NBPA;1830, NOTICE_NOT_READABLE"
    })
    void whatIsRefusedSaysWhy(String received, String reason) {
        Unknown unknown = assertInstanceOf(Unknown.class, scan(received));
        assertEquals(reason, unknown.reason().name());
    }

    @Test
    void theAmountOfANoticeIsInCents() {
        NoticeQr notice = assertInstanceOf(NoticeQr.class, scan("PAGOPA|002|301123456789012316|80000000001|3610 \r\n"));
        assertEquals(3610, notice.notice().amount().cents());
        assertEquals("80000000001", notice.notice().creditor());
    }

    @Test
    void thePostalMatrixIsReadByItsOffsetsEvenWhenItsTailIsTrimmed() {
        String head = "codfase=NBPA;183011234567890123161200001234567810000000361038961P180000000001RSSMRA80A01H501U";
        for (String tail : new String[] {"", "ROSSI MARIO" + " ".repeat(160) + "A", "ROSSI MARIO A"}) {
            NoticeQr notice = assertInstanceOf(NoticeQr.class, scan(head + tail));
            assertEquals("301123456789012316", notice.notice().notice().value());
            assertEquals(3610, notice.notice().amount().cents());
            assertEquals("80000000001", notice.notice().creditor());
        }
    }

    @Test
    @Tag("Q47")
    void aWrongPersonCodeIsStillAPersonCodeAndSaysWhatIsWrong() {
        PersonCodeScan scan = assertInstanceOf(PersonCodeScan.class, scan("RSSMRA80A01H501X"));
        CodeReading.Rejected rejected = assertInstanceOf(CodeReading.Rejected.class, scan.code());
        assertFalse(rejected.violations().isEmpty());
    }

    @ParameterizedTest
    @EnumSource(OwnCode.class)
    void whatWePrintWeRead(OwnCode code) {
        String content = code == OwnCode.RECEIPT ? "SR-T01A/2026/000123" : "A-1/2.3";
        assertFalse(scan(code.encode(content)) instanceof Unknown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSSMRA80A01H501U", "80380000900000000174", "0504A1234567890", "SP1O:4711-0815"})
    void nothingPersonalIsWrittenByAccident(String content) {
        assertFalse(scan(content).toString().contains(content.substring(5)), "shown in full");
    }

    @Test
    void hostileTextIsOnlyUnknown() {
        Random random = new Random(99);
        String[] starts = {"PAGOPA|", "codfase=NBPA;18", "SP1R:", "SP1", "]Q1", "80380", "RSSMRA", "", "*"};
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder(starts[random.nextInt(starts.length)]);
            int length = random.nextInt(60);
            for (int c = 0; c < length; c++) {
                text.append((char) (random.nextInt(4) == 0 ? random.nextInt(0x3000) : '0' + random.nextInt(10)));
            }
            scan(text.toString());
        }
    }
}
