package it.sportello.devices.link;

import java.util.Locale;

/**
 * Speed and frame of a serial line.
 *
 * @param baud bits per second
 * @param dataBits 7 or 8
 * @param stopBits 1 or 2
 */
public record SerialSettings(int baud, int dataBits, Parity parity, int stopBits, FlowControl flowControl) {

    /** What most devices are shipped with. */
    public static final SerialSettings DEFAULT = new SerialSettings(9600, 8, Parity.NONE, 1, FlowControl.NONE);

    /** The parity bit. */
    public enum Parity {
        NONE,
        EVEN,
        ODD
    }

    /** How the device asks the computer to wait. Always set, never left to the system's default. */
    public enum FlowControl {
        NONE,
        /** Bytes 11 and 13 (hexadecimal) start and stop the stream. */
        XONXOFF,
        RTSCTS,
        DTRDSR
    }

    public SerialSettings {
        if (baud < 50 || baud > 4_000_000) {
            throw new IllegalArgumentException("baud outside 50 to 4000000");
        }
        if (dataBits < 7 || dataBits > 8) {
            throw new IllegalArgumentException("data bits are 7 or 8");
        }
        if (stopBits < 1 || stopBits > 2) {
            throw new IllegalArgumentException("stop bits are 1 or 2");
        }
    }

    /** Bytes that fit into one second: a start bit, the data, parity, stop bits. */
    public int bytesPerSecond() {
        return Math.max(1, baud / (1 + dataBits + (parity == Parity.NONE ? 0 : 1) + stopBits));
    }

    static SerialSettings parse(String text) {
        SerialSettings settings = DEFAULT;
        for (String part : text.split("&", -1)) {
            int equals = part.indexOf('=');
            if (equals < 0) {
                throw new IllegalArgumentException("serial settings are name=value, joined by &");
            }
            settings = settings.with(part.substring(0, equals), part.substring(equals + 1));
        }
        return settings;
    }

    private SerialSettings with(String name, String value) {
        return switch (name) {
            case "baud" -> new SerialSettings(number(name, value), dataBits, parity, stopBits, flowControl);
            case "data" -> new SerialSettings(baud, number(name, value), parity, stopBits, flowControl);
            case "stop" -> new SerialSettings(baud, dataBits, parity, number(name, value), flowControl);
            case "parity" -> new SerialSettings(baud, dataBits, Parity.valueOf(upper(value)), stopBits, flowControl);
            case "flow" -> new SerialSettings(baud, dataBits, parity, stopBits, FlowControl.valueOf(upper(value)));
            default -> throw new IllegalArgumentException("unknown serial setting " + name);
        };
    }

    private static int number(String name, String value) {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " is not a number", e);
        }
    }

    private static String upper(String value) {
        return value.toUpperCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return ("baud=" + baud + "&data=" + dataBits + "&parity=" + parity + "&stop=" + stopBits + "&flow="
                        + flowControl)
                .toLowerCase(Locale.ROOT);
    }
}
