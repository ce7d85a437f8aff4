package it.sportello.devices.scanner;

import it.sportello.devices.scanner.Scan.CardNumberScan;
import it.sportello.devices.scanner.Scan.PersonCodeScan;
import it.sportello.devices.scanner.Scan.Reason;
import it.sportello.devices.scanner.Scan.Unknown;
import it.sportello.domain.identity.CardNumber;
import it.sportello.domain.identity.CodeReading;
import it.sportello.domain.identity.PersonCode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The magnetic stripe of a health card, swiped through a reader that acts as a keyboard: track 1 {@code %B<code><surname>
 * <names>^?}, track 2 {@code ;<20 digits of the card>?}. On an Italian keyboard {@code ;} becomes ò, {@code ?} an
 * underscore and {@code ^} an ampersand, so that only the codes themselves are looked for.
 */
final class StripeContent {

    private static final Pattern FIRST_TRACK = Pattern.compile("%.{16,}", Pattern.DOTALL);
    private static final Pattern SECOND_TRACK = Pattern.compile("[;\u00F2\u00D2+][0-9]{15,40}[?_+]?.?");
    private static final Pattern PERSON = Pattern.compile(
            "(?=([A-Z]{6}[0-9LMNPQRSTUV]{2}[ABCDEHLMPRST][0-9LMNPQRSTUV]{2}[A-Z][0-9LMNPQRSTUV]{3}[A-Z]))");
    private static final Pattern CARD = Pattern.compile("80380[0-9]{15}");

    private StripeContent() {}

    static boolean isStripe(String text) {
        return isFirstTrack(text) || isSecondTrack(text);
    }

    static boolean isFirstTrack(String text) {
        return FIRST_TRACK.matcher(text).matches();
    }

    /** The second track alone: readers that end each track with ENTER send it right after the first. */
    static boolean isSecondTrack(String text) {
        return SECOND_TRACK.matcher(text).matches();
    }

    static Scan classify(RawScan raw) {
        String text = ScanContent.clean(raw.text());
        // Names follow the code without a mark, and a format letter stands before it: the check letter decides.
        Matcher person = PERSON.matcher(text);
        while (person.find()) {
            CodeReading reading = PersonCode.classify(person.group(1));
            if (reading instanceof CodeReading.Accepted) {
                return new PersonCodeScan(raw, person.group(1), reading, false);
            }
        }
        Matcher card = CARD.matcher(text);
        if (!card.find()) {
            return new Unknown(raw, Reason.STRIPE);
        }
        CardNumber number = CardNumber.parse(card.group());
        return number == null ? new Unknown(raw, Reason.CARD_CHECK) : new CardNumberScan(raw, number);
    }
}
