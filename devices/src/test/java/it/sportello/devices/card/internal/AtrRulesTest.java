package it.sportello.devices.card.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.devices.card.CardDiagnosis;
import it.sportello.devices.card.CardType;
import it.sportello.devices.card.OtherCard;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers to reset as published in the pcsc-tools list. */
class AtrRulesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "3BDF18008131FE7D006B020C0182011101434E53103180FC",
                "3BDF18008131FE7D006B040C0184011101434E53103180FC",
                "3BDF18008131FE7D006B150C0180011101434E53103180E9",
                "3BDF18008131FE7D006B150C0181011101434E53103180E8",
                "3BFF1800008131FE45006B04050100011101434E5310318069",
                "3BFF1800008131FE45006B04050100012101434E5310318059",
                "3BFF1800008131FE45006B05051017012101434E531031805E",
                "3BFF1800008131FE45006B05052000012101434E5310318079",
                "3BFF1800008131FE45006B0505200001F101434E53103180A9",
                "3BFF1800008131FE45006B0505912001F101434E5310318038",
                "3BFF1800FF8131FE4D006B0404B85B01F101434E531031809D",
                "3BFF1800FF8131FE55006B02091617011101434E531131808D",
                "3BFF1800FF8131FE55006B02091717011101434E531131808C",
                "3BFF1800FF8131FE55006B02090200011101434E531031808F",
                "3BFF1800FFC10A31FE55006B0508C805011101434E531031800C",
                "3BFF1800FFC10A31FE55006B0508C809011101434E5310318000",
                "3BFF1800FFC10A31FE55006B0508C80A011101434E5310318003",
                "3BFF1800FFC10A31FE55006B0508C80C011101434E5310318005"
            })
    @Tag("Q55")
    void cardsOfTheNationalServices(String atr) {
        assertEquals(CardType.NATIONAL_SERVICES, AtrRules.type(bytes(atr)));
        assertEquals(0, check(bytes(atr)), "the list itself was copied well");
        assertTrue(AtrRules.saysCns(bytes(atr)));
        assertNull(AtrRules.otherCard(bytes(atr)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3B8F80018031806549544A3444120FFF8290008D",
                "3B8E80018031806549544E5850120FFF8290F0",
                "3BF41800FF8131805500318000C7",
                "3BFF1800FFC10A31FE55006B0508C805024954494420203180AA"
            })
    void identityCards(String atr) {
        assertEquals(OtherCard.IDENTITY_CARD, AtrRules.otherCard(bytes(atr)));
    }

    @Test
    void aHealthCardReadWithoutContactIsNotTurnedAway() {
        for (String atr : new String[] {"3B80800101", "3B8880010000000003819100" + "1A"}) {
            assertNull(AtrRules.otherCard(bytes(atr)));
            assertFalse(AtrRules.saysCns(bytes(atr)));
        }
    }

    @Test
    void historicalBytesFollowTheInterfaceBytes() {
        assertArrayEquals(
                bytes("006B05052000012101434E53103180"),
                AtrRules.historicalBytes(bytes("3BFF1800008131FE45006B05052000012101434E5310318079")));
    }

    @Test
    void seededHostileBytes() {
        Random random = new Random(7816);
        for (int round = 0; round < 50_000; round++) {
            byte[] atr = new byte[random.nextInt(34)];
            random.nextBytes(atr);
            assertTrue(AtrRules.historicalBytes(atr).length <= 15);
            AtrRules.otherCard(atr);
            AtrRules.diagnose(atr);
        }
    }

    /** Exclusive or of all bytes behind the first, ISO 7816-3. */
    private static int check(byte[] atr) {
        int check = 0;
        for (int i = 1; i < atr.length; i++) {
            check ^= atr[i] & 0xFF;
        }
        return check;
    }

    @ParameterizedTest
    @CsvSource({
        "3BFF1800008131FE45006B050520000121014850431031807C, PROFESSIONAL",
        "3BFF1800008131FE45006B050520000121014453441031807C, SIGNATURE_DEVICE",
        "3B8F80018031806549544A3444120FFF8290008D, IDENTITY_CARD",
        "3B80800101, CONTACTLESS",
        "3B8B80010031C164089233540090" + "00F3, CONTACTLESS",
        "3B6E00000031C065A2010100B072D6414F00, OTHER",
        "00112233, OTHER",
        "3B, OTHER"
    })
    @Tag("Q55")
    void theKindOfACardIsAllThatALogMaySay(String atr, CardType type) {
        CardDiagnosis diagnosis = AtrRules.diagnose(bytes(atr));
        assertEquals(type, diagnosis.type());
        assertEquals(atr, diagnosis.atr());
        assertEquals(type.name(), diagnosis.toString());
    }

    @Test
    @Tag("Q55")
    void whatAContactlessCardSendsOfItselfIsBlottedOut() {
        String typeB = "3B8C800150" + "0123ABCD" + "11223344" + "00718100" + "7F";
        assertEquals(
                "3B8C800150" + "........" + "11223344" + "00718100" + "7F",
                AtrRules.diagnose(bytes(typeB)).atr());
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
