package it.sportello.devices.dispenser;

import it.sportello.devices.internal.BoundedText;
import it.sportello.devices.internal.PatternCheck;
import it.sportello.domain.queue.QueueNumber;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * The template of a display driver in reverse (device reference §3.5): which line of the dispenser is a new ticket, and
 * where its number stands in it. No protocol of these machines is public, so the expression is a setting of the site.
 *
 * @param line matches a whole line; the group {@code number} is the ticket's digits, or its letter and digits; the group
 *     {@code letter}, where there is one, is its letter
 * @param letter letter of the numbers when the line tells none
 */
public record LineTemplate(Pattern line, Optional<Character> letter) {
    private static final String NUMBER = "number";
    private static final String LETTER = "letter";

    public LineTemplate {
        if (!line.namedGroups().containsKey(NUMBER)) {
            throw new IllegalArgumentException("the expression has no group (?<number>...)");
        }
        if (letter.filter(it -> it < 'A' || it > 'Z').isPresent()) {
            throw new IllegalArgumentException("the letter is one of A to Z");
        }
    }

    /**
     * Reads the setting: the expression, and in front of it, where the line tells no letter, the letter and a colon
     * ({@code A:.*TICKET (?<number>\d+).*}).
     *
     * @throws IllegalArgumentException when it is no expression, or one that could take too long
     */
    public static LineTemplate parse(String setting) {
        boolean withLetter = setting.matches("[A-Z]:.*");
        String expression = withLetter ? setting.substring(2) : setting;
        PatternCheck.refuseSlow(expression);
        try {
            return new LineTemplate(
                    Pattern.compile(expression), withLetter ? Optional.of(setting.charAt(0)) : Optional.empty());
        } catch (PatternSyntaxException broken) {
            throw new IllegalArgumentException("the expression is wrong at " + broken.getIndex(), broken);
        }
    }

    /** The number that a line tells of; empty when it tells of none. */
    public Optional<QueueNumber> read(String text) {
        Matcher matcher = line.matcher(new BoundedText(text));
        try {
            if (!matcher.matches()) {
                return Optional.empty();
            }
        } catch (BoundedText.Spent tooLong) {
            return Optional.empty();
        }
        String digits = group(matcher, NUMBER);
        String own = line.namedGroups().containsKey(LETTER) ? group(matcher, LETTER) : "";
        boolean hasLetter = !digits.isEmpty() && Character.isLetter(digits.charAt(0));
        String first =
                hasLetter ? "" : own.isEmpty() ? letter.map(String::valueOf).orElse("") : own;
        return Optional.ofNullable(QueueNumber.parse(first + withoutZeros(digits)));
    }

    /** Some print five digits with leading zeros; a number has at most three. */
    private static String withoutZeros(String digits) {
        return digits.matches("0+[0-9]{1,3}") ? digits.replaceFirst("^0+(?=[0-9])", "") : digits;
    }

    private static String group(Matcher matcher, String name) {
        String found = matcher.group(name);
        return found == null ? "" : found.strip();
    }
}
