package it.sportello.app.wiring;

import it.sportello.devices.card.CardEvent;
import it.sportello.devices.card.CardListener;
import java.util.Optional;
import java.util.function.Consumer;

/** Tells of operators' cards alone, with the reader each went into: another card that leaves is not the badge. */
final class BadgeEvents implements CardListener {
    private final Consumer<Optional<String>> listener;
    private Optional<String> slot = Optional.empty();

    BadgeEvents(Consumer<Optional<String>> listener) {
        this.listener = listener;
    }

    @Override
    public void cardEvent(CardEvent event) {
        switch (event) {
            case CardEvent.Badge(String reader, var badge) -> {
                slot = Optional.of(reader);
                listener.accept(Optional.of(badge.cardId()));
            }
            case CardEvent.Removed(String reader) -> {
                if (slot.equals(Optional.of(reader))) {
                    slot = Optional.empty();
                    listener.accept(Optional.empty());
                }
            }
            case CardEvent.Reading begun -> {}
            case CardEvent.Inserted health -> {}
            case CardEvent.Failed failed -> {}
            case CardEvent.ReaderState state -> {}
        }
    }
}
