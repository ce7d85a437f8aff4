package it.sportello.app.frame;

import it.sportello.app.frame.Citizen.Tone;
import java.util.List;

/**
 * A question before an act of legal or money effect. It repeats amount, person and effect; its button is the verb.
 *
 * @param tone attention for ordinary commits, danger for what cannot be taken back
 * @param title the question, short
 * @param figure the amount or time in the largest type, or empty text
 * @param lines person and effect, one sentence each
 * @param verb text of the confirming button with its underscore, such as {@code _Incassa 46,50 €}; never "OK"
 * @param cancel text of the other button, such as {@code _Torna indietro}
 */
public record Confirmation(Tone tone, String title, String figure, List<String> lines, String verb, String cancel) {
    public Confirmation {
        lines = List.copyOf(lines);
    }
}
