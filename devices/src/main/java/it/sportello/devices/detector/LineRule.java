package it.sportello.devices.detector;

import it.sportello.devices.internal.PatternCheck;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * One rule of a text-line device: a regular expression and what a line is that holds it. Its named groups say where things
 * stand: {@code verdict}, {@code value}, {@code currency}, {@code count}, {@code total}, {@code serial}, {@code error}.
 */
public record LineRule(Action action, Pattern pattern) {

    static final Set<String> GROUPS = Set.of("verdict", "value", "currency", "count", "total", "serial", "error");

    /** What a line is. */
    public enum Action {
        /** A verdict on one note; needs {@code verdict} or {@code error}. */
        NOTE,
        /** A sum; needs {@code count}, {@code total} or {@code error}. */
        TOTAL,
        REPORT_START,
        REPORT_END,
        IGNORE
    }

    public LineRule {
        Set<String> groups = pattern.namedGroups().keySet();
        for (String group : groups) {
            if (!GROUPS.contains(group)) {
                throw new IllegalArgumentException("unknown group " + group);
            }
        }
        boolean enough = switch (action) {
            case NOTE -> groups.contains("verdict") || groups.contains("error");
            case TOTAL -> groups.contains("count") || groups.contains("total") || groups.contains("error");
            case REPORT_START, REPORT_END, IGNORE -> true;
        };
        if (!enough) {
            throw new IllegalArgumentException("a rule " + action + " lacks the group that says it");
        }
    }

    /**
     * Reads the form of the settings: the action, a blank, the expression. Upper and lower case are the same.
     *
     * @throws IllegalArgumentException when it is none, or an expression that could take too long
     */
    public static LineRule parse(String text) {
        String[] parts = text.strip().split("\\s+", 2);
        if (parts.length < 2) {
            throw new IllegalArgumentException("a rule is ACTION expression");
        }
        return of(action(parts[0]), parts[1]);
    }

    private static Action action(String name) {
        try {
            return Action.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("unknown action " + name, e);
        }
    }

    /**
     * A rule of its two parts.
     *
     * @throws IllegalArgumentException when the expression is none, or one that could take too long
     */
    public static LineRule of(Action action, String expression) {
        PatternCheck.refuseSlow(expression);
        try {
            return new LineRule(action, Pattern.compile(expression, Pattern.CASE_INSENSITIVE));
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("not an expression: " + e.getDescription(), e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LineRule rule
                && action == rule.action
                && pattern.pattern().equals(rule.pattern.pattern());
    }

    @Override
    public int hashCode() {
        return 31 * action.hashCode() + pattern.pattern().hashCode();
    }

    /** The form of the settings. */
    @Override
    public String toString() {
        return action + " " + pattern.pattern();
    }
}
