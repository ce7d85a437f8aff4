package it.sportello.app.frame;

import it.sportello.app.frame.ScreenKey.Nothing;

/**
 * The keys by which groups of screens meet. A key used inside one group only is declared in that group.
 */
public final class ScreenKeys {
    public static final ScreenKey<Nothing> SIGN_IN = ScreenKey.desk("S01", Nothing.class);
    public static final ScreenKey<Nothing> DESK_OPENING = ScreenKey.desk("S02", Nothing.class);
    public static final ScreenKey<Nothing> HOME = ScreenKey.desk("S03", Nothing.class);
    public static final ScreenKey<Nothing> QUEUE = ScreenKey.desk("S05", Nothing.class);
    /** Argument: what was typed or scanned so far, perhaps empty text. */
    public static final ScreenKey<String> FIND_PERSON = ScreenKey.citizen("S06", String.class);
    /** The page of the work's citizen; the work must have one. */
    public static final ScreenKey<Nothing> PERSON = ScreenKey.citizen("S07", Nothing.class);
    /** Argument: the code or codes scanned so far, perhaps empty text. */
    public static final ScreenKey<String> PRESCRIPTION = ScreenKey.citizen("S11", String.class);

    /** Argument: number of the prescription to book. */
    public static final ScreenKey<String> AVAILABILITY = ScreenKey.citizen("S12", String.class);

    public static final ScreenKey<Nothing> APPOINTMENTS = ScreenKey.citizen("S14", Nothing.class);
    /** Argument: identifier of a booking, or empty text to choose among today's. */
    public static final ScreenKey<String> ACCEPTANCE = ScreenKey.citizen("S17", String.class);

    public static final ScreenKey<Nothing> TILL_OPENING = ScreenKey.desk("S20", Nothing.class);
    /** The open dues of the work's citizen. */
    public static final ScreenKey<Nothing> CASH_IN = ScreenKey.citizen("S21", Nothing.class);
    /** The payments by card whose end is not known. */
    public static final ScreenKey<Nothing> CARD_PAYMENTS = ScreenKey.desk("S22", Nothing.class);
    /** Argument: number of a fiscal document, or empty text. */
    public static final ScreenKey<String> DOCUMENTS = ScreenKey.desk("S23", String.class);

    public static final ScreenKey<Nothing> TILL_CLOSING = ScreenKey.desk("S28", Nothing.class);
    /** Argument: the seal of a value bag, or empty text. */
    public static final ScreenKey<String> VALUE_BAG = ScreenKey.desk("S29", String.class);

    public static final ScreenKey<Nothing> PRACTICES = ScreenKey.citizen("S36", Nothing.class);
    public static final ScreenKey<Nothing> EXEMPTION = ScreenKey.citizen("S39", Nothing.class);
    public static final ScreenKey<Nothing> TASKS = ScreenKey.desk("S49", Nothing.class);
    public static final ScreenKey<Nothing> OUTBOX = ScreenKey.desk("S54", Nothing.class);
    public static final ScreenKey<Nothing> DEVICES = ScreenKey.desk("S55", Nothing.class);
    /** The test of the code reader, reached from the devices. */
    public static final ScreenKey<Nothing> READER_TEST = ScreenKey.desk("S55-L", Nothing.class);

    /** The rules of the detector that writes lines. */
    public static final ScreenKey<Nothing> DETECTOR_RULES = ScreenKey.desk("S55-R", Nothing.class);

    public static final ScreenKey<Nothing> PRINTS = ScreenKey.desk("S56", Nothing.class);
    public static final ScreenKey<Nothing> FIGURES = ScreenKey.desk("S58", Nothing.class);
    public static final ScreenKey<Nothing> PREFERENCES = ScreenKey.desk("S62", Nothing.class);

    private ScreenKeys() {}
}
