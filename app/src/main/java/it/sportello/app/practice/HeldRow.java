package it.sportello.app.practice;

import it.sportello.api.Exemptions;
import it.sportello.app.frame.Texts;
import it.sportello.app.frame.Words;
import it.sportello.app.print.ExemptionSheets;
import it.sportello.app.service.CitizenFacts;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;

/**
 * An exemption as the list shows it.
 *
 * @param period from when to when, in words
 * @param valid whether it covers today
 */
public record HeldRow(String code, String description, String period, String source, boolean valid, String spoken) {
    /** Those in force on top. */
    static final Comparator<HeldRow> VALID_FIRST = Comparator.comparing(row -> !row.valid());

    static HeldRow of(Exemptions.ExemptionView view, LocalDate today, Texts texts, Words words) {
        String period = period(view.validFrom(), view.validTo(), texts, words);
        String key = "source." + view.source();
        return new HeldRow(
                view.code(),
                view.description(),
                period,
                texts.has(key) ? texts.get(key) : view.source(),
                CitizenFacts.isValidOn(view, today),
                texts.get("held.spoken", view.code(), view.description(), period));
    }

    static HeldRow of(ExemptionSheets.Registered facts, Texts texts, Words words) {
        String period = period(facts.validFrom(), facts.validTo(), texts, words);
        return new HeldRow(
                facts.exemptionCode(),
                facts.exemptionDescription(),
                period,
                "",
                false,
                texts.get("held.spoken", facts.exemptionCode(), facts.exemptionDescription(), period));
    }

    private static String period(LocalDate from, Optional<LocalDate> to, Texts texts, Words words) {
        return to.map(end -> texts.get("period", words.date(from), words.date(end)))
                .orElseGet(() -> texts.get("period.open", words.date(from)));
    }

    /** Health data. */
    @Override
    public String toString() {
        return "HeldRow[***]";
    }
}
