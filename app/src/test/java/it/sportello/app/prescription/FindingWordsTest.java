package it.sportello.app.prescription;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.app.frame.Texts;
import it.sportello.app.frame.Words;
import it.sportello.domain.prescription.Finding;
import it.sportello.domain.prescription.FindingCode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every finding of the checks has its Italian sentence. */
class FindingWordsTest {
    private static final Set<FindingCode> ONLY_TOLD = Set.of(
            FindingCode.FORMER_CODE,
            FindingCode.FOLLOW_UP,
            FindingCode.EXEMPTION_TABLE_MISSING,
            FindingCode.EXEMPTION_MIXED_ROWS);

    private final FindingWords words = new FindingWords(Texts.of(FindingWords.class), new Words());

    @ParameterizedTest
    @EnumSource(FindingCode.class)
    @Tag("Q39")
    void everyCodeHasASentenceAndWhatToDo(FindingCode code) {
        FindingWords.Line line = words.line(new Finding(Finding.Level.BLOCK, code, arguments(code)));
        assertFalse(line.sentence().contains("{"), line.sentence());
        assertFalse(line.sentence().contains("''"), line.sentence());
        assertTrue(line.sentence().endsWith("."), line.sentence());
        assertEquals("Blocco", line.level());
        assertEquals(!ONLY_TOLD.contains(code), !line.next().isEmpty(), code.name());
        assertFalse(line.next().contains("''"), line.next());
    }

    @Test
    void whoTookItAndWhenAreSaid() {
        assertEquals(
                "Già presa in carico altrove. Da: Clinica di prova. Dal: 02/03/2026 alle 9:05.",
                words.sentence(new Finding(
                        Finding.Level.BLOCK,
                        FindingCode.TAKEN_ELSEWHERE,
                        List.of("Clinica di prova", LocalDateTime.of(2026, 3, 2, 9, 5)))));
        assertEquals(
                "Già presa in carico altrove. Da: non indicato. Dal: non indicato.",
                words.sentence(new Finding(Finding.Level.BLOCK, FindingCode.TAKEN_ELSEWHERE, List.of("?", "?"))));
    }

    // As many as the widest code documents; a sentence with fewer places ignores the rest.
    private static List<Object> arguments(FindingCode code) {
        return switch (code) {
            case NO_ROWS, NOT_COMPILED, FOLLOW_UP, DIAGNOSIS_MISSING, PAPER_WITHOUT_LOCK -> List.of();
            case EXPIRES_SOON -> List.of(LocalDate.of(2026, 3, 9), 6L);
            default -> List.of(3, 2, 1);
        };
    }
}
