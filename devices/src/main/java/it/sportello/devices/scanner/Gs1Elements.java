package it.sportello.devices.scanner;

import it.sportello.devices.scanner.Scan.Reason;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * GS1 element strings: what stands in GS1-128, GS1 Data Matrix and GS1 QR codes. Elements of fixed length follow each
 * other; the others end with a group separator (1D).
 *
 * @param values by application identifier, in the order of the code
 */
public record Gs1Elements(Map<String, String> values) {

    /** What came of reading. */
    sealed interface Reading {}

    record Read(Gs1Elements elements) implements Reading {}

    record Wrong(Reason reason) implements Reading {}

    private static final char SEPARATOR = '\u001D';
    private static final Set<String> SYMBOLOGIES = Set.of("C1", "d2", "Q3", "e0");
    private static final Map<String, Integer> FIXED = Map.ofEntries(
            Map.entry("00", 18),
            Map.entry("01", 14),
            Map.entry("02", 14),
            Map.entry("11", 6),
            Map.entry("12", 6),
            Map.entry("13", 6),
            Map.entry("15", 6),
            Map.entry("16", 6),
            Map.entry("17", 6),
            Map.entry("20", 2));
    /** National numbers of medicines are 710 to 716, each country's own. */
    private static final Map<String, Integer> LONGEST = Map.ofEntries(
            Map.entry("10", 20),
            Map.entry("21", 20),
            Map.entry("22", 20),
            Map.entry("30", 8),
            Map.entry("37", 8),
            Map.entry("240", 30),
            Map.entry("241", 30),
            Map.entry("250", 30),
            Map.entry("710", 20),
            Map.entry("711", 20),
            Map.entry("712", 20),
            Map.entry("713", 20),
            Map.entry("714", 20),
            Map.entry("715", 20),
            Map.entry("716", 20));

    private static final Set<String> DATES = Set.of("11", "12", "13", "15", "16", "17");
    private static final Pattern WITHOUT_MARK = Pattern.compile("01[0-9]{14}(1[01357][0-9A-Za-z]|21|71[0-6]).*");
    private static final Pattern EAN = Pattern.compile("[0-9]{8}|[0-9]{12,14}");
    private static final int CENTURY = 2000;

    public Gs1Elements {
        values = Map.copyOf(values);
    }

    /** The product's number, 14 digits. */
    public Optional<String> product() {
        return Optional.ofNullable(values.get("01"));
    }

    public Optional<String> batch() {
        return Optional.ofNullable(values.get("10"));
    }

    public Optional<String> serial() {
        return Optional.ofNullable(values.get("21"));
    }

    /** The last day of use. Years are of this century; a day 00 is the end of the month. */
    public Optional<LocalDate> expiry() {
        return Optional.ofNullable(values.get("17")).flatMap(Gs1Elements::date);
    }

    /** Whether a reading is made of elements: the reader says so, a separator stands in it, or it begins as they do. */
    static boolean isMeant(RawScan raw) {
        String text = raw.text();
        return SYMBOLOGIES.contains(raw.symbology())
                || text.indexOf(SEPARATOR) >= 0
                || isBareProduct(raw.symbology(), text)
                || (WITHOUT_MARK.matcher(text).matches() && isRight(text.substring(2, 16)));
    }

    private static boolean isBareProduct(String symbology, String text) {
        return symbology.startsWith("E") && EAN.matcher(text).matches();
    }

    static Reading parse(String text) {
        if (EAN.matcher(text).matches()) {
            String product = "0".repeat(14 - text.length()) + text;
            return isRight(product)
                    ? new Read(new Gs1Elements(Map.of("01", product)))
                    : new Wrong(Reason.PRODUCT_CHECK);
        }
        Map<String, String> values = new LinkedHashMap<>();
        int at = text.indexOf(SEPARATOR) == 0 ? 1 : 0;
        while (at < text.length()) {
            String identifier = identifier(text, at);
            int begin = at + identifier.length();
            int end = end(text, identifier, begin);
            if (identifier.isEmpty() || end <= begin || end > text.length()) {
                return new Wrong(Reason.PRODUCT_ELEMENTS);
            }
            String value = text.substring(begin, end);
            Optional<Reason> wrong = wrong(identifier, value);
            if (wrong.isPresent()) {
                return new Wrong(wrong.get());
            }
            values.put(identifier, value);
            at = end < text.length() && text.charAt(end) == SEPARATOR ? end + 1 : end;
        }
        return values.isEmpty() ? new Wrong(Reason.PRODUCT_ELEMENTS) : new Read(new Gs1Elements(values));
    }

    private static String identifier(String text, int at) {
        for (int length = 2; length <= 3 && at + length <= text.length(); length++) {
            String identifier = text.substring(at, at + length);
            if (FIXED.containsKey(identifier) || LONGEST.containsKey(identifier)) {
                return identifier;
            }
        }
        return "";
    }

    private static int end(String text, String identifier, int begin) {
        Integer fixed = FIXED.get(identifier);
        if (fixed != null) {
            return begin + fixed;
        }
        int separator = text.indexOf(SEPARATOR, begin);
        int end = separator < 0 ? text.length() : separator;
        return end - begin > LONGEST.getOrDefault(identifier, 0) ? text.length() + 1 : end;
    }

    private static Optional<Reason> wrong(String identifier, String value) {
        boolean digits = value.chars().allMatch(c -> c >= '0' && c <= '9');
        if (FIXED.containsKey(identifier) && !digits) {
            return Optional.of(Reason.PRODUCT_ELEMENTS);
        }
        if ((identifier.equals("01") || identifier.equals("02")) && !isRight(value)) {
            return Optional.of(Reason.PRODUCT_CHECK);
        }
        return DATES.contains(identifier) && date(value).isEmpty()
                ? Optional.of(Reason.PRODUCT_ELEMENTS)
                : Optional.empty();
    }

    /** The check digit of a GTIN: from the right, threes and ones. */
    private static boolean isRight(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int value = digits.charAt(digits.length() - 1 - i) - '0';
            sum += i % 2 == 0 ? value : value * 3;
        }
        return sum % 10 == 0;
    }

    private static Optional<LocalDate> date(String sixDigits) {
        int year = CENTURY + Integer.parseInt(sixDigits, 0, 2, 10);
        int month = Integer.parseInt(sixDigits, 2, 4, 10);
        int day = Integer.parseInt(sixDigits, 4, 6, 10);
        try {
            YearMonth when = YearMonth.of(year, month);
            return Optional.of(day == 0 ? when.atEndOfMonth() : when.atDay(day));
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }
}
