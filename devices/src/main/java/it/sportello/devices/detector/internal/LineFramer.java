package it.sportello.devices.detector.internal;

import it.sportello.devices.detector.LineShape;
import it.sportello.devices.detector.LineShape.End;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the lines in a stream. Holds at most one line. */
public final class LineFramer {

    /**
     * A line.
     *
     * @param text without its end, control characters as blanks; cut when too long
     */
    public record RawLine(String text, Health health) {}

    /** How a line came. */
    public enum Health {
        WHOLE,
        TOO_LONG,
        BROKEN
    }

    private final LineShape shape;
    private final byte[] buffer;
    private int length;
    private boolean tooLong;
    private long lastByte;

    public LineFramer(LineShape shape) {
        this.shape = shape;
        this.buffer = new byte[shape.longest()];
    }

    public List<RawLine> accept(byte[] bytes, int count, long nanoTime) {
        List<RawLine> lines = new ArrayList<>();
        idle(nanoTime).ifPresent(lines::add);
        for (int i = 0; i < count; i++) {
            byte b = bytes[i];
            if (isEnd(b)) {
                end(tooLong ? Health.TOO_LONG : Health.WHOLE).ifPresent(lines::add);
            } else if (length < buffer.length) {
                buffer[length++] = b;
            } else {
                tooLong = true;
            }
        }
        lastByte = nanoTime;
        return lines;
    }

    private boolean isEnd(byte b) {
        return switch (shape.end()) {
            case CR -> b == '\r';
            case LF, CRLF -> b == '\n';
            case PAUSE -> false;
        };
    }

    /** What a pause ends: a line where pauses are ends, a broken piece elsewhere. */
    public Optional<RawLine> idle(long nanoTime) {
        if (length == 0 || nanoTime - lastByte < shape.idleGap().toNanos()) {
            return Optional.empty();
        }
        Health otherwise = shape.end() == End.PAUSE ? Health.WHOLE : Health.BROKEN;
        return end(tooLong ? Health.TOO_LONG : otherwise);
    }

    private Optional<RawLine> end(Health health) {
        String text = new String(buffer, 0, length, shape.charset());
        length = 0;
        tooLong = false;
        StringBuilder clean = new StringBuilder();
        text.chars().forEach(c -> clean.append(Character.isISOControl(c) ? ' ' : (char) c));
        String stripped = clean.toString().strip();
        return stripped.isEmpty() ? Optional.empty() : Optional.of(new RawLine(stripped, health));
    }
}
