package it.sportello.devices.twin.printer;

import java.nio.charset.Charset;
import java.util.Map;

/** The character tables of the printer's memory ({@code 1B 74 n}, numbers as published for Epson models). */
final class CharacterTable {

    private static final Map<Integer, String> NAMES = Map.ofEntries(
            Map.entry(0, "IBM437"),
            Map.entry(2, "IBM850"),
            Map.entry(3, "IBM860"),
            Map.entry(4, "IBM863"),
            Map.entry(5, "IBM865"),
            Map.entry(16, "windows-1252"),
            Map.entry(17, "IBM866"),
            Map.entry(18, "IBM852"),
            Map.entry(19, "IBM00858"),
            Map.entry(40, "ISO-8859-15"));

    /** Table 1 has block graphics from 80 to 9F, with which several programs draw their rules. */
    private static final String GRAPHICS = "\u2581\u2582\u2583\u2584\u2585\u2586\u2587\u2588\u258F\u258E\u258D\u258C"
            + "\u258B\u258A\u2589\u253C\u2534\u252C\u2524\u251C\u2594\u2500\u2502\u2595\u250C\u2510\u2514\u2518"
            + "\u256D\u256E\u2570\u256F";

    private CharacterTable() {}

    static int character(int table, int b) {
        if (b < 0x80) {
            return b;
        }
        if (table == 1) {
            return b < 0xA0 ? GRAPHICS.charAt(b - 0x80) : 0xFF61 + Math.max(0, b - 0xA1);
        }
        String name = NAMES.get(table);
        if (name == null || !Charset.isSupported(name)) {
            return '\u25A1';
        }
        return new String(new byte[] {(byte) b}, Charset.forName(name)).codePointAt(0);
    }
}
