package it.sportello.domain.identity;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What was typed about a person, to be held against the tax code; null what is not known. */
public record PersonData(
        @Nullable String surname,
        @Nullable String names,
        @Nullable LocalDate birthDate,
        @Nullable Sex sex,
        @Nullable String birthPlace) {
    public enum Field {
        SURNAME,
        NAMES,
        BIRTH_DATE,
        SEX,
        BIRTH_PLACE
    }

    @Override
    public String toString() {
        return "PersonData[***]";
    }
}
