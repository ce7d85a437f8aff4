package it.sportello.devices.twin.printer;

import java.util.BitSet;
import java.util.List;

/** A piece of the printed paper, over its whole width. */
sealed interface Strip {

    /** How far the paper moves, in dots. */
    int feed();

    /** A line of characters. */
    record TextLine(List<Glyph> glyphs, int feed) implements Strip {
        public TextLine {
            glyphs = List.copyOf(glyphs);
        }

        String text(int columnDots) {
            StringBuilder text = new StringBuilder();
            int x = 0;
            for (Glyph glyph : glyphs) {
                for (; x + columnDots <= glyph.x(); x += columnDots) {
                    text.append(' ');
                }
                text.appendCodePoint(glyph.character());
                x = glyph.x() + glyph.width();
            }
            return text.toString().stripTrailing();
        }
    }

    /**
     * Dots: a picture, a QR code, a bar code.
     *
     * @param caption what the text of the receipt shows in its place
     */
    record Dots(int x, int width, int height, BitSet black, String caption, int feed) implements Strip {

        boolean blackAt(int column, int row) {
            return black.get(row * width + column);
        }
    }

    /** Blank paper. */
    record Blank(int feed) implements Strip {}
}
