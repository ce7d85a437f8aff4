package it.sportello.devices.twin.printer;

import java.util.Arrays;
import java.util.function.Consumer;

/** Cuts the stream into commands and characters, as the bytes come. */
final class CommandReader {

    /** Longer payloads are counted to their end, but not kept: a length of four bytes may say anything. */
    private static final int KEPT = 4 << 20;

    private final boolean symbols;
    private final Consumer<PrinterCommand> sink;
    private byte[] buffer = new byte[64];
    private int kept;
    private long length;

    /** @param symbols whether it knows {@code 1D 28}; otherwise the parameters of that command are text to it */
    CommandReader(boolean symbols, Consumer<PrinterCommand> sink) {
        this.symbols = symbols;
        this.sink = sink;
    }

    void accept(byte[] bytes, int count) {
        for (int i = 0; i < count; i++) {
            accept(bytes[i]);
        }
    }

    /** Whether it is in the middle of a command: then a question in the stream would not be seen. */
    boolean insideCommand() {
        return kept > 0;
    }

    /** Forgets a command that was begun: what switching off does. */
    void reset() {
        kept = 0;
        length = 0;
    }

    private void accept(byte b) {
        int value = b & 0xFF;
        if (kept == 0 && !opensCommand(value)) {
            sink.accept(new PrinterCommand(0, value, new byte[0]));
            return;
        }
        keep(b);
        long total = unknown() ? 2 : CommandLengths.of(buffer, kept);
        if (total != CommandLengths.UNKNOWN && length >= total) {
            byte[] parameters = kept > 2 ? Arrays.copyOfRange(buffer, 2, kept) : new byte[0];
            PrinterCommand command = new PrinterCommand(buffer[0] & 0xFF, buffer[1] & 0xFF, parameters);
            reset();
            sink.accept(command);
        } else if (kept == KEPT && total == CommandLengths.UNKNOWN) {
            reset();
        }
    }

    private boolean unknown() {
        return !symbols && kept == 2 && buffer[0] == PrinterCommand.GS && buffer[1] == '(';
    }

    private static boolean opensCommand(int value) {
        return value == PrinterCommand.ESC
                || value == PrinterCommand.GS
                || value == PrinterCommand.FS
                || value == PrinterCommand.DLE;
    }

    private void keep(byte b) {
        length++;
        if (kept == KEPT) {
            return;
        }
        if (kept == buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.min(KEPT, buffer.length * 2));
        }
        buffer[kept++] = b;
    }
}
