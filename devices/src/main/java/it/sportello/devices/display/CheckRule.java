package it.sportello.devices.display;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The check value of a message: which sum, over which of its bytes, written how. The text form is {@code KIND [FROM..[TO]]
 * [FORM]}, such as {@code xor8 2..-1 hex}: positions count the bytes of the message from 1, negative ones back from the
 * byte before the check value, which is -1. Without positions all bytes before the check value count.
 *
 * @param from first byte, from 1
 * @param to last byte; negative counts back from the check value
 */
record CheckRule(CheckKind kind, int from, int to, Form form) {

    /** How the value is written. */
    enum Form {
        /** Two bytes, low one first; one byte for the sums of eight bits. */
        LOW,
        /** Two bytes, high one first; one byte for the sums of eight bits. */
        HIGH,
        /** Hexadecimal digits in upper case: two, or four. */
        HEX
    }

    static final String SETTING = "check";

    private static final Pattern SHAPE =
            Pattern.compile("([a-z0-9-]+)(?: +([0-9]{1,4})\\.\\.(-?[0-9]{1,4})?)?(?: +([a-z]+))?");
    private static final List<String> KINDS =
            List.of(CheckKind.values()).stream().map(CheckKind::settingName).toList();

    /** Reads the text form, adding to the faults what it cannot read. */
    static Optional<CheckRule> read(String text, List<TemplateFault> faults) {
        Matcher parts = SHAPE.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!parts.matches()) {
            faults.add(new TemplateFault(SETTING, 0, "check.shape", List.of()));
            return Optional.empty();
        }
        int lead = text.length() - text.stripLeading().length() + 1;
        Optional<CheckKind> kind = CheckKind.named(parts.group(1));
        if (kind.isEmpty()) {
            faults.add(
                    new TemplateFault(SETTING, lead, "check.kind", List.of(parts.group(1), String.join(", ", KINDS))));
            return Optional.empty();
        }
        int from = parts.group(2) == null ? 1 : Integer.parseInt(parts.group(2));
        int to = parts.group(3) == null ? -1 : Integer.parseInt(parts.group(3));
        if (from < 1 || to == 0 || (to > 0 && to < from)) {
            faults.add(new TemplateFault(SETTING, lead + parts.start(2), "check.range", List.of()));
            return Optional.empty();
        }
        Optional<Form> form = form(parts.group(4), kind.get());
        if (form.isEmpty()) {
            faults.add(new TemplateFault(SETTING, lead + parts.start(4), "check.form", List.of(parts.group(4))));
        }
        return form.map(known -> new CheckRule(kind.get(), from, to, known));
    }

    private static Optional<Form> form(@Nullable String name, CheckKind kind) {
        if (name == null) {
            return Optional.of(
                    switch (kind) {
                        case ASCII_HEX_SUM16 -> Form.HEX;
                        case CRC16_XMODEM -> Form.HIGH;
                        default -> Form.LOW;
                    });
        }
        return switch (name) {
            case "low" -> Optional.of(Form.LOW);
            case "high" -> Optional.of(Form.HIGH);
            case "hex" -> Optional.of(Form.HEX);
            default -> Optional.empty();
        };
    }

    /** Whether the bytes named exist in a message whose check value stands at {@code checkAt}. */
    boolean fits(int checkAt) {
        int end = end(checkAt);
        return from <= checkAt && end <= checkAt && end >= from;
    }

    /** The check value of the first {@code checkAt} bytes of a message. */
    byte[] over(byte[] message, int checkAt) {
        int end = Math.clamp(end(checkAt), 0, checkAt);
        int value = kind.of(message, Math.min(from - 1, end), end);
        return switch (form) {
            case HEX ->
                String.format(Locale.ROOT, kind.oneByte() ? "%02X" : "%04X", value)
                        .getBytes(StandardCharsets.US_ASCII);
            case LOW -> kind.oneByte() ? one(value) : new byte[] {(byte) value, (byte) (value >> 8)};
            case HIGH -> kind.oneByte() ? one(value) : new byte[] {(byte) (value >> 8), (byte) value};
        };
    }

    private int end(int checkAt) {
        return to > 0 ? to : checkAt + to + 1;
    }

    private static byte[] one(int value) {
        return new byte[] {(byte) value};
    }
}
