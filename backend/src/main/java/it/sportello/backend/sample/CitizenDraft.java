package it.sportello.backend.sample;

import it.sportello.backend.sample.Registry.Home;
import it.sportello.domain.identity.Place;
import java.time.LocalDate;

/** The data from which a code follows, before the code is issued. */
record CitizenDraft(
        String surname, String names, LocalDate birthDate, String sex, Place birthPlace, String language, Home home) {
    CitizenDraft named(String otherSurname, String otherNames) {
        return new CitizenDraft(otherSurname, otherNames, birthDate, sex, birthPlace, language, home);
    }

    boolean isForeign() {
        return birthPlace.isForeign();
    }
}
