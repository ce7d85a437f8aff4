package it.sportello.devices.printer;

import java.util.Optional;

/**
 * What a printer says about itself, by whichever way it was asked.
 *
 * @param paperNotTaken whether what was printed before still hangs in the mouth
 * @param drawerPinHigh the level of pin 3 of the drawer's socket
 * @param error the error it reports, if any
 */
record PrinterReport(
        boolean offline,
        boolean coverOpen,
        boolean feeding,
        boolean paperEnd,
        boolean paperNearEnd,
        boolean paperNotTaken,
        boolean drawerPinHigh,
        Optional<PrinterCause> error) {

    private static final int DRAWER_PIN = 0x04;
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
                false,
                (printer & DRAWER_PIN) != 0,
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
                false,
                (first & DRAWER_PIN) != 0,
                (second & 0x6C) != 0 ? Optional.of(errorKind(second)) : Optional.empty());
    }

    /**
     * With what the full status of Custom models adds ({@code 10 04 14}, after its {@code 10 0F}): paper, user,
     * recoverable and unrecoverable errors. The bits of the user byte differ between models and are not used.
     */
    PrinterReport with(int[] full) {
        boolean end = (full[0] & 0x01) != 0;
        boolean low = (full[0] & 0x44) != 0;
        Optional<PrinterCause> worst = full[3] != 0
                ? Optional.of(PrinterCause.UNRECOVERABLE)
                : error.or(() -> full[2] != 0 ? Optional.of(PrinterCause.CUTTER_JAM) : Optional.empty());
        return new PrinterReport(
                offline,
                coverOpen,
                feeding,
                paperEnd || end,
                paperNearEnd || low,
                (full[0] & 0x20) != 0,
                drawerPinHigh,
                worst);
    }

    /** What it warns of while it works. */
    Optional<PrinterCause> warning() {
        if (paperNearEnd) {
            return Optional.of(PrinterCause.PAPER_NEAR_END);
        }
        return paperNotTaken ? Optional.of(PrinterCause.PAPER_NOT_TAKEN) : Optional.empty();
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
