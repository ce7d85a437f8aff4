package it.sportello.devices.printer;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.Map;

/** A QR code worked out, and the module size that suits the paper. */
record QrSize(ByteMatrix modules, int moduleDots) {

    /** Larger is easier for the camera of an old telephone; smaller than 2 nothing reads. */
    private static final int BEST_MODULE = 6;

    private static final int QUIET_MODULES = 4;

    static QrSize fitting(String content, int paperDots) {
        try {
            ByteMatrix modules = Encoder.encode(
                            content, ErrorCorrectionLevel.M, Map.of(EncodeHintType.CHARACTER_SET, "UTF-8"))
                    .getMatrix();
            int wanted = paperDots / (modules.getWidth() + 2 * QUIET_MODULES);
            return new QrSize(modules, Math.clamp(wanted, 2, BEST_MODULE));
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a QR code", e);
        }
    }

    /** The code as a picture with its quiet zone. */
    Bitmap bitmap() {
        int side = (modules.getWidth() + 2 * QUIET_MODULES) * moduleDots;
        return Bitmap.of(side, side, (x, y) -> {
            int column = x / moduleDots - QUIET_MODULES;
            int row = y / moduleDots - QUIET_MODULES;
            boolean inside = column >= 0 && row >= 0 && column < modules.getWidth() && row < modules.getHeight();
            return inside && modules.get(column, row) == 1;
        });
    }
}
