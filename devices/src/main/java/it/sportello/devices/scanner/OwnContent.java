package it.sportello.devices.scanner;

import it.sportello.devices.scanner.Scan.BadgeScan;
import it.sportello.devices.scanner.Scan.BookingNumberScan;
import it.sportello.devices.scanner.Scan.DocumentNumberScan;
import it.sportello.devices.scanner.Scan.QueueNumberScan;
import it.sportello.devices.scanner.Scan.Reason;
import it.sportello.devices.scanner.Scan.ResumeSlipScan;
import it.sportello.devices.scanner.Scan.SlipScan;
import it.sportello.devices.scanner.Scan.Unknown;
import it.sportello.devices.scanner.Scan.ValueBagScan;
import it.sportello.domain.document.DocumentNumber;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the codes mean that the program prints itself, see {@link OwnCode}. */
final class OwnContent {

    private static final Pattern CONTENT = Pattern.compile("[0-9A-Za-z./-]{1,64}");
    /** The test sheet must be known whatever the layout made of its signs; a French one turns the digit into a sign. */
    private static final Pattern TEST_SHEET = Pattern.compile("SP[1&!]X.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private OwnContent() {}

    static boolean isTestSheet(String text) {
        return TEST_SHEET.matcher(text).matches();
    }

    static Scan classify(RawScan raw) {
        String text = raw.text();
        if (!OwnCode.isThisVersion(text)) {
            return new Unknown(raw, Reason.OTHER_VERSION);
        }
        Optional<OwnCode> kind = OwnCode.kind(text);
        if (kind.isEmpty()) {
            return new Unknown(raw, Reason.OTHER_KIND);
        }
        String content = OwnCode.content(text);
        return CONTENT.matcher(content).matches() ? ofKind(raw, kind.get(), content) : new Unknown(raw, Reason.DAMAGED);
    }

    private static Scan ofKind(RawScan raw, OwnCode kind, String content) {
        return switch (kind) {
            case RECEIPT -> receipt(raw, content);
            case BOOKING -> new BookingNumberScan(raw, content);
            case OPERATOR_BADGE -> new BadgeScan(raw, content);
            case QUEUE_NUMBER -> new QueueNumberScan(raw, content);
            case PRACTICE -> new ResumeSlipScan(raw, content);
            case VALUE_BAG -> new ValueBagScan(raw, content);
            case TOTEM_SLIP, WAITING_REQUEST, TILL_MOVEMENT, PAYMENT_IN_DOUBT, SETTINGS_CARD, SAMPLE_LABEL ->
                new SlipScan(raw, kind, content);
            case TEST_SHEET -> new Scan.TestSheetScan(raw);
        };
    }

    private static Scan receipt(RawScan raw, String content) {
        DocumentNumber number = DocumentNumber.parse(content);
        return number == null ? new Unknown(raw, Reason.DAMAGED) : new DocumentNumberScan(raw, number);
    }
}
