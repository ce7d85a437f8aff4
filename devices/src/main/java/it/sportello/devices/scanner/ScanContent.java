package it.sportello.devices.scanner;

import it.sportello.devices.scanner.Scan.CardNumberScan;
import it.sportello.devices.scanner.Scan.MedicineScan;
import it.sportello.devices.scanner.Scan.PersonCodeScan;
import it.sportello.devices.scanner.Scan.PrescriptionPart1;
import it.sportello.devices.scanner.Scan.PrescriptionPart2;
import it.sportello.devices.scanner.Scan.ProductScan;
import it.sportello.devices.scanner.Scan.Reason;
import it.sportello.devices.scanner.Scan.Unknown;
import it.sportello.devices.scanner.Scan.WholeNre;
import it.sportello.domain.identity.CardNumber;
import it.sportello.domain.identity.CodeReading;
import it.sportello.domain.identity.PersonCode;
import it.sportello.domain.identity.PrescriptionNumber;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells what a reading is by its content; the symbology, which most readers do not send, only breaks a tie. */
public final class ScanContent {

    private static final Pattern PART_1 = Pattern.compile("[0-9]{3}[0-9A-Z]{2}");
    private static final Pattern PART_2 = Pattern.compile("[0-9]{10}");
    private static final Pattern WHOLE = Pattern.compile("[0-9]{3}[0-9A-Z]{2}[0-9]{10}");
    private static final Pattern PERSON = Pattern.compile("[A-Z]{6}[0-9A-Z]{10}|(STP|ENI)[0-9]{13}");
    private static final Pattern WITH_SURPLUS = Pattern.compile("[A-Z]{6}[0-9A-Z]{10}[0-9A-Z.$/+%-]");
    private static final Pattern PROVISIONAL = Pattern.compile("[0-9]{11}");
    private static final Pattern CARD = Pattern.compile("80380[0-9]{15}");
    private static final int PERSON_LENGTH = 16;

    private ScanContent() {}

    /** Says what a reading is. Never fails: what is not known is {@link Unknown}, with its reason. */
    public static Scan classify(RawScan raw) {
        String text = raw.text();
        if (OwnContent.isTestSheet(text)) {
            return new Scan.TestSheetScan(raw);
        }
        if (OwnCode.isOwn(text)) {
            return OwnContent.classify(raw);
        }
        if (NoticeContent.isNotice(text)) {
            return NoticeContent.classify(raw);
        }
        if (StripeContent.isStripe(text)) {
            return StripeContent.classify(raw);
        }
        if (Gs1Elements.isMeant(raw)) {
            return product(raw);
        }
        return plain(raw, clean(text));
    }

    /** Without blanks and the asterisks of Code 39, ASCII letters raised: Unicode would make letters of a code. */
    static String clean(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.chars()
                .filter(c -> c != '*' && c != ' ')
                .forEach(c -> kept.append((char) (c >= 'a' && c <= 'z' ? c - ('a' - 'A') : c)));
        return kept.toString();
    }

    private static Scan plain(RawScan raw, String text) {
        if (PERSON.matcher(text).matches() || PROVISIONAL.matcher(text).matches()) {
            return new PersonCodeScan(raw, text, PersonCode.classify(text), false);
        }
        if (WITH_SURPLUS.matcher(text).matches()) {
            return withSurplus(raw, text.substring(0, PERSON_LENGTH));
        }
        if (CARD.matcher(text).matches()) {
            CardNumber card = CardNumber.parse(text);
            return card == null ? new Unknown(raw, Reason.CARD_CHECK) : new CardNumberScan(raw, card);
        }
        if (WHOLE.matcher(text).matches()) {
            PrescriptionNumber number = PrescriptionNumber.parse(text);
            return number == null ? new Unknown(raw, Reason.DAMAGED) : new WholeNre(raw, number);
        }
        if (PART_1.matcher(text).matches()) {
            return new PrescriptionPart1(raw, text);
        }
        if (PART_2.matcher(text).matches()) {
            return new PrescriptionPart2(raw, text);
        }
        return medicine(raw, text);
    }

    /** Seventeen characters: the reader sends the check character of Code 39 too. */
    private static Scan withSurplus(RawScan raw, String code) {
        CodeReading reading = PersonCode.classify(code);
        return reading instanceof CodeReading.Accepted
                ? new PersonCodeScan(raw, code, reading, true)
                : new Unknown(raw, Reason.NO_KIND);
    }

    private static Scan medicine(RawScan raw, String text) {
        if (!Code32.isMeant(raw.symbology(), text)) {
            return new Unknown(raw, Reason.NO_KIND);
        }
        Optional<String> number = Code32.decode(text);
        if (number.isPresent()) {
            return new MedicineScan(raw, number.get());
        }
        // Six characters of any paper may look like one; only Code 39 was really meant to be a medicine's.
        return new Unknown(raw, raw.symbology().startsWith("A") ? Reason.MEDICINE_CHECK : Reason.NO_KIND);
    }

    private static Scan product(RawScan raw) {
        return switch (Gs1Elements.parse(raw.text())) {
            case Gs1Elements.Read(Gs1Elements elements) -> new ProductScan(raw, elements);
            case Gs1Elements.Wrong(Reason reason) -> new Unknown(raw, reason);
        };
    }
}
