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

    /** Address of all signs on the line. */
    public static final String EVERY_SIGN = "00";

    private static final int BASE_STATUS = 0x40;
    private static final int ERRORS = 0x3F;
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
    private final byte[] address;

    /** All signs on the line. */
    public AlphaProtocol(Position position, Content content, boolean checksum, boolean acknowledgements) {
        this(position, content, checksum, acknowledgements, EVERY_SIGN);
    }

    /**
     * @param checksum closes each frame with its sum
     * @param acknowledgements asks the sign to answer; protocol 2.0 and later can
     * @param address two hexadecimal digits, of which {@code ?} stands for any, {@link #EVERY_SIGN} for all signs
     */
    public AlphaProtocol(
            Position position, Content content, boolean checksum, boolean acknowledgements, String address) {
        if (!address.matches("[0-9A-F?]{2}")) {
            throw new IllegalArgumentException("an address is two hexadecimal digits");
        }
        this.address = address.getBytes(StandardCharsets.US_ASCII);
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
        out.writeBytes(new byte[] {0, 0, 0, 0, 0, 0x01, 'Z', address[0], address[1], STX});
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

    /** Asking for answers once more shows nothing and is answered. */
    @Override
    public byte[] probe() {
        return begin();
    }

    @Override
    public byte[] refresh(Optional<QueueCall> shown) {
        return shown.map(this::show).orElseGet(this::clear);
    }

    @Override
    public boolean answers() {
        return acknowledgements;
    }

    /** 06 or 15 and a status, whose bits say what was wrong. The eighth bit may be a parity that nobody took off. */
    @Override
    public Optional<Boolean> answer(byte[] bytes, int count) {
        for (int i = 0; i + 1 < count; i++) {
            int word = bytes[i] & 0x7F;
            int status = bytes[i + 1] & 0x7F;
            if ((word == ACK || word == NAK) && (status & BASE_STATUS) != 0) {
                return Optional.of(word == ACK && (status & ERRORS) == 0);
            }
        }
        return Optional.empty();
    }
}
