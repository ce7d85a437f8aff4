package it.sportello.app.prescription;

import it.sportello.app.frame.Citizen.Tone;
import it.sportello.app.frame.Texts;
import it.sportello.app.frame.Words;
import it.sportello.domain.prescription.Finding;
import it.sportello.domain.prescription.FindingCode;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** The Italian of what the checks of a prescription found: one sentence and one thing to do for every code. */
final class FindingWords {
    private static final String NOT_TOLD = "?";

    private final Texts texts;
    private final Words words;

    FindingWords(Texts texts, Words words) {
        this.texts = texts;
        this.words = words;
    }

    /**
     * A finding as the screen shows it.
     *
     * @param level the word of its weight, so that colour is never alone
     */
    record Line(Tone tone, String level, String sentence, String next) {}

    Line line(Finding finding) {
        return new Line(
                tone(finding.level()),
                texts.get("level." + finding.level().name()),
                sentence(finding),
                next(finding.code()));
    }

    String sentence(Finding finding) {
        Object[] arguments = finding.args().stream().map(this::shown).toArray();
        return texts.get("finding." + finding.code().name(), arguments);
    }

    /** What to do; empty text when nothing is to be done. */
    private String next(FindingCode code) {
        String key = "finding." + code.name() + ".next";
        return texts.has(key) ? texts.get(key) : "";
    }

    /** A provider as people name it. */
    String provider(String name) {
        return name.equals(LookUpPrescription.OWN_PROVIDER) ? texts.get("provider.own") : name;
    }

    /** Date and time of an event. */
    String moment(LocalDateTime moment) {
        return texts.get("moment", words.date(moment.toLocalDate()), words.time(moment.toLocalTime()));
    }

    private Object shown(Object argument) {
        return switch (argument) {
            case LocalDate date -> words.date(date);
            case LocalDateTime moment -> moment(moment);
            case String text when text.equals(NOT_TOLD) -> texts.get("notTold");
            case String text -> provider(text);
            default -> argument;
        };
    }

    private static Tone tone(Finding.Level level) {
        return switch (level) {
            case BLOCK -> Tone.DANGER;
            case WARN -> Tone.ATTENTION;
            case INFO -> Tone.INFORMATION;
        };
    }
}
