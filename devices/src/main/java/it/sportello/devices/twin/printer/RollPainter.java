package it.sportello.devices.twin.printer;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.List;

/** Draws printed paper so that a person would take it for a photograph of a receipt. */
final class RollPainter {

    static final int LINE_DOTS = 30;

    private static final Color DESK = new Color(0xD9DDE1);
    private static final Color PAPER = new Color(0xFCFBF7);
    private static final Color INK = new Color(0x26262B);
    private static final int BORDER = 24;
    private static final int MARGIN = 32;
    private static final int TOP = 36;
    private static final int BOTTOM = 48;
    private static final int TOOTH = 8;

    private final Font font;
    private final int dots;

    RollPainter(Font font, int dots) {
        this.font = font;
        this.dots = dots;
    }

    BufferedImage paint(List<Strip> strips) {
        int length = strips.stream().mapToInt(Strip::feed).sum();
        int width = dots + 2 * (MARGIN + BORDER);
        int height = length + TOP + BOTTOM + 2 * BORDER;
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setColor(DESK);
        graphics.fillRect(0, 0, width, height);
        paintPaper(graphics, width, height);
        graphics.translate(BORDER + MARGIN, BORDER + TOP);
        for (Strip strip : strips) {
            paintStrip(graphics, strip);
            graphics.translate(0, strip.feed());
        }
        graphics.dispose();
        return image;
    }

    /** White paper with its shadow, cut straight at the top and torn at the teeth of the bridge below. */
    private static void paintPaper(Graphics2D graphics, int width, int height) {
        for (int i = 6; i > 0; i--) {
            graphics.setColor(new Color(0, 0, 0, 8));
            graphics.fillRoundRect(
                    BORDER - i, BORDER - i + 4, width - 2 * BORDER + 2 * i, height - 2 * BORDER + i, 8, 8);
        }
        Path2D paper = new Path2D.Double();
        paper.moveTo(BORDER, BORDER);
        paper.lineTo(width - BORDER, BORDER);
        int bottom = height - BORDER;
        paper.lineTo(width - BORDER, bottom - TOOTH);
        boolean low = true;
        for (int x = width - BORDER; x > BORDER; x -= TOOTH) {
            paper.lineTo(Math.max(BORDER, x - TOOTH), low ? bottom : bottom - TOOTH);
            low = !low;
        }
        paper.closePath();
        graphics.setColor(PAPER);
        graphics.fill(paper);
    }

    private void paintStrip(Graphics2D graphics, Strip strip) {
        if (strip instanceof Strip.TextLine line) {
            paintLine(graphics, line);
        } else if (strip instanceof Strip.Dots picture) {
            graphics.setColor(INK);
            for (int y = 0; y < picture.height(); y++) {
                paintRow(graphics, picture, y);
            }
        }
    }

    private static void paintRow(Graphics2D graphics, Strip.Dots picture, int y) {
        int start = -1;
        for (int x = 0; x <= picture.width(); x++) {
            boolean black = x < picture.width() && picture.blackAt(x, y);
            if (black && start < 0) {
                start = x;
            } else if (!black && start >= 0) {
                graphics.fillRect(picture.x() + start, y, x - start, 1);
                start = -1;
            }
        }
    }

    private void paintLine(Graphics2D graphics, Strip.TextLine line) {
        int bottom = line.glyphs().stream().mapToInt(Glyph::height).max().orElse(0);
        for (Glyph glyph : line.glyphs()) {
            paintGlyph(graphics, glyph, bottom);
        }
    }

    private void paintGlyph(Graphics2D graphics, Glyph glyph, int bottom) {
        int top = bottom - glyph.height();
        graphics.setColor(INK);
        if (glyph.reverse()) {
            graphics.fillRect(glyph.x(), top, glyph.width(), glyph.height());
            graphics.setColor(PAPER);
        }
        if (glyph.underline()) {
            graphics.fillRect(glyph.x(), bottom - 1, glyph.width(), 2);
        }
        if (paintRule(graphics, glyph, top)) {
            return;
        }
        String text = Character.toString(glyph.character());
        Font drawn = font.deriveFont(glyph.bold() ? Font.BOLD : Font.PLAIN, 20f);
        graphics.setFont(drawn);
        FontMetrics metrics = graphics.getFontMetrics();
        int advance = Math.max(1, metrics.stringWidth(text));
        AffineTransform before = graphics.getTransform();
        graphics.translate(glyph.x(), bottom - glyph.height() * 5 / 24.0);
        graphics.scale((double) glyph.width() / Math.max(12, advance), glyph.height() / 24.0);
        graphics.drawString(text, 0, 0);
        graphics.setTransform(before);
    }

    /** Box drawing has to meet its neighbour, which the characters of a font of another shape do not. */
    private static boolean paintRule(Graphics2D graphics, Glyph glyph, int top) {
        int middleX = glyph.x() + glyph.width() / 2;
        int middleY = top + glyph.height() / 2;
        int arms = BoxDrawing.arms(glyph.character());
        if (arms == 0) {
            return false;
        }
        if ((arms & BoxDrawing.LEFT) != 0) {
            graphics.fillRect(glyph.x(), middleY - 1, middleX - glyph.x() + 1, 2);
        }
        if ((arms & BoxDrawing.RIGHT) != 0) {
            graphics.fillRect(middleX - 1, middleY - 1, glyph.x() + glyph.width() - middleX + 1, 2);
        }
        if ((arms & BoxDrawing.UP) != 0) {
            graphics.fillRect(middleX - 1, top - LINE_DOTS / 5, 2, middleY - top + LINE_DOTS / 5 + 1);
        }
        if ((arms & BoxDrawing.DOWN) != 0) {
            graphics.fillRect(middleX - 1, middleY - 1, 2, top + glyph.height() - middleY + 1);
        }
        return true;
    }
}
