package it.sportello.app.wiring;

import it.sportello.app.frame.Reading;
import it.sportello.app.frame.Words;
import it.sportello.devices.card.CardData;
import it.sportello.devices.card.CardError;
import it.sportello.devices.card.CardEvent;
import it.sportello.devices.card.CardTexts;
import it.sportello.devices.card.CardWarning;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;

/** What of a card's events goes to the screens. */
final class CardWords {
    /** Of no use to an operator. */
    private static final Set<CardWarning> TECHNICAL =
            EnumSet.of(CardWarning.HEADER_EXCLUSIVE, CardWarning.LENGTH_MISMATCH);

    private CardWords() {}

    static Optional<Reading> reading(CardEvent event) {
        return switch (event) {
            case CardEvent.Inserted inserted ->
                Optional.of(card(inserted.reading().data()));
            case CardEvent.Removed removed -> Optional.of(new Reading.CardRemoved());
            case CardEvent.Failed failed -> Optional.of(fault(failed.error(), failed.details()));
            case CardEvent.Badge badge -> Optional.empty();
            case CardEvent.Reading begun -> Optional.empty();
            case CardEvent.ReaderState state -> Optional.empty();
        };
    }

    private static Reading card(CardData data) {
        return new Reading.Card(
                data.codiceFiscale().value(),
                data.surname(),
                data.names(),
                Optional.ofNullable(data.birthDate()),
                data.warnings().stream()
                        .filter(warning -> !TECHNICAL.contains(warning))
                        .sorted()
                        .map(warning -> sentence(warning, data))
                        .toList());
    }

    private static String sentence(CardWarning warning, CardData data) {
        String pattern = CardTexts.bundle(Locale.ITALIAN).getString("card.warning." + warning.name());
        LocalDate expiry = data.expires();
        return MessageFormat.format(pattern, expiry == null ? "" : new Words().date(expiry));
    }

    private static Reading fault(CardError error, List<String> details) {
        ResourceBundle texts = CardTexts.bundle(Locale.ITALIAN);
        String special = details.isEmpty() ? "" : error.messageKey() + "." + details.getFirst();
        String key = texts.containsKey(special) ? special : error.messageKey();
        String sentence = MessageFormat.format(texts.getString(key), details.toArray());
        String action = texts.getString(error.messageKey() + ".action").replace("''", "'");
        return new Reading.CardFault(error.code(), sentence + " " + action);
    }
}
