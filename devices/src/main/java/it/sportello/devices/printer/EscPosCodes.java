package it.sportello.devices.printer;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.oned.Code128Writer;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** Codes that the printer draws by itself. */
final class EscPosCodes {

    private static final int BARCODE_DOTS = 80;
    private static final int LEAST_MODULE = 2;
    private static final int BEST_MODULE = 3;
    private static final int QUIET_ZONES = 20;

    private EscPosCodes() {}

    /** The five QR functions of {@code 1D 28 6B}: model 2, module size, level M, store, print. */
    static byte[] qrCode(String content, int moduleDots) {
        byte[] data = content.getBytes(StandardCharsets.UTF_8);
        int stored = data.length + 3;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        put(out, 0x1D, 0x28, 0x6B, 0x04, 0x00, 0x31, 0x41, 0x32, 0x00);
        put(out, 0x1D, 0x28, 0x6B, 0x03, 0x00, 0x31, 0x43, moduleDots);
        put(out, 0x1D, 0x28, 0x6B, 0x03, 0x00, 0x31, 0x45, 0x31);
        put(out, 0x1D, 0x28, 0x6B, stored & 0xFF, stored >> 8, 0x31, 0x50, 0x30);
        out.writeBytes(data);
        put(out, 0x1D, 0x28, 0x6B, 0x03, 0x00, 0x31, 0x51, 0x30);
        return out.toByteArray();
    }

    /** Code 128 with its text below; empty when it is wider than the paper or longer than its length byte says. */
    static Optional<byte[]> code128(String content, int paperDots) {
        byte[] data = code128Data(content);
        int symbols = data.length - 2 - literalBraces(content, data);
        int modules = 11 * (symbols + 2) + 13 + QUIET_ZONES;
        int module = modules * BEST_MODULE <= paperDots ? BEST_MODULE : LEAST_MODULE;
        if (modules * module > paperDots || data.length > 255) {
            return Optional.empty();
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        put(out, 0x1D, 0x68, BARCODE_DOTS);
        put(out, 0x1D, 0x77, module);
        put(out, 0x1D, 0x48, 2);
        put(out, 0x1D, 0x6B, 73, data.length);
        out.writeBytes(data);
        return Optional.of(out.toByteArray());
    }

    /** The bars alone, for printers that cannot draw them; only for what {@link #code128} has room for. */
    static Bitmap code128Picture(String content, int paperDots) {
        BitMatrix bars =
                new Code128Writer().encode(content, BarcodeFormat.CODE_128, 1, 1, Map.of(EncodeHintType.MARGIN, 0));
        int quiet = QUIET_ZONES / 2;
        int modules = bars.getWidth() + QUIET_ZONES;
        int module = modules * BEST_MODULE <= paperDots ? BEST_MODULE : LEAST_MODULE;
        return Bitmap.of(Math.min(paperDots, modules * module), BARCODE_DOTS, (x, y) -> {
            int bar = x / module - quiet;
            return bar >= 0 && bar < bars.getWidth() && bars.get(bar, 0);
        });
    }

    /** Data of function B: code set C for an even number of digits (as values, not as text), otherwise set B. */
    static byte[] code128Data(String content) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        boolean digits = content.length() % 2 == 0 && content.chars().allMatch(c -> c >= '0' && c <= '9');
        put(data, '{', digits ? 'C' : 'B');
        if (digits) {
            for (int i = 0; i < content.length(); i += 2) {
                data.write(Integer.parseInt(content, i, i + 2, 10));
            }
        } else {
            data.writeBytes(content.replace("{", "{{").getBytes(StandardCharsets.US_ASCII));
        }
        return data.toByteArray();
    }

    private static int literalBraces(String content, byte[] data) {
        return data[1] == 'B' ? (int) content.chars().filter(c -> c == '{').count() : 0;
    }

    private static void put(ByteArrayOutputStream out, int... bytes) {
        for (int b : bytes) {
            out.write(b);
        }
    }
}
