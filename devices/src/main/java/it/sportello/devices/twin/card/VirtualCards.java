package it.sportello.devices.twin.card;

import it.sportello.devices.twin.card.CardNode.Folder;
import it.sportello.devices.twin.card.CardNode.Transparent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Makes virtual cards: health cards of a profile, and the other cards that people hold out at a desk. */
public final class VirtualCards {
    private static final String IDENTITY_CARD_ATR = "3B8F80018031806549544A3444120FFF8290008D";
    private static final String BANK_CARD_ATR = "3B6E00000031C065A2010100B072D6414F00";
    private static final String UNKNOWN_CARD_ATR = "3B8F800180318065B0850300EF120FFF82900073";
    private static final String PROFESSIONAL_CARD_ATR = "3BFF1800008131FE45006B050520000121014850431031807C";
    private static final byte[] NO_CERTIFICATE = new byte[2048];

    private VirtualCards() {}

    /** A health card. */
    public static VirtualCard health(CardProfile profile) {
        return health(profile, CardBehaviour.USUAL);
    }

    /** A health card that behaves in its own way. */
    public static VirtualCard health(CardProfile profile, CardBehaviour behaviour) {
        byte[] personalData = HolderFile.of(profile);
        return card(profile.cardId(), personalData, CitizenCertificate.of(profile, personalData), behaviour);
    }

    /** A health card with any text in its personal data file, right or wrong. */
    public static VirtualCard healthWithText(String cardId, String personalData, CardBehaviour behaviour) {
        return card(cardId, HolderFile.padded(personalData), NO_CERTIFICATE, behaviour);
    }

    /** A health card that was never personalised: its file holds the same byte all along. */
    public static VirtualCard blank(byte filler) {
        byte[] content = new byte[HolderFile.SIZE];
        Arrays.fill(content, filler);
        return card("", content, NO_CERTIFICATE, CardBehaviour.USUAL);
    }

    /** An electronic identity card (CIE 3.0). */
    public static VirtualCard identityCard() {
        return new VirtualCard(CardBehaviour.USUAL.withAtr(IDENTITY_CARD_ATR), List.of());
    }

    /** A payment card. */
    public static VirtualCard bankCard() {
        String payment = "325041592E5359532E4444463031";
        return new VirtualCard(CardBehaviour.USUAL.withAtr(BANK_CARD_ATR).onlyInside(payment), List.of());
    }

    /** A card of which nothing is known. */
    public static VirtualCard unknownCard() {
        return new VirtualCard(CardBehaviour.USUAL.withAtr(UNKNOWN_CARD_ATR), List.of());
    }

    /** A health professional's card that says nothing of itself. */
    public static VirtualCard professionalCard() {
        return new VirtualCard(CardBehaviour.USUAL.withAtr(PROFESSIONAL_CARD_ATR), List.of());
    }

    /** A health professional's card with its identifier, sixteen digits. */
    public static VirtualCard professionalCard(String cardId) {
        Folder production = new Folder(0x1000, List.of(new Transparent(0x1003, ascii(cardId))));
        return new VirtualCard(CardBehaviour.USUAL.withAtr(PROFESSIONAL_CARD_ATR), List.of(production));
    }

    /** A health card with the certificate of another one in it. */
    public static VirtualCard withCertificateOf(CardProfile other, CardProfile profile) {
        byte[] certificate = CitizenCertificate.of(other, HolderFile.of(other));
        return card(profile.cardId(), HolderFile.of(profile), certificate, CardBehaviour.USUAL);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static VirtualCard card(String cardId, byte[] personalData, byte[] certificate, CardBehaviour behaviour) {
        Folder production = new Folder(0x1000, List.of(new Transparent(0x1003, ascii(cardId))));
        Folder holder = new Folder(
                0x1100,
                List.of(
                        new Transparent(0x1101, Arrays.copyOf(certificate, NO_CERTIFICATE.length)),
                        new Transparent(0x1102, personalData)));
        Folder services = new Folder(
                0x1200,
                List.of(
                        new Transparent(0x1201, new byte[64]),
                        new Transparent(0x1202, new byte[2]),
                        new Transparent(0x1203, new byte[160])));
        return new VirtualCard(behaviour, List.of(production, holder, services));
    }
}
