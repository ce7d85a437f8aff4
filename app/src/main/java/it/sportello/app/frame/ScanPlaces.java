package it.sportello.app.frame;

import it.sportello.app.frame.ScreenKey.Nothing;
import it.sportello.devices.scanner.OwnCode;
import it.sportello.devices.scanner.Scan;

/**
 * The one table of where codes go, from whatever screen (specification §2.2, R-IDN-1, M05). The screen on show is asked
 * first, so that a code it waits for stays there.
 */
final class ScanPlaces {
    /** Where a code goes. */
    sealed interface Place {}

    /** The page of the person it belongs to, in a work of its own when the present one serves somebody else. */
    record PersonPage() implements Place {}

    /** A screen opened with what the code says. */
    record Opened(ScreenKey<String> key, String argument) implements Place {}

    /**
     * A screen that is opened and then hears the reading as if it had been on show.
     *
     * @param forCitizen whether it makes sense only once the work has its citizen
     */
    record Handed(ScreenKey<Nothing> key, boolean forCitizen) implements Place {}

    /** No screen: a sentence says what the code is and what to do with it. */
    record OnlySaid() implements Place {}

    private ScanPlaces() {}

    static Place of(Scan scan) {
        return switch (scan) {
            case Scan.PersonCodeScan person -> new PersonPage();
            case Scan.CardNumberScan card -> new PersonPage();
            case Scan.PrescriptionPart1 part -> new Opened(ScreenKeys.PRESCRIPTION, part.part());
            case Scan.PrescriptionPart2 part -> new Opened(ScreenKeys.PRESCRIPTION, part.part());
            case Scan.WholeNre whole -> new Opened(ScreenKeys.PRESCRIPTION, whole.content());
            case Scan.BookingNumberScan booking -> new Opened(ScreenKeys.ACCEPTANCE, booking.number());
            case Scan.DocumentNumberScan document -> new Opened(ScreenKeys.DOCUMENTS, document.content());
            case Scan.ValueBagScan bag -> new Opened(ScreenKeys.VALUE_BAG, bag.bag());
            case Scan.NoticeQr notice -> new Handed(ScreenKeys.CASH_IN, true);
            case Scan.ResumeSlipScan practice -> new Handed(ScreenKeys.PRACTICES, true);
            case Scan.QueueNumberScan queue -> new Handed(ScreenKeys.QUEUE, false);
            case Scan.SlipScan slip -> slip(slip.slip());
            case Scan.TestSheetScan sheet -> new Handed(ScreenKeys.READER_TEST, false);
            case Scan.BadgeScan badge -> new OnlySaid();
            case Scan.MedicineScan medicine -> new OnlySaid();
            case Scan.ProductScan product -> new OnlySaid();
            case Scan.Unknown unknown -> new OnlySaid();
        };
    }

    private static Place slip(OwnCode kind) {
        return kind == OwnCode.SETTINGS_CARD ? new Handed(ScreenKeys.DEVICES, false) : new OnlySaid();
    }
}
