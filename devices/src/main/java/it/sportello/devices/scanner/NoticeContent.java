package it.sportello.devices.scanner;

import it.sportello.devices.scanner.Scan.NoticeQr;
import it.sportello.devices.scanner.Scan.Reason;
import it.sportello.devices.scanner.Scan.Unknown;
import it.sportello.domain.identity.NoticeCode;
import it.sportello.domain.identity.NoticeReading;
import it.sportello.domain.identity.NoticeReading.Fault;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Payment notices: the QR code of pagoPA and the Data Matrix of the postal bulletin beside it. */
final class NoticeContent {

    private static final String PAGOPA = "PAGOPA";
    private static final String POSTAL_START = "codfase=";
    private static final Pattern DAMAGED_BARS = Pattern.compile("(?i)PAGOPA([^0-9A-Z|])[0-9]{3}\\1[0-9].*");
    private static final Pattern DAMAGED_START = Pattern.compile("(?i)codfase[^=0-9A-Z]NBPA.*");
    /** By offsets up to the creditor; what follows is text, which readers trim and squeeze. */
    private static final Pattern POSTAL = Pattern.compile(
            "(?i)codfase=NBPA;18([0-9]{18})12[0-9]{12}10([0-9]{10})38961P1([0-9]{11}).*", Pattern.DOTALL);

    private static final List<Map.Entry<Fault, Reason>> REASONS = List.of(
            Map.entry(Fault.FIELDS, Reason.NOTICE_FIELDS),
            Map.entry(Fault.VERSION, Reason.NOTICE_VERSION),
            Map.entry(Fault.NUMBER, Reason.NOTICE_NUMBER),
            Map.entry(Fault.CREDITOR, Reason.NOTICE_CREDITOR),
            Map.entry(Fault.AMOUNT, Reason.NOTICE_AMOUNT));

    private NoticeContent() {}

    static boolean isNotice(String text) {
        return text.regionMatches(true, 0, PAGOPA, 0, PAGOPA.length())
                || text.regionMatches(true, 0, POSTAL_START, 0, POSTAL_START.length())
                || DAMAGED_START.matcher(text).matches();
    }

    static Scan classify(RawScan raw) {
        String text = raw.text();
        if (DAMAGED_BARS.matcher(text).matches() || DAMAGED_START.matcher(text).matches()) {
            return new Unknown(raw, Reason.KEYBOARD_LAYOUT);
        }
        if (text.regionMatches(true, 0, PAGOPA, 0, PAGOPA.length())) {
            return qr(raw, PAGOPA + text.substring(PAGOPA.length()));
        }
        Matcher postal = POSTAL.matcher(text);
        return postal.matches()
                ? qr(raw, PAGOPA + "|002|" + postal.group(1) + "|" + postal.group(3) + "|" + postal.group(2))
                : new Unknown(raw, Reason.NOTICE_CUT);
    }

    private static Scan qr(RawScan raw, String text) {
        return switch (NoticeCode.read(text)) {
            case NoticeReading.Accepted(NoticeCode code) ->
                new NoticeQr(raw, code, code.notice().isCheckRight());
            case NoticeReading.Rejected(Set<Fault> faults) ->
                new Unknown(
                        raw,
                        REASONS.stream()
                                .filter(each -> faults.contains(each.getKey()))
                                .findFirst()
                                .orElseThrow()
                                .getValue());
        };
    }
}
