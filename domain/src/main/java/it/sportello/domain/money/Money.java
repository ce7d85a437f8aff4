package it.sportello.domain.money;

import org.jspecify.annotations.Nullable;

/**
 * An amount of euro in whole cents; negative amounts go out of the drawer. Every sum is exact: an overflow is an error,
 * never a wrong figure (requirement R-TIL-3).
 */
public record Money(long cents) implements Comparable<Money> {
    public static final Money ZERO = new Money(0);

    public static Money ofCents(long cents) {
        return new Money(cents);
    }

    /**
     * Reads what an operator types: comma and dot both mean the decimal mark, at most two decimals, dots may group
     * thousands when a comma is there too. The euro sign may stand before or after the amount, never inside: what
     * somebody means by {@code 2€50} is not two hundred and fifty.
     *
     * @return the amount, or null when the text is not an amount
     */
    public static @Nullable Money parse(String typed) {
        String text = withoutSign(typed.replace('\u00a0', ' ').strip()).strip();
        if (text.indexOf(',') >= 0) {
            text = text.matches("-?[0-9]{1,3}(\\.[0-9]{3})+,.*") ? text.replace(".", "") : text;
            text = text.replace(',', '.');
        }
        if (!text.matches("-?[0-9]{1,12}(\\.[0-9]{1,2})?")) {
            return null;
        }
        return new Money(new java.math.BigDecimal(text).movePointRight(2).longValueExact());
    }

    private static String withoutSign(String text) {
        if (text.startsWith("€")) {
            return text.substring(1);
        }
        return text.endsWith("€") ? text.substring(0, text.length() - 1) : text;
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(cents, other.cents));
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(cents, other.cents));
    }

    public Money times(long factor) {
        return new Money(Math.multiplyExact(cents, factor));
    }

    public Money negated() {
        return new Money(Math.negateExact(cents));
    }

    public Money min(Money other) {
        return cents <= other.cents ? this : other;
    }

    public boolean isPositive() {
        return cents > 0;
    }

    public boolean isNegative() {
        return cents < 0;
    }

    public boolean isZero() {
        return cents == 0;
    }

    /** Italian notation with the thousands grouped and no currency sign, such as {@code 1.236,15}. */
    public String plain() {
        long whole = Math.abs(cents / 100);
        String grouped = String.format(java.util.Locale.ROOT, "%,d", whole).replace(',', '.');
        return (cents < 0 ? "-" : "") + grouped + String.format(java.util.Locale.ROOT, ",%02d", Math.abs(cents % 100));
    }

    /** Italian notation with the euro sign after a no-break space, such as {@code 1.236,15 €}. */
    public String display() {
        return plain() + "\u00a0€";
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(cents, other.cents);
    }

    @Override
    public String toString() {
        return plain();
    }
}
