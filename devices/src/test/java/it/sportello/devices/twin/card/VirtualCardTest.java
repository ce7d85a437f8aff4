package it.sportello.devices.twin.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.devices.card.CardVectors;
import it.sportello.domain.identity.CodiceFiscale;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The card against commands and answers as published, byte by byte. */
class VirtualCardTest {
    private final VirtualCard card = VirtualCards.health(CardVectors.maria());

    @Test
    void encodesThePublishedVectors() {
        assertFile(CardVectors.V1, VirtualCards.health(CardVectors.maria()));
        assertFile(CardVectors.V2, VirtualCards.health(CardVectors.luigi()));
        assertFile(CardVectors.V4, VirtualCards.health(CardVectors.giovanna()));
    }

    @Test
    void selectsByEveryWay() {
        assertEquals("9000", ask(card, "00A4080004 11001102"));
        assertEquals("9000", ask(card, "00A4000002 3F00"));
        assertEquals("9000", ask(card, "00A4000002 1100"));
        assertEquals("9000", ask(card, "00A4000002 1102"));
        assertEquals("9000", ask(card, "00A4000002 1000"));
        assertEquals("9000", ask(card, "00A4090002 1003"));
        assertEquals("36303930303030303030303137303032" + "9000", ask(card, "00B0000010"));
        assertEquals("6A82", ask(card, "00A4080004 11001199"));
        assertEquals("6A82", ask(card, "00A4080003 110011"));
        assertEquals("6A82", ask(card, "00A404000C A000000530000B104001021A 00"));
        assertEquals("6A86", ask(card, "00A4070002 1100"));
    }

    @Test
    void fileControlInformationSaysSizeAndFreeReading() {
        assertEquals(
                "6F1E 80020190 8203010000 83021102 850101 860900FFFFFFFFFFFFFFFF 8A0105".replace(" ", "") + "9000",
                ask(card, "00A4080004 11001102 00"));
    }

    @Test
    void readsInsideTheFileOnly() {
        assertEquals("6986", ask(card, "00B0000006"));
        ask(card, "00A4080004 11001102");
        assertEquals("303030303635" + "9000", ask(card, "00B0000006"));
        assertEquals("6B00", ask(card, "00B0019006"));
        assertTrue(ask(card, "00B0018CFF").endsWith("6282"));
        card.reset();
        assertEquals("6986", ask(card, "00B0000006"));
    }

    @Test
    void aStrictCardTellsTheRightLength() {
        VirtualCard strict = VirtualCards.health(CardVectors.maria(), CardBehaviour.USUAL.strictAboutLength());
        ask(strict, "00A4080004 11001102");
        assertEquals("6C04", ask(strict, "00B0018CFF"));
    }

    @Test
    void newerLotsHideTheirFilesUntilTheApplicationIsSelected() {
        String application = "A000000530000B104001021A";
        VirtualCard newer = VirtualCards.health(CardVectors.maria(), CardBehaviour.USUAL.onlyInside(application));
        assertEquals("6A82", ask(newer, "00A4080004 11001102"));
        assertEquals("6A82", ask(newer, "00A4090004 11001102"));
        assertEquals("9000", ask(newer, "00A404000C" + application));
        assertEquals("9000", ask(newer, "00A4090004 11001102"));
        newer.reset();
        assertEquals("6A82", ask(newer, "00A4080004 11001102"));
    }

    @Test
    void countsThePinsThatAreTried() {
        assertEquals("63C3", ask(card, "00200010"));
        assertEquals(0, card.pinsTried());
        assertEquals("63C2", ask(card, "0020001008 3131313131FFFFFF"));
        assertEquals("63C1", ask(card, "0020001008 3131313131FFFFFF"));
        assertEquals("6983", ask(card, "0020001008 3131313131FFFFFF"));
        assertEquals(3, card.pinsTried());
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertEquals("6D00", ask(card, "00CA018000"));
        assertEquals("6E00", ask(card, "80B0000006"));
        assertEquals("6700", ask(card, "00A4"));
    }

    @Test
    void namesAreSpelledAsOnCards() {
        CardHolder holder = CardHolder.of(
                "D’Angelo",
                "Niccolò José",
                LocalDate.of(2005, 9, 10),
                new CodiceFiscale("DNGNCL05P10G273W"),
                "G273",
                "G273");
        assertEquals("D'ANGELO", holder.surname());
        assertEquals("NICCOLO' JOSE'", holder.names());
        assertEquals("M", holder.sex());
        assertEquals("MUELLER GUNTHER", CardSpelling.of("Mueller Günther").replaceAll(" +", " "));
        assertEquals("LOPEZ-RUIZ'", CardSpelling.of("López-Ruíź"));
    }

    /** The published common names: tax code, card, and the hash of the file of 400 bytes. */
    @Test
    void theCertificateNamesPersonAndCard() {
        assertEquals(
                "RSSMRA80A41H501Y/6090000000017002.5YBH7/FqpGSWS/3Yenmj7ge+aKw=",
                CitizenCertificate.commonName(CardVectors.maria(), HolderFile.of(CardVectors.maria())));
        assertEquals(
                "VRDLGU62T12F205K/6120123456789009.deJACQyDHjesJAYbUOtMh5nspBs=",
                CitizenCertificate.commonName(CardVectors.luigi(), HolderFile.of(CardVectors.luigi())));
    }

    @Test
    void identifiersHaveTheirCheckDigit() {
        assertEquals("6120123456789009", CardProfile.regionalCardId("120", 123_456_789));
        assertEquals("6190555000555003", CardProfile.regionalCardId("190", 555_000_555));
    }

    @Test
    void seededHostileCommandsNeverBreakIt() {
        Random random = new Random(4711);
        for (int round = 0; round < 20_000; round++) {
            byte[] command = new byte[random.nextInt(40)];
            random.nextBytes(command);
            if (command.length > 2 && random.nextBoolean()) {
                command[0] = 0;
                command[1] = (byte) (random.nextBoolean() ? 0xA4 : 0xB0);
            }
            assertTrue(obey(card, command).length >= 2);
        }
    }

    @Test
    void nothingPersonalInText() {
        String text = CardVectors.maria() + " " + CardVectors.maria().holder();
        assertEquals("CardProfile[***] CardHolder[***]", text);
    }

    private static void assertFile(String expected, VirtualCard of) {
        ask(of, "00A4080004 11001102");
        byte[] first = obey(of, HexFormat.of().parseHex("00B00000C8"));
        String text = new String(first, 0, first.length - 2, StandardCharsets.ISO_8859_1);
        assertEquals(expected, text.substring(0, expected.length()));
        assertTrue(text.substring(expected.length()).chars().allMatch(c -> c == 0));
    }

    private static String ask(VirtualCard card, String command) {
        return HexFormat.of()
                .withUpperCase()
                .formatHex(obey(card, HexFormat.of().parseHex(command.replace(" ", ""))));
    }

    private static byte[] obey(VirtualCard card, byte[] command) {
        try {
            CardReply.Answer answer =
                    assertInstanceOf(CardReply.Answer.class, card.obey(Arrays.copyOf(command, command.length)));
            return answer.bytes();
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }
}
