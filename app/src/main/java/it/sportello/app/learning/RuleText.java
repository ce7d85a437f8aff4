package it.sportello.app.learning;

import it.sportello.devices.detector.LineRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Rules as a person writes them, one a line; each mistake is told with its line, and its place where it has one. */
final class RuleText {
    /** More are no device's language, and each costs time on every line. */
    static final int MOST = 100;

    /** As long as one expression may be. */
    static final int LONGEST = 300;

    private static final Set<String> GROUPS =
            Set.of("verdict", "value", "currency", "count", "total", "serial", "error");

    /** Why a line is no rule; the words stand under {@code wrong.<name>}. */
    enum Why {
        NO_EXPRESSION,
        UNKNOWN_ACTION,
        NOT_AN_EXPRESSION,
        UNKNOWN_GROUP,
        LACKS_VERDICT,
        LACKS_SUM,
        TOO_SLOW,
        TOO_LONG,
        TOO_MANY
    }

    /**
     * A mistake.
     *
     * @param line counted from 1
     * @param place in the expression, counted from 1; 0 when it is the whole line
     */
    record Mistake(int line, Why why, int place) {}

    /** The rules, or the first mistake and nothing. */
    record Read(List<LineRule> rules, Optional<Mistake> mistake) {}

    private RuleText() {}

    static Read read(String text) {
        List<LineRule> rules = new ArrayList<>();
        String[] lines = text.split("\\R", -1);
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i].strip();
            if (!line.isEmpty()) {
                Optional<Mistake> mistake = add(line, i + 1, rules);
                if (mistake.isPresent()) {
                    return new Read(List.of(), mistake);
                }
            }
        }
        return new Read(List.copyOf(rules), Optional.empty());
    }

    private static Optional<Mistake> add(String line, int number, List<LineRule> rules) {
        String[] parts = line.split("\\s+", 2);
        Optional<LineRule.Action> action = action(parts[0]);
        if (action.isEmpty()) {
            return wrong(number, Why.UNKNOWN_ACTION, 0);
        }
        if (parts.length < 2) {
            return wrong(number, Why.NO_EXPRESSION, 0);
        }
        if (parts[1].length() > LONGEST) {
            return wrong(number, Why.TOO_LONG, 0);
        }
        if (rules.size() == MOST) {
            return wrong(number, Why.TOO_MANY, 0);
        }
        try {
            Set<String> groups = Pattern.compile(parts[1]).namedGroups().keySet();
            Optional<Why> lacking = lacking(action.get(), groups);
            if (lacking.isPresent()) {
                return wrong(number, lacking.get(), 0);
            }
            rules.add(LineRule.of(action.get(), parts[1]));
            return Optional.empty();
        } catch (PatternSyntaxException odd) {
            return wrong(number, Why.NOT_AN_EXPRESSION, Math.max(odd.getIndex(), 0) + 1);
        } catch (IllegalArgumentException refused) {
            return wrong(number, Why.TOO_SLOW, 0);
        }
    }

    private static Optional<LineRule.Action> action(String name) {
        for (LineRule.Action action : LineRule.Action.values()) {
            if (action.name().equals(name.toUpperCase(Locale.ROOT))) {
                return Optional.of(action);
            }
        }
        return Optional.empty();
    }

    private static Optional<Why> lacking(LineRule.Action action, Set<String> groups) {
        if (!GROUPS.containsAll(groups)) {
            return Optional.of(Why.UNKNOWN_GROUP);
        }
        return switch (action) {
            case NOTE ->
                groups.contains("verdict") || groups.contains("error")
                        ? Optional.empty()
                        : Optional.of(Why.LACKS_VERDICT);
            case TOTAL ->
                groups.contains("count") || groups.contains("total") || groups.contains("error")
                        ? Optional.empty()
                        : Optional.of(Why.LACKS_SUM);
            case REPORT_START, REPORT_END, IGNORE -> Optional.empty();
        };
    }

    private static Optional<Mistake> wrong(int line, Why why, int place) {
        return Optional.of(new Mistake(line, why, place));
    }
}
