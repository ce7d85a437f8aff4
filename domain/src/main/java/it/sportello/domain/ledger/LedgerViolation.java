package it.sportello.domain.ledger;

/**
 * The book of a drawer contradicts itself: a bug or a damaged store, never something an operator may correct. The
 * checks that throw it stay on in production.
 */
public final class LedgerViolation extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    private final Code code;

    /** Which rule broke. */
    public enum Code {
        SEQUENCE("LED-001"),
        SIGN("LED-002"),
        TENDER("LED-003"),
        DOCUMENT("LED-004"),
        ORDER("LED-005"),
        NEGATIVE_DRAWER("LED-006"),
        INVARIANT("LED-007"),
        NOT_EMPTY_AT_END("LED-008"),
        OVERFLOW("LED-009");

        private final String supportCode;

        Code(String supportCode) {
            this.supportCode = supportCode;
        }

        public String supportCode() {
            return supportCode;
        }
    }

    LedgerViolation(Code code, String detail) {
        super(code.supportCode() + " " + detail);
        this.code = code;
    }

    public Code code() {
        return code;
    }

    /** What support asks for on the telephone. */
    public String supportCode() {
        return code.supportCode();
    }
}
