package it.sportello.app.citizen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.app.frame.Texts;
import it.sportello.domain.identity.CodeViolation;
import it.sportello.domain.identity.CodeViolation.Kind;
import it.sportello.domain.identity.CodeViolation.Level;
import it.sportello.domain.identity.PersonCode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CodeWordsTest {
    private final CodeWords words = new CodeWords(Texts.of(CodeWords.class));

    @ParameterizedTest
    @EnumSource(Kind.class)
    void everyRuleHasItsSentence(Kind kind) {
        String sentence = words.sentence(new CodeViolation(kind, Level.BLOCK, 4, 'X', (char) 0));
        assertFalse(sentence.contains("{"), sentence);
        assertTrue(sentence.endsWith("."), sentence);
    }

    @Test
    void theCharacterFoundAndTheOneExpectedAreSaid() {
        List<String> told =
                words.sentences(PersonCode.classify("RSSMRA70A01H501A").violations());
        assertEquals(
                "Carattere 16: il controllo è «A», con gli altri caratteri dovrebbe essere «S». Un carattere è sbagliato.",
                told.getFirst());
        assertEquals(
                "Carattere 4: c'è «1», ci vuole la lettera «I».",
                words.sentences(PersonCode.classify("RSS1RA70A01H501S").violations())
                        .getFirst());
        assertTrue(words.sentences(PersonCode.classify("RSSMRA70A01H501").violations())
                .getFirst()
                .startsWith("Il codice ha 15 caratteri"));
    }
}
