package it.sportello.app.service;

import it.sportello.api.Exemptions;
import it.sportello.api.Persons;
import it.sportello.app.frame.Citizen;
import it.sportello.app.frame.Citizen.Chip;
import it.sportello.app.frame.Citizen.Tone;
import it.sportello.app.frame.Texts;
import it.sportello.app.frame.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The citizen's header made from a page or a search result: exemptions, missing data, open dues, language. */
public final class CitizenFacts {
    private static final String ITALIAN = "it";

    private final Texts texts = Texts.of(CitizenFacts.class);
    private final Words words;

    public CitizenFacts(Words words) {
        this.words = words;
    }

    /**
     * The header of a loaded page.
     *
     * @param today Europe/Rome
     */
    public Citizen of(PersonFiles.Result.Loaded loaded, LocalDate today) {
        Persons.PersonRecord person = loaded.file().person();
        return new Citizen(
                person.id(),
                person.surname(),
                person.names(),
                person.code(),
                person.birthDate(),
                Optional.empty(),
                person.doctor(),
                chips(loaded, today));
    }

    /** The header of somebody chosen from a list, before the page is loaded. */
    public Citizen of(Persons.Hit hit) {
        return new Citizen(
                hit.personId(),
                hit.surname(),
                hit.names(),
                hit.code(),
                hit.birthDate(),
                Optional.empty(),
                hit.doctor(),
                List.of());
    }

    /**
     * The header after a payment at this desk.
     *
     * @param before open dues that the header showed, in cents
     * @param after what is still open, in cents
     */
    public Citizen withDues(Citizen citizen, long before, long after) {
        String old = texts.get("chip.dues", words.cents(before));
        List<Chip> chips = new ArrayList<>();
        for (Chip chip : citizen.chips()) {
            if (!chip.text().equals(old)) {
                chips.add(chip);
            } else if (after > 0) {
                chips.add(new Chip(chip.tone(), texts.get("chip.dues", words.cents(after))));
            }
        }
        return citizen.withChips(chips);
    }

    /** Name of a mandatory datum that is missing, such as {@code phone}. */
    public String missing(String datum) {
        String key = "missing." + datum;
        return texts.has(key) ? texts.get(key) : texts.get("missing.other", datum);
    }

    /** Whether an exemption covers a day. */
    public static boolean isValidOn(Exemptions.ExemptionView exemption, LocalDate day) {
        return !day.isBefore(exemption.validFrom())
                && exemption.validTo().map(last -> !day.isAfter(last)).orElse(true);
    }

    private List<Chip> chips(PersonFiles.Result.Loaded loaded, LocalDate today) {
        List<Chip> chips = new ArrayList<>();
        loaded.file().exemptions().stream()
                .filter(exemption -> isValidOn(exemption, today))
                .map(Exemptions.ExemptionView::code)
                .distinct()
                .forEach(code -> chips.add(new Chip(Tone.INFORMATION, texts.get("chip.exemption", code))));
        loaded.file()
                .person()
                .missing()
                .forEach(datum -> chips.add(new Chip(Tone.ATTENTION, texts.get("chip.missing", missing(datum)))));
        if (loaded.openCents() > 0) {
            chips.add(new Chip(Tone.NEUTRAL, texts.get("chip.dues", words.cents(loaded.openCents()))));
        }
        String language = loaded.file().person().language();
        if (!language.equals(ITALIAN)) {
            String key = "language." + language;
            chips.add(new Chip(Tone.NEUTRAL, texts.get("chip.language", texts.has(key) ? texts.get(key) : language)));
        }
        return chips;
    }
}
