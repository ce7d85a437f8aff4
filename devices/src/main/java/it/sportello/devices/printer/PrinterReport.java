package it.sportello.devices.printer;

import java.util.Optional;

/**
 * What a printer says about itself, by whichever way it was asked.
 *
 * @param error the error it reports, if any
 */
record PrinterReport(
        boolean offline,
        boolean coverOpen,
        boolean feeding,
        boolean paperEnd,
        boolean paperNearEnd,
        Optional<PrinterCause> error) {

    private static final int OFFLINE = 0x08;
    private static final int COVER = 0x04;
    private static final int FEED = 0x08;
    private static final int PAPER_STOP = 0x20;
    private static final int NEAR_END = 0x0C;
    private static final int END = 0x60;

    /**
     * From the answers to {@code 10 04} 1, 2, 3 and 4.
     *
     * @param errorCause 0 when 3 was not asked
     */
    static PrinterReport ofAnswers(int printer, int offlineCause, int errorCause, int paper) {
        boolean error = (offlineCause & 0x40) != 0;
        return new PrinterReport(
                (printer & OFFLINE) != 0,
                (offlineCause & COVER) != 0,
                (offlineCause & FEED) != 0,
                (offlineCause & PAPER_STOP) != 0 || (paper & END) == END,
                (paper & NEAR_END) == NEAR_END,
                error ? Optional.of(errorKind(errorCause)) : Optional.empty());
    }

    /** From the four bytes it sends by itself. */
    static PrinterReport ofAutomatic(int first, int second, int third) {
        return new PrinterReport(
                (first & OFFLINE) != 0,
                (first & 0x20) != 0,
                (first & 0x40) != 0,
                (third & 0x0C) == 0x0C,
                (third & 0x03) == 0x03,
                (second & 0x6C) != 0 ? Optional.of(errorKind(second)) : Optional.empty());
    }

    private static PrinterCause errorKind(int bits) {
        if ((bits & 0x08) != 0) {
            return PrinterCause.CUTTER_JAM;
        }
        if ((bits & 0x20) != 0) {
            return PrinterCause.UNRECOVERABLE;
        }
        return (bits & 0x40) != 0 ? PrinterCause.OVERHEATED : PrinterCause.OFFLINE;
    }

    /** Whether it asked for the kind of error to be looked up ({@code 10 04 3}). */
    static boolean saysError(int offlineCause) {
        return (offlineCause & 0x40) != 0;
    }

    /**
     * What keeps it from printing, the thing to do first before others: whoever changes the roll has the cover open, and
     * is to be told to close it.
     */
    Optional<PrinterCause> blocking() {
        if (coverOpen) {
            return Optional.of(PrinterCause.COVER_OPEN);
        }
        if (paperEnd) {
            return Optional.of(PrinterCause.PAPER_END);
        }
        if (error.isPresent()) {
            return error;
        }
        if (feeding) {
            return Optional.of(PrinterCause.FEEDING);
        }
        return offline ? Optional.of(PrinterCause.OFFLINE) : Optional.empty();
    }
}
