package it.sportello.devices.scanner;

import it.sportello.devices.scanner.Scan.BadgeScan;
import it.sportello.devices.scanner.Scan.BookingNumberScan;
import it.sportello.devices.scanner.Scan.CardNumberScan;
import it.sportello.devices.scanner.Scan.DocumentNumberScan;
import it.sportello.devices.scanner.Scan.NoticeQr;
import it.sportello.devices.scanner.Scan.PersonCodeScan;
import it.sportello.devices.scanner.Scan.PrescriptionPart1;
import it.sportello.devices.scanner.Scan.PrescriptionPart2;
import it.sportello.devices.scanner.Scan.QueueNumberScan;
import it.sportello.devices.scanner.Scan.Reason;
import it.sportello.devices.scanner.Scan.ResumeSlipScan;
import it.sportello.devices.scanner.Scan.Unknown;
import it.sportello.devices.scanner.Scan.WholeNre;
import it.sportello.domain.document.DocumentNumber;
import it.sportello.domain.identity.CardNumber;
import it.sportello.domain.identity.NoticeCode;
import it.sportello.domain.identity.PersonCode;
import it.sportello.domain.identity.PrescriptionNumber;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells what a reading is by its content; the symbology, which most readers do not send, only breaks a tie. */
public final class ScanContent {

    private static final Pattern PART_1 = Pattern.compile("[0-9]{3}[0-9A-Z]{2}");
    private static final Pattern PART_2 = Pattern.compile("[0-9]{10}");
    private static final Pattern WHOLE = Pattern.compile("[0-9]{3}[0-9A-Z]{2}[0-9]{10}");
    private static final Pattern PERSON = Pattern.compile("[A-Z]{6}[0-9A-Z]{10}|(STP|ENI)[0-9]{13}");
    private static final Pattern PROVISIONAL = Pattern.compile("[0-9]{11}");
    private static final Pattern CARD = Pattern.compile("80380[0-9]{15}");
    private static final Pattern OWN_CONTENT = Pattern.compile("[0-9A-Za-z./-]{1,64}");
    private static final Pattern POSTAL = Pattern.compile("codfase=NBPA;18([0-9]{18})12[0-9]{12}10([0-9]{10})3896.*");
    private static final Pattern POSTAL_PAYEE = Pattern.compile(".{63}1P1([0-9]{11}).*", Pattern.DOTALL);
    private static final String NOTICE = "PAGOPA";

    private ScanContent() {}

    public static Scan classify(RawScan raw) {
        String text = raw.text();
        if (OwnCode.isOwn(text)) {
            return own(raw);
        }
        if (text.regionMatches(true, 0, NOTICE, 0, NOTICE.length())) {
            NoticeCode notice = NoticeCode.parse(text);
            return notice == null ? new Unknown(raw, Reason.NOTICE_NOT_READABLE) : new NoticeQr(raw, notice);
        }
        if (text.startsWith("codfase=")) {
            return postal(raw)
                    .<Scan>map(notice -> new NoticeQr(raw, notice))
                    .orElseGet(() -> new Unknown(raw, Reason.NOTICE_NOT_READABLE));
        }
        return plain(raw, text.replace("*", "").replace(" ", "").toUpperCase(Locale.ROOT));
    }

    private static Scan plain(RawScan raw, String text) {
        if (PERSON.matcher(text).matches() || PROVISIONAL.matcher(text).matches()) {
            return new PersonCodeScan(raw, PersonCode.classify(text));
        }
        if (CARD.matcher(text).matches()) {
            CardNumber card = CardNumber.parse(text);
            return card == null ? new Unknown(raw, Reason.DAMAGED) : new CardNumberScan(raw, card);
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
        return new Unknown(raw, Reason.NO_KIND);
    }

    private static Scan own(RawScan raw) {
        String text = raw.text();
        if (!OwnCode.isThisVersion(text)) {
            return new Unknown(raw, Reason.OTHER_VERSION);
        }
        Optional<OwnCode> kind = OwnCode.kind(text);
        String content = OwnCode.content(text);
        if (kind.isEmpty() || !OWN_CONTENT.matcher(content).matches()) {
            return new Unknown(raw, kind.isEmpty() ? Reason.NO_KIND : Reason.DAMAGED);
        }
        return switch (kind.get()) {
            case RECEIPT -> receipt(raw, content);
            case BOOKING -> new BookingNumberScan(raw, content);
            case OPERATOR_BADGE -> new BadgeScan(raw, content);
            case QUEUE_NUMBER -> new QueueNumberScan(raw, content);
            case PRACTICE -> new ResumeSlipScan(raw, content);
        };
    }

    private static Scan receipt(RawScan raw, String content) {
        DocumentNumber number = DocumentNumber.parse(content);
        return number == null ? new Unknown(raw, Reason.DAMAGED) : new DocumentNumberScan(raw, number);
    }

    /** The postal Data Matrix: by its offsets, since readers trim and squeeze the blanks of its tail. */
    private static Optional<NoticeCode> postal(RawScan raw) {
        var numbers = POSTAL.matcher(raw.text());
        var payee = POSTAL_PAYEE.matcher(raw.text());
        if (!numbers.matches() || !payee.matches()) {
            return Optional.empty();
        }
        return Optional.ofNullable(
                NoticeCode.parse("PAGOPA|002|" + numbers.group(1) + "|" + payee.group(1) + "|" + numbers.group(2)));
    }
}
