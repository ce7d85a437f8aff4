package it.sportello.devices.scanner;

import java.util.Optional;

/**
 * The codes that the program prints itself: {@code SP}, version, kind, a colon, the content ({@code SP1R:SR-T01A/2026/000123}).
 * A keyboard reader set to the American layout on an Italian computer changes colon, dash and slash; that is understood too.
 * A letter is never given to another kind: papers live longer than programs.
 */
public enum OwnCode {
    /** A receipt or another fiscal document. */
    RECEIPT('R'),
    /** A reminder of a booking. */
    BOOKING('B'),
    /** The badge of an operator. */
    OPERATOR_BADGE('O'),
    /** The slip of the queue's ticket dispenser. */
    QUEUE_NUMBER('Q'),
    /** The slip with which a practice is taken up again, and its receipt with protocol (D17, D38). */
    PRACTICE('P'),
    /** The seal of a value bag. */
    VALUE_BAG('V'),
    /** The code that acceptance gives for the totem of the clinic. */
    TOTEM_SLIP('T'),
    /** The slip of a waiting request that found no place (D28). */
    WAITING_REQUEST('L'),
    /** The slip of a movement of the till (D08). */
    TILL_MOVEMENT('M'),
    /** The slip of a payment whose outcome is being verified (D39). */
    PAYMENT_IN_DOUBT('U'),
    /** The card with the device settings of a site. */
    SETTINGS_CARD('C'),
    /** The label of a sample (D30). */
    SAMPLE_LABEL('E'),
    /** A line of the reader's set-up sheet; its content is whatever is to be tried. */
    TEST_SHEET('X');

    private static final String OWN = "SP";
    private static final char VERSION = '1';
    private static final int PREFIX = 4;
    /** The colon, and what the American key for it types on an Italian computer. */
    private static final String COLONS = ":\u00E7\u00C7";

    private final char letter;

    OwnCode(char letter) {
        this.letter = letter;
    }

    /** What to print. */
    public String encode(String content) {
        return OWN + VERSION + letter + ":" + content;
    }

    /** Whether a text begins as our codes do, whatever the version. */
    static boolean isOwn(String text) {
        return text.length() > PREFIX
                && text.regionMatches(true, 0, OWN, 0, OWN.length())
                && Character.isDigit(text.charAt(2))
                && Character.isLetter(text.charAt(3))
                && COLONS.indexOf(text.charAt(PREFIX)) >= 0;
    }

    static boolean isThisVersion(String text) {
        return text.charAt(2) == VERSION;
    }

    static Optional<OwnCode> kind(String text) {
        char letter = Character.toUpperCase(text.charAt(3));
        for (OwnCode code : values()) {
            if (code.letter == letter) {
                return Optional.of(code);
            }
        }
        return Optional.empty();
    }

    static String content(String text) {
        String content = text.substring(PREFIX + 1).strip();
        return text.charAt(PREFIX) == ':' ? content : content.replace('-', '/').replace('\'', '-');
    }
}
