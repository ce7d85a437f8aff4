package it.sportello.domain.till;

/**
 * Who may close a till session. A drawer answers to who opened it and is never shared; for another only the person
 * responsible for the till service closes it, or the deputy, who bears the same role (specification §13 and S04,
 * health-administration reference §4.2 and §11). Desk and server ask the same rule.
 */
public enum ClosingRight {
    /** The holder closes the own session. */
    OWN,
    /** The responsible person closes it for the holder; sheet and server say so. */
    FOR_ANOTHER,
    /** Nobody else closes it. */
    NONE;

    /**
     * The right of an operator.
     *
     * @param holderId who opened the session
     * @param responsible whether the operator is responsible for the till service, or the deputy
     */
    public static ClosingRight of(String holderId, String operatorId, boolean responsible) {
        if (holderId.equals(operatorId)) {
            return OWN;
        }
        return responsible ? FOR_ANOTHER : NONE;
    }
}
