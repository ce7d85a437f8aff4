package it.sportello.domain.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.domain.money.Money;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {
    @ParameterizedTest
    @CsvSource({
        "6090000000017002,80380000900000000174",
        "6120123456789009,80380001201234567891",
        "6160000420042007,80380001600004200429",
        "6030777000111009,80380000307770001111",
        "6190555000555003,80380001905550005555",
        "6090000000025005,80380000900000000257"
    })
    void theNumberOnTheCardFollowsFromTheChip(String idCarta, String printed) {
        CardNumber number = CardNumber.ofChip(idCarta);
        assertEquals(new CardNumber(printed), number);
        assertEquals(number, CardNumber.parse(" " + printed.substring(0, 10) + " " + printed.substring(10)));
        assertTrue(number != null && number.isItalian());
        assertEquals(idCarta.substring(1, 4), number == null ? "" : number.region());
    }

    @Test
    void everyWrongCheckDigitOfACardIsRefused() {
        for (char digit = '0'; digit <= '9'; digit++) {
            CardNumber read = CardNumber.parse("8038000090000000017" + digit);
            assertEquals(digit == '4', read != null);
        }
        assertNull(CardNumber.parse("8038000090000000017"));
        assertNull(CardNumber.ofChip("609000000001700"));
        assertThrows(IllegalArgumentException.class, () -> new CardNumber("80380000900000000175"));
        assertEquals("80380***********0174", new CardNumber("80380000900000000174").toString());
    }

    @Test
    void electronicPrescriptionNumber() {
        Nre nre = Nre.parse("0500a4001234567");
        assertNotNull(nre);
        assertEquals("050", nre.region());
        assertEquals("0500A", nre.firstPart());
        assertEquals("4001234567", nre.secondPart());
        assertFalse(nre.toString().contains("4001234567"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0500A400123456",
                "0500A40012345678",
                "0500A8001234567",
                "05A0A4001234567",
                "0500A40012345X7",
                "0500\u00c04001234567"
            })
    void refusesWhatIsNoElectronicNumber(String typed) {
        assertNull(Nre.parse(typed));
        assertNull(PaperNumber.parse(typed));
    }

    @Test
    @Tag("Q49")
    void electronicAndPaperNumbersAreTwoTypes() {
        assertInstanceOf(Nre.class, PrescriptionNumber.parse("0500A4001234567"));
        assertInstanceOf(PaperNumber.class, PrescriptionNumber.parse("050264001234567"));
        assertThrows(IllegalArgumentException.class, () -> new PaperNumber("0500A4001234567"));
    }

    @Test
    void noticeNumbers() {
        String first = "3010000000012345";
        String right = first + "%02d".formatted(Long.parseLong(first) % 93);
        NoticeNumber notice = NoticeNumber.parse(right);
        assertNotNull(notice);
        assertTrue(notice.isCheckRight());
        assertEquals(right.substring(1), notice.iuv());
        assertFalse(new NoticeNumber(first + "94").isCheckRight());
        assertTrue(new NoticeNumber("1" + "0".repeat(15) + "99").isCheckRight());
        assertEquals(15, new NoticeNumber("0" + "1".repeat(17)).iuv().length());
        assertNull(NoticeNumber.parse("4" + "0".repeat(17)));
        assertNull(NoticeNumber.parse("30100000000123459"));
    }

    @Test
    void codeOnTheNotice() {
        NoticeCode code = NoticeCode.parse("PAGOPA|002|301000000001234512|80123450126|3615\r");
        assertNotNull(code);
        assertEquals(Money.ofCents(3615), code.amount());
        assertEquals("80123450126", code.creditor());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "PAGOPA|001|301000000001234512|80123450126|3615",
                "PAGOPA|002|301000000001234512|80123450126|36,15",
                "PAGOPA|002|301000000001234512|80123450126|-3615",
                "PAGOPA|002|301000000001234512|80123450126|999999999999999999999",
                "PAGOPA|002|301000000001234512|80123450126|3615|",
                "PAGOPA|002|301000000001234512|8012345012|3615",
                "PAGOPA|002||80123450126|3615",
                "||||"
            })
    void refusesWhatIsNoNotice(String scanned) {
        assertNull(NoticeCode.parse(scanned));
    }
}
