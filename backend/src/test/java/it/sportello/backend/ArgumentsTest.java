package it.sportello.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The words of the command line. */
class ArgumentsTest {
    @Test
    void allWordsAreUnderstood() {
        Arguments arguments = Arguments.parse(
                List.of("--home", "/tmp/x", "--port", "8080", "--database", "jdbc:x", "--sample", "--seed", "7"));
        assertEquals(new Arguments(Path.of("/tmp/x"), 8080, "jdbc:x", true, 7L), arguments);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--home", "--home /tmp --port x", "--home /tmp --port 70000", "--home /tmp --what"})
    void whatIsNotUnderstoodIsSaid(String line) {
        List<String> words = line.isEmpty() ? List.of() : List.of(line.split(" "));
        IllegalArgumentException wrong = assertThrows(IllegalArgumentException.class, () -> Arguments.parse(words));
        assertTrue(String.valueOf(wrong.getMessage()).contains("usage"));
    }
}
