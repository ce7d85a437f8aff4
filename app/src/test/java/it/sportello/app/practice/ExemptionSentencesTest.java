package it.sportello.app.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.api.Dues;
import it.sportello.api.Problem;
import it.sportello.app.frame.Refusals;
import it.sportello.app.frame.Texts;
import it.sportello.app.frame.Words;
import it.sportello.domain.exemption.DueDecision;
import it.sportello.domain.exemption.ExemptionFinding;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every refusal and every reason has its own sentence. */
@Tag("R-BOO-4")
@Tag("R-MUL-4")
class ExemptionSentencesTest {
    private static final Set<ExemptionForm.Field> PERIOD =
            Set.of(ExemptionForm.Field.CODE, ExemptionForm.Field.FROM, ExemptionForm.Field.TO);

    private final Texts texts = Texts.of(PracticeScreens.class);
    private final ExemptionSentences sentences = new ExemptionSentences(texts, new Refusals(), new Words());

    @Test
    void everyFindingHasASentenceAndAField() {
        Set<String> seen = new HashSet<>();
        for (ExemptionFinding.Code code : ExemptionFinding.Code.values()) {
            assertTrue(texts.has(ExemptionSentences.key(code)), code.name());
            assertTrue(seen.add(texts.get(ExemptionSentences.key(code))), code.name());
            assertTrue(PERIOD.contains(ExemptionForm.field(code)), code.name());
        }
    }

    @Test
    void everyReasonOfADueHasASentenceOfItsOwn() {
        List<String> reasons = Arrays.stream(DueDecision.Reason.values())
                .map(reason -> sentences.reason(due(reason.name())))
                .toList();
        assertEquals(reasons.size(), new HashSet<>(reasons).size());
        reasons.forEach(reason -> assertFalse(reason.startsWith("Motivo comunicato"), reason));
        assertTrue(sentences.reason(due("FROM_THE_FUTURE")).contains("FROM_THE_FUTURE"));
    }

    @Test
    void theServersRulesReadLikeTheDesksOwn() {
        Problem problem = new Problem(
                "about:blank",
                "",
                422,
                "EXEMPTION_NOT_ASSIGNABLE",
                "",
                "",
                Map.of(),
                List.of(
                        new Problem.Violation("", "END_TOO_LATE", Map.of("0", "2026-04-01", "1", "2026-03-31")),
                        new Problem.Violation("", "AGE_OUTSIDE", Map.of("0", "56", "1", "E01"))));
        assertEquals(
                List.of(
                        "La fine 01/04/2026 è troppo lontana: al massimo 31/03/2026.",
                        "L'età della persona (56 anni) non rientra nei limiti del codice E01."),
                sentences.of(problem));
    }

    private static Dues.DueOutcome due(String reason) {
        return new Dues.DueOutcome("D1", "Visita", 1000, 1000, false, reason);
    }
}
