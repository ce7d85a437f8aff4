package it.sportello.devices.printer;

/** Pictures as commands, in stripes: one large picture stalls slow lines and small buffers. */
final class EscPosImages {

    /** The protocol allows more, printers of others do not. */
    private static final int MOST_ROWS = 255;

    private static final int STRIPE_BYTES = 4096;
    private static final int COLUMN_ROWS = 24;

    private EscPosImages() {}

    /** {@code 1D 76 30 00}: rows of dots. */
    static void raster(Bitmap bitmap, BlockWriter out) {
        int width = bitmap.bytesPerRow();
        int rowsInStripe = Math.clamp(STRIPE_BYTES / width, 1, MOST_ROWS);
        for (int y = 0; y < bitmap.height(); y += rowsInStripe) {
            int rows = Math.min(rowsInStripe, bitmap.height() - y);
            out.command(0x1D, 0x76, 0x30, 0, width & 0xFF, width >> 8, rows & 0xFF, rows >> 8);
            out.data(harmless(bitmap.rows(y, rows)));
            out.border();
        }
    }

    /** {@code 1D 28 4C}: each stripe is stored (function 112) and printed (function 50). */
    static void graphics(Bitmap bitmap, BlockWriter out) {
        int width = bitmap.bytesPerRow();
        int rowsInStripe = Math.clamp(STRIPE_BYTES / width, 1, MOST_ROWS);
        for (int y = 0; y < bitmap.height(); y += rowsInStripe) {
            int rows = Math.min(rowsInStripe, bitmap.height() - y);
            int length = 10 + width * rows;
            out.command(0x1D, 0x28, 0x4C, length & 0xFF, length >> 8, 0x30, 0x70, 0x30, 1, 1, 0x31);
            out.command((width * 8) & 0xFF, (width * 8) >> 8, rows & 0xFF, rows >> 8);
            out.data(harmless(bitmap.rows(y, rows)));
            out.command(0x1D, 0x28, 0x4C, 2, 0, 0x30, 0x32);
            out.border();
        }
    }

    /** {@code 1B 2A 21}: stripes of 24 dots, three bytes for each column; then the usual line spacing again. */
    static void columns(Bitmap bitmap, BlockWriter out) {
        out.command(0x1B, 0x33, COLUMN_ROWS);
        for (int y = 0; y < bitmap.height(); y += COLUMN_ROWS) {
            out.command(0x1B, 0x2A, 0x21, bitmap.width() & 0xFF, bitmap.width() >> 8);
            byte[] stripe = new byte[bitmap.width() * 3];
            for (int x = 0; x < bitmap.width(); x++) {
                for (int dot = 0; dot < COLUMN_ROWS && y + dot < bitmap.height(); dot++) {
                    if (bitmap.black(x, y + dot)) {
                        stripe[x * 3 + dot / 8] |= (byte) (0x80 >> (dot % 8));
                    }
                }
            }
            out.data(harmless(stripe));
            out.command(0x0A);
            out.border();
        }
        out.command(0x1B, 0x32);
    }

    /**
     * Some models obey real-time commands even inside a picture (a drawer could open): a 10 before a 04, 05 or 14 gets one
     * more dot, which nobody sees.
     */
    private static byte[] harmless(byte[] dots) {
        for (int i = 0; i < dots.length - 1; i++) {
            if (dots[i] == 0x10 && (dots[i + 1] == 0x04 || dots[i + 1] == 0x05 || dots[i + 1] == 0x14)) {
                dots[i] = 0x18;
            }
        }
        return dots;
    }
}
