package it.sportello.domain.identity;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The Italian tax code of a natural person, 16 characters (DM 23 December 1976 no. 13813), in any of its 128 homocode
 * forms. An instance has the right format and a date that exists; the check letter is the business of
 * {@link PersonCode#classify}, because a code confirmed by the registry is never refused here.
 */
public record CodiceFiscale(String value) implements PersonCode {
    public CodiceFiscale {
        for (CodeViolation violation : TaxCodeRules.violations(value)) {
            if (violation.kind() != CodeViolation.Kind.CHECK_CHARACTER) {
                throw new IllegalArgumentException(
                        "Not a tax code: " + violation.kind() + " at " + violation.position());
            }
        }
    }

    /**
     * The code that the rules give for these data, without homocody.
     *
     * @param surname all surnames as one string; of a woman the birth surname
     * @param names all given names as one string
     * @param placeCode the Belfiore code of the municipality or foreign state of birth
     */
    public static CodiceFiscale compute(String surname, String names, LocalDate birthDate, Sex sex, String placeCode) {
        StringBuilder text = new StringBuilder(16);
        text.append(TaxCodeNames.surname(surname)).append(TaxCodeNames.names(names));
        int year = Math.floorMod(birthDate.getYear(), 100);
        int day = birthDate.getDayOfMonth() + (sex == Sex.F ? 40 : 0);
        text.append((char) ('0' + year / 10)).append((char) ('0' + year % 10));
        text.append(TaxCodeRules.MONTHS.charAt(birthDate.getMonthValue() - 1));
        text.append((char) ('0' + day / 10)).append((char) ('0' + day % 10));
        text.append(placeCode);
        if (text.length() != 15) {
            throw new IllegalArgumentException("A place code has four characters");
        }
        return new CodiceFiscale(text.append(TaxCodeRules.checkLetter(text)).toString());
    }

    /** The code without homocody: digits in all seven digit positions, and its own check letter. */
    public CodiceFiscale basic() {
        return withOmocodia(0);
    }

    /**
     * One of the 128 homocode forms.
     *
     * @param mask seven bits; bit 0 turns the rightmost digit (position 15) into a letter, bit 6 the leftmost (7)
     */
    public CodiceFiscale withOmocodia(int mask) {
        if (mask < 0 || mask > 127) {
            throw new IllegalArgumentException("Homocody mask out of 0-127: " + mask);
        }
        StringBuilder text = new StringBuilder(TaxCodeRules.digits(value));
        text.setLength(15);
        for (int bit = 0; bit < 7; bit++) {
            if ((mask & 1 << bit) != 0) {
                int at = TaxCodeRules.DIGIT_POSITIONS[6 - bit];
                text.setCharAt(at, TaxCodeRules.OMOCODIA.charAt(text.charAt(at) - '0'));
            }
        }
        return new CodiceFiscale(text.append(TaxCodeRules.checkLetter(text)).toString());
    }

    /** True when at least one digit is replaced by a letter. */
    public boolean isOmocode() {
        return !TaxCodeRules.digits(value).equals(value);
    }

    /** The most recent date with these two digits of the year that is not in the future; people over 100 exist. */
    public LocalDate birthDate(LocalDate today) {
        String digits = TaxCodeRules.digits(value);
        return TaxCodeRules.mostRecent(
                Integer.parseInt(digits, 6, 8, 10), month(), TaxCodeRules.dayOfMonth(digits), today);
    }

    private int month() {
        return TaxCodeRules.MONTHS.indexOf(value.charAt(8)) + 1;
    }

    public Sex sex() {
        return Integer.parseInt(TaxCodeRules.digits(value), 9, 11, 10) > 40 ? Sex.F : Sex.M;
    }

    /** The Belfiore code of the place of birth, such as {@code H501}. */
    public String placeCode() {
        return TaxCodeRules.digits(value).substring(11, 15);
    }

    /** The fields that differ from what the code says; a field that is not known is not compared. */
    public Set<PersonData.Field> coherence(PersonData data) {
        String digits = TaxCodeRules.digits(value);
        EnumSet<PersonData.Field> differing = EnumSet.noneOf(PersonData.Field.class);
        if (differs(data.surname() == null ? null : TaxCodeNames.surname(data.surname()), value.substring(0, 3))) {
            differing.add(PersonData.Field.SURNAME);
        }
        if (differs(data.names() == null ? null : TaxCodeNames.names(data.names()), value.substring(3, 6))) {
            differing.add(PersonData.Field.NAMES);
        }
        if (differs(data.sex(), sex())) {
            differing.add(PersonData.Field.SEX);
        }
        if (differs(data.birthPlace(), placeCode())) {
            differing.add(PersonData.Field.BIRTH_PLACE);
        }
        LocalDate born = data.birthDate();
        if (born != null
                && (born.getYear() % 100 != Integer.parseInt(digits, 6, 8, 10)
                        || born.getMonthValue() != month()
                        || born.getDayOfMonth() != TaxCodeRules.dayOfMonth(digits))) {
            differing.add(PersonData.Field.BIRTH_DATE);
        }
        return Collections.unmodifiableSet(differing);
    }

    private static boolean differs(@Nullable Object typed, Object coded) {
        return typed != null && !typed.equals(coded);
    }

    @Override
    public String masked() {
        return value.substring(0, 3) + "**********" + value.substring(13);
    }

    @Override
    public String toString() {
        return masked();
    }
}
