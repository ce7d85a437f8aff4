package it.sportello.devices.card.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.devices.card.CardData;
import it.sportello.devices.card.CardError;
import it.sportello.devices.card.CardFault;
import it.sportello.devices.card.CardVectors;
import it.sportello.devices.card.CardWarning;
import it.sportello.domain.identity.Sex;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonalDataParserTest {
    private static final LocalDate TODAY = LocalDate.of(2025, 6, 1);

    @Test
    void everyFieldOfTheFirstVector() {
        CardData data = data(CardVectors.V1, CardVectors.V1_ID);
        assertEquals("6090", data.issuer());
        assertEquals(LocalDate.of(2024, 3, 15), data.issued());
        assertEquals(LocalDate.of(2030, 3, 14), data.expires());
        assertEquals("ROSSI", data.surname());
        assertEquals("MARIA", data.names());
        assertEquals(LocalDate.of(1980, 1, 1), data.birthDate());
        assertEquals(Sex.F, data.sex());
        assertEquals("", data.height());
        assertEquals("RSSMRA80A41H501Y", data.codiceFiscale().value());
        assertEquals("", data.citizenship());
        assertEquals("H501", data.birthPlace());
        assertEquals("", data.birthCountry() + data.birthAct());
        assertEquals("D612", data.residence());
        assertEquals("", data.address() + data.note());
        assertEquals(Set.of(), data.warnings());
    }

    @Test
    void everyFieldOfTheCardThatFillsThemAll() {
        CardData data = data(CardVectors.V4, CardVectors.V4_ID);
        assertEquals(
                List.of("168", "ITA", "D612", "", "123.1.A48", "F205", "VIA GIUSEPPE GARIBALDI 12 INT 3", ""),
                List.of(
                        data.height(),
                        data.citizenship(),
                        data.birthPlace(),
                        data.birthCountry(),
                        data.birthAct(),
                        data.residence(),
                        data.address(),
                        data.note()));
        assertEquals("GIOVANNA MARIA", data.names());
        assertEquals(Set.of(), data.warnings());
    }

    @Test
    void apostrophesForeignBirthAndHomocody() {
        assertEquals("D'ANGELO", data(CardVectors.V5, CardVectors.V5_ID).surname());
        assertEquals("NICCOLO'", data(CardVectors.V5, CardVectors.V5_ID).names());
        assertEquals("Z129", data(CardVectors.V3, CardVectors.V3_ID).birthPlace());
        CardData homocode = data(CardVectors.V6, CardVectors.V6_ID);
        assertTrue(homocode.codiceFiscale().isOmocode());
        assertEquals(Set.of(), homocode.warnings());
    }

    @Test
    void theNumberOnTheBackFollowsFromTheChip() {
        List<List<String>> cards = List.of(
                List.of(CardVectors.V1, CardVectors.V1_ID),
                List.of(CardVectors.V2, CardVectors.V2_ID),
                List.of(CardVectors.V3, CardVectors.V3_ID),
                List.of(CardVectors.V4, CardVectors.V4_ID),
                List.of(CardVectors.V5, CardVectors.V5_ID),
                List.of(CardVectors.V6, CardVectors.V6_ID));
        for (List<String> card : cards) {
            CardData data = data(card.get(0), card.get(1));
            assertNotNull(data.cardNumber());
            assertEquals(CardVectors.NUMBERS.get(card.get(1)), data.cardNumber().value());
        }
    }

    @Test
    void aHeaderThatLeavesItselfOutIsAcceptedAndSaid() {
        CardData data = data(CardVectors.V7, CardVectors.V2_ID);
        assertEquals("VERDI", data.surname());
        assertEquals(Set.of(CardWarning.HEADER_EXCLUSIVE), data.warnings());
        assertEquals(
                Set.of(CardWarning.LENGTH_MISMATCH),
                data(CardVectors.V2.replaceFirst("^000065", "000064"), CardVectors.V2_ID)
                        .warnings());
    }

    @Test
    void lowerCaseLengthsAreAccepted() {
        assertEquals(
                "BIANCHI",
                data(CardVectors.V4.replaceFirst("^00009E", "00009e"), CardVectors.V4_ID)
                        .surname());
    }

    @ParameterizedTest
    @CsvSource({
        "05ROSSI, FFROSSI, FORMAT, 4",
        "RSSMRA80A41H501Y, RSSMRA80A41H501Z, FORMAT, 9",
        "000065, 00FFFF, FORMAT, 0",
        "000065, 000025, FORMAT, 0",
        "000065, 0000G5, FORMAT, 0",
        "0010RSS, 0xx0RSS, FORMAT, 8"
    })
    void hostileCardsSayWhichField(String from, String to, CardError error, String field) {
        String text = CardVectors.V1.replaceFirst(from, to.replace('x', '?'));
        assertFalse(text.equals(CardVectors.V1));
        CardFault fault = assertThrows(CardFault.class, () -> data(text, CardVectors.V1_ID));
        assertEquals(error, fault.error());
        assertEquals(List.of(field), fault.details());
    }

    @Test
    void aCardThatWasNeverPersonalisedIsBlank() {
        for (byte filler : new byte[] {0x00, (byte) 0xFF}) {
            byte[] content = new byte[255];
            Arrays.fill(content, filler);
            CardFault fault = assertThrows(CardFault.class, () -> PersonalDataParser.parse(content));
            assertEquals(CardError.BLANK, fault.error());
        }
    }

    @Test
    void contradictionsAreWarnings() {
        assertEquals(
                Set.of(CardWarning.EXPIRED),
                CardDataRules.judge(
                                PersonalDataParser.parse(bytes(CardVectors.V1)),
                                bytes(CardVectors.V1_ID),
                                LocalDate.of(2030, 3, 15))
                        .warnings());
        assertEquals(Set.of(CardWarning.SEX_MISMATCH), warnings("198001F00", "198001M00"));
        assertEquals(Set.of(CardWarning.SEX), warnings("198001F00", "198001X00"));
        assertEquals(Set.of(CardWarning.BIRTH_DATE_MISMATCH), warnings("0801011980", "0802011980"));
        assertEquals(Set.of(CardWarning.BIRTH_DATE), warnings("0801011980", "0830021980"));
        assertEquals(Set.of(CardWarning.EXPIRY_DATE), warnings("0814032030", "0814132030"));
        assertEquals(Set.of(CardWarning.ISSUE_DATE), warnings("0815032024", "081503202X"));
        assertEquals(Set.of(CardWarning.ISSUER_MISMATCH), warnings("046090", "046120"));
        assertEquals(Set.of(CardWarning.ODD_CHARACTERS), warnings("05ROSSI", "05R\u00d6SSI"));
        assertEquals(
                Set.of(CardWarning.CARD_ID_CHECK_DIGIT),
                data(CardVectors.V1, "6090000000017003").warnings());
        CardData nameless = data(CardVectors.V1, "");
        assertEquals(Set.of(CardWarning.CARD_ID_UNREADABLE), nameless.warnings());
        assertEquals("", nameless.cardId());
    }

    @Test
    void thePlaceOfBirthIsHeldAgainstTheTaxCodeInEitherField() {
        assertEquals(Set.of(CardWarning.BIRTH_PLACE_MISMATCH), warnings("0004H501", "0004F205"));
        assertEquals(Set.of(), warnings("0004H50100", "000004H501"), "the state's field alone may hold it");
        CardData abroad = data(CardVectors.V3, CardVectors.V3_ID);
        assertEquals(Set.of(), abroad.warnings());
        String elsewhere = CardVectors.V3.replace("0004Z12900", "000004Z130");
        assertEquals(
                Set.of(CardWarning.BIRTH_PLACE_MISMATCH),
                data(elsewhere, CardVectors.V3_ID).warnings());
        assertEquals(Set.of(), warnings("0004H501", "0004ROMA"), "a place written in another way is not compared");
    }

    /** Some cards loop at the end of the file: not one byte more is asked for than the fields take. */
    @Test
    void neverMoreThanTheFieldsTakeIsAskedFor() {
        byte[] inclusive = bytes(CardVectors.V4);
        assertEquals(inclusive.length, PersonalDataParser.bytesNeeded(inclusive));
        byte[] exclusive = bytes(CardVectors.V4.replaceFirst("^00009E", "000098"));
        assertEquals(exclusive.length, PersonalDataParser.bytesNeeded(exclusive));
        assertEquals(0x98, PersonalDataParser.bytesNeeded(Arrays.copyOf(exclusive, 6)), "as the header says, at first");
        assertEquals(exclusive.length, PersonalDataParser.bytesNeeded(Arrays.copyOf(exclusive, 0x98)));
        assertEquals(0, PersonalDataParser.bytesNeeded(new byte[3]));
        byte[] endless = bytes(CardVectors.V1.replace("05ROSSI", "FFROSSI"));
        assertEquals(0x65 + 6, PersonalDataParser.bytesNeeded(endless), "a field that lies is not followed");
    }

    @Test
    void tooFewBytesAreNoBlankCard() {
        for (byte[] few : List.of(new byte[0], new byte[5], bytes("00009"))) {
            CardFault fault = assertThrows(CardFault.class, () -> PersonalDataParser.parse(few));
            assertEquals(CardError.FORMAT, fault.error());
        }
    }

    @Test
    void nothingPersonalInText() {
        CardData data = data(CardVectors.V4, CardVectors.V4_ID);
        String text = data.toString() + PersonalDataParser.parse(bytes(CardVectors.V4));
        for (String secret : List.of("BIANCHI", "GIOVANNA", "BNCGNN", "GARIBALDI", "1948", "6030", "D612")) {
            assertFalse(text.contains(secret), text);
        }
    }

    /** Whatever a broken or hostile card holds, the answer is data or a fault of the taxonomy. */
    @Test
    void seededHostileBytes() {
        Random random = new Random(20261122);
        byte[] model = bytes(CardVectors.V4);
        int understood = 0;
        for (int round = 0; round < 60_000; round++) {
            byte[] bytes = hostile(model, random);
            try {
                PersonalDataParser.Fields fields = PersonalDataParser.parse(bytes);
                assertEquals(16, fields.values().size());
                assertNotNull(CardDataRules.judge(fields, bytes(CardVectors.V4_ID), TODAY)
                        .codiceFiscale());
                understood++;
            } catch (CardFault fault) {
                assertTrue(Set.of(CardError.FORMAT, CardError.BLANK).contains(fault.error()));
            }
            assertTrue(PersonalDataParser.bytesNeeded(bytes) <= 400);
        }
        assertTrue(understood > 100 && understood < 59_000, "rounds understood: " + understood);
    }

    private static byte[] hostile(byte[] model, Random random) {
        byte[] bytes = Arrays.copyOf(model, random.nextInt(4) == 0 ? random.nextInt(model.length + 300) : 400);
        if (random.nextInt(5) == 0) {
            random.nextBytes(bytes);
        }
        for (int change = random.nextInt(6); change > 0 && bytes.length > 0; change--) {
            int at = random.nextInt(bytes.length);
            bytes[at] = random.nextBoolean()
                    ? (byte) "0123456789ABCDEFabcdef".charAt(random.nextInt(22))
                    : (byte) random.nextInt(256);
        }
        return bytes;
    }

    private static Set<CardWarning> warnings(String from, String to) {
        assertTrue(CardVectors.V1.contains(from), from);
        return data(CardVectors.V1.replaceFirst(from, to), CardVectors.V1_ID).warnings();
    }

    private static CardData data(String text, String cardId) {
        return CardDataRules.judge(PersonalDataParser.parse(Arrays.copyOf(bytes(text), 400)), bytes(cardId), TODAY);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
