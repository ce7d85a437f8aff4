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

    /** What it says, without the frame of its kind: what an operator would type instead. May be personal. */
    default String content() {
        return raw().text();
    }

    /**
     * Something of the form of a person's code: the bar code on the back of the health card, its magnetic stripe, or the
     * third code of a reminder. It may be wrong; the reading says why.
     *
     * @param content the code alone, upper case
     * @param surplus whether the reader sent the check character of the bar code as well, which it should not: accepted,
     *     and something for support
     */
    record PersonCodeScan(RawScan raw, String content, CodeReading code, boolean surplus) implements Scan {
        @Override
        public String toString() {
            return "PersonCodeScan";
        }
    }

    /** The 20 digits of a health card, from the second track of its stripe. */
    record CardNumberScan(RawScan raw, CardNumber number) implements Scan {
        @Override
        public String content() {
            return number.value();
        }
    }

    /** The first five characters of a prescription number. */
    record PrescriptionPart1(RawScan raw, String part) implements Scan {
        @Override
        public String content() {
            return part;
        }

        @Override
        public String toString() {
            return "PrescriptionPart1";
        }
    }

    /** The last ten digits of a prescription number. */
    record PrescriptionPart2(RawScan raw, String part) implements Scan {
        @Override
        public String content() {
            return part;
        }

        @Override
        public String toString() {
            return "PrescriptionPart2";
        }
    }

    /** A prescription number in one piece. */
    record WholeNre(RawScan raw, PrescriptionNumber number) implements Scan {
        @Override
        public String content() {
            return number.value();
        }
    }

    /**
     * The QR code of a pagoPA notice, or the notice's number in the postal Data Matrix.
     *
     * @param checked whether the two check digits of its number are right; when not, a warning and no refusal
     */
    record NoticeQr(RawScan raw, NoticeCode notice, boolean checked) implements Scan {}

    /** One of our receipts. */
    record DocumentNumberScan(RawScan raw, DocumentNumber number) implements Scan {
        @Override
        public String content() {
            return number.printed();
        }
    }

    /** One of our reminders. */
    record BookingNumberScan(RawScan raw, String number) implements Scan {
        @Override
        public String content() {
            return number;
        }
    }

    /** The badge of an operator. */
    record BadgeScan(RawScan raw, String badge) implements Scan {
        @Override
        public String content() {
            return badge;
        }

        @Override
        public String toString() {
            return "BadgeScan";
        }
    }

    /** A number of the queue. */
    record QueueNumberScan(RawScan raw, String number) implements Scan {
        @Override
        public String content() {
            return number;
        }
    }

    /** The slip with which a practice is taken up again at any desk. */
    record ResumeSlipScan(RawScan raw, String practice) implements Scan {
        @Override
        public String content() {
            return practice;
        }
    }

    /** The seal of a value bag of ours. */
    record ValueBagScan(RawScan raw, String bag) implements Scan {
        @Override
        public String content() {
            return bag;
        }
    }

    /** A paper of ours that has no kind of its own here: see {@link OwnCode} for what each is. */
    record SlipScan(RawScan raw, OwnCode slip, String number) implements Scan {
        @Override
        public String content() {
            return number;
        }
    }

    /**
     * The label of an Italian medicine (Code 32).
     *
     * @param number the nine digits of its authorisation, the last one a check digit
     */
    record MedicineScan(RawScan raw, String number) implements Scan {
        @Override
        public String content() {
            return number;
        }
    }

    /** A product with GS1 element strings: medicines, medical devices. */
    record ProductScan(RawScan raw, Gs1Elements elements) implements Scan {}

    /** A line of the reader's set-up sheet, whatever the keyboard layout made of it. */
    record TestSheetScan(RawScan raw) implements Scan {}

    /**
     * Nothing the desk knows.
     *
     * @param reason why, when its beginning said what it should have been
     */
    record Unknown(RawScan raw, Reason reason) implements Scan {}

    /** Why a code is not accepted. Each has its sentence under {@code scan.<reason>} in {@link ScannerTexts}. */
    enum Reason {
        /** No kind begins like this. */
        NO_KIND,
        /** A code of ours of a later version of the program. */
        OTHER_VERSION,
        /** A code of ours of a kind that this version does not have. */
        OTHER_KIND,
        /** A code of ours whose content is not right. */
        DAMAGED,
        /** Twenty digits of a health card, the last of which does not follow from the others. */
        CARD_CHECK,
        /** A payment notice whose signs the keyboard layout of the reader has changed. */
        KEYBOARD_LAYOUT,
        /** A payment notice of another version than 002. */
        NOTICE_VERSION,
        /** A payment notice that has not its five fields. */
        NOTICE_FIELDS,
        /** A payment notice whose number has not 18 digits, or begins with a digit that is not 0 to 3. */
        NOTICE_NUMBER,
        /** A payment notice whose creditor has not 11 digits. */
        NOTICE_CREDITOR,
        /** A payment notice whose amount is no number of cents. */
        NOTICE_AMOUNT,
        /** A postal Data Matrix cut before the creditor's code. */
        NOTICE_CUT,
        /** The label of a medicine with a wrong check digit. */
        MEDICINE_CHECK,
        /** GS1 elements with a wrong check digit of the product. */
        PRODUCT_CHECK,
        /** GS1 elements with a date that does not exist, an unknown element, or cut short. */
        PRODUCT_ELEMENTS,
        /** The magnetic stripe of a card on which no code of a person and no card number was found. */
        STRIPE
    }
}
