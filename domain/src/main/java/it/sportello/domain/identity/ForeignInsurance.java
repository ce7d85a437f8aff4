package it.sportello.domain.identity;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The data of a foreign health insurance card (EHIC) or of a certificate in its place: they go onto the prescription
 * and serve the recovery of costs. Not a {@link PersonCode}: the numbers are those of another country.
 *
 * @param country ISO 3166 code of two letters
 */
public record ForeignInsurance(
        String country,
        String institution,
        String personalNumber,
        String cardNumber,
        @Nullable LocalDate birthDate,
        @Nullable LocalDate expires) {
    public ForeignInsurance {
        if (!country.matches("[A-Z]{2}")) {
            throw new IllegalArgumentException("A country has two letters");
        }
    }

    @Override
    public String toString() {
        return "ForeignInsurance[" + country + ", ***]";
    }
}
