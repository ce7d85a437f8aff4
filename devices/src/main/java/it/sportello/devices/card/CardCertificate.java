package it.sportello.devices.card;

import java.time.Instant;

/**
 * What the authentication certificate of a card says in the clear (EF.C_Carta). It is consistent with the card or not;
 * it proves nothing of the person, for which a signature with the PIN would be needed, and that is never asked for.
 *
 * @param codiceFiscale the tax code in its common name, not checked
 * @param cardId the card's identifier in its common name, sixteen digits, not checked
 * @param validFrom begin of its validity
 * @param validTo end of its validity
 * @param issuer common name of the authority that signed it
 */
public record CardCertificate(String codiceFiscale, String cardId, Instant validFrom, Instant validTo, String issuer) {
    @Override
    public String toString() {
        return "CardCertificate[***]";
    }
}
