package it.sportello.quality.day.proof;

import java.util.ArrayList;
import java.util.List;

/**
 * One proof with what speaks against it.
 *
 * @param what what is proved
 * @param fine what can be said when it holds
 * @param against every contradiction found; empty when it holds
 */
public record Verdict(String what, String fine, List<String> against) {
    public boolean holds() {
        return against.isEmpty();
    }

    public String detail() {
        return holds() ? fine : String.join("; ", against);
    }

    /** Gathers contradictions. */
    static final class Search {
        private final List<String> against = new ArrayList<>();

        void require(boolean holds, String otherwise) {
            if (!holds) {
                against.add(otherwise);
            }
        }

        Verdict verdict(String what, String fine) {
            return new Verdict(what, fine, List.copyOf(against));
        }
    }
}
