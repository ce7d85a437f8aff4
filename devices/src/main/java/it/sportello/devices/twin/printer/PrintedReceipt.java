package it.sportello.devices.twin.printer;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/** A piece of paper that was cut off: what the citizen holds in the hand. */
public final class PrintedReceipt {

    private final int number;
    private final List<Strip> strips;
    private final RollPainter painter;
    private final int columnDots;

    PrintedReceipt(int number, List<Strip> strips, RollPainter painter, int columnDots) {
        this.number = number;
        this.strips = List.copyOf(strips);
        this.painter = painter;
        this.columnDots = columnDots;
    }

    /** The first piece of paper since the printer was made is 1. */
    public int number() {
        return number;
    }

    /** The paper as text, one line each; codes and pictures stand in brackets. */
    public String text() {
        return String.join("\n", lines());
    }

    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (Strip strip : strips) {
            switch (strip) {
                case Strip.TextLine line -> lines.add(line.text(columnDots));
                case Strip.Dots dots -> addCaption(lines, dots.caption());
                case Strip.Blank blank -> lines.addAll(blank(blank.feed()));
            }
        }
        while (!lines.isEmpty() && lines.getLast().isEmpty()) {
            lines.removeLast();
        }
        return lines;
    }

    /** A picture that comes in stripes is one picture. */
    private static void addCaption(List<String> lines, String caption) {
        if (!caption.startsWith("[picture")
                || lines.isEmpty()
                || !lines.getLast().equals(caption)) {
            lines.add(caption);
        }
    }

    private static List<String> blank(int feed) {
        return List.of("").subList(0, feed >= RollPainter.LINE_DOTS ? 1 : 0);
    }

    public BufferedImage image() {
        return painter.paint(strips);
    }

    public byte[] png() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image(), "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Its content may be personal and stays out of logs. */
    @Override
    public String toString() {
        return "PrintedReceipt[" + number + "]";
    }
}
