package it.sportello.app.citizen;

import it.sportello.app.frame.Reading;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/** What a chip says of its holder, held against the registry: the code is the key, all else only a hint. */
final class CardHolder {
    private final String surname;
    private final Optional<LocalDate> birthDate;

    CardHolder(Reading.Card card) {
        this.surname = card.surname();
        this.birthDate = card.birthDate();
    }

    /** Whether the registry tells another surname or birth date; what the chip does not tell is not compared. */
    boolean differsFrom(FoundPerson person) {
        boolean otherName = !surname.isBlank() && !plain(surname).equals(plain(person.surname()));
        return otherName
                || birthDate.filter(date -> !date.equals(person.birthDate())).isPresent();
    }

    // Chips hold capitals without accents, registries sometimes not; apostrophes and blanks come and go.
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^\\p{L}]", "")
                .toUpperCase(Locale.ROOT);
    }
}
