package it.sportello.app.wiring;

import java.util.Optional;

/**
 * The operator's card that sits in a reader of this desk, and whether it is that of who works here. Changed on the
 * window's thread; the plain reader may be called from any thread.
 */
public final class InsertedBadge {
    private volatile Optional<String> cardId = Optional.empty();
    private Optional<String> gone = Optional.empty();
    private boolean settled;
    private boolean own;

    /** No card yet. */
    public InsertedBadge() {}

    /** Its identifier, sixteen digits; empty when none is in. */
    public Optional<String> cardId() {
        return cardId;
    }

    /** A card was put in; whose it is has to be found out. */
    public void inserted(String identifier) {
        cardId = Optional.of(identifier);
        gone = Optional.empty();
        settled = false;
        own = false;
    }

    /** Whose the card is has to be found out anew, since who works here changed. */
    public void unsettle() {
        settled = false;
        own = false;
    }

    /** The card is gone; says whether it was, for certain, that of who works here. */
    public boolean removed() {
        boolean was = own;
        gone = settled ? Optional.empty() : cardId;
        cardId = Optional.empty();
        settled = false;
        own = false;
        return was;
    }

    /**
     * The card with this identifier belongs to who works here, or not.
     *
     * @return whether it is that of who works here and was pulled out before this was known
     */
    public boolean settle(String identifier, boolean belongs) {
        if (cardId.equals(Optional.of(identifier))) {
            settled = true;
            own = belongs;
            return false;
        }
        boolean pulled = gone.equals(Optional.of(identifier));
        if (pulled) {
            gone = Optional.empty();
        }
        return pulled && belongs;
    }
}
