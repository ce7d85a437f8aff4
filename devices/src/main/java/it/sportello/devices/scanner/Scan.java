package it.sportello.devices.scanner;

import it.sportello.domain.document.DocumentNumber;
import it.sportello.domain.identity.CardNumber;
import it.sportello.domain.identity.CodeReading;
import it.sportello.domain.identity.NoticeCode;
import it.sportello.domain.identity.PrescriptionNumber;

/** What was read, told by its content alone: each kind has its place to go, from whatever screen. */
public sealed interface Scan {

    /** The reading it was made from. */
    RawScan raw();

    /**
     * Something of the form of a person's code: the back of the health card, or the third code of a reminder. It may be
     * wrong; the reading says why.
     */
    record PersonCodeScan(RawScan raw, CodeReading code) implements Scan {}

    /** The 20 digits of a health card. */
    record CardNumberScan(RawScan raw, CardNumber number) implements Scan {}

    /** The first five characters of a prescription number. */
    record PrescriptionPart1(RawScan raw, String part) implements Scan {
        @Override
        public String toString() {
            return "PrescriptionPart1";
        }
    }

    /** The last ten digits of a prescription number. */
    record PrescriptionPart2(RawScan raw, String part) implements Scan {
        @Override
        public String toString() {
            return "PrescriptionPart2";
        }
    }

    /** A prescription number in one piece. */
    record WholeNre(RawScan raw, PrescriptionNumber number) implements Scan {}

    /** The QR code of a pagoPA notice, or the notice's number in the postal Data Matrix. */
    record NoticeQr(RawScan raw, NoticeCode notice) implements Scan {}

    /** One of our receipts. */
    record DocumentNumberScan(RawScan raw, DocumentNumber number) implements Scan {}

    /** One of our reminders. */
    record BookingNumberScan(RawScan raw, String number) implements Scan {}

    /** The badge of an operator. */
    record BadgeScan(RawScan raw, String badge) implements Scan {
        @Override
        public String toString() {
            return "BadgeScan";
        }
    }

    /** A number of the queue. */
    record QueueNumberScan(RawScan raw, String number) implements Scan {}

    /** The slip with which a practice is taken up again at any desk. */
    record ResumeSlipScan(RawScan raw, String practice) implements Scan {}

    /**
     * Nothing the desk knows.
     *
     * @param reason why, when its beginning said what it should have been
     */
    record Unknown(RawScan raw, Reason reason) implements Scan {}

    /** Why a code is not accepted. */
    enum Reason {
        /** No kind begins like this. */
        NO_KIND,
        /** A code of ours of a later version of the program. */
        OTHER_VERSION,
        /** A code of ours whose content is not right. */
        DAMAGED,
        /** A payment notice that cannot be read: other version, wrong lengths, or a keyboard layout that changed its signs. */
        NOTICE_NOT_READABLE
    }
}
