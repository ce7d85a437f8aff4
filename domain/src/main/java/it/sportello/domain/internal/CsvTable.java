package it.sportello.domain.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the tables that are shipped inside this module: comma, one heading line, quotes around a field with commas. */
public final class CsvTable {
    private CsvTable() {}

    /** The rows below the heading; blank lines and lines that begin with # are left out. */
    public static List<List<String>> read(Class<?> beside, String name) {
        try (InputStream in = beside.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("Resource missing from the product: " + name);
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            List<List<String>> rows = new ArrayList<>();
            boolean heading = true;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.isBlank() || line.charAt(0) == '#') {
                    continue;
                }
                if (!heading) {
                    rows.add(split(line));
                }
                heading = false;
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException("Resource unreadable: " + name, e);
        }
    }

    static List<String> split(String line) {
        List<String> fields = new ArrayList<>(8);
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                boolean doubled = quoted && i + 1 < line.length() && line.charAt(i + 1) == '"';
                if (doubled) {
                    field.append('"');
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (c == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }

    /** A date in ISO form, null for an empty field. */
    public static @Nullable LocalDate date(String field) {
        return field.isEmpty() ? null : LocalDate.parse(field);
    }
}
