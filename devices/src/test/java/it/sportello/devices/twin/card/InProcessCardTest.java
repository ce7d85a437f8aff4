package it.sportello.devices.twin.card;

import it.sportello.devices.card.CardBackend;

/** Every scenario with a slot in this process, without any line. */
class InProcessCardTest extends CardScenarios {
    private final InProcessCardBackend slot = new InProcessCardBackend();

    @Override
    CardBackend backend() {
        return slot;
    }

    @Override
    void put(VirtualCard card) {
        slot.insert(card);
    }

    @Override
    void pull() {
        slot.remove();
    }
}
