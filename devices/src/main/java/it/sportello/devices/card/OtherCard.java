package it.sportello.devices.card;

/** Cards an operator is handed instead of the health card, recognised without reading them. */
public enum OtherCard {
    /** Carta d'identità elettronica, of any generation. */
    IDENTITY_CARD,
    /** A payment card. */
    BANK_CARD,
    /** A health professional's card. */
    PROFESSIONAL_CARD
}
