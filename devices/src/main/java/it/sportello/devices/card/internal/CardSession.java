package it.sportello.devices.card.internal;

import it.sportello.devices.card.CardActivation;
import it.sportello.devices.card.CardApplications;
import it.sportello.devices.card.CardBackend.CardConnection;
import it.sportello.devices.card.CardData;
import it.sportello.devices.card.CardError;
import it.sportello.devices.card.CardFault;
import it.sportello.devices.card.OperatorBadge;
import it.sportello.devices.card.OtherCard;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** One connected card, from its answer to reset to its data. */
final class CardSession {
    private static final byte[] CONTACTLESS_PAYMENT = "2PAY.SYS.DDF01".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CONTACT_PAYMENT = "1PAY.SYS.DDF01".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern CARD_ID = Pattern.compile("[0-9]{16}");
    /** First digit 8: national operator card, 9: regional one. */
    private static final Pattern OPERATORS_CARD = Pattern.compile("[89][0-9]{15}");

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
    CardContent read(LocalDate today) {
        byte[] atr = connection.atr();
        OtherCard other = AtrRules.otherCard(atr);
        if (other != null) {
            return professional(other);
        }
        byte[] personalData = files.personalData();
        if (personalData == null) {
            throw stranger(atr);
        }
        PersonalDataParser.Fields fields = PersonalDataParser.parse(personalData);
        byte[] cardId = files.cardId();
        if (OPERATORS_CARD
                .matcher(new String(cardId, StandardCharsets.ISO_8859_1))
                .matches()) {
            return badge(cardId);
        }
        return new CardContent.Health(CardDataRules.judge(fields, cardId, today));
    }

    /**
     * Reads what an activation needs, in the same connection.
     *
     * @throws CardFault {@link CardError#WRONG_CARD} for an operator's card too
     */
    CardActivation readForActivation(Instant now, LocalDate today) {
        if (read(today) instanceof CardContent.Health(CardData data)) {
            return CertificateRules.join(data, files.certificate(), now);
        }
        throw new CardFault(CardError.WRONG_CARD, OtherCard.PROFESSIONAL_CARD.name());
    }

    private CardContent professional(OtherCard other) {
        byte[] cardId = other == OtherCard.PROFESSIONAL_CARD ? files.cardId() : new byte[0];
        if (!CARD_ID.matcher(new String(cardId, StandardCharsets.ISO_8859_1)).matches()) {
            throw new CardFault(CardError.WRONG_CARD, other.name());
        }
        return badge(cardId);
    }

    private static CardContent badge(byte[] cardId) {
        return new CardContent.Badge(new OperatorBadge(new String(cardId, StandardCharsets.US_ASCII)));
    }

    private CardFault stranger(byte[] atr) {
        boolean pays = !AtrRules.saysCns(atr)
                && (selector.hasApplication(CONTACTLESS_PAYMENT) || selector.hasApplication(CONTACT_PAYMENT));
        return pays
                ? new CardFault(CardError.WRONG_CARD, OtherCard.BANK_CARD.name())
                : new CardFault(CardError.NOT_TSCNS);
    }
}
