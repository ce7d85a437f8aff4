package it.sportello.devices.detector;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Raw lines on one side, what the rules make of them on the other, so that the installer can write a device's rules on the
 * spot: every change of the rules is tried at once on all lines heard so far. May be used from any thread.
 */
public final class LineLearning implements LineListener {

    /**
     * A line and its meaning by the rules in hand.
     *
     * @param rule place of the rule that decided, counted from 0; -1 when none did
     */
    public record LearnedLine(String line, LineMeaning meaning, int rule) {}

    private static final int KEPT = 200;

    private record Heard(String line, LineMeaning meaning) {}

    private final Deque<Heard> lines = new ArrayDeque<>();
    private LineRules rules;

    public LineLearning(LineRules rules) {
        this.rules = rules;
    }

    @Override
    public synchronized void heard(String line, LineMeaning meaning) {
        lines.addLast(new Heard(line, meaning));
        if (lines.size() > KEPT) {
            lines.removeFirst();
        }
    }

    /** Tries other rules from now on. */
    public synchronized void use(LineRules next) {
        rules = next;
    }

    public synchronized LineRules rules() {
        return rules;
    }

    /** The lines heard, oldest first, each as the present rules understand it. */
    public synchronized List<LearnedLine> lines() {
        LineParser parser = new LineParser(rules);
        List<LearnedLine> learned = new ArrayList<>();
        for (Heard heard : lines) {
            if (isDamaged(heard.meaning())) {
                learned.add(new LearnedLine(heard.line(), heard.meaning(), -1));
            } else {
                LineMeaning meaning = parser.parse(heard.line());
                learned.add(new LearnedLine(heard.line(), meaning, decidedBy(heard.line(), meaning)));
            }
        }
        return List.copyOf(learned);
    }

    /** How many lines the present rules do not understand. */
    public int notUnderstood() {
        return (int) lines().stream()
                .filter(line -> line.meaning() instanceof LineMeaning.NotUnderstood)
                .count();
    }

    private static boolean isDamaged(LineMeaning meaning) {
        return meaning instanceof LineMeaning.NotUnderstood not
                && (not.why() == LineMeaning.Why.TOO_LONG || not.why() == LineMeaning.Why.BROKEN);
    }

    private int decidedBy(String line, LineMeaning meaning) {
        if (meaning instanceof LineMeaning.NotUnderstood not && not.why() == LineMeaning.Why.NO_RULE) {
            return -1;
        }
        for (int i = 0; i < rules.rules().size(); i++) {
            LineRules alone = new LineRules(
                    rules.rules().subList(i, i + 1),
                    rules.genuine(),
                    rules.suspect(),
                    rules.rejected(),
                    rules.decimal());
            boolean fits = !(new LineParser(alone).parse(line) instanceof LineMeaning.NotUnderstood not
                    && not.why() == LineMeaning.Why.NO_RULE);
            if (fits) {
                return i;
            }
        }
        return -1;
    }
}
