package it.sportello.devices.twin.card;

import it.sportello.domain.identity.CodiceFiscale;
import java.time.LocalDate;

/**
 * The person a virtual card belongs to, as the card spells it: capital ASCII letters, accents as apostrophes.
 *
 * @param sex {@code F} or {@code M}
 * @param birthPlace Belfiore code, foreign states too
 * @param residence Belfiore code
 */
public record CardHolder(
        String surname,
        String names,
        LocalDate birthDate,
        String sex,
        String taxCode,
        String birthPlace,
        String residence) {

    /** The holder of a card, from a person as the registry writes her: the names are spelled as cards spell them. */
    public static CardHolder of(
            String surname,
            String names,
            LocalDate birthDate,
            CodiceFiscale taxCode,
            String birthPlace,
            String residence) {
        return new CardHolder(
                CardSpelling.of(surname),
                CardSpelling.of(names),
                birthDate,
                taxCode.sex().name(),
                taxCode.value(),
                birthPlace,
                residence);
    }

    @Override
    public String toString() {
        return "CardHolder[***]";
    }
}
