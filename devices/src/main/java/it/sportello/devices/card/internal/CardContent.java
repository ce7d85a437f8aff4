package it.sportello.devices.card.internal;

import it.sportello.devices.card.CardData;
import it.sportello.devices.card.OperatorBadge;

/** What a card turned out to be. */
sealed interface CardContent {
    record Health(CardData data) implements CardContent {}

    record Badge(OperatorBadge badge) implements CardContent {}
}
