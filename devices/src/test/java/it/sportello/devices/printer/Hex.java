package it.sportello.devices.printer;

import java.util.HexFormat;

/** Bytes as the protocol documents print them: two digits each, a blank between. */
public final class Hex {

    private static final HexFormat FORMAT = HexFormat.ofDelimiter(" ").withUpperCase();

    private Hex() {}

    public static String of(byte[] bytes) {
        return FORMAT.formatHex(bytes);
    }

    public static byte[] bytes(String text) {
        return FORMAT.parseHex(text);
    }
}
