package it.sportello.devices.card.internal;

import it.sportello.devices.card.CardData;
import it.sportello.devices.card.CardError;
import it.sportello.devices.card.CardFault;
import it.sportello.devices.card.CardWarning;
import it.sportello.domain.identity.CardNumber;
import it.sportello.domain.identity.CodeReading;
import it.sportello.domain.identity.CodiceFiscale;
import it.sportello.domain.identity.PersonCode;
import it.sportello.domain.identity.PersonData;
import it.sportello.domain.identity.Sex;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Judges the fields of a card: the tax code must be right, everything else may be odd and is said to be so. */
final class CardDataRules {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("ddMMuuuu").withResolverStyle(ResolverStyle.STRICT);
    private static final Pattern USUAL_TEXT = Pattern.compile("[A-Z0-9 '.,/-]*");
    private static final Pattern PLACE = Pattern.compile("[A-Z][0-9]{3}");
    private static final Pattern CARD_ID = Pattern.compile("[0-9]{16}");

    private final PersonalDataParser.Fields fields;
    private final Set<CardWarning> warnings;

    private CardDataRules(PersonalDataParser.Fields fields) {
        this.fields = fields;
        this.warnings = EnumSet.noneOf(CardWarning.class);
        warnings.addAll(fields.warnings());
    }

    /**
     * The card's data with all warnings.
     *
     * @param cardIdBytes EF_ID_Carta as read; empty when it was not
     * @param today the date in Rome
     * @throws CardFault {@link CardError#FORMAT} with detail 9 when the tax code is not one
     */
    static CardData judge(PersonalDataParser.Fields fields, byte[] cardIdBytes, LocalDate today) {
        return new CardDataRules(fields).judge(new String(cardIdBytes, StandardCharsets.ISO_8859_1), today);
    }

    private CardData judge(String cardIdText, LocalDate today) {
        CodiceFiscale code = taxCode();
        LocalDate issued = date(2, CardWarning.ISSUE_DATE);
        LocalDate expires = date(3, CardWarning.EXPIRY_DATE);
        LocalDate born = date(6, CardWarning.BIRTH_DATE);
        Sex sex = sex();
        compare(code, born, sex);
        comparePlace(code);
        if (expires != null && expires.isBefore(today)) {
            warnings.add(CardWarning.EXPIRED);
        }
        if (fields.values().stream()
                .anyMatch(value -> !USUAL_TEXT.matcher(value).matches())) {
            warnings.add(CardWarning.ODD_CHARACTERS);
        }
        String cardId = cardId(cardIdText);
        CardNumber number = cardId.isEmpty() ? null : CardNumber.ofChip(cardId);
        return new CardData(
                fields.get(1),
                issued,
                expires,
                fields.get(4),
                fields.get(5),
                born,
                sex,
                fields.get(8),
                code,
                fields.get(10),
                fields.get(11),
                fields.get(12),
                fields.get(13),
                fields.get(14),
                fields.get(15),
                fields.get(16),
                cardId,
                number,
                warnings);
    }

    private CodiceFiscale taxCode() {
        if (PersonCode.classify(fields.get(9)) instanceof CodeReading.Accepted accepted
                && accepted.code() instanceof CodiceFiscale code) {
            return code;
        }
        throw new CardFault(CardError.FORMAT, "9");
    }

    private @Nullable LocalDate date(int number, CardWarning otherwise) {
        try {
            return LocalDate.parse(fields.get(number), DATE);
        } catch (DateTimeParseException notADate) {
            warnings.add(otherwise);
            return null;
        }
    }

    private @Nullable Sex sex() {
        return switch (fields.get(7)) {
            case "M" -> Sex.M;
            case "F" -> Sex.F;
            default -> {
                warnings.add(CardWarning.SEX);
                yield null;
            }
        };
    }

    private void compare(CodiceFiscale code, @Nullable LocalDate born, @Nullable Sex sex) {
        Set<PersonData.Field> differing = code.coherence(new PersonData(null, null, born, sex, null));
        if (differing.contains(PersonData.Field.BIRTH_DATE)) {
            warnings.add(CardWarning.BIRTH_DATE_MISMATCH);
        }
        if (differing.contains(PersonData.Field.SEX)) {
            warnings.add(CardWarning.SEX_MISMATCH);
        }
    }

    /** Whether a birth abroad stands in field 11, in field 12 or in both is not settled: one that agrees is enough. */
    private void comparePlace(CodiceFiscale code) {
        List<String> places = Stream.of(fields.get(11), fields.get(12))
                .filter(place -> PLACE.matcher(place).matches())
                .toList();
        if (!places.isEmpty() && !places.contains(code.placeCode())) {
            warnings.add(CardWarning.BIRTH_PLACE_MISMATCH);
        }
    }

    private String cardId(String text) {
        if (!CARD_ID.matcher(text).matches()) {
            warnings.add(CardWarning.CARD_ID_UNREADABLE);
            return "";
        }
        if (!isLuhn(text)) {
            warnings.add(CardWarning.CARD_ID_CHECK_DIGIT);
        }
        if (!text.startsWith(fields.get(1))) {
            warnings.add(CardWarning.ISSUER_MISMATCH);
        }
        return text;
    }

    private static boolean isLuhn(String digits) {
        int sum = 0;
        for (int fromRight = 0; fromRight < digits.length(); fromRight++) {
            int digit = digits.charAt(digits.length() - 1 - fromRight) - '0';
            int weighted = fromRight % 2 == 0 ? digit : digit * 2;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum % 10 == 0;
    }
}
