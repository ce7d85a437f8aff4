package it.sportello.app.frame;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Who sits at the desk, as far as the header shows it.
 *
 * @param personId identifier of the registry
 * @param code codice fiscale or other code, for the header
 * @param actingPerson who acts for the citizen, if anybody
 * @param chips short facts in order of weight: exemptions, missing data, open dues, language
 */
public record Citizen(
        String personId,
        String surname,
        String names,
        String code,
        LocalDate birthDate,
        Optional<String> actingPerson,
        Optional<String> doctor,
        List<Chip> chips) {

    /** Meanings that have a colour, an icon and a word. */
    public enum Tone {
        NEUTRAL,
        GOOD,
        ATTENTION,
        DANGER,
        INFORMATION
    }

    /** A short fact of the header; the tone never stands alone, the text says it too. */
    public record Chip(Tone tone, String text) {}

    public Citizen {
        chips = List.copyOf(chips);
    }

    public Citizen withChips(List<Chip> next) {
        return new Citizen(personId, surname, names, code, birthDate, actingPerson, doctor, next);
    }

    @Override
    public String toString() {
        return "Citizen[" + personId + "]";
    }
}
