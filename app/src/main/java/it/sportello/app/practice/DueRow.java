package it.sportello.app.practice;

import it.sportello.api.Dues;
import it.sportello.app.frame.Texts;
import it.sportello.app.frame.Words;

/**
 * One due looked at again.
 *
 * @param amounts before and after, or the one amount that stays
 * @param reason why, in a sentence
 */
public record DueRow(String description, String amounts, boolean changed, String reason, String spoken) {
    static DueRow of(Dues.DueOutcome due, ExemptionSentences sentences, Texts texts, Words words) {
        String amounts = due.changed()
                ? texts.get("due.changed", words.cents(due.oldAmountCents()), words.cents(due.newAmountCents()))
                : words.cents(due.oldAmountCents());
        String reason = sentences.reason(due);
        return new DueRow(
                due.description(),
                amounts,
                due.changed(),
                reason,
                texts.get(
                        due.changed() ? "due.spoken.changed" : "due.spoken.same", due.description(), amounts, reason));
    }

    /** Personal. */
    @Override
    public String toString() {
        return "DueRow[***]";
    }
}
