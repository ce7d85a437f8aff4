package it.sportello.devices.twin.card;

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

    @Override
    public String toString() {
        return "CardHolder[***]";
    }
}
