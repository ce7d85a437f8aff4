package it.sportello.devices.card;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the activation of a card at the desk needs to know of it (S41), read in one go while it sat in the reader: nothing
 * of it is secret, and no code of the card is among it.
 *
 * @param card its data, read again
 * @param certificate its authentication certificate; null when the card does not give it freely, as some newer lots
 * @param warnings what to tell the operator of the certificate; those of the data are in the data
 */
public record CardActivation(CardData card, @Nullable CardCertificate certificate, Set<CardWarning> warnings) {
    public CardActivation {
        warnings = Set.copyOf(warnings);
    }
}
