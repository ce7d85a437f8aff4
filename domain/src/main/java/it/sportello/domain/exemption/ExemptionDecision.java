package it.sportello.domain.exemption;

import java.util.List;

/** Whether an exemption may be registered. */
public sealed interface ExemptionDecision {
    List<ExemptionFinding> findings();

    /** May be registered as it stands here: with the canonical code. */
    record Accepted(Exemption exemption, List<ExemptionFinding> findings) implements ExemptionDecision {
        public Accepted {
            findings = List.copyOf(findings);
        }
    }

    /** Takes the place of what the person has already under the same code. */
    record Joined(Exemption exemption, List<Exemption> replaced, List<ExemptionFinding> findings)
            implements ExemptionDecision {
        public Joined {
            replaced = List.copyOf(replaced);
            findings = List.copyOf(findings);
        }
    }

    record Refused(List<ExemptionFinding> findings) implements ExemptionDecision {
        public Refused {
            findings = List.copyOf(findings);
        }
    }
}
