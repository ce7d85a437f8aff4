package it.sportello.app.wiring;

import java.util.Optional;

/**
 * The operator's card that sits in a reader of this desk, and whether it is that of who works here. Changed on the
 * window's thread; the plain reader may be called from any thread.
 */
public final class InsertedBadge {
    private volatile Optional<String> cardId = Optional.empty();
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
        own = false;
    }

    /** The card is gone; says whether it was that of who works here. */
    public boolean removed() {
        boolean was = own;
        cardId = Optional.empty();
        own = false;
        return was;
    }

    /** The card with this identifier, if it is still in, belongs to who works here, or not. */
    public void settle(String identifier, boolean belongs) {
        if (cardId.equals(Optional.of(identifier))) {
            own = belongs;
        }
    }
}
