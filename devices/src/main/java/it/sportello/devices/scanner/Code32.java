package it.sportello.devices.scanner;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Code 32, the labels of Italian medicines: nine digits, the last one a check digit, written in six characters of base 32
 * inside a Code 39; in print {@code A} and the nine digits.
 */
final class Code32 {

    private static final String ALPHABET = "0123456789BCDFGHJKLMNPQRSTUVWXYZ";
    private static final Pattern ENCODED = Pattern.compile("[0-9BCDFGHJKLMNPQRSTUVWXYZ]{6}");
    private static final Pattern PRINTED = Pattern.compile("A[0-9]{9}");
    private static final long MOST = 999_999_999;

    private Code32() {}

    /** Whether it may be one. Six mere digits are one only when the reader says that they are Code 39. */
    static boolean isMeant(String symbology, String text) {
        if (PRINTED.matcher(text).matches()) {
            return true;
        }
        boolean letters = text.chars().anyMatch(Character::isLetter);
        return ENCODED.matcher(text).matches() && (letters || symbology.startsWith("A"));
    }

    /** The nine digits; empty when the check digit is wrong. */
    static Optional<String> decode(String text) {
        String digits = PRINTED.matcher(text).matches() ? text.substring(1) : digits(text);
        return digits.length() == 9 && digits.charAt(8) == check(digits) ? Optional.of(digits) : Optional.empty();
    }

    private static String digits(String text) {
        long number = 0;
        for (int i = 0; i < text.length(); i++) {
            number = number * ALPHABET.length() + ALPHABET.indexOf(text.charAt(i));
        }
        return number > MOST ? "" : String.format(java.util.Locale.ROOT, "%09d", number);
    }

    private static char check(String digits) {
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            int value = digits.charAt(i) - '0';
            int doubled = value * 2;
            sum += i % 2 == 0 ? value : doubled / 10 + doubled % 10;
        }
        return (char) ('0' + sum % 10);
    }
}
