package it.sportello.app.device;

import it.sportello.app.wiring.DeviceFile;
import it.sportello.devices.setup.DeviceSettings;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * The settings of the devices as codes on paper that another desk scans: {@code SP1D:part.parts.check.data}. The data is
 * the site file, compressed, as hexadecimal digits; the check is over all of it and tells the codes of two cards apart.
 * Only letters, digits and points, so that a keyboard reader of any layout reads it.
 */
final class SiteCard {
    /** Characters of data in one code: larger ones are hard for the readers of a desk on a thermal print. */
    static final int PART = 300;

    private static final int MOST_PARTS = 30;
    private static final int LONGEST_TEXT = 200_000;
    private static final Pattern FORM =
            Pattern.compile("SP1D[:\u00E7\u00C7](\\d{1,2})\\.(\\d{1,2})\\.([0-9A-F]{8})\\.([0-9A-F]{2,300})");

    private final Map<Integer, String> parts = new TreeMap<>();
    private String check = "";
    private int total;

    /** What a code did. */
    sealed interface Step {
        /** It is another kind of code. */
        record NotOurs() implements Step {}

        /** Some are still missing. */
        record Waiting(int have, int total) implements Step {}

        /** All are there. */
        record Complete(DeviceSettings settings) implements Step {}

        /** All are there and do not fit: print the card again. */
        record Damaged() implements Step {}
    }

    SiteCard() {}

    /** The codes of a card, in order; empty when the settings are too long for one. */
    static List<String> codes(DeviceSettings settings) {
        byte[] packed = deflate(DeviceFile.text(settings).getBytes(StandardCharsets.UTF_8));
        String data = HexFormat.of().withUpperCase().formatHex(packed);
        int count = (data.length() + PART - 1) / PART;
        if (count > MOST_PARTS) {
            return List.of();
        }
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String part = data.substring(i * PART, Math.min(data.length(), (i + 1) * PART));
            codes.add("SP1D:" + (i + 1) + "." + count + "." + checkOf(packed) + "." + part);
        }
        return codes;
    }

    /** A code was scanned, in any order and more than once. A code of another card begins that one. */
    Step accept(String text) {
        Matcher code = FORM.matcher(text.toUpperCase(Locale.ROOT));
        if (!code.matches()) {
            return new Step.NotOurs();
        }
        int part = Integer.parseInt(code.group(1));
        int parts = Integer.parseInt(code.group(2));
        if (part < 1 || part > parts || parts > MOST_PARTS) {
            return new Step.NotOurs();
        }
        return keep(part, parts, code.group(3), code.group(4));
    }

    private Step keep(int part, int count, String sum, String data) {
        if (!sum.equals(check) || count != total) {
            parts.clear();
            check = sum;
            total = count;
        }
        parts.put(part, data);
        if (parts.size() < total) {
            return new Step.Waiting(parts.size(), total);
        }
        Optional<DeviceSettings> settings = whole();
        parts.clear();
        check = "";
        return settings.<Step>map(Step.Complete::new).orElseGet(Step.Damaged::new);
    }

    private Optional<DeviceSettings> whole() {
        String data = String.join("", parts.values());
        if (data.length() % 2 != 0) {
            return Optional.empty();
        }
        byte[] packed = HexFormat.of().parseHex(data);
        if (!checkOf(packed).equals(check)) {
            return Optional.empty();
        }
        return inflate(packed)
                .map(DeviceFile::parse)
                .filter(DeviceFile.Content.Read.class::isInstance)
                .map(content -> ((DeviceFile.Content.Read) content).settings());
    }

    private static String checkOf(byte[] bytes) {
        CRC32 sum = new CRC32();
        sum.update(bytes);
        return String.format(Locale.ROOT, "%08X", sum.getValue());
    }

    private static byte[] deflate(byte[] bytes) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        deflater.setInput(bytes);
        deflater.finish();
        byte[] room = new byte[bytes.length + 100];
        int length = deflater.deflate(room);
        deflater.end();
        return Arrays.copyOf(room, length);
    }

    private static Optional<String> inflate(byte[] packed) {
        Inflater inflater = new Inflater();
        inflater.setInput(packed);
        byte[] room = new byte[LONGEST_TEXT];
        try {
            int length = inflater.inflate(room);
            return inflater.finished()
                    ? Optional.of(new String(room, 0, length, StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (DataFormatException damaged) {
            return Optional.empty();
        } finally {
            inflater.end();
        }
    }
}
