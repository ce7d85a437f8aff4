package it.sportello.app.citizen;

import it.sportello.api.Persons;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One person of a result: enough to tell homonyms apart.
 *
 * @param asOf when the server confirmed it, for one of the desk's own data; empty when the server just said so
 */
public record FoundPerson(
        String personId,
        String code,
        String surname,
        String names,
        LocalDate birthDate,
        String birthPlace,
        String municipality,
        Optional<String> doctor,
        Optional<Instant> asOf) {

    static FoundPerson of(Persons.Hit hit, Optional<Instant> asOf) {
        return new FoundPerson(
                hit.personId(),
                hit.code(),
                hit.surname(),
                hit.names(),
                hit.birthDate(),
                hit.birthPlace(),
                hit.municipality(),
                hit.doctor(),
                asOf);
    }

    Persons.Hit hit() {
        return new Persons.Hit(personId, code, surname, names, birthDate, birthPlace, municipality, doctor);
    }

    @Override
    public String toString() {
        return "FoundPerson[" + personId + "]";
    }
}
