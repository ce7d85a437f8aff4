package it.sportello.devices.card;

/** What the answer to reset says of a card's kind: all that a log may hold of it. */
public enum CardType {
    /** Carta nazionale dei servizi: health cards, and signature devices of the same make. */
    NATIONAL_SERVICES,
    /** Marked HPC: a health professional's card. */
    PROFESSIONAL,
    /** Marked DSD: a signature device. */
    SIGNATURE_DEVICE,
    /** Carta d'identità elettronica of any generation. */
    IDENTITY_CARD,
    /** Any card reached through an antenna, whose answer is made up by the reader. */
    CONTACTLESS,
    /** Any other card with contacts. */
    OTHER
}
