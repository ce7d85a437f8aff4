package it.sportello.devices.card.internal;

import it.sportello.devices.card.CardDiagnosis;
import it.sportello.devices.card.CardType;
import it.sportello.devices.card.OtherCard;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What an answer to reset says. It is a hint: no card is accepted by it, and only cards that are surely something else
 * are turned away by it. A health card read without contact does not say "CNS" at all.
 */
final class AtrRules {
    private static final byte[] FIRST_IDENTITY_CARD = HexFormat.of().parseHex("3BF41800FF8131805500318000C7");
    private static final byte[] OLD_IDENTITY_CARD = HexFormat.of().parseHex("024954494420203180");
    private static final byte[] NEW_IDENTITY_CARD = HexFormat.of().parseHex("803180654954");

    private static final byte TYPE_B = 0x50;
    private static final int PUPI_END = 9;

    private AtrRules() {}

    /** The other card this surely is; null when it may be a health card. */
    static @Nullable OtherCard otherCard(byte[] atr) {
        byte[] history = historicalBytes(atr);
        if (Arrays.equals(atr, FIRST_IDENTITY_CARD)
                || startsAt(history, 6, OLD_IDENTITY_CARD)
                || startsAt(history, 0, NEW_IDENTITY_CARD)) {
            return OtherCard.IDENTITY_CARD;
        }
        return isMarked(history, "HPC") ? OtherCard.PROFESSIONAL_CARD : null;
    }

    /** The kind of card, as far as its answer says. */
    static CardType type(byte[] atr) {
        byte[] history = historicalBytes(atr);
        if (otherCard(atr) == OtherCard.IDENTITY_CARD) {
            return CardType.IDENTITY_CARD;
        }
        if (isMarked(history, "CNS")) {
            return CardType.NATIONAL_SERVICES;
        }
        if (isMarked(history, "HPC")) {
            return CardType.PROFESSIONAL;
        }
        if (isMarked(history, "DSD")) {
            return CardType.SIGNATURE_DEVICE;
        }
        return isContactless(atr) ? CardType.CONTACTLESS : CardType.OTHER;
    }

    /** What may be kept of a card that was not read. */
    static CardDiagnosis diagnose(byte[] atr) {
        String text = HexFormat.of().withUpperCase().formatHex(atr);
        boolean typeB = isContactless(atr) && atr.length >= PUPI_END && atr[4] == TYPE_B;
        return new CardDiagnosis(
                type(atr), typeB ? text.substring(0, 10) + "........" + text.substring(2 * PUPI_END) : text);
    }

    /** PC/SC part 3: a reader makes the answer of a contactless card up, always with TD1 80 and TD2 01. */
    private static boolean isContactless(byte[] atr) {
        return atr.length > 3 && (atr[1] & 0xF0) == 0x80 && atr[2] == (byte) 0x80 && atr[3] == 0x01;
    }

    /** Whether the card calls itself a CNS. */
    static boolean saysCns(byte[] atr) {
        return isMarked(historicalBytes(atr), "CNS");
    }

    private static boolean isMarked(byte[] history, String mark) {
        return history.length == 15 && startsAt(history, 9, mark.getBytes(StandardCharsets.US_ASCII));
    }

    private static boolean startsAt(byte[] bytes, int from, byte[] expected) {
        int to = from + expected.length;
        return bytes.length >= to && Arrays.equals(bytes, from, to, expected, 0, expected.length);
    }

    /** ISO 7816-3: TS, T0, then as many groups of interface bytes as their own bits announce, then the history. */
    static byte[] historicalBytes(byte[] atr) {
        if (atr.length < 2) {
            return new byte[0];
        }
        int announced = atr[1] >> 4 & 0x0F;
        int next = 2;
        while (announced != 0) {
            int groupEnd = next + Integer.bitCount(announced);
            boolean another = (announced & 0x08) != 0;
            if (groupEnd > atr.length) {
                return new byte[0];
            }
            announced = another ? atr[groupEnd - 1] >> 4 & 0x0F : 0;
            next = groupEnd;
        }
        return Arrays.copyOfRange(atr, next, Math.min(atr.length, next + (atr[1] & 0x0F)));
    }
}
