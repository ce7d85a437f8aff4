package it.sportello.domain.queue;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The number on a queue ticket, such as {@code A007}: it means something only together with its site and day.
 *
 * @param prefix letter of the service, A to Z
 * @param number 1 to 999
 */
public record QueueNumber(char prefix, int number) implements Comparable<QueueNumber> {
    public static final int LAST = 999;
    private static final Pattern FORM = Pattern.compile("[A-Za-z][0-9]{1,3}");

    public QueueNumber {
        if (prefix < 'A' || prefix > 'Z' || number < 1 || number > LAST) {
            throw new IllegalArgumentException("queue number " + prefix + number);
        }
    }

    /**
     * Reads what an operator types, such as {@code a7}.
     *
     * @return the number, or null when the text is not one
     */
    public static @Nullable QueueNumber parse(String typed) {
        String text = typed.strip();
        if (!FORM.matcher(text).matches()) {
            return null;
        }
        int number = Integer.parseInt(text.substring(1));
        return number == 0 ? null : new QueueNumber(Character.toUpperCase(text.charAt(0)), number);
    }

    /** What ticket and display show. */
    public String printed() {
        return prefix + String.format(Locale.ROOT, "%03d", number);
    }

    @Override
    public int compareTo(QueueNumber other) {
        return prefix != other.prefix ? Character.compare(prefix, other.prefix) : Integer.compare(number, other.number);
    }

    @Override
    public String toString() {
        return printed();
    }
}
