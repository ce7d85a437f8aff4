package it.sportello.domain.identity;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Puts a prescription number together from its two bar codes, in whatever order they are read, or takes it in one
 * piece. A part read again replaces the former one; parts older than the time allowed are forgotten. For one reader at
 * one desk; not safe for use by several threads.
 */
public final class PrescriptionNumberReader {
    private final Duration patience;
    private @Nullable String first;
    private @Nullable String second;
    private Instant lastPart = Instant.MIN;

    /**
     * A reader with no part in it.
     *
     * @param patience how long a single part waits for the other one
     */
    public PrescriptionNumberReader(Duration patience) {
        this.patience = patience;
    }

    /** What came of one reading. */
    public sealed interface Reading {
        record Complete(PrescriptionNumber number) implements Reading {}

        /** The first bar code (5 characters) is there, the second one (10 digits) is missing. */
        record WaitingForSecond() implements Reading {}

        /** The second bar code (10 digits) is there, the first one (5 characters) is missing. */
        record WaitingForFirst() implements Reading {}

        /** Not part of a prescription number but something of the form of a person code; the parts are kept. */
        record PersonCodeRead(CodeReading code) implements Reading {}

        /** Neither a part nor a whole number; the parts are kept. */
        record NotRecognised() implements Reading {}
    }

    public Reading accept(String scanned, Instant at) {
        String text = TypedText.clean(scanned);
        expire(at);
        return switch (text.length()) {
            case 15 -> whole(text);
            case 5 -> Nre.isFirstPart(text) ? part(text, true, at) : new Reading.NotRecognised();
            case 10 -> TypedText.isDigits(text) ? part(text, false, at) : new Reading.NotRecognised();
            case 16 -> new Reading.PersonCodeRead(PersonCode.classify(text));
            default -> new Reading.NotRecognised();
        };
    }

    /** Forgets the parts: the operator left the field or gave up. */
    public void clear() {
        first = null;
        second = null;
    }

    private void expire(Instant at) {
        if ((first != null || second != null) && Duration.between(lastPart, at).compareTo(patience) > 0) {
            clear();
        }
    }

    private Reading whole(String text) {
        PrescriptionNumber number = PrescriptionNumber.parse(text);
        if (number == null) {
            return new Reading.NotRecognised();
        }
        clear();
        return new Reading.Complete(number);
    }

    private Reading part(String text, boolean isFirst, Instant at) {
        if (isFirst) {
            first = text;
        } else {
            second = text;
        }
        lastPart = at;
        if (first == null) {
            return new Reading.WaitingForFirst();
        }
        if (second == null) {
            return new Reading.WaitingForSecond();
        }
        PrescriptionNumber number = PrescriptionNumber.parse(first + second);
        if (number == null) {
            // The parts do not make a number together: the older one is the suspect and goes.
            clear();
            return part(text, isFirst, at);
        }
        clear();
        return new Reading.Complete(number);
    }
}
