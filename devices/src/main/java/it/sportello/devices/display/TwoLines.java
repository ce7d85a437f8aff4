package it.sportello.devices.display;

import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The call in two lines of text, in the language of the waiting room, each as long as the display is wide. */
final class TwoLines {

    private final ResourceBundle texts;
    private final int columns;

    TwoLines(Locale language, int columns) {
        this.texts = DisplayTexts.bundle(language);
        this.columns = columns;
    }

    byte[] upper(QueueCall call) {
        return fitted(MessageFormat.format(texts.getString("display.call"), call.number()));
    }

    byte[] lower(QueueCall call) {
        return fitted(MessageFormat.format(texts.getString("display.desk"), call.desk()));
    }

    byte[] blank() {
        return fitted("");
    }

    private byte[] fitted(String text) {
        String plain = PlainText.of(text);
        String cut = plain.length() > columns ? plain.substring(0, columns) : plain;
        return (cut + " ".repeat(columns - cut.length())).getBytes(StandardCharsets.US_ASCII);
    }
}
