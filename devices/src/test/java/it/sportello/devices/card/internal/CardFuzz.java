package it.sportello.devices.card.internal;

import it.sportello.devices.card.CardFault;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** The two files of a card, and what it says when it is put in. */
public final class CardFuzz {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private CardFuzz() {}

    /** The first byte divides the rest into the number of the card and its personal data. */
    public static void fuzzerTestOneInput(byte[] input) {
        AtrRules.otherCard(input);
        AtrRules.saysCns(input);
        if (input.length == 0) {
            return;
        }
        int split = Math.min(input.length, 1 + (input[0] & 0x1F));
        byte[] cardId = Arrays.copyOfRange(input, 1, split);
        byte[] file = Arrays.copyOfRange(input, split, input.length);
        PersonalDataParser.bytesNeeded(file);
        try {
            CardDataRules.judge(PersonalDataParser.parse(file), cardId, TODAY);
        } catch (CardFault expected) {
            // what is wrong with a card is said so
        }
    }

    public static List<byte[]> seeds() {
        return Stream.concat(
                        Stream.of(
                                        "0000650460900815032024081403203005ROSSI05MARIA080101198001F0010RSSMRA80A41H501Y0004H501000004D6120000",
                                        "0000650461200801072021083006202705VERDI05LUIGI081212196201M0010VRDLGU62T12F205K0004F205000004H5010000",
                                        "00009E0460300802022022080102202807BIANCHI0EGIOVANNA MARIA080102194801F0316810BNCGNN48B41D612Y03ITA04D6120009123.1.A4804F2051FVIA GIUSEPPE GARIBALDI 12 INT 300",
                                        "00006B0461900805052023080405202908D'ANGELO08NICCOLO'081009200501M0010DNGNCL05P10G273W0004G273000004G2730000")
                                .map(file -> ("\u00106090000000017002" + file).getBytes(StandardCharsets.ISO_8859_1)),
                        Stream.of(
                                        "3BFF1800008131FE45006B05052000012101434E5310318079",
                                        "3B8F80018031806549544A3400120FFF829000")
                                .map(HexFormat.of()::parseHex))
                .toList();
    }
}
