package it.sportello.devices.terminal;

import it.sportello.devices.printer.Alignment;
import it.sportello.devices.printer.ReceiptDocument;
import it.sportello.devices.printer.ReceiptElement;
import it.sportello.devices.printer.Span;
import it.sportello.devices.printer.TextStyle;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns the terminal's receipt (ECR17, "Send ticket") into lines for our printer. The terminal counts columns: a line is
 * full at 24 characters, 12 when wide, 42 when small, and the next character begins a new one in plain style.
 */
final class ReceiptLines {

    static final char END = 0x1B;

    private static final char NEW_LINE = 0x7D;
    private static final TextStyle WIDE = new TextStyle(false, false, false, 2, 1);
    private static final TextStyle WIDE_BOLD = new TextStyle(true, false, false, 2, 1);
    private static final TextStyle HIGH = new TextStyle(false, false, false, 1, 2);
    private static final Face PLAIN = new Face(TextStyle.PLAIN, 24);

    /** A style and how many characters the terminal counts on its line. */
    private record Face(TextStyle style, int columns) {}

    private final List<ReceiptElement> lines = new ArrayList<>();
    private final List<Span> spans = new ArrayList<>();
    private final StringBuilder run = new StringBuilder();
    private Face face = PLAIN;
    private int used;

    private ReceiptLines() {}

    /** One copy, from its first character up to its end mark, without that. */
    static ReceiptDocument document(String marked) {
        ReceiptLines reading = new ReceiptLines();
        marked.chars().forEach(c -> reading.accept((char) c));
        return reading.finish();
    }

    /** Whether a copy bears a text, which the terminal may have broken over lines. */
    static boolean bears(ReceiptDocument copy, String text) {
        StringBuilder all = new StringBuilder();
        for (ReceiptElement line : copy.elements()) {
            if (line instanceof ReceiptElement.Text written) {
                written.spans().forEach(span -> all.append(span.text()));
            }
        }
        String wanted = withoutSpaces(text);
        return !wanted.isEmpty() && withoutSpaces(all.toString()).contains(wanted);
    }

    private static String withoutSpaces(String text) {
        return text.replaceAll("\\s", "");
    }

    private void accept(char c) {
        switch (c) {
            case NEW_LINE -> endLine();
            case 0x7F -> wear(new Face(TextStyle.TALL, 24));
            case 0x7E -> wear(new Face(HIGH, 24));
            case 0x7B -> wear(new Face(WIDE, 12));
            case 0x7C -> wear(new Face(WIDE_BOLD, 12));
            case 0x5E -> wear(new Face(TextStyle.PLAIN, 42));
            default -> {
                run.append(Character.isISOControl(c) ? ' ' : c);
                used++;
                if (used >= face.columns()) {
                    endLine();
                }
            }
        }
    }

    private void wear(Face next) {
        endRun();
        face = next;
    }

    private void endRun() {
        if (!run.isEmpty()) {
            spans.add(new Span(run.toString(), face.style()));
            run.setLength(0);
        }
    }

    private void endLine() {
        endRun();
        lines.add(new ReceiptElement.Text(spans, Alignment.LEFT));
        spans.clear();
        face = PLAIN;
        used = 0;
    }

    /** The paper the terminal would push out at the end is the cutter's affair here. */
    private ReceiptDocument finish() {
        if (used > 0) {
            endLine();
        }
        while (!lines.isEmpty() && isBlank(lines.getLast())) {
            lines.removeLast();
        }
        lines.add(new ReceiptElement.Cut());
        return new ReceiptDocument(lines);
    }

    private static boolean isBlank(ReceiptElement line) {
        return line instanceof ReceiptElement.Text text
                && text.spans().stream().allMatch(span -> span.text().isBlank());
    }
}
