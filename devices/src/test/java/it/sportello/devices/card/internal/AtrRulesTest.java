package it.sportello.devices.card.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.devices.card.OtherCard;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers to reset as published in the pcsc-tools list. */
class AtrRulesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "3BDF18008131FE7D006B020C0182011101434E53103180FC",
                "3BDF18008131FE7D006B150C0181011101434E53103180E8",
                "3BFF1800008131FE45006B05051017012101434E531031805E",
                "3BFF1800008131FE45006B0505200001F101434E53103180A9",
                "3BFF1800FF8131FE55006B02091617011101434E531131808D",
                "3BFF1800FFC10A31FE55006B0508C805011101434E531031800C"
            })
    void cardsOfTheNationalServices(String atr) {
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
        }
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
