package it.sportello.devices.card;

/**
 * What support needs to know of a card that was not read.
 *
 * @param type the kind of card: this alone goes into logs
 * @param atr answer to reset, hexadecimal; it is the same for all cards of a lot, and what a card sends of itself alone
 *     (the PUPI of contactless type B) is blotted out
 */
public record CardDiagnosis(CardType type, String atr) {
    @Override
    public String toString() {
        return type.name();
    }
}
