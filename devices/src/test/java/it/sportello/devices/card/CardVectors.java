package it.sportello.devices.card;

import it.sportello.devices.twin.card.CardExtras;
import it.sportello.devices.twin.card.CardHolder;
import it.sportello.devices.twin.card.CardProfile;
import java.time.LocalDate;
import java.util.Map;

/** Cards of invented people, written down once by hand from the published layout. */
public final class CardVectors {
    public static final String V1_ID = "6090000000017002";
    public static final String V1 = "0000650460900815032024081403203005ROSSI05MARIA080101198001F0010RSSMRA80A41H501Y"
            + "0004H501000004D6120000";
    public static final String V2_ID = "6120123456789009";
    public static final String V2 = "0000650461200801072021083006202705VERDI05LUIGI081212196201M0010VRDLGU62T12F205K"
            + "0004F205000004H5010000";
    public static final String V3_ID = "6160000420042007";
    public static final String V3 = "0000690461600810102025083112202507POPESCU07ANDREEA082503199101F0010"
            + "PPSNDR91C65Z129F0004Z129000004A6620000";
    public static final String V4_ID = "6030777000111009";
    public static final String V4 = "00009E0460300802022022080102202807BIANCHI0EGIOVANNA MARIA080102194801F0316810"
            + "BNCGNN48B41D612Y03ITA04D6120009123.1.A4804F2051FVIA GIUSEPPE GARIBALDI 12 INT 300";
    public static final String V5_ID = "6190555000555003";
    public static final String V5 = "00006B0461900805052023080405202908D'ANGELO08NICCOLO'081009200501M0010"
            + "DNGNCL05P10G273W0004G273000004G2730000";
    public static final String V6_ID = "6090000000025005";
    public static final String V6 = V1.replace("RSSMRA80A41H501Y", "RSSMRA80A41H50MQ");
    public static final String V7 = V2.replaceFirst("^000065", "00005F");

    /** Identifier of the chip, and number printed on the back. */
    public static final Map<String, String> NUMBERS = Map.of(
            V1_ID, "80380000900000000174",
            V2_ID, "80380001201234567891",
            V3_ID, "80380001600004200429",
            V4_ID, "80380000307770001111",
            V5_ID, "80380001905550005555",
            V6_ID, "80380000900000000257");

    private CardVectors() {}

    public static CardProfile maria() {
        return CardProfile.of(
                V1_ID,
                LocalDate.of(2024, 3, 15),
                LocalDate.of(2030, 3, 14),
                new CardHolder("ROSSI", "MARIA", LocalDate.of(1980, 1, 1), "F", "RSSMRA80A41H501Y", "H501", "D612"));
    }

    public static CardProfile luigi() {
        return CardProfile.of(
                V2_ID,
                LocalDate.of(2021, 7, 1),
                LocalDate.of(2027, 6, 30),
                new CardHolder("VERDI", "LUIGI", LocalDate.of(1962, 12, 12), "M", "VRDLGU62T12F205K", "F205", "H501"));
    }

    public static CardProfile giovanna() {
        return new CardProfile(
                V4_ID,
                LocalDate.of(2022, 2, 2),
                LocalDate.of(2028, 2, 1),
                new CardHolder(
                        "BIANCHI", "GIOVANNA MARIA", LocalDate.of(1948, 2, 1), "F", "BNCGNN48B41D612Y", "D612", "F205"),
                new CardExtras("168", "ITA", "", "123.1.A48", "VIA GIUSEPPE GARIBALDI 12 INT 3", ""));
    }
}
