package it.sportello.devices.card.internal;

import it.sportello.devices.card.CardError;
import it.sportello.devices.card.CardFault;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/** Reads the files, in chunks of at most 255 bytes and never past their end. */
final class CardFileReader {
    private static final int CHUNK = 0xFF;
    private static final int CARD_ID_LENGTH = 16;
    private static final int DER_HEADER = 4;
    private static final int LONGEST_CERTIFICATE = 4096;

    private final CardChannel channel;
    private final FileSelector selector;

    CardFileReader(CardChannel channel, FileSelector selector) {
        this.channel = channel;
        this.selector = selector;
    }

    /**
     * The personal data file as far as its header says it is used; one command for nearly every card.
     *
     * @return null when the card has no such file
     */
    byte @Nullable [] personalData() {
        if (!selector.select(CardFile.PERSONAL_DATA)) {
            return null;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        readUpTo(CHUNK, bytes, CardFile.PERSONAL_DATA);
        int needed = PersonalDataParser.bytesNeeded(bytes.toByteArray());
        for (int had = -1; had < bytes.size() && bytes.size() < needed; ) {
            had = bytes.size();
            readUpTo(needed, bytes, CardFile.PERSONAL_DATA);
            needed = PersonalDataParser.bytesNeeded(bytes.toByteArray());
        }
        return bytes.toByteArray();
    }

    /** The sixteen digits of the card; empty when the card does not give them. */
    byte[] cardId() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(CARD_ID_LENGTH);
        if (selector.select(CardFile.CARD_ID)) {
            readUpTo(CARD_ID_LENGTH, bytes, CardFile.CARD_ID);
        }
        return bytes.toByteArray();
    }

    /** The certificate as long as its own first bytes say; empty when the card does not give one. */
    byte[] certificate() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(2048);
        if (!selector.select(CardFile.CERTIFICATE)) {
            return new byte[0];
        }
        readUpTo(DER_HEADER, bytes, CardFile.CERTIFICATE);
        byte[] start = bytes.toByteArray();
        if (start.length < DER_HEADER || start[0] != 0x30 || start[1] != (byte) 0x82) {
            return new byte[0];
        }
        int length = DER_HEADER + ((start[2] & 0xFF) << 8 | (start[3] & 0xFF));
        readUpTo(Math.min(length, LONGEST_CERTIFICATE), bytes, CardFile.CERTIFICATE);
        return bytes.toByteArray();
    }

    private void readUpTo(int wanted, ByteArrayOutputStream bytes, CardFile file) {
        boolean selectedAgain = false;
        boolean longLength = false;
        while (bytes.size() < wanted) {
            int length = longLength ? CHUNK : Math.min(CHUNK, wanted - bytes.size());
            CardAnswer answer = channel.read(bytes.size(), length);
            switch (answer.statusWord()) {
                case CardAnswer.OK -> {
                    byte[] data = answer.data();
                    bytes.write(data, 0, Math.min(data.length, wanted - bytes.size()));
                    if (data.length < length) {
                        return;
                    }
                }
                case CardAnswer.END_OF_FILE -> {
                    bytes.writeBytes(answer.data());
                    return;
                }
                case CardAnswer.BEYOND_FILE -> {
                    return;
                }
                case CardAnswer.NO_CURRENT_FILE -> {
                    // Another program reset the card between SELECT and READ.
                    if (selectedAgain || !selector.select(file)) {
                        throw new CardFault(CardError.RESET, "6986");
                    }
                    selectedAgain = true;
                }
                case CardAnswer.WRONG_LENGTH -> {
                    if (longLength || length == CHUNK) {
                        throw unreadable(answer);
                    }
                    longLength = true;
                }
                case CardAnswer.INTERNAL_ERROR -> throw new CardFault(CardError.RESET, "6F00");
                default -> throw unreadable(answer);
            }
        }
    }

    private static CardFault unreadable(CardAnswer answer) {
        return new CardFault(CardError.NOT_TSCNS, String.format("%04X", answer.statusWord()));
    }
}
