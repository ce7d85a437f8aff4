package it.sportello.api;

/** Names of the HTTP headers of the contract. */
public final class Headers {
    /** Identifier of the desk. */
    public static final String DESK = "Sportello-Desk";
    /** Secret of the installation, given once at enrolment. */
    public static final String DESK_SECRET = "Sportello-Desk-Secret";
    /** Link of the previous operation on a chained lane, 64 hexadecimal digits. */
    public static final String CHAIN_PREVIOUS = "Sportello-Chain-Previous";
    /** Link of this operation, 64 hexadecimal digits. */
    public static final String CHAIN_LINK = "Sportello-Chain-Link";
    /** Running total of the till's cash after this operation, in cents. */
    public static final String RUNNING_TOTAL = "Sportello-Running-Total";
    /** Time of the server on every answer, ISO 8601 in UTC, to measure the skew of the desk's clock (R-SYN-7). */
    public static final String SERVER_TIME = "Sportello-Server-Time";
    /** On an answer SEQUENCE_HOLE: the position that the server expects next. */
    public static final String EXPECTED_SEQUENCE = "Sportello-Expected-Sequence";

    private Headers() {}
}
