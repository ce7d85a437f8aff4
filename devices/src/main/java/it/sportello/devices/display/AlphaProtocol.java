package it.sportello.devices.display;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * LED signs of the Alpha family (Alpha Sign Communications Protocol, 9708-8061). The number goes into the priority file,
 * which needs no memory set-up, shows at once and hides everything else. Serial lines usually run at 9600 7E1.
 */
public final class AlphaProtocol implements DisplayProtocol {

    /** Where the text stands on signs with more than one line. */
    public enum Position {
        MIDDLE(0x20),
        TOP(0x22),
        BOTTOM(0x26),
        FILL(0x30);

        private final int code;

        Position(int code) {
            this.code = code;
        }
    }

    /** What the sign is told. */
    public enum Content {
        /** The number alone: each desk has its sign. */
        NUMBER,
        /** Number and desk: one sign for the room. */
        NUMBER_AND_DESK
    }

    private static final int STX = 0x02;
    private static final int ETX = 0x03;
    private static final int EOT = 0x04;
    private static final int ACK = 0x06;
    private static final int NAK = 0x15;
    private static final int LONGEST = 125;

    private final Position position;
    private final Content content;
    private final boolean checksum;
    private final boolean acknowledgements;

    /**
     * @param checksum closes each frame with its sum
     * @param acknowledgements asks the sign to answer; protocol 2.0 and later can
     */
    public AlphaProtocol(Position position, Content content, boolean checksum, boolean acknowledgements) {
        this.position = position;
        this.content = content;
        this.checksum = checksum;
        this.acknowledgements = acknowledgements;
    }

    @Override
    public byte[] begin() {
        return acknowledgements ? frame("Es1".getBytes(StandardCharsets.US_ASCII)) : new byte[0];
    }

    @Override
    public byte[] show(QueueCall call) {
        String text = content == Content.NUMBER ? call.number() : call.number() + " > " + call.desk();
        String plain = PlainText.of(text);
        ByteArrayOutputStream command = new ByteArrayOutputStream();
        command.write('A');
        command.write('0');
        command.write(0x1B);
        command.write(position.code);
        command.write('b');
        command.writeBytes(plain.substring(0, Math.min(LONGEST, plain.length())).getBytes(StandardCharsets.US_ASCII));
        return frame(command.toByteArray());
    }

    @Override
    public byte[] clear() {
        return frame("A0".getBytes(StandardCharsets.US_ASCII));
    }

    private byte[] frame(byte[] command) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {0, 0, 0, 0, 0, 0x01, 'Z', '0', '0', STX});
        out.writeBytes(command);
        if (checksum) {
            int sum = STX + ETX;
            for (byte b : command) {
                sum += b & 0xFF;
            }
            out.write(ETX);
            out.writeBytes(String.format(Locale.ROOT, "%04X", sum & 0xFFFF).getBytes(StandardCharsets.US_ASCII));
        }
        out.write(EOT);
        return out.toByteArray();
    }

    @Override
    public boolean answers() {
        return acknowledgements;
    }

    @Override
    public Optional<Boolean> answer(byte[] bytes, int count) {
        for (int i = 0; i < count; i++) {
            if (bytes[i] == ACK || bytes[i] == NAK) {
                return Optional.of(bytes[i] == ACK);
            }
        }
        return Optional.empty();
    }
}
