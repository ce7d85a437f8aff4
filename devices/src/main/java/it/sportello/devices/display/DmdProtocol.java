package it.sportello.devices.display;

import java.io.ByteArrayOutputStream;
import java.util.Locale;
import java.util.Optional;

/**
 * Customer displays of the Epson DM-D family and their many relatives in ESC/POS mode: two lines of twenty characters,
 * usually at 9600 8N1. The cursor is put at the head of each line, since whether the text runs on into the next line
 * depends on the model. It never answers.
 */
public final class DmdProtocol implements DisplayProtocol {

    private static final int COLUMNS = 20;
    private static final byte[] SELECT_DISPLAY = {0x1B, 0x3D, 0x02};
    private static final byte[] SELECT_PRINTER = {0x1B, 0x3D, 0x01};
    private static final byte[] BEGIN = {0x1B, 0x40, 0x1F, 0x01, 0x1F, 0x43, 0x00, 0x0C};

    private final TwoLines lines;
    private final boolean behindPrinter;

    /**
     * @param language of the waiting room
     * @param behindPrinter the display hangs on the printer's second plug and shares its line: it is chosen before every
     *     message, and the printer after it
     */
    public DmdProtocol(Locale language, boolean behindPrinter) {
        this.lines = new TwoLines(language, COLUMNS);
        this.behindPrinter = behindPrinter;
    }

    @Override
    public byte[] begin() {
        return message(BEGIN);
    }

    @Override
    public byte[] show(QueueCall call) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        line(out, 1, lines.upper(call));
        line(out, 2, lines.lower(call));
        return message(out.toByteArray());
    }

    private static void line(ByteArrayOutputStream out, int row, byte[] text) {
        out.write(0x1F);
        out.write(0x24);
        out.write(1);
        out.write(row);
        out.writeBytes(text);
    }

    @Override
    public byte[] clear() {
        return message(new byte[] {0x0C});
    }

    @Override
    public byte[] refresh(Optional<QueueCall> shown) {
        return shown.map(this::show).orElseGet(this::clear);
    }

    private byte[] message(byte[] commands) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (behindPrinter) {
            out.writeBytes(SELECT_DISPLAY);
        }
        out.writeBytes(commands);
        if (behindPrinter) {
            out.writeBytes(SELECT_PRINTER);
        }
        return out.toByteArray();
    }
}
