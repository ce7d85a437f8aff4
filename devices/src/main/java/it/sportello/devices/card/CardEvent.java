package it.sportello.devices.card;

import it.sportello.devices.DeviceStatus;
import java.util.List;

/** What happens at a card reader. */
public sealed interface CardEvent {
    /** A card has come and is being read; ends with {@link Inserted}, {@link Badge} or {@link Failed}. */
    record Reading(String reader) implements CardEvent {}

    /** A card was read. */
    record Inserted(CardReading reading) implements CardEvent {}

    /** The card of an operator was read: nobody's health card. */
    record Badge(String reader, OperatorBadge badge) implements CardEvent {}

    /** The card that was read, or that failed, is gone. */
    record Removed(String reader) implements CardEvent {}

    /** A card came but could not be read; it has to leave before it is tried again. */
    record Failed(CardError error, List<String> details) implements CardEvent {
        public Failed {
            details = List.copyOf(details);
        }
    }

    /** The reader itself changed: service, readers. */
    record ReaderState(DeviceStatus status) implements CardEvent {}
}
