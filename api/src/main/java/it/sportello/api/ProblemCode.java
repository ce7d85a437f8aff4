package it.sportello.api;

/** The stable codes of the server's refusals. Every code has its Italian card on the desk (R-BOO-4). */
public enum ProblemCode {
    MALFORMED(400),
    NOT_SIGNED_IN(401),
    WRONG_CREDENTIALS(401),
    DESK_UNKNOWN(401),
    FORBIDDEN(403),
    NOT_FOUND(404),
    OPERATION_IN_PROGRESS(409),
    SEQUENCE_HOLE(409),
    DESK_IN_USE(409),
    INSTALLATION_SUPERSEDED(409),
    CHAIN_BROKEN(409),
    VERSION_MOVED(412),
    TOO_LARGE(413),
    ACCOUNT_LOCKED(429),
    TOO_MANY_REQUESTS(429),
    BODY_DIFFERS(422),
    UNKNOWN_OPERATION(422),
    SLOT_GONE(422),
    HOLD_EXPIRED(422),
    PRESCRIPTION_UNKNOWN(422),
    PRESCRIPTION_NOT_BOOKABLE(422),
    PRESCRIPTION_ALREADY_BOOKED(422),
    PERSON_UNKNOWN(422),
    OVERLAPPING_VISIT(422),
    BOOKING_NOT_ACCEPTABLE(422),
    EXEMPTION_OVERLAP(422),
    EXEMPTION_NOT_ASSIGNABLE(422),
    RULE_BROKEN(422),
    UNAVAILABLE(503),
    INTERNAL(500);

    private final int status;

    ProblemCode(int status) {
        this.status = status;
    }

    /** The HTTP status that goes with the code. */
    public int status() {
        return status;
    }
}
