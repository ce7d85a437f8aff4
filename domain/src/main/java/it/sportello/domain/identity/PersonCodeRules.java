package it.sportello.domain.identity;

import it.sportello.domain.identity.CodeViolation.Kind;
import it.sportello.domain.identity.CodeViolation.Level;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Decides which kind of person code a text is before validating it, so that the violations make sense. */
final class PersonCodeRules {
    private PersonCodeRules() {}

    static CodeReading classify(String typed) {
        String text = TypedText.clean(typed);
        if (text.isEmpty()) {
            return new CodeReading.Rejected(List.of(CodeViolation.whole(Kind.EMPTY, Level.BLOCK)));
        }
        List<CodeViolation> foreign = foreignCharacters(text);
        if (!foreign.isEmpty()) {
            return new CodeReading.Rejected(foreign);
        }
        if (text.length() == 11 && TypedText.isDigits(text)) {
            return numeric(text);
        }
        return StpEniCode.looksLike(text) ? foreigner(text) : taxCode(text);
    }

    private static CodeReading taxCode(String text) {
        List<CodeViolation> violations = TaxCodeRules.violations(text);
        return violations.isEmpty()
                ? new CodeReading.Accepted(new CodiceFiscale(text), List.of())
                : new CodeReading.Rejected(violations);
    }

    private static CodeReading numeric(String text) {
        List<CodeViolation> violations = new ArrayList<>();
        if (text.equals("00000000000")) {
            violations.add(CodeViolation.whole(Kind.ALL_ZEROS, Level.BLOCK));
        }
        char expected = ProvisionalCode.checkDigit(text);
        if (text.charAt(10) != expected) {
            violations.add(CodeViolation.at(Kind.CHECK_CHARACTER, 11, text.charAt(10), expected));
        }
        return violations.isEmpty()
                ? new CodeReading.Accepted(new ProvisionalCode(text), List.of())
                : new CodeReading.Rejected(violations);
    }

    private static CodeReading foreigner(String text) {
        List<CodeViolation> violations = new ArrayList<>();
        for (int i = 3; i < text.length(); i++) {
            if (!TypedText.isDigit(text.charAt(i))) {
                violations.add(CodeViolation.at(Kind.DIGIT_EXPECTED, i + 1, text.charAt(i), (char) 0));
            }
        }
        if (text.length() != 16) {
            violations.add(CodeViolation.at(Kind.LENGTH, text.length(), (char) 0, (char) 0));
        }
        if (!violations.isEmpty()) {
            return new CodeReading.Rejected(violations);
        }
        StpEniCode code = new StpEniCode(text);
        List<CodeViolation> warnings = code.isRegionKnown()
                ? List.of()
                : List.of(CodeViolation.warning(Kind.REGION_UNKNOWN, 4, text.charAt(3)));
        return new CodeReading.Accepted(code, warnings);
    }

    static CodeReading withPlace(CodeReading reading, Places places, LocalDate today) {
        if (!(reading instanceof CodeReading.Accepted accepted) || !(accepted.code() instanceof CodiceFiscale code)) {
            return reading;
        }
        Place place = places.find(code.placeCode());
        Kind kind = null;
        if (place == null) {
            kind = Kind.PLACE_UNKNOWN;
        } else if (!place.isInForce(code.birthDate(today))) {
            kind = Kind.PLACE_NOT_IN_FORCE;
        }
        if (kind == null) {
            return reading;
        }
        List<CodeViolation> warnings = new ArrayList<>(accepted.warnings());
        warnings.add(CodeViolation.warning(kind, 12, code.value().charAt(11)));
        return new CodeReading.Accepted(code, warnings);
    }

    private static List<CodeViolation> foreignCharacters(String text) {
        List<CodeViolation> found = new ArrayList<>();
        for (int i = 0; i < text.length() && found.size() < 16; i++) {
            char c = text.charAt(i);
            if (!TypedText.isDigit(c) && (c < 'A' || c > 'Z')) {
                found.add(CodeViolation.at(Kind.FOREIGN_CHARACTER, i + 1, c, (char) 0));
            }
        }
        return found;
    }
}
