package it.sportello.devices.card;

/**
 * The card of an operator: a health professional's card, or a card of the services whose identifier is of the operators'
 * kinds (first digit 8 national, 9 regional).
 *
 * @param cardId EF_ID_Carta, sixteen digits
 */
public record OperatorBadge(String cardId) {
    @Override
    public String toString() {
        return "OperatorBadge[***]";
    }
}
