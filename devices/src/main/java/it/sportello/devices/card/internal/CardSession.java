package it.sportello.devices.card.internal;

import it.sportello.devices.card.CardApplications;
import it.sportello.devices.card.CardBackend.CardConnection;
import it.sportello.devices.card.CardData;
import it.sportello.devices.card.CardError;
import it.sportello.devices.card.CardFault;
import it.sportello.devices.card.OtherCard;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/** One connected card, from its answer to reset to its data. */
final class CardSession {
    private static final byte[] CONTACTLESS_PAYMENT = "2PAY.SYS.DDF01".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CONTACT_PAYMENT = "1PAY.SYS.DDF01".getBytes(StandardCharsets.US_ASCII);

    private final CardConnection connection;
    private final FileSelector selector;
    private final CardFileReader files;

    CardSession(CardConnection connection, CardApplications applications) {
        this.connection = connection;
        CardChannel channel = new CardChannel(connection);
        this.selector = new FileSelector(channel, applications);
        this.files = new CardFileReader(channel, selector);
    }

    /**
     * Reads the card.
     *
     * @param today the date in Rome, to tell an expired card
     */
    CardData read(LocalDate today) {
        byte[] atr = connection.atr();
        OtherCard other = AtrRules.otherCard(atr);
        if (other != null) {
            throw new CardFault(CardError.WRONG_CARD, other.name());
        }
        byte[] personalData = files.personalData();
        if (personalData == null) {
            throw stranger(atr);
        }
        PersonalDataParser.Fields fields = PersonalDataParser.parse(personalData);
        return CardDataRules.judge(fields, files.cardId(), today);
    }

    private CardFault stranger(byte[] atr) {
        boolean pays = !AtrRules.saysCns(atr)
                && (selector.hasApplication(CONTACTLESS_PAYMENT) || selector.hasApplication(CONTACT_PAYMENT));
        return pays
                ? new CardFault(CardError.WRONG_CARD, OtherCard.BANK_CARD.name())
                : new CardFault(CardError.NOT_TSCNS);
    }
}
