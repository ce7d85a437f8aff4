package it.sportello.backend.feed;

import it.sportello.api.ProblemCode;
import it.sportello.backend.http.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far a desk has read. What is nobody's data and what is some person's are counted apart: while somebody is signed in
 * who may not see persons, their part waits, and goes on where it stopped with the next who may.
 *
 * @param feedName which database numbered
 * @param open last position read of what is nobody's
 * @param persons last position read of what is some person's
 */
record FeedCursor(UUID feedName, long open, long persons) {
    private static final Pattern FORM = Pattern.compile("([0-9a-f-]{36}):(-?[0-9]{1,18})(?::(-?[0-9]{1,18}))?");

    /**
     * The cursor of a text; from the beginning when it is empty, of another database, or ahead of the end, which shows
     * that the database was put back from an older copy.
     */
    static FeedCursor parse(String text, FeedCursor end) {
        FeedCursor beginning = new FeedCursor(end.feedName(), 0, 0);
        if (text.isEmpty()) {
            return beginning;
        }
        FeedCursor cursor = parse(text);
        boolean known =
                cursor.feedName().equals(end.feedName()) && Math.max(cursor.open(), cursor.persons()) <= end.open();
        return known ? cursor : beginning;
    }

    private static FeedCursor parse(String text) {
        try {
            Matcher form = FORM.matcher(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII));
            if (form.matches()) {
                long open = Long.parseLong(form.group(2));
                // one position is the form of cursors given out before the two parts were counted apart
                long persons = form.group(3) == null ? open : Long.parseLong(form.group(3));
                return new FeedCursor(UUID.fromString(form.group(1)), open, persons);
            }
        } catch (IllegalArgumentException notInLetters) {
            throw malformed();
        }
        throw malformed();
    }

    /** The cursor after everything up to a position was read, of the persons only if they were told. */
    FeedCursor readTo(long position, boolean withPersons) {
        return new FeedCursor(feedName, Math.max(open, position), withPersons ? Math.max(persons, position) : persons);
    }

    String text() {
        String clear = feedName + ":" + open + ":" + persons;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(clear.getBytes(StandardCharsets.US_ASCII));
    }

    private static Refusal malformed() {
        return Refusal.of(ProblemCode.MALFORMED, "not a cursor of the feed");
    }
}
