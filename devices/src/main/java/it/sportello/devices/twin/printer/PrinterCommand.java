package it.sportello.devices.twin.printer;

import java.util.Arrays;
import java.util.Locale;

/** Something the printer was told: a command with what follows it, or a single character. */
final class PrinterCommand {

    static final int ESC = 0x1B;
    static final int FS = 0x1C;
    static final int GS = 0x1D;
    static final int DLE = 0x10;

    private final int family;
    private final int code;
    private final byte[] parameters;

    /**
     * @param family the first byte of a command (1B, 1C, 1D, 10), or 0 for a single character or control
     * @param code the second byte of a command, or the character
     * @param parameters all that follows
     */
    PrinterCommand(int family, int code, byte[] parameters) {
        this.family = family;
        this.code = code;
        this.parameters = parameters;
    }

    int family() {
        return family;
    }

    int code() {
        return code;
    }

    /** The parameters from one on. */
    byte[] from(int index) {
        return index < parameters.length ? Arrays.copyOfRange(parameters, index, parameters.length) : new byte[0];
    }

    boolean is(int wantedFamily, int wantedCode) {
        return family == wantedFamily && code == wantedCode;
    }

    /** A parameter, 0 when it is not there. */
    int at(int index) {
        return index < parameters.length ? parameters[index] & 0xFF : 0;
    }

    int wordAt(int index) {
        return at(index) | at(index + 1) << 8;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "PrinterCommand[%02X %02X, %d bytes]", family, code, parameters.length);
    }
}
