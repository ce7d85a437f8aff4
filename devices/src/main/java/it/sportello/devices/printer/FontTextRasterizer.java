package it.sportello.devices.printer;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.text.AttributedString;
import java.util.List;

/**
 * Draws with the fonts it was given, without any window. Each character stands in its column, so that amounts still line
 * up; scripts whose letters join (Arabic) are drawn as a whole.
 */
public final class FontTextRasterizer implements TextRasterizer {

    private static final int LINE_DOTS = 30;
    private static final int LETTER_DOTS = 24;
    /** Thin strokes fall between two dots and are grey in both: they have to stay strokes. */
    private static final int BLACK_BELOW = 190;

    private final List<Font> fonts;

    /** @param fonts the first that has a character draws it; the last draws what none has */
    public FontTextRasterizer(List<Font> fonts) {
        if (fonts.isEmpty()) {
            throw new IllegalArgumentException("a font is needed");
        }
        this.fonts = List.copyOf(fonts);
    }

    @Override
    public Bitmap draw(List<Span> line, int columnDots, int maximumDots) {
        int height = line.stream().mapToInt(span -> span.style().height()).max().orElse(1);
        int columns = line.stream()
                .mapToInt(span -> TextColumns.of(span.text()) * span.style().width())
                .sum();
        int width = Math.clamp((long) columns * columnDots, 8, maximumDots);
        BufferedImage image = new BufferedImage(width, LINE_DOTS * height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, image.getHeight());
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        int x = 0;
        for (Span span : line) {
            int spanDots = TextColumns.of(span.text()) * span.style().width() * columnDots;
            drawSpan(graphics, span, x, spanDots, columnDots, image.getHeight());
            x += spanDots;
        }
        graphics.dispose();
        return Bitmap.of(width, image.getHeight(), (dotX, dotY) -> (image.getRGB(dotX, dotY) & 0xFF) < BLACK_BELOW);
    }

    private void drawSpan(Graphics2D graphics, Span span, int x, int spanDots, int columnDots, int bottom) {
        TextStyle style = span.style();
        graphics.setColor(Color.BLACK);
        if (style.reverse()) {
            graphics.fillRect(x, 0, spanDots, bottom);
            graphics.setColor(Color.WHITE);
        }
        if (style.underline()) {
            graphics.fillRect(x, bottom - 3, spanDots, 2);
        }
        AffineTransform before = graphics.getTransform();
        graphics.translate(x, bottom - 7 * style.height());
        graphics.scale(style.width(), style.height());
        if (Font.textRequiresLayout(span.text().toCharArray(), 0, span.text().length())) {
            drawJoined(graphics, span, spanDots);
        } else {
            drawCells(graphics, span, columnDots);
        }
        graphics.setTransform(before);
    }

    /** Letters that join are shaped together, each in a font that has it; a line too long is drawn narrower. */
    private void drawJoined(Graphics2D graphics, Span span, int spanDots) {
        AttributedString text = new AttributedString(span.text());
        int at = 0;
        for (int c : span.text().codePoints().toArray()) {
            int end = at + Character.charCount(c);
            text.addAttribute(TextAttribute.FONT, fontFor(Character.toString(c), span.style()), at, end);
            at = end;
        }
        TextLayout layout = new TextLayout(text.getIterator(), graphics.getFontRenderContext());
        double room = (double) spanDots / span.style().width();
        if (layout.getAdvance() > room) {
            graphics.scale(room / layout.getAdvance(), 1);
        }
        layout.draw(graphics, 0, 0);
    }

    private void drawCells(Graphics2D graphics, Span span, int columnDots) {
        int column = 0;
        for (int c : span.text().codePoints().toArray()) {
            String letter = Character.toString(c);
            int cell = TextColumns.of(c) * columnDots;
            graphics.setFont(fontFor(letter, span.style()));
            FontMetrics metrics = graphics.getFontMetrics();
            int drawn = metrics.stringWidth(letter);
            AffineTransform before = graphics.getTransform();
            graphics.translate(column * columnDots + Math.max(0, (cell - drawn) / 2), 0);
            if (drawn > cell && cell > 0) {
                graphics.scale((double) cell / drawn, 1);
            }
            graphics.drawString(letter, 0, 0);
            graphics.setTransform(before);
            column += TextColumns.of(c);
        }
    }

    private Font fontFor(String text, TextStyle style) {
        Font found = fonts.stream()
                .filter(font -> font.canDisplayUpTo(text) < 0)
                .findFirst()
                .orElse(fonts.getLast());
        return found.deriveFont(style.bold() ? Font.BOLD : Font.PLAIN, LETTER_DOTS * 0.9f);
    }
}
