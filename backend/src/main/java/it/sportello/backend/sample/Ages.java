package it.sportello.backend.sample;

import java.time.LocalDate;

/** Dates of birth by the age pyramid of Italy (ISTAT, shares per thousand by brackets of five years, rounded). */
final class Ages {
    private static final int[] BRACKETS = Dice.cumulative(
            310, 385, 455, 480, 490, 505, 530, 565, 625, 740, 820, 830, 740, 630, 555, 475, 410, 260, 110, 28, 3);

    private Ages() {}

    static LocalDate birthDate(Dice dice, LocalDate today) {
        return within(dice, today, dice.weighted(BRACKETS) * 5, 5);
    }

    /** Somebody who completed so many years, up to the end of the span. */
    static LocalDate within(Dice dice, LocalDate today, int fromAge, int years) {
        LocalDate latest = today.minusYears(fromAge);
        LocalDate earliest = today.minusYears(fromAge + (long) years).plusDays(1);
        int days = (int) (latest.toEpochDay() - earliest.toEpochDay());
        return earliest.plusDays(dice.below(days + 1));
    }

    /** Older people are more often women. */
    static String sex(Dice dice, LocalDate birthDate, LocalDate today) {
        int age = today.getYear() - birthDate.getYear();
        return dice.perCent(age > 85 ? 68 : age > 70 ? 55 : 50) ? "F" : "M";
    }
}
