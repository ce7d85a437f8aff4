package it.sportello.devices.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;

/**
 * Refuses expressions whose time may explode on a hostile line: a repeated group that itself repeats something,
 * references back to a group, and choices or repetitions that can hold nothing. Without the last the matcher could go
 * through all their combinations while it looks at no character, and {@link BoundedText}, which bounds what is left by
 * counting looks, would never hear of it.
 */
public final class PatternCheck {

    private static final int LONGEST = 300;

    private final String expression;
    private final Deque<Group> groups = new ArrayDeque<>();

    /** A group whose end was not met yet; the whole expression is one. */
    private static final class Group {
        final boolean looksAround;
        boolean repeats;
        boolean choice;
        /** Whether the alternative read now cannot hold nothing. */
        boolean consumes;

        Group(boolean looksAround) {
            this.looksAround = looksAround;
        }
    }

    private PatternCheck(String expression) {
        this.expression = expression;
    }

    /**
     * Lets a good expression pass.
     *
     * @throws SlowPattern when the expression is refused; it says why and where
     */
    public static void refuseSlow(String expression) {
        if (expression.length() > LONGEST) {
            throw new SlowPattern(SlowPattern.Reason.LONG, LONGEST);
        }
        new PatternCheck(expression).walk();
    }

    private void walk() {
        groups.push(new Group(false));
        int at = 0;
        while (at < expression.length()) {
            at = switch (expression.charAt(at)) {
                case '(' -> open(at);
                case ')' -> close(at);
                case '|' -> alternative(at);
                case '[' -> repeated(endOfClass(at), true, false, at);
                case '\\' -> escaped(at);
                case '^', '$' -> repeated(at + 1, false, false, at);
                default -> repeated(at + 1, true, false, at);
            };
        }
        refuseEmptyChoice(inner(), Math.max(0, expression.length() - 1));
    }

    private Group inner() {
        return Objects.requireNonNull(groups.peek());
    }

    private int open(int at) {
        if (letter(at + 1) != '?') {
            groups.push(new Group(false));
            return at + 1;
        }
        char kind = letter(at + 2);
        boolean behind = kind == '<' && (letter(at + 3) == '=' || letter(at + 3) == '!');
        if (behind || kind == '=' || kind == '!') {
            groups.push(new Group(true));
            return at + (behind ? 4 : 3);
        }
        if (kind == '<') {
            groups.push(new Group(false));
            return after('>', at + 3);
        }
        int end = at + 2;
        while (Character.isLetter(letter(end)) || letter(end) == '-') {
            end++;
        }
        if (expression.substring(at, Math.min(end, expression.length())).contains("x")) {
            throw new SlowPattern(SlowPattern.Reason.COMMENTS, at);
        }
        if (letter(end) != ')') {
            groups.push(new Group(false));
        }
        return end + 1;
    }

    private int close(int at) {
        if (groups.size() == 1) {
            return at + 1;
        }
        Group closed = groups.pop();
        refuseEmptyChoice(closed, at);
        return repeated(at + 1, closed.consumes && !closed.looksAround, closed.repeats, at);
    }

    private int alternative(int at) {
        Group group = inner();
        group.choice = true;
        refuseEmptyChoice(group, at);
        group.consumes = false;
        return at + 1;
    }

    private static void refuseEmptyChoice(Group group, int at) {
        if (group.choice && !group.consumes) {
            throw new SlowPattern(SlowPattern.Reason.EMPTY, at);
        }
    }

    /**
     * Notes a piece, and how often it stands there.
     *
     * @param end behind the piece
     * @param consumes whether the piece cannot hold nothing
     * @param repeats whether something inside it is repeated
     * @return behind its repetition
     */
    private int repeated(int end, boolean consumes, boolean repeats, int at) {
        char how = letter(end);
        Group group = inner();
        if ("*+?{".indexOf(how) < 0) {
            group.repeats |= repeats;
            group.consumes |= consumes;
            return end;
        }
        boolean often = how != '?';
        if (often && repeats) {
            throw new SlowPattern(SlowPattern.Reason.NESTED, at);
        }
        if (!consumes) {
            throw new SlowPattern(SlowPattern.Reason.EMPTY, at);
        }
        group.repeats |= often || repeats;
        group.consumes |=
                how == '+' || (how == '{' && !expression.substring(end).matches("(?s)\\{0*[^1-9].*"));
        int behind = how == '{' ? after('}', end) : end + 1;
        boolean lazyOrPossessive = letter(behind) == '?' || letter(behind) == '+';
        return lazyOrPossessive ? behind + 1 : behind;
    }

    private int escaped(int at) {
        char kind = letter(at + 1);
        if ((kind >= '1' && kind <= '9') || kind == 'k') {
            throw new SlowPattern(SlowPattern.Reason.REFERENCE, at);
        }
        boolean braced = letter(at + 2) == '{';
        int end = switch (kind) {
            case 'Q' -> endOfQuote(at);
            case 'p', 'P', 'N' -> braced ? after('}', at) : at + 3;
            case 'x' -> braced ? after('}', at) : at + 4;
            case 'u' -> at + 6;
            case 'c' -> at + 3;
            case '0' -> octal(at + 2);
            default -> at + 2;
        };
        boolean place = "bBAzZG".indexOf(kind) >= 0 || (kind == 'Q' && end <= at + 4);
        return repeated(Math.min(end, expression.length()), !place, false, at);
    }

    private int octal(int from) {
        int at = from;
        while (at < from + 3 && letter(at) >= '0' && letter(at) <= '7') {
            at++;
        }
        return at;
    }

    private int endOfQuote(int at) {
        int end = expression.indexOf("\\E", at);
        return end < 0 ? expression.length() : end + 2;
    }

    private int endOfClass(int at) {
        int depth = 0;
        int i = at;
        do {
            char c = letter(i);
            if (c == '\\') {
                i = letter(i + 1) == 'Q' ? endOfQuote(i) : i + 2;
            } else if (c == '[') {
                depth++;
                i += letter(i + 1) == '^' ? 2 : 1;
                // A bracket that closes at once is a letter of the class.
                i += letter(i) == ']' ? 1 : 0;
            } else {
                depth -= c == ']' ? 1 : 0;
                i++;
            }
        } while (depth > 0 && i < expression.length());
        return Math.min(i, expression.length());
    }

    private int after(char mark, int from) {
        int end = expression.indexOf(mark, from);
        return end < 0 ? expression.length() : end + 1;
    }

    /** The character at a place; behind the end one that means nothing. */
    private char letter(int at) {
        return at < expression.length() ? expression.charAt(at) : '\0';
    }
}
