package it.sportello.app.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextsTest {
    /** A single apostrophe in a pattern vanishes from the screen, and hides what follows it. */
    @Test
    void everyApostropheOfAPatternIsDoubled() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(Path.of("src/main/resources"))) {
            files = all.filter(file -> file.endsWith("texts.properties")).toList();
        }
        assertTrue(files.size() > 10, "the bundles are found");
        List<String> wrong = new ArrayList<>();
        for (Path file : files) {
            Properties texts = new Properties();
            try (Reader reader = Files.newBufferedReader(file)) {
                texts.load(reader);
            }
            texts.forEach((key, text) -> {
                String pattern = text.toString();
                if (pattern.contains("{") && pattern.replace("''", "").contains("'")) {
                    wrong.add(file + ": " + key);
                }
            });
        }
        assertEquals(List.of(), wrong);
    }
}
