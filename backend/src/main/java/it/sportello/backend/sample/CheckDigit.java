package it.sportello.backend.sample;

/** Luhn's digit, which health cards, chips and provisional tax codes carry. */
final class CheckDigit {
    private CheckDigit() {}

    /** The text with its check digit behind it. */
    static String luhn(String digits) {
        int sum = 0;
        boolean doubled = true;
        for (int i = digits.length() - 1; i >= 0; i--) {
            int digit = digits.charAt(i) - '0';
            if (doubled) {
                digit = digit > 4 ? digit * 2 - 9 : digit * 2;
            }
            sum += digit;
            doubled = !doubled;
        }
        return digits + (char) ('0' + (10 - sum % 10) % 10);
    }
}
