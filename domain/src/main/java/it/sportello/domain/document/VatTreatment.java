package it.sportello.domain.document;

import it.sportello.domain.money.Money;

/**
 * How a line stands towards VAT. The rate of each revenue type is a dated parameter; amounts include the tax.
 *
 * @param rateBasisPoints hundredths of a percent, 0 when exempt, excluded or out of scope; 1000 is 10 %
 * @param textCode code of the wording printed on the document, such as {@code ART10_18}
 */
public record VatTreatment(int rateBasisPoints, String textCode) {
    private static final int WHOLE = 10_000;

    public VatTreatment {
        if (rateBasisPoints < 0 || rateBasisPoints > WHOLE) {
            throw new IllegalArgumentException("VAT rate " + rateBasisPoints);
        }
    }

    public boolean isTaxed() {
        return rateBasisPoints > 0;
    }

    /** The tax held in an amount that includes it, to the nearest cent, halves away from zero. */
    public Money taxIn(Money gross) {
        long divisor = (long) WHOLE + rateBasisPoints;
        long doubled = Math.multiplyExact(Math.multiplyExact(Math.abs(gross.cents()), rateBasisPoints), 2L);
        long tax = Math.addExact(doubled, divisor) / (2 * divisor);
        return Money.ofCents(gross.isNegative() ? -tax : tax);
    }
}
