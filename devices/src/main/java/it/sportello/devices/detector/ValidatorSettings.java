package it.sportello.devices.detector;

import it.sportello.domain.till.Denomination;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How a validator is used.
 *
 * @param use whether it keeps notes
 * @param notes which notes it takes
 * @param poll between two questions to the device; several seconds without any close it
 * @param answer how long it may take over one answer
 * @param tries how often one question is asked before the line is opened anew
 * @param retry between two tries to reach it
 */
public record ValidatorSettings(
        Use use, Set<Denomination> notes, Duration poll, Duration answer, int tries, Duration retry) {

    /** What becomes of a genuine note. */
    public enum Use {
        KEEP,
        /** It is only looked at, as in a detector, and always given back. */
        GIVE_BACK
    }

    /** The times of the manuals; all seven notes are kept. */
    public static final ValidatorSettings USUAL = new ValidatorSettings(
            Use.KEEP,
            Arrays.stream(Denomination.values()).filter(Denomination::isNote).collect(Collectors.toSet()),
            Duration.ofMillis(200),
            Duration.ofSeconds(1),
            20,
            Duration.ofSeconds(2));

    public ValidatorSettings {
        notes = Set.copyOf(notes);
        if (!notes.stream().allMatch(Denomination::isNote)) {
            throw new IllegalArgumentException("a validator takes notes only");
        }
        if (tries < 1 || tries > 20) {
            throw new IllegalArgumentException("1 to 20 tries");
        }
    }
}
