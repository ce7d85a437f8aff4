package it.sportello.app.till;

import it.sportello.devices.printer.Alignment;
import it.sportello.devices.printer.ReceiptDocument;
import it.sportello.devices.printer.ReceiptElement;
import it.sportello.devices.printer.Span;
import it.sportello.devices.printer.TextStyle;
import java.util.ArrayList;
import java.util.List;

/** A copy of the terminal's own receipt, as the journal keeps it until our printer has printed it. */
public record StoredTerminalSlip(List<Line> lines) {
    /** What the record is among the documents of a session. */
    static final String FORM = "terminal-slip";

    private static final String PREFIX = "POS/";

    public StoredTerminalSlip {
        lines = List.copyOf(lines);
    }

    /** One line of the roll. */
    public record Line(List<Run> runs) {
        public Line {
            runs = List.copyOf(runs);
        }
    }

    /** Text in one style. */
    public record Run(String text, boolean bold, int width, int height) {}

    /**
     * Where a copy is kept.
     *
     * @param of number of the receipt it belongs to, or of the attempt when there is none
     * @param copy from 1
     */
    static String key(String of, int copy) {
        return PREFIX + of + "/" + copy;
    }

    /** True for the key of a terminal's slip. */
    static boolean isKey(String documentKey) {
        return documentKey.startsWith(PREFIX);
    }

    static StoredTerminalSlip of(ReceiptDocument document) {
        List<Line> lines = new ArrayList<>();
        for (ReceiptElement element : document.elements()) {
            if (element instanceof ReceiptElement.Text text) {
                lines.add(new Line(text.spans().stream()
                        .map(span -> new Run(
                                span.text(),
                                span.style().bold(),
                                span.style().width(),
                                span.style().height()))
                        .toList()));
            }
        }
        return new StoredTerminalSlip(lines);
    }

    /** As the printer wants it, cut included. */
    ReceiptDocument document() {
        ReceiptDocument.Builder slip = ReceiptDocument.builder();
        lines.forEach(line -> slip.add(new ReceiptElement.Text(
                line.runs().stream()
                        .map(run -> new Span(
                                run.text(), new TextStyle(run.bold(), false, false, run.width(), run.height())))
                        .toList(),
                Alignment.LEFT)));
        return slip.cut().build();
    }

    /** The bank's slip is not for logs. */
    @Override
    public String toString() {
        return "StoredTerminalSlip[" + lines.size() + " lines]";
    }
}
