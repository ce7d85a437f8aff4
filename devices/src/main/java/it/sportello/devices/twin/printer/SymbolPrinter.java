package it.sportello.devices.twin.printer;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.MultiFormatWriter;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Pictures and codes: what the printer draws by itself from data, and what it is sent as dots. */
final class SymbolPrinter {

    private static final Map<Integer, BarcodeFormat> FORMATS = Map.of(
            0, BarcodeFormat.UPC_A,
            1, BarcodeFormat.UPC_E,
            2, BarcodeFormat.EAN_13,
            3, BarcodeFormat.EAN_8,
            4, BarcodeFormat.CODE_39,
            5, BarcodeFormat.ITF,
            6, BarcodeFormat.CODABAR,
            7, BarcodeFormat.CODE_93,
            8, BarcodeFormat.CODE_128);

    private static final int LARGEST = 16_000_000;

    /** A bar code and the text that belongs below it. */
    record Barcode(Strip.Dots bars, String text, boolean textBelow) {}

    private int barHeight;
    private int barModule;
    private int barText;
    private int qrModule;
    private String qrLevel = "L";
    private byte[] qrData = new byte[0];
    private Optional<Strip.Dots> stored = Optional.empty();

    SymbolPrinter() {
        reset();
    }

    void reset() {
        barHeight = 162;
        barModule = 3;
        barText = 0;
        qrModule = 3;
        qrLevel = "L";
    }

    void set(PrinterCommand command) {
        switch (command.code()) {
            case 'h' -> barHeight = Math.max(1, command.at(0));
            case 'w' -> barModule = Math.clamp(command.at(0), 2, 6);
            default -> barText = command.at(0) % 48;
        }
    }

    /** {@code 1D 76 30 m xL xH yL yH}: rows of dots. */
    Strip.Dots raster(PrinterCommand command) {
        int mode = command.at(1) % 48;
        return rows(command.from(6), command.wordAt(2), command.wordAt(4), (mode & 1) + 1, (mode >> 1 & 1) + 1);
    }

    private static Strip.Dots rows(byte[] data, int bytesPerRow, int height, int wide, int high) {
        int width = bytesPerRow * 8 * wide;
        if ((long) width * height * high > LARGEST || width == 0) {
            return new Strip.Dots(0, 0, 0, new BitSet(), "[picture]", 0);
        }
        BitSet black = new BitSet();
        for (int y = 0; y < height * high; y++) {
            for (int x = 0; x < width; x++) {
                int at = y / high * bytesPerRow + x / wide / 8;
                black.set(y * width + x, at < data.length && (data[at] & 0x80 >> (x / wide % 8)) != 0);
            }
        }
        return new Strip.Dots(0, width, height * high, black, "[picture]", height * high);
    }

    /** {@code 1B 2A m nL nH}: a stripe of 8 or 24 dots, column by column. */
    Strip.Dots columns(PrinterCommand command) {
        int bytes = command.at(0) >= 32 ? 3 : 1;
        int stretchX = command.at(0) % 32 == 0 ? 2 : 1;
        int stretchY = bytes == 1 ? 3 : 1;
        int columns = command.wordAt(1);
        int width = columns * stretchX;
        int height = 8 * bytes * stretchY;
        BitSet black = new BitSet();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int dot = y / stretchY;
                black.set(y * width + x, (command.at(3 + x / stretchX * bytes + dot / 8) & 0x80 >> (dot % 8)) != 0);
            }
        }
        return new Strip.Dots(0, width, height, black, "[picture]", height);
    }

    /** {@code 1D 28} and {@code 1D 38}: QR codes and stored graphics; an empty list when nothing is printed now. */
    List<Strip.Dots> function(PrinterCommand command) {
        int base = command.code() == '8' ? 5 : 3;
        if (command.at(0) == 'k' && command.at(base) == 0x31) {
            return qrFunction(command, base);
        }
        if (command.at(0) == 'L') {
            return graphics(command, base);
        }
        return List.of();
    }

    private List<Strip.Dots> qrFunction(PrinterCommand command, int base) {
        switch (command.at(base + 1)) {
            case 67 -> qrModule = Math.clamp(command.at(base + 2), 1, 16);
            case 69 -> qrLevel = String.valueOf("LMQH".charAt(Math.clamp(command.at(base + 2) - 48, 0, 3)));
            case 80 -> qrData = command.from(base + 3);
            case 81 -> {
                return qrCode();
            }
            default -> {
                // The model: there is one.
            }
        }
        return List.of();
    }

    private List<Strip.Dots> qrCode() {
        String content = new String(qrData, StandardCharsets.UTF_8);
        Map<EncodeHintType, Object> hints = Map.of(
                EncodeHintType.ERROR_CORRECTION,
                qrLevel,
                EncodeHintType.MARGIN,
                0,
                EncodeHintType.CHARACTER_SET,
                "UTF-8");
        return encode(content, BarcodeFormat.QR_CODE, hints)
                .map(matrix -> List.of(scaled(matrix, qrModule, qrModule, "[QR " + content + "]")))
                .orElse(List.of());
    }

    private List<Strip.Dots> graphics(PrinterCommand command, int base) {
        int function = command.at(base + 1) % 48;
        if (command.at(base + 1) == 112) {
            int width = command.wordAt(base + 6);
            int height = command.wordAt(base + 8);
            stored = Optional.of(rows(
                    command.from(base + 10),
                    (width + 7) / 8,
                    height,
                    Math.max(1, command.at(base + 3)),
                    Math.max(1, command.at(base + 4))));
        } else if (function == 2) {
            List<Strip.Dots> printed = stored.stream().toList();
            stored = Optional.empty();
            return printed;
        }
        return List.of();
    }

    /** {@code 1D 6B}: both ways of giving the data; empty when the data do not suit the kind. */
    Optional<Barcode> barcode(PrinterCommand command) {
        int kind = command.at(0);
        boolean counted = kind >= 65;
        BarcodeFormat format = FORMATS.get(counted ? kind - 65 : kind);
        byte[] data = command.from(counted ? 2 : 1);
        if (format == null || data.length == 0) {
            return Optional.empty();
        }
        String raw = new String(data, StandardCharsets.ISO_8859_1);
        String content = format == BarcodeFormat.CODE_128 ? code128Content(data) : raw.replace("\0", "");
        return encode(content, format, Map.of(EncodeHintType.MARGIN, 0))
                .map(matrix -> new Barcode(
                        scaled(
                                row(matrix),
                                barModule,
                                barHeight,
                                "[" + format.name().replace("_", "") + " " + content + "]"),
                        content,
                        (barText & 2) != 0));
    }

    private static BitMatrix row(BitMatrix matrix) {
        BitMatrix row = new BitMatrix(matrix.getWidth(), 1);
        for (int x = 0; x < matrix.getWidth(); x++) {
            if (matrix.get(x, 0)) {
                row.set(x, 0);
            }
        }
        return row;
    }

    /** A brace and A, B or C choose the code set; in set C a byte is the value of two digits. */
    private static String code128Content(byte[] data) {
        StringBuilder content = new StringBuilder();
        int set = 'B';
        for (int i = 0; i < data.length; i++) {
            int value = data[i] & 0xFF;
            if (value == '{' && i + 1 < data.length) {
                i++;
                int next = data[i] & 0xFF;
                if (next == '{') {
                    content.append('{');
                } else if (next >= 'A' && next <= 'C') {
                    set = next;
                }
            } else if (set == 'C') {
                content.append(value / 10 % 10).append(value % 10);
            } else {
                content.append((char) value);
            }
        }
        return content.toString();
    }

    private static Optional<BitMatrix> encode(String content, BarcodeFormat format, Map<EncodeHintType, ?> hints) {
        try {
            return Optional.of(new MultiFormatWriter().encode(content, format, 1, 1, hints));
        } catch (WriterException | IllegalArgumentException e) {
            // As a real printer: data that do not suit the kind print nothing.
            return Optional.empty();
        }
    }

    private static Strip.Dots scaled(BitMatrix matrix, int wide, int high, String caption) {
        int width = matrix.getWidth() * wide;
        int height = matrix.getHeight() * high;
        BitSet black = new BitSet();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                black.set(y * width + x, matrix.get(x / wide, y / high));
            }
        }
        return new Strip.Dots(0, width, height, black, caption, height + 6);
    }
}
