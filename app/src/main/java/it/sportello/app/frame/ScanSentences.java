package it.sportello.app.frame;

import it.sportello.devices.scanner.Scan;
import it.sportello.devices.scanner.ScannerTexts;
import it.sportello.domain.queue.QueueNumber;
import java.util.Locale;
import java.util.ResourceBundle;

/** Says in Italian what a code is and what to do with it, when no screen takes it. Nothing personal is said. */
final class ScanSentences {
    private final Texts texts;
    private final Words words;
    private final ResourceBundle refusals = ScannerTexts.bundle(Locale.ITALIAN);

    ScanSentences(Texts texts, Words words) {
        this.texts = texts;
        this.words = words;
    }

    /** A code that has no screen here and now. */
    String nowhere(Scan scan) {
        String next = next(scan);
        return next.isEmpty() ? what(scan) : what(scan) + " " + next;
    }

    /** A code read before the desk is open. */
    String tooEarly(Scan scan) {
        return what(scan) + " " + texts.get("scan.early");
    }

    /** A code for a screen that serves one person, while nobody is served. */
    String withoutCitizen(Scan scan) {
        return what(scan) + " " + texts.get("scan.nobodyServed");
    }

    /** A code that waits until the question on show is answered. */
    String waiting(Scan scan) {
        return what(scan) + " " + texts.get("scan.waits");
    }

    private String what(Scan scan) {
        return switch (scan) {
            case Scan.PersonCodeScan person -> texts.get("scan.is.person");
            case Scan.CardNumberScan card -> texts.get("scan.is.card");
            case Scan.PrescriptionPart1 part -> texts.get("scan.is.prescription");
            case Scan.PrescriptionPart2 part -> texts.get("scan.is.prescription");
            case Scan.WholeNre whole -> texts.get("scan.is.prescription");
            case Scan.BookingNumberScan booking -> texts.get("scan.is.booking", booking.number());
            case Scan.DocumentNumberScan document -> texts.get("scan.is.document", document.content());
            case Scan.ValueBagScan bag -> texts.get("scan.is.bag", bag.bag());
            case Scan.NoticeQr notice ->
                texts.get(
                        "scan.is.notice",
                        notice.notice().notice().value(),
                        words.money(notice.notice().amount()));
            case Scan.ResumeSlipScan practice -> texts.get("scan.is.practice");
            case Scan.QueueNumberScan queue ->
                QueueNumber.parse(queue.number()) == null
                        ? texts.get("scan.is.ticket")
                        : texts.get("scan.is.queue", queue.number());
            case Scan.SlipScan slip -> texts.get("scan.is." + slip.slip().name(), slip.number());
            case Scan.TestSheetScan sheet -> texts.get("scan.is.test");
            case Scan.BadgeScan badge -> texts.get("scan.is.badge");
            case Scan.MedicineScan medicine -> texts.get("scan.is.medicine", medicine.number());
            case Scan.ProductScan product -> texts.get("scan.is.product");
            case Scan.Unknown unknown ->
                refusals.getString("scan." + unknown.reason().name());
        };
    }

    private String next(Scan scan) {
        return switch (scan) {
            case Scan.BadgeScan badge -> texts.get("scan.next.badge");
            case Scan.NoticeQr notice -> texts.get("scan.next.notice");
            case Scan.Unknown unknown ->
                refusals.getString("scan." + unknown.reason().name() + ".action");
            default -> texts.get("scan.next");
        };
    }
}
