package it.sportello.devices.trace;

import it.sportello.devices.DeviceKind;
import it.sportello.devices.trace.TraceFrame.Mark;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A trace as a text that a person can read, send to the makers, and that {@code TraceReplay} plays to a driver. One line
 * for each frame: seconds since the beginning, {@code >} to the device or {@code <} from it, bytes, characters.
 *
 * @param device name of the device on its desk
 * @param driver name of the driver in the catalogue
 * @param options the driver's options, as {@code name=value}, in one line; empty for the standard
 * @param frames oldest first
 */
public record TraceFile(String device, DeviceKind kind, String driver, String options, List<TraceFrame> frames) {
    private static final String FIRST_LINE = "sportello-trace 1";
    private static final int MOST_FRAMES = 100_000;
    private static final Pattern HEAD = Pattern.compile("device (\\S+) (\\S+) (\\S+)(?: (.*))?");
    private static final Pattern BEGIN = Pattern.compile("begin (\\S+)");
    private static final Pattern LINE = Pattern.compile("\\s*(\\d{1,9})\\.(\\d{3}) (\\S+)(?: (.*))?");
    private static final Pattern BYTES = Pattern.compile("((?:[0-9a-f]{2} )*[0-9a-f]{2})(?: \\+(\\d{1,9}))?");

    public TraceFile {
        frames = List.copyOf(frames);
    }

    /** The text. */
    public String text() {
        Instant begin = frames.isEmpty() ? Instant.EPOCH : frames.getFirst().at();
        StringBuilder text = new StringBuilder(FIRST_LINE).append('\n');
        text.append("device ")
                .append(device)
                .append(' ')
                .append(kind)
                .append(' ')
                .append(driver);
        if (!options.isEmpty()) {
            text.append(' ').append(options.replaceAll("\\s+", " "));
        }
        text.append("\nbegin ").append(begin).append('\n');
        frames.forEach(frame -> text.append(line(frame, begin)).append('\n'));
        return text.toString();
    }

    /** One frame as a line of the file. */
    public static String line(TraceFrame frame, Instant begin) {
        long millis = Math.max(0, Duration.between(begin, frame.at()).toMillis());
        String time = String.format(Locale.ROOT, "%5d.%03d ", millis / 1000, millis % 1000);
        if (!frame.isData()) {
            String word = frame.word().isEmpty() ? "" : " " + frame.word();
            return time + frame.mark().name().toLowerCase(Locale.ROOT) + word;
        }
        int more = frame.length() - frame.hex().length() / 2;
        return time
                + (frame.mark() == Mark.TO_DEVICE ? "> " : "< ")
                + HexFormat.ofDelimiter(" ").formatHex(frame.bytes())
                + (more > 0 ? " +" + more : "")
                + " | "
                + frame.printable();
    }

    /**
     * Reads the text.
     *
     * @throws IllegalArgumentException when it is no trace; the message says which line
     */
    public static TraceFile parse(String text) {
        List<String> lines = text.lines().toList();
        if (lines.size() < 3 || !lines.getFirst().equals(FIRST_LINE)) {
            throw new IllegalArgumentException("not a trace of version 1");
        }
        Matcher head = HEAD.matcher(lines.get(1));
        Matcher begin = BEGIN.matcher(lines.get(2));
        if (!head.matches() || !begin.matches() || lines.size() > MOST_FRAMES) {
            throw new IllegalArgumentException("the head of the trace is damaged");
        }
        Instant start = instant(begin.group(1));
        List<TraceFrame> frames = new ArrayList<>();
        for (int i = 3; i < lines.size(); i++) {
            frames.add(frame(lines.get(i), start, i + 1));
        }
        String options = head.group(4) == null ? "" : head.group(4);
        return new TraceFile(head.group(1), kind(head.group(2)), head.group(3), options, frames);
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("no moment: " + text, e);
        }
    }

    private static DeviceKind kind(String name) {
        return DeviceKind.valueOf(name);
    }

    private static TraceFrame frame(String line, Instant start, int number) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw new IllegalArgumentException("line " + number + " is no frame");
        }
        Instant at = start.plusSeconds(Long.parseLong(parts.group(1))).plusMillis(Long.parseLong(parts.group(2)));
        String rest = parts.group(4) == null ? "" : parts.group(4);
        return switch (parts.group(3)) {
            case ">" -> data(at, Mark.TO_DEVICE, rest, number);
            case "<" -> data(at, Mark.FROM_DEVICE, rest, number);
            default -> TraceFrame.of(at, mark(parts.group(3), number), rest);
        };
    }

    private static Mark mark(String word, int number) {
        for (Mark mark : Mark.values()) {
            if (mark.name().toLowerCase(Locale.ROOT).equals(word)
                    && mark != Mark.TO_DEVICE
                    && mark != Mark.FROM_DEVICE) {
                return mark;
            }
        }
        throw new IllegalArgumentException("line " + number + " has no known mark");
    }

    private static TraceFrame data(Instant at, Mark mark, String rest, int number) {
        int bar = rest.indexOf(" | ");
        Matcher bytes = BYTES.matcher(bar < 0 ? rest : rest.substring(0, bar));
        if (!bytes.matches()) {
            throw new IllegalArgumentException("line " + number + " has no bytes");
        }
        String hex = bytes.group(1).replace(" ", "");
        int more = bytes.group(2) == null ? 0 : Integer.parseInt(bytes.group(2));
        return new TraceFrame(at, mark, hex, hex.length() / 2 + more, "");
    }
}
