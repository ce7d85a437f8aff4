package it.sportello.devices.card.internal;

import it.sportello.devices.card.CardError;
import it.sportello.devices.card.CardFault;
import it.sportello.devices.card.CardWarning;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Takes EF_Dati_personali apart: six hexadecimal digits of overall length, then sixteen fields of two hexadecimal digits
 * of length and that many characters (AgID, CNS file system). Cards disagree whether the overall length counts its own
 * six characters; both are accepted.
 */
final class PersonalDataParser {
    static final int FIELDS = 16;
    static final int FILE_SIZE = 400;
    private static final int HEADER = 6;
    private static final int SHORTEST = HEADER + 2 * FIELDS;

    /** The sixteen fields in order, and what was odd about their frame. */
    record Fields(List<String> values, Set<CardWarning> warnings) {
        Fields {
            values = List.copyOf(values);
        }

        /** Field by its number in the specification, 1 to 16. */
        String get(int number) {
            return values.get(number - 1);
        }

        @Override
        public String toString() {
            return "Fields[*** " + warnings + "]";
        }
    }

    private PersonalDataParser() {}

    /**
     * How much of the file a reader should have at least, judged by what it has; 0 when that makes no sense. Asked again
     * with more bytes it may want more, but never more than the fields take: some cards loop at the end of the file.
     */
    static int bytesNeeded(byte[] start) {
        int length = hex(start, 0, HEADER);
        if (length < SHORTEST || length > FILE_SIZE) {
            return 0;
        }
        int end = HEADER;
        for (int number = 1; number <= FIELDS; number++) {
            // A field whose length is not here yet takes its two digits at least.
            end += 2 + Math.max(0, hex(start, end, 2));
        }
        return Math.min(Math.max(length, end), Math.min(FILE_SIZE, length + HEADER));
    }

    /**
     * Parses the file.
     *
     * @throws CardFault {@link CardError#BLANK} or {@link CardError#FORMAT} with the number of the field, 0 the header
     */
    static Fields parse(byte[] bytes) {
        int length = hex(bytes, 0, HEADER);
        if (length < SHORTEST || length > FILE_SIZE) {
            throw new CardFault(isBlank(bytes) ? CardError.BLANK : CardError.FORMAT, "0");
        }
        // What lies behind the announced length is padding, whatever it looks like.
        int limit = Math.min(bytes.length, length + HEADER);
        List<String> values = new ArrayList<>(FIELDS);
        int at = HEADER;
        for (int number = 1; number <= FIELDS; number++) {
            int size = hex(bytes, at, 2);
            at += 2;
            if (size < 0 || at + size > limit) {
                throw new CardFault(CardError.FORMAT, Integer.toString(number));
            }
            values.add(new String(bytes, at, size, StandardCharsets.ISO_8859_1));
            at += size;
        }
        return new Fields(values, frameWarnings(at, length));
    }

    private static Set<CardWarning> frameWarnings(int end, int length) {
        if (end == length) {
            return EnumSet.noneOf(CardWarning.class);
        }
        return EnumSet.of(end - HEADER == length ? CardWarning.HEADER_EXCLUSIVE : CardWarning.LENGTH_MISMATCH);
    }

    private static boolean isBlank(byte[] bytes) {
        if (bytes.length < HEADER) {
            return false;
        }
        for (byte b : bytes) {
            if (b != bytes[0] || (b != 0x00 && b != (byte) 0xFF)) {
                return false;
            }
        }
        return true;
    }

    /** The number written in hexadecimal digits of either case; -1 when it is not one. */
    private static int hex(byte[] bytes, int from, int digits) {
        if (from + digits > bytes.length) {
            return -1;
        }
        int value = 0;
        for (int i = from; i < from + digits; i++) {
            int digit = bytes[i] < 0 ? -1 : Character.digit(bytes[i], 16);
            if (digit < 0) {
                return -1;
            }
            value = value << 4 | digit;
        }
        return value;
    }
}
