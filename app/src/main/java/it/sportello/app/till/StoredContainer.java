package it.sportello.app.till;

import it.sportello.app.print.TillSheets;
import it.sportello.domain.money.Money;
import it.sportello.domain.till.Count;
import it.sportello.domain.till.Denomination;
import it.sportello.domain.till.NoteContainer;
import java.util.Map;

/**
 * A count of the validators' container as the journal keeps it.
 *
 * @param uncertain whether notes may have been inside that nobody could attribute
 * @param position the last event of a validator that was in view when it was counted
 */
public record StoredContainer(
        Map<Denomination, Integer> pieces, long expectedCents, long countedCents, boolean uncertain, long position) {
    static final String FORM = "container";

    /** What the last count left inside, and from where events count again; a setting of the desk. */
    public record Base(long leftCents, long position) {
        static final String SETTING = "notes.container";
        static final Base NEVER = new Base(0, 0);
    }

    static StoredContainer of(NoteContainer container, Count counted, long position) {
        return new StoredContainer(
                counted.pieces(),
                container.expected().cents(),
                counted.total().cents(),
                container.uncertain(),
                position);
    }

    /** Where the count of a session is kept. */
    static String key(String sessionId, boolean opening) {
        return "VAL/" + sessionId + (opening ? "/apertura" : "/chiusura");
    }

    Money difference() {
        return Money.ofCents(countedCents - expectedCents);
    }

    /** As the sheets want it. */
    TillSheets.ContainerLine line() {
        return new TillSheets.ContainerLine(Money.ofCents(expectedCents), Money.ofCents(countedCents), uncertain);
    }
}
