package it.sportello.devices.printer;

import java.util.ArrayList;
import java.util.List;

/** Breaks the text of a receipt into lines of a given width. Wide characters and wide styles count what they take. */
final class ReceiptLayout {

    /** A description broken into shorter pieces than this nobody reads: then the amount gets a line of its own. */
    private static final int LEAST_DESCRIPTION = 8;

    private final int columns;

    ReceiptLayout(int columns) {
        this.columns = columns;
    }

    /** One character with its style, and the columns it takes. */
    private record Cell(int codePoint, TextStyle style, int columns) {
        boolean blank() {
            return codePoint == ' ';
        }
    }

    List<LaidLine> lines(ReceiptElement.Text text) {
        List<LaidLine> lines = new ArrayList<>();
        List<Cell> paragraph = new ArrayList<>();
        for (Span span : text.spans()) {
            TextColumns.clean(span.text()).codePoints().forEach(c -> {
                if (c == '\n') {
                    wrap(paragraph, columns).forEach(line -> lines.add(line(line, text.alignment())));
                    paragraph.clear();
                } else {
                    paragraph.add(new Cell(
                            c, span.style(), TextColumns.of(c) * span.style().width()));
                }
            });
        }
        wrap(paragraph, columns).forEach(line -> lines.add(line(line, text.alignment())));
        return lines;
    }

    /** The amount stands on the last line of the description, where the eye ends. */
    List<LaidLine> lines(ReceiptElement.Columns row) {
        TextStyle style = row.style();
        List<Cell> right = cells(row.right(), style);
        int room = columns - width(right) - style.width();
        List<LaidLine> lines = new ArrayList<>();
        boolean crowded = room < LEAST_DESCRIPTION * style.width() && room < width(cells(row.left(), style));
        if (crowded) {
            wrap(cells(row.left(), style), columns).forEach(line -> lines.add(line(line, Alignment.LEFT)));
            wrap(right, columns).forEach(line -> lines.add(line(line, Alignment.RIGHT)));
            return lines;
        }
        List<List<Cell>> left = wrap(cells(row.left(), style), room);
        for (int i = 0; i < left.size() - 1; i++) {
            lines.add(line(left.get(i), Alignment.LEFT));
        }
        List<Cell> last = new ArrayList<>(left.getLast());
        int gap = (columns - width(last) - width(right)) / style.width();
        for (int i = 0; i < gap; i++) {
            last.add(new Cell(' ', style, style.width()));
        }
        last.addAll(right);
        lines.add(line(last, Alignment.LEFT));
        return lines;
    }

    LaidLine line(ReceiptElement.Separator separator) {
        String rule = String.valueOf(separator.with()).repeat(columns);
        return new LaidLine(List.of(new Span(rule, TextStyle.PLAIN)), Alignment.LEFT);
    }

    private static List<Cell> cells(String text, TextStyle style) {
        List<Cell> cells = new ArrayList<>();
        TextColumns.clean(text)
                .replace('\n', ' ')
                .codePoints()
                .forEach(c -> cells.add(new Cell(c, style, TextColumns.of(c) * style.width())));
        return cells;
    }

    private static int width(List<Cell> cells) {
        return cells.stream().mapToInt(Cell::columns).sum();
    }

    private static List<List<Cell>> wrap(List<Cell> cells, int room) {
        List<List<Cell>> lines = new ArrayList<>();
        int start = 0;
        do {
            int end = fitting(cells, start, room);
            int breakAt = end < cells.size() ? wordEnd(cells, start, end) : end;
            lines.add(trimmed(cells, start, breakAt));
            start = breakAt;
            while (start < cells.size() && cells.get(start).blank() && breakAt < cells.size()) {
                start++;
            }
        } while (start < cells.size());
        return lines;
    }

    private static int fitting(List<Cell> cells, int start, int room) {
        int used = 0;
        int end = start;
        while (end < cells.size() && used + cells.get(end).columns() <= room) {
            used += cells.get(end).columns();
            end++;
        }
        return Math.max(end, Math.min(start + 1, cells.size()));
    }

    /** The last word border at or before {@code end}; a word longer than the line is cut where the line ends. */
    private static int wordEnd(List<Cell> cells, int start, int end) {
        if (cells.get(end).blank()) {
            return end;
        }
        for (int i = end; i > start; i--) {
            if (cells.get(i - 1).blank()) {
                return i;
            }
        }
        return end;
    }

    private static List<Cell> trimmed(List<Cell> cells, int start, int end) {
        int last = end;
        while (last > start
                && cells.get(last - 1).blank()
                && !cells.get(last - 1).style().reverse()) {
            last--;
        }
        return cells.subList(start, last);
    }

    private static LaidLine line(List<Cell> cells, Alignment alignment) {
        List<Span> spans = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        TextStyle style = TextStyle.PLAIN;
        for (Cell cell : cells) {
            if (!cell.style().equals(style) && !text.isEmpty()) {
                spans.add(new Span(text.toString(), style));
                text.setLength(0);
            }
            style = cell.style();
            text.appendCodePoint(cell.codePoint());
        }
        if (!text.isEmpty()) {
            spans.add(new Span(text.toString(), style));
        }
        return new LaidLine(spans, alignment);
    }
}
