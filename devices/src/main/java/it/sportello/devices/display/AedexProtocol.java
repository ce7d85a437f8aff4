package it.sportello.devices.display;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * Two-line displays in AEDEX mode (many makers offer it beside their own): each command is the attention code, a digit,
 * text, and 0D. It never answers.
 */
public final class AedexProtocol implements DisplayProtocol {

    /** The attention code the displays leave the factory with. */
    public static final String FACTORY_ATTENTION = "!#";

    private static final int NARROWEST = 16;
    private static final int WIDEST = 40;

    private final TwoLines lines;
    private final byte[] attention;

    /**
     * @param language of the waiting room
     * @param columns of one line, 16 to 40
     * @param attention two printable characters; other than {@link #FACTORY_ATTENTION} only where the display was set so
     */
    public AedexProtocol(Locale language, int columns, String attention) {
        if (columns < NARROWEST || columns > WIDEST) {
            throw new IllegalArgumentException("columns outside 16 to 40");
        }
        if (!attention.matches("[\\x20-\\x7E]{2}")) {
            throw new IllegalArgumentException("an attention code is two printable characters");
        }
        this.lines = new TwoLines(language, columns);
        this.attention = attention.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public byte[] begin() {
        return new byte[0];
    }

    @Override
    public byte[] show(QueueCall call) {
        return both(lines.upper(call), lines.lower(call));
    }

    /** There is no command to clear: blanks are written. */
    @Override
    public byte[] clear() {
        return both(lines.blank(), lines.blank());
    }

    @Override
    public byte[] refresh(Optional<QueueCall> shown) {
        return shown.map(this::show).orElseGet(this::clear);
    }

    private byte[] both(byte[] upper, byte[] lower) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        line(out, '1', upper);
        line(out, '2', lower);
        return out.toByteArray();
    }

    private void line(ByteArrayOutputStream out, char which, byte[] text) {
        out.writeBytes(attention);
        out.write(which);
        out.writeBytes(text);
        out.write(0x0D);
    }
}
