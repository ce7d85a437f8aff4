package it.sportello.devices.twin.printer;

import static it.sportello.devices.twin.printer.PrinterCommand.DLE;
import static it.sportello.devices.twin.printer.PrinterCommand.ESC;
import static it.sportello.devices.twin.printer.PrinterCommand.FS;
import static it.sportello.devices.twin.printer.PrinterCommand.GS;

import java.util.HashMap;
import java.util.Map;

/**
 * How long each command is. This is what keeps text-looking bytes inside a picture from being obeyed: a printer counts,
 * it does not search.
 */
final class CommandLengths {

    /** More bytes are needed before the length can be told. */
    static final long UNKNOWN = -1;

    private static final Map<Integer, Integer> FIXED = new HashMap<>();

    static {
        fixed(ESC, 0, "@2LS<imv\f");
        fixed(ESC, 1, " !%-3=?EGJKMRTUVaderstu{");
        fixed(ESC, 2, "$\\cfQ");
        fixed(ESC, 3, "p");
        fixed(ESC, 8, "W");
        fixed(GS, 0, ":c\u00E1");
        fixed(GS, 1, "!/BEHITabfhjrw\u00E0");
        fixed(GS, 2, "$LPW\\");
        fixed(GS, 3, "^");
        fixed(GS, 4, "g");
        fixed(FS, 0, "&.");
        fixed(FS, 1, "!-CW");
        fixed(FS, 2, "Sp?");
        fixed(DLE, 1, "\u0004\u0005");
    }

    private CommandLengths() {}

    private static void fixed(int family, int parameters, String codes) {
        codes.chars().forEach(code -> FIXED.put(family << 8 | code, 2 + parameters));
    }

    /** Total length of the command that begins with these bytes, or {@link #UNKNOWN}. */
    static long of(byte[] start, int have) {
        if (have < 2) {
            return UNKNOWN;
        }
        int family = start[0] & 0xFF;
        int code = start[1] & 0xFF;
        Integer fixed = FIXED.get(family << 8 | code);
        if (fixed != null) {
            return fixed;
        }
        if (code == '(' && family != DLE) {
            return have < 5 ? UNKNOWN : 5 + word(start, 3);
        }
        return switch (family) {
            case ESC -> escape(start, have, code);
            case GS -> group(start, have, code);
            case FS -> code == 'q' ? storedImages(start, have) : 2;
            case DLE -> code == 0x14 ? pulse(start, have) : 2;
            default -> 2;
        };
    }

    private static long escape(byte[] start, int have, int code) {
        return switch (code) {
            case '*' -> have < 5 ? UNKNOWN : 5 + (long) word(start, 3) * (at(start, 2) >= 32 ? 3 : 1);
            case 'D' -> toNull(start, have, 2, 35);
            case '&' -> userCharacters(start, have);
            default -> 2;
        };
    }

    private static long group(byte[] start, int have, int code) {
        return switch (code) {
            case 'V' -> have < 3 ? UNKNOWN : at(start, 2) == 65 || at(start, 2) == 66 ? 4 : 3;
            case '*' -> have < 4 ? UNKNOWN : 4 + (long) at(start, 2) * at(start, 3) * 8;
            case 'v' -> have < 8 ? UNKNOWN : 8 + (long) word(start, 4) * word(start, 6);
            case 'k' -> barcode(start, have);
            case '8' -> have < 7 ? UNKNOWN : 7 + (word(start, 3) | (long) word(start, 5) << 16);
            default -> 2;
        };
    }

    private static long barcode(byte[] start, int have) {
        if (have < 3) {
            return UNKNOWN;
        }
        if (at(start, 2) <= 6) {
            return toNull(start, have, 3, 258);
        }
        return have < 4 ? UNKNOWN : 4 + at(start, 3);
    }

    private static long pulse(byte[] start, int have) {
        if (have < 3) {
            return UNKNOWN;
        }
        return switch (at(start, 2)) {
            case 1, 2 -> 5;
            case 8 -> 10;
            default -> 3;
        };
    }

    private static long toNull(byte[] start, int have, int from, int most) {
        for (int i = from; i < have; i++) {
            if (start[i] == 0) {
                return i + 1L;
            }
        }
        return have >= most ? have : UNKNOWN;
    }

    private static long userCharacters(byte[] start, int have) {
        if (have < 5) {
            return UNKNOWN;
        }
        long end = 5;
        for (int c = at(start, 3); c <= at(start, 4); c++) {
            if (end >= have) {
                return UNKNOWN;
            }
            end += 1 + (long) at(start, 2) * at(start, (int) end);
        }
        return end;
    }

    private static long storedImages(byte[] start, int have) {
        if (have < 3) {
            return UNKNOWN;
        }
        long end = 3;
        for (int i = 0; i < at(start, 2); i++) {
            if (end + 4 > have) {
                return UNKNOWN;
            }
            end += 4 + (long) word(start, (int) end) * word(start, (int) end + 2) * 8;
        }
        return end;
    }

    private static int at(byte[] bytes, int index) {
        return bytes[index] & 0xFF;
    }

    private static int word(byte[] bytes, int index) {
        return at(bytes, index) | at(bytes, index + 1) << 8;
    }
}
