package it.sportello.devices.display;

import java.io.ByteArrayOutputStream;
import java.util.Locale;
import java.util.Optional;

/**
 * Two lines of twenty characters in CD5220 mode (manuals of CD5220, XP8200, Epson P07303). Both lines are always written
 * whole with {@code 1B 51}: after that only the clear commands leave the mode. It never answers.
 */
public final class Cd5220Protocol implements DisplayProtocol {

    private static final int COLUMNS = 20;

    private final TwoLines lines;

    /** @param language of the waiting room */
    public Cd5220Protocol(Locale language) {
        this.lines = new TwoLines(language, COLUMNS);
    }

    @Override
    public byte[] begin() {
        return new byte[] {0x1B, 0x40, 0x0C};
    }

    @Override
    public byte[] show(QueueCall call) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        line(out, 'A', lines.upper(call));
        line(out, 'B', lines.lower(call));
        return out.toByteArray();
    }

    private static void line(ByteArrayOutputStream out, char which, byte[] text) {
        out.write(0x1B);
        out.write(0x51);
        out.write(which);
        out.writeBytes(text);
        out.write(0x0D);
    }

    @Override
    public byte[] clear() {
        return new byte[] {0x0C};
    }

    @Override
    public byte[] refresh(Optional<QueueCall> shown) {
        return shown.map(this::show).orElseGet(this::clear);
    }
}
