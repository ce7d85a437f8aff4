package it.sportello.devices.card.internal;

import it.sportello.devices.card.CardBackend.CardConnection;
import it.sportello.devices.card.CardError;
import it.sportello.devices.card.CardFault;
import java.io.ByteArrayOutputStream;

/**
 * The commands this reader knows: SELECT and READ BINARY, both with short lengths. There is no way through it to send a
 * PIN, which is a promise to the citizen and not an accident.
 */
final class CardChannel {
    private static final int SELECT = 0xA4;
    private static final int READ_BINARY = 0xB0;

    private final CardConnection connection;

    CardChannel(CardConnection connection) {
        this.connection = connection;
    }

    /** SELECT, P1 as given, answer without file control information unless asked for. */
    CardAnswer select(int how, byte[] what, boolean withInformation) {
        ByteArrayOutputStream command = new ByteArrayOutputStream(24);
        command.write(0x00);
        command.write(SELECT);
        command.write(how);
        command.write(0x00);
        command.write(what.length);
        command.writeBytes(what);
        if (withInformation) {
            command.write(0x00);
        }
        return send(command.toByteArray());
    }

    /** READ BINARY of the current file, 1 to 255 bytes. */
    CardAnswer read(int offset, int length) {
        return send(new byte[] {0x00, (byte) READ_BINARY, (byte) (offset >> 8), (byte) offset, (byte) length});
    }

    private CardAnswer send(byte[] command) {
        CardAnswer answer = exchange(command);
        int word = answer.statusWord();
        // Most runtimes repeat with the right length by themselves; a length of zero would make them repeat for ever.
        if (word >> 8 == 0x6C && (word & 0xFF) != 0) {
            byte[] again = command.clone();
            again[again.length - 1] = (byte) word;
            return exchange(again);
        }
        return answer;
    }

    private CardAnswer exchange(byte[] command) {
        byte[] answer = connection.transmit(command);
        if (answer.length < 2) {
            throw new CardFault(CardError.REMOVED);
        }
        return new CardAnswer(answer);
    }
}
