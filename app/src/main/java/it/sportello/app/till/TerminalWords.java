package it.sportello.app.till;

import it.sportello.app.frame.Texts;
import it.sportello.devices.DeviceStatus;
import it.sportello.devices.terminal.TerminalTexts;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/** What the card terminal says, in the operator's words: what happened, and what to do. */
final class TerminalWords {
    private static final String ACTION = ".action";

    private final ResourceBundle terminal = TerminalTexts.bundle(Locale.ITALIAN);
    private final Texts texts;

    TerminalWords(Texts texts) {
        this.texts = texts;
    }

    /** Why the terminal cannot be used, or what is to be minded; empty text when there is nothing to say. */
    String standing(Optional<DeviceStatus> status) {
        if (status.isEmpty()) {
            return texts.get("card.none");
        }
        DeviceStatus now = status.get();
        if (now.busy()) {
            return texts.get("card.busy");
        }
        if (!now.code().isEmpty()) {
            return both("device." + now.code(), now.details());
        }
        return now.state().isUsable() ? "" : texts.get("card.unknown");
    }

    /** Why no money moved. */
    String refusal(Optional<String> cause, String words) {
        String said = words.isEmpty() ? "" : texts.get("card.refused.words", words);
        return cause.map(key -> key.equals(CardDesk.NEVER_ASKED)
                        ? texts.get("card.neverAsked")
                        : texts.get("card.refused.because", one(key, List.of()), said, one(key + ACTION, List.of())))
                .orElse(texts.get("card.refused.byHand"))
                .replace("  ", " ")
                .strip();
    }

    /** What is known of a payment whose end is not. */
    String doubt(String reason) {
        return switch (reason) {
            case CardBook.NOT_BOOKED -> texts.get("card.notBooked");
            case CardBook.NOT_BOOKABLE -> texts.get("card.notBookable");
            default -> one(key(reason), List.of());
        };
    }

    /** What to do about it. */
    String doubtAction(String reason) {
        return switch (reason) {
            case CardBook.NOT_BOOKED -> texts.get("card.notBooked.action");
            case CardBook.NOT_BOOKABLE -> texts.get("card.notBookable.action");
            default -> one(key(reason) + ACTION, List.of());
        };
    }

    private String key(String reason) {
        String key = "terminal.doubt." + reason;
        return terminal.containsKey(key) ? key : "terminal.doubt.NO_ANSWER";
    }

    private String both(String key, List<String> details) {
        return texts.get("card.standing", one(key, details), one(key + ACTION, details))
                .strip();
    }

    private String one(String key, List<String> details) {
        return terminal.containsKey(key) ? MessageFormat.format(terminal.getString(key), details.toArray()) : "";
    }
}
