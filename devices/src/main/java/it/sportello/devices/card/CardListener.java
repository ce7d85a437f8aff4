package it.sportello.devices.card;

/** Hears of cards on the reader's own thread; must return at once and never call the reader back. */
@FunctionalInterface
public interface CardListener {
    void cardEvent(CardEvent event);
}
