package it.sportello.app.print;

import java.util.List;

/** A piece of a sheet, from top to bottom. Texts are final: translated, formatted, never concatenated here. */
public sealed interface Block {
    /** A title inside the sheet. */
    record Heading(String text) implements Block {}

    /** Running text, wrapped. */
    record Paragraph(String text, boolean small) implements Block {
        public Paragraph(String text) {
            this(text, false);
        }
    }

    /** What people act on, in large type: an amount, a time, a place. */
    record Prominent(String label, String value) implements Block {}

    /** Labels and values in two columns. */
    record Pairs(List<Pair> pairs) implements Block {
        public Pairs {
            pairs = List.copyOf(pairs);
        }
    }

    /** One label and its value. */
    record Pair(String label, String value) {}

    /** Rows under column titles; the last row is set apart when it is a total. */
    record Table(List<Column> columns, List<List<String>> rows, boolean lastIsTotal) implements Block {
        public Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /** A column: its share of the width, and whether its values stand right. */
    record Column(String title, int share, boolean right) {}

    /** A Code 128 barcode with its text below. */
    record Barcode(String code) implements Block {}

    /** A square code with a text beside it. */
    record Square(Symbol symbol, String code, String text) implements Block {}

    /** Kinds of square codes. */
    enum Symbol {
        QR,
        DATA_MATRIX
    }

    /** Lines to sign on, side by side. */
    record Signatures(List<String> labels) implements Block {
        public Signatures {
            labels = List.copyOf(labels);
        }
    }

    /** White space, in points. */
    record Gap(int points) implements Block {}
}
