package it.sportello.backend.sample;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** The tables of the sample that lie beside this class: UTF-8, fields parted by semicolons, one line of titles. */
final class SampleResource {
    private SampleResource() {}

    /** All lines of a list without titles. */
    static List<String> lines(String name) {
        InputStream found = Objects.requireNonNull(SampleResource.class.getResourceAsStream(name), name);
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(found, StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.isBlank()).toList();
        } catch (IOException failed) {
            throw new UncheckedIOException("table " + name, failed);
        }
    }

    /** The rows of a table; a row with another number of fields than the titles is a mistake of the table. */
    static List<List<String>> rows(String name) {
        List<String> lines = lines(name);
        int width = fields(lines.getFirst()).size();
        return lines.stream()
                .skip(1)
                .map(line -> {
                    List<String> row = fields(line);
                    if (row.size() != width) {
                        throw new IllegalStateException(
                                name + ": " + row.size() + " fields instead of " + width + " in " + line);
                    }
                    return row;
                })
                .toList();
    }

    static List<String> parts(String field) {
        return field.isEmpty() ? List.of() : Arrays.asList(field.split("\\|", -1));
    }

    private static List<String> fields(String line) {
        return Arrays.asList(line.split(";", -1));
    }
}
