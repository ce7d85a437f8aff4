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
                "RSSMRA80A01H501U%, PersonCodeScan",
                "%BRSSMRA80A01H501UROSSI  MARIO^?, PersonCodeScan",
                "%BRSSMRA80A01H501UROSSI  MARIO^?;80380000900000000174?, PersonCodeScan",
                "%RSSMRA80A01H501U ROSSI  MARIO&_ò80380000900000000174_, PersonCodeScan",
                ";80380000900000000174?, CardNumberScan",
                "ò80380000900000000174_, CardNumberScan",
                "SP1V:B-000123, ValueBagScan",
                "SP1T:A12, SlipScan",
                "SP1L:2026-000012, SlipScan",
                "SP1M:M-12, SlipScan",
                "SP1U:T01A-77, SlipScan",
                "SP1C:venezia-07, SlipScan",
                "SP1E:0001234567, SlipScan",
                "SP1X:|/;-='§, TestSheetScan",
                "sp&xM§, TestSheetScan",
                "0CSSBD, MedicineScan",
                "A012345676, MedicineScan",
                "]A0024680, Unknown",
                "]d20108012345678907, ProductScan",
                "0108012345678907172902281012345, ProductScan",
                "]E08012345678907, ProductScan",
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
        "SP1Z:1, OTHER_KIND",
        "SP1B:<script>, DAMAGED",
        "80380000900000000175, CARD_CHECK",
        "PAGOPA|001|301123456789012316|80000000001|3610, NOTICE_VERSION",
        "PAGOPA|002|30112345678901231|80000000001|3610, NOTICE_NUMBER",
        "PAGOPA|002|401123456789012316|80000000001|3610, NOTICE_NUMBER",
        "PAGOPA|002|301123456789012316|8000000001|3610, NOTICE_CREDITOR",
        "PAGOPA|002|301123456789012316|80000000001, NOTICE_FIELDS",
        "PAGOPA£002£301123456789012316£80000000001£3610, KEYBOARD_LAYOUT",
        "PAGOPA§002§301123456789012316§80000000001§3610, KEYBOARD_LAYOUT",
        "codfase0NBPAò18, NO_KIND",
        "codfase^NBPAò183011234567890123161200001234567810000000361038961P180000000001, KEYBOARD_LAYOUT",
        "PAGOPA|002|301123456789012316|80000000001|361000000000, NOTICE_AMOUNT",
        "PAGOPA|002|301123456789012316|80000000001|, NOTICE_AMOUNT",
        "codfase=NBPA;1830, NOTICE_CUT",
        "]A00CSSBF, MEDICINE_CHECK",
        "A012345677, NO_KIND",
        "]d20108012345678902, PRODUCT_CHECK",
        "]d201080123456789071729023010X, PRODUCT_ELEMENTS",
        "]C10108012345678907999X, PRODUCT_ELEMENTS",
        "]d20108012345678907172902, PRODUCT_ELEMENTS",
        "%BROSSI  MARIO SENZA CODICE^?, STRIPE",
        "ò80380000900000000175_, CARD_CHECK"
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
        // The kind of a code of ours never depends on what stands in it.
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
