package it.sportello.devices.dispenser;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts what arrives into lines at CR, LF, ETX and form feed, wherever the reads fall. Control bytes inside a line are
 * left out; a line longer than any ticket is thrown away to its end.
 */
final class LineFramer {
    private static final int LONGEST = 200;
    private static final int SPACE = 0x20;
    private static final int DELETE = 0x7F;
    private static final int ETX = 0x03;

    private final StringBuilder line = new StringBuilder();
    private boolean tooLong;

    List<String> accept(byte[] buffer, int count) {
        List<String> lines = new ArrayList<>();
        String text = new String(buffer, 0, Math.max(0, count), StandardCharsets.ISO_8859_1);
        for (int i = 0; i < text.length(); i++) {
            char next = text.charAt(i);
            if (next == '\r' || next == '\n' || next == '\f' || next == ETX) {
                end(lines);
            } else if (next >= SPACE && next != DELETE) {
                add(next);
            }
        }
        return lines;
    }

    private void add(char next) {
        if (line.length() >= LONGEST) {
            tooLong = true;
        } else {
            line.append(next);
        }
    }

    private void end(List<String> lines) {
        if (!tooLong && !line.toString().isBlank()) {
            lines.add(line.toString().strip());
        }
        line.setLength(0);
        tooLong = false;
    }
}
