package it.sportello.devices.display;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * Two lines of twenty characters in CD5220 mode (manuals of CD5220, XP8200, Epson P07303). Both lines are always written
 * whole with {@code 1B 51}: after that only the clear commands leave the mode. It never answers.
 */
public final class Cd5220Protocol implements DisplayProtocol {

    private static final int COLUMNS = 20;

    private final ResourceBundle texts;

    /** @param language of the waiting room */
    public Cd5220Protocol(Locale language) {
        this.texts = DisplayTexts.bundle(language);
    }

    @Override
    public byte[] begin() {
        return new byte[] {0x1B, 0x40, 0x0C};
    }

    @Override
    public byte[] show(QueueCall call) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        line(out, 'A', MessageFormat.format(texts.getString("display.call"), call.number()));
        line(out, 'B', MessageFormat.format(texts.getString("display.desk"), call.desk()));
        return out.toByteArray();
    }

    private static void line(ByteArrayOutputStream out, char which, String text) {
        String plain = PlainText.of(text);
        String fitted = plain.length() > COLUMNS ? plain.substring(0, COLUMNS) : plain;
        out.write(0x1B);
        out.write(0x51);
        out.write(which);
        out.writeBytes((fitted + " ".repeat(COLUMNS - fitted.length())).getBytes(StandardCharsets.US_ASCII));
        out.write(0x0D);
    }

    @Override
    public byte[] clear() {
        return new byte[] {0x0C};
    }
}
