package it.sportello.domain.identity;

/**
 * The numeric tax code of 11 digits that a natural person holds before the alphanumeric one is assigned. Organisations
 * have codes of the same form: only the registry tells them apart.
 */
public record ProvisionalCode(String value) implements PersonCode {
    public ProvisionalCode {
        if (value.length() != 11 || !TypedText.isDigits(value) || value.equals("00000000000")) {
            throw new IllegalArgumentException("Not a numeric tax code");
        }
    }

    /** The check digit that follows from the first ten digits: the one of VAT numbers, which is Luhn's. */
    static char checkDigit(String digits) {
        return TypedText.luhn(digits.substring(0, 10));
    }

    @Override
    public String masked() {
        return "********" + value.substring(8);
    }

    @Override
    public String toString() {
        return masked();
    }
}
