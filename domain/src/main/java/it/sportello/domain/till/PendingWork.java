package it.sportello.domain.till;

/**
 * What still hangs when a till is about to close (specification R-TIL-14).
 *
 * @param reference basket, attempt or document number
 * @param carried formally carried over to the next session
 */
public record PendingWork(Kind kind, String reference, boolean carried) {
    /** Kinds of hanging work. */
    public enum Kind {
        OPEN_BASKET(false),
        UNRESOLVED_ATTEMPT(true),
        UNPRINTED_DOCUMENT(true);

        private final boolean carriable;

        Kind(boolean carriable) {
            this.carriable = carriable;
        }

        /** True when it may be carried; a basket is emptied or collected instead. */
        public boolean isCarriable() {
            return carriable;
        }
    }

    /** True while it keeps the till from closing. */
    public boolean blocks() {
        return !(carried && kind.isCarriable());
    }
}
