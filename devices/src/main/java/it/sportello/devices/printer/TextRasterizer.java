package it.sportello.devices.printer;

import java.util.List;

/** Draws a line of text that no character table of the printer can write: Chinese, Cyrillic, Arabic names. */
public interface TextRasterizer {

    /**
     * Draws a line.
     *
     * @param columnDots width of one column in dots
     * @param maximumDots width of the paper
     */
    Bitmap draw(List<Span> line, int columnDots, int maximumDots);
}
