package it.sportello.devices.card;

/**
 * What can go wrong at a card reader, each with its stable code. The operator's text has the key
 * {@code device.<code>}, what to do {@code device.<code>.action}, both in the bundle of this package.
 */
public enum CardError {
    /** The PC/SC service does not run; the driver rebuilds its context for ever, by itself. */
    NO_SERVICE("DEV-101"),
    /** No reader is plugged in. */
    NO_READER("DEV-102"),
    /** The card went away between its arrival and the reading. */
    NO_CARD("DEV-103"),
    /** The card does not answer: reversed, dirty, broken, or of a protocol the reader has not. */
    MUTE("DEV-104"),
    /** Another program holds the card. */
    BUSY("DEV-105"),
    /** The card was pulled out while it was read. */
    REMOVED("DEV-106"),
    /** Somebody else reset the card while it was read. */
    RESET("DEV-107"),
    /** The card did not end the reading in time. */
    TIMEOUT("DEV-108"),
    /** No card of the national services: none of the ways to its files works. */
    NOT_TSCNS("DEV-109"),
    /** Recognised as another card; the detail says which, see {@link OtherCard}. */
    WRONG_CARD("DEV-110"),
    /** The personal data file cannot be understood; the detail is the number of the field, 0 for the header. */
    FORMAT("DEV-111"),
    /** The card is of the right kind but was never personalised. */
    BLANK("DEV-112"),
    /** The service came back but this program cannot reach it any more: only a new start helps. */
    RESTART_NEEDED("DEV-113"),
    /** A card that only its antenna reached, and that cannot be read so: mostly one not pushed in to the end. */
    PUSH_IN("DEV-114");

    private final String code;

    CardError(String code) {
        this.code = code;
    }

    /** Stable code, such as {@code DEV-104}. */
    public String code() {
        return code;
    }

    /** Key of the operator's text in {@link CardTexts}. */
    public String messageKey() {
        return "device." + code;
    }
}
