package it.sportello.devices.internal;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Refuses expressions whose time may explode on a hostile line: a repeated group that itself repeats something, and
 * references back to a group. What is left is bounded a second time by {@link BoundedText}.
 */
public final class PatternCheck {

    private static final int LONGEST = 300;

    private PatternCheck() {}

    /**
     * Lets a good expression pass.
     *
     * @throws SlowPattern when the expression is refused; it says why and where
     */
    public static void refuseSlow(String expression) {
        if (expression.length() > LONGEST) {
            throw new SlowPattern(SlowPattern.Reason.LONG, LONGEST);
        }
        Deque<Boolean> groups = new ArrayDeque<>();
        groups.push(false);
        int i = 0;
        while (i < expression.length()) {
            char c = expression.charAt(i);
            if (c == '\\') {
                i = escaped(expression, i);
            } else if (c == '[') {
                i = endOfClass(expression, i);
            } else if (c == '(') {
                groups.push(false);
            } else if (c == ')' && groups.size() > 1) {
                closeGroup(groups, repeats(expression, i + 1), i);
            } else if (repeats(expression, i)) {
                groups.pop();
                groups.push(true);
            }
            i++;
        }
    }

    private static void closeGroup(Deque<Boolean> groups, boolean repeated, int at) {
        boolean inner = groups.pop();
        if (inner && repeated) {
            throw new SlowPattern(SlowPattern.Reason.NESTED, at);
        }
        groups.push(groups.pop() || inner || repeated);
    }

    private static boolean repeats(String expression, int at) {
        return at < expression.length() && "*+{".indexOf(expression.charAt(at)) >= 0;
    }

    private static int escaped(String expression, int at) {
        char next = at + 1 < expression.length() ? expression.charAt(at + 1) : '\\';
        if ((next >= '1' && next <= '9') || next == 'k') {
            throw new SlowPattern(SlowPattern.Reason.REFERENCE, at);
        }
        if (next == 'Q') {
            int end = expression.indexOf("\\E", at);
            return end < 0 ? expression.length() : end + 1;
        }
        return at + 1;
    }

    private static int endOfClass(String expression, int at) {
        int i = at + 1;
        int depth = 1;
        while (i < expression.length() && depth > 0) {
            char c = expression.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '[') {
                depth++;
            } else if (c == ']') {
                depth--;
            }
            i++;
        }
        return i - 1;
    }
}
