package it.sportello.domain.prescription;

import java.util.List;

/**
 * One result of the checks. The text belongs to the screen: here only a stable code and what goes into the text, in the
 * order that the code documents.
 */
public record Finding(Level level, FindingCode code, List<Object> args) {
    public enum Level {
        BLOCK,
        WARN,
        INFO
    }

    public Finding {
        args = List.copyOf(args);
    }

    static Finding block(FindingCode code, Object... args) {
        return new Finding(Level.BLOCK, code, List.of(args));
    }

    static Finding warn(FindingCode code, Object... args) {
        return new Finding(Level.WARN, code, List.of(args));
    }

    static Finding info(FindingCode code, Object... args) {
        return new Finding(Level.INFO, code, List.of(args));
    }
}
