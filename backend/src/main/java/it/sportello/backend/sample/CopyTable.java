package it.sportello.backend.sample;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table as PostgreSQL's {@code COPY … FROM STDIN} reads it in its text form.
 *
 * @param row the values of a thing in the order of the columns: text, numbers, truth values, dates and times in their
 *     ISO form, lists of words, bytes, or null
 */
record CopyTable<T>(String name, List<String> columns, Collection<T> things, Row<T> row) {
    /** Lays a thing out. */
    @FunctionalInterface
    interface Row<T> {
        @Nullable
        Object[] of(T thing);
    }

    String command() {
        return "copy " + name + " (" + String.join(", ", columns) + ") from stdin";
    }

    /** Writes all lines and leaves the stream open. */
    void writeTo(OutputStream sink) throws IOException {
        BufferedWriter writer = new BufferedWriter(new OutputStreamWriter(sink, StandardCharsets.UTF_8), 1 << 16);
        StringBuilder line = new StringBuilder(512);
        for (T thing : things) {
            line.setLength(0);
            for (@Nullable Object value : row.of(thing)) {
                if (line.length() > 0) {
                    line.append('\t');
                }
                append(line, value);
            }
            writer.append(line).append('\n');
        }
        writer.flush();
    }

    private static void append(StringBuilder line, @Nullable Object value) {
        switch (value) {
            case null -> line.append("\\N");
            case Boolean truth -> line.append(truth ? 't' : 'f');
            case byte[] bytes -> line.append("\\\\x").append(HexFormat.of().formatHex(bytes));
            case Collection<?> words -> appendList(line, words);
            default -> appendText(line, value.toString());
        }
    }

    /** An array; its words are plain letters and digits, so quotes suffice. */
    private static void appendList(StringBuilder line, Collection<?> words) {
        char before = '{';
        for (Object word : words) {
            line.append(before);
            appendText(line.append('"'), String.valueOf(word));
            line.append('"');
            before = ',';
        }
        line.append(words.isEmpty() ? "{}" : "}");
    }

    private static void appendText(StringBuilder line, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> line.append("\\\\");
                case '\t' -> line.append("\\t");
                case '\n' -> line.append("\\n");
                case '\r' -> line.append("\\r");
                default -> line.append(c);
            }
        }
    }
}
