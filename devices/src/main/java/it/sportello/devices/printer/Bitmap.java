package it.sportello.devices.printer;

import java.util.Arrays;

/** A black and white picture in printer's order: rows from the top, the left dot in the highest bit, 1 is black. */
public final class Bitmap {

    private final int width;
    private final int height;
    private final byte[] rows;

    /** @param rows {@code (width + 7) / 8} bytes for each row */
    public Bitmap(int width, int height, byte[] rows) {
        if (width < 1 || height < 1 || rows.length != (width + 7) / 8 * height) {
            throw new IllegalArgumentException("the rows do not fit the size");
        }
        this.width = width;
        this.height = height;
        this.rows = rows.clone();
    }

    /** Tells which dots are black. */
    @FunctionalInterface
    public interface Dots {
        boolean black(int x, int y);
    }

    public static Bitmap of(int width, int height, Dots dots) {
        int stride = (width + 7) / 8;
        byte[] rows = new byte[stride * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if (dots.black(x, y)) {
                    rows[y * stride + x / 8] |= (byte) (0x80 >> (x % 8));
                }
            }
        }
        return new Bitmap(width, height, rows);
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    public int bytesPerRow() {
        return (width + 7) / 8;
    }

    public boolean black(int x, int y) {
        return (rows[y * bytesPerRow() + x / 8] & 0x80 >> (x % 8)) != 0;
    }

    /** The bytes of some rows. */
    public byte[] rows(int from, int count) {
        return Arrays.copyOfRange(rows, from * bytesPerRow(), (from + count) * bytesPerRow());
    }
}
