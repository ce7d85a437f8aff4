package it.sportello.devices.internal;

import java.io.Serial;

/** An expression that could take too long on a hostile line. */
public final class SlowPattern extends IllegalArgumentException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** Why it is refused. */
    public enum Reason {
        LONG("an expression is too long"),
        NESTED("a repeated group may not hold a repetition"),
        REFERENCE("an expression may not refer back to a group"),
        EMPTY("a choice or a repetition may not hold nothing"),
        COMMENTS("an expression may not hold comments");

        private final String message;

        Reason(String message) {
            this.message = message;
        }
    }

    private final Reason reason;
    private final int position;

    /** @param position of the character that is refused, from 0 */
    SlowPattern(Reason reason, int position) {
        super(reason.message);
        this.reason = reason;
        this.position = position;
    }

    public Reason reason() {
        return reason;
    }

    /** The character that is refused, counted from 0. */
    public int position() {
        return position;
    }
}
