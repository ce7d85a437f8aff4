package it.sportello.app.citizen;

import it.sportello.app.frame.Texts;
import it.sportello.domain.identity.CodeViolation;
import java.util.List;

/** Says in Italian what is wrong with a code: which character, what was found, what was expected. */
final class CodeWords {
    private static final int MOST = 3;

    private final Texts texts;

    CodeWords(Texts texts) {
        this.texts = texts;
    }

    /** One sentence for each violation, at most three: the first ones explain the others. */
    List<String> sentences(List<CodeViolation> violations) {
        return violations.stream().limit(MOST).map(this::sentence).toList();
    }

    String sentence(CodeViolation violation) {
        String key = "code." + violation.kind().name();
        String precise = violation.expected() == 0 ? key : key + ".expected";
        return texts.get(
                texts.has(precise) ? precise : key,
                violation.position(),
                Character.toString(violation.found()),
                Character.toString(violation.expected()));
    }
}
