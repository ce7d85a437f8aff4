package it.sportello.domain.identity;

/** What a keyboard or a bar-code reader leaves around a code. */
final class TypedText {
    private TypedText() {}

    /**
     * Upper case without blanks, and without the start and stop asterisks of Code 39. Only ASCII letters are raised:
     * Unicode would turn a dotless i into the I of a code.
     */
    static String clean(String typed) {
        StringBuilder text = new StringBuilder(typed.length());
        for (int i = 0; i < typed.length(); i++) {
            char c = typed.charAt(i);
            if (c > ' ' && c != '\u00a0' && c != '*') {
                text.append(c >= 'a' && c <= 'z' ? (char) (c - 32) : c);
            }
        }
        return text.toString();
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isDigits(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return text.length() > 0;
    }

    /** The Luhn check digit (ISO/IEC 7812) that follows these digits. */
    static char luhn(CharSequence digits) {
        int sum = 0;
        for (int i = digits.length() - 1, place = 0; i >= 0; i--, place++) {
            int value = digits.charAt(i) - '0';
            if (place % 2 == 0) {
                value = value > 4 ? value * 2 - 9 : value * 2;
            }
            sum += value;
        }
        return (char) ('0' + (10 - sum % 10) % 10);
    }
}
