package it.sportello.devices.printer;

import java.util.List;

/** A line that fits the paper. */
record LaidLine(List<Span> spans, Alignment alignment) {

    LaidLine {
        spans = List.copyOf(spans);
    }

    String text() {
        StringBuilder text = new StringBuilder();
        spans.forEach(span -> text.append(span.text()));
        return text.toString();
    }

    @Override
    public String toString() {
        return "LaidLine[" + spans.size() + " spans]";
    }
}
