package it.sportello.app.desk;

import it.sportello.app.frame.Frame;
import it.sportello.app.frame.Texts;
import java.util.List;

/** Tells the operator, in Italian, why the queue said no and what to do. */
final class QueueWords {
    private static final String PREFIX = "queue.refused.";

    private final Frame frame;
    private final Texts texts;

    QueueWords(Frame frame, Texts texts) {
        this.frame = frame;
        this.texts = texts;
    }

    /** One message for all that stands in the way; a code without words of its own has its card. */
    void refuse(QueueAnswer.Refused refused) {
        List<String> sentences = refused.violations().stream()
                .filter(code -> texts.has(PREFIX + code))
                .map(code -> texts.get(PREFIX + code))
                .toList();
        if (sentences.isEmpty()) {
            frame.dialogs().show(frame.refusals().card(refused.code()));
        } else {
            frame.messages().attention(String.join(" ", sentences));
        }
    }
}
