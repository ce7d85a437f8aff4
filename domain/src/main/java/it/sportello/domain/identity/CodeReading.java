package it.sportello.domain.identity;

import java.util.List;

/** What came of reading a person code: accepted, maybe with warnings, or refused with every violation found. */
public sealed interface CodeReading {
    /** The violations, warnings included; empty when all is well. */
    List<CodeViolation> violations();

    record Accepted(PersonCode code, List<CodeViolation> warnings) implements CodeReading {
        public Accepted {
            warnings = List.copyOf(warnings);
        }

        @Override
        public List<CodeViolation> violations() {
            return warnings;
        }
    }

    record Rejected(List<CodeViolation> violations) implements CodeReading {
        public Rejected {
            violations = List.copyOf(violations);
        }
    }
}
