package it.sportello.devices.display;

import java.util.Locale;
import java.util.Optional;

/** How a check value is worked out of the bytes of a message. */
enum CheckKind {
    /** Sum of the bytes, eight bits of it. */
    SUM8,
    /** Exclusive or of the bytes. */
    XOR8,
    /** What makes the sum of all bytes nought. */
    NEG_SUM8,
    /** Reflected polynomial A001, begun with FFFF. */
    CRC16_MODBUS,
    /** Polynomial 1021, begun with 0. */
    CRC16_XMODEM,
    /** Reflected polynomial 8408, begun with 0. */
    CRC16_KERMIT,
    /** Sum of the bytes, sixteen bits of it, written as four hexadecimal digits. */
    ASCII_HEX_SUM16;

    /** The kind by its name in the settings, such as {@code crc16-modbus}. */
    static Optional<CheckKind> named(String name) {
        for (CheckKind kind : values()) {
            if (kind.settingName().equals(name)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    String settingName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean oneByte() {
        return this == SUM8 || this == XOR8 || this == NEG_SUM8;
    }

    /** The value over the bytes from {@code from} up to before {@code end}. */
    int of(byte[] bytes, int from, int end) {
        int value = this == CRC16_MODBUS ? 0xFFFF : 0;
        for (int i = from; i < end; i++) {
            int next = bytes[i] & 0xFF;
            value = switch (this) {
                case SUM8, ASCII_HEX_SUM16 -> value + next;
                case NEG_SUM8 -> value - next;
                case XOR8 -> value ^ next;
                case CRC16_MODBUS -> reflected(value ^ next, 0xA001);
                case CRC16_KERMIT -> reflected(value ^ next, 0x8408);
                case CRC16_XMODEM -> straight(value ^ next << 8);
            };
        }
        return value & (oneByte() ? 0xFF : 0xFFFF);
    }

    private static int reflected(int start, int polynomial) {
        int value = start;
        for (int bit = 0; bit < 8; bit++) {
            value = (value & 1) == 0 ? value >> 1 : value >> 1 ^ polynomial;
        }
        return value;
    }

    private static int straight(int start) {
        int value = start;
        for (int bit = 0; bit < 8; bit++) {
            value = (value & 0x8000) == 0 ? value << 1 : value << 1 ^ 0x1021;
        }
        return value & 0xFFFF;
    }
}
