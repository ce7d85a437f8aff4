package it.sportello.app.print;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A label D30 for what is taken from a person, as the journal keeps it.
 *
 * @param number of the booking, which the laboratory reads from the bars
 * @param tests codes of what is asked for
 */
public record StoredLabel(
        String number, String name, Optional<LocalDate> birthDate, LocalDate day, List<String> tests) {
    /** What the keys of labels begin with. */
    public static final String PREFIX = "D30/";

    public StoredLabel {
        tests = List.copyOf(tests);
    }

    /** Its key in the journal. */
    public static String key(String number) {
        return PREFIX + number;
    }

    /** What the bars hold: the digits of the number, which alone fit on a tube. */
    public String bars() {
        String digits = number.replaceAll("\\D", "");
        return digits.length() % 2 == 0 ? digits : "0" + digits;
    }

    /** Nothing of the person. */
    @Override
    public String toString() {
        return "StoredLabel[" + number + "]";
    }
}
