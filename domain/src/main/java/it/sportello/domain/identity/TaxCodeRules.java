package it.sportello.domain.identity;

import static it.sportello.domain.identity.CodeViolation.Kind.CHECK_CHARACTER;
import static it.sportello.domain.identity.CodeViolation.Kind.DATE;
import static it.sportello.domain.identity.CodeViolation.Kind.DAY;
import static it.sportello.domain.identity.CodeViolation.Kind.DIGIT_EXPECTED;
import static it.sportello.domain.identity.CodeViolation.Kind.LENGTH;
import static it.sportello.domain.identity.CodeViolation.Kind.LETTER_EXPECTED;
import static it.sportello.domain.identity.CodeViolation.Kind.MONTH_LETTER;
import static it.sportello.domain.identity.CodeViolation.Kind.PLACE_LETTER;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** The arithmetic of the 16-character tax code (DM 23 December 1976 no. 13813). Positions here are 0-based. */
final class TaxCodeRules {
    static final String MONTHS = "ABCDEHLMPRST";
    static final String OMOCODIA = "LMNPQRSTUV";
    static final int[] DIGIT_POSITIONS = {6, 7, 9, 10, 12, 13, 14};
    private static final int[] ODD = {
        1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23
    };
    private static final int[] MONTH_DAYS = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    private static final String PLACE_LETTERS = "ABCDEFGHIJKLMZ";
    private static final String LOOKS_LIKE_DIGIT = "OI";
    private static final String LOOKS_LIKE_LETTER = "OIZ__S__B_";

    private TaxCodeRules() {}

    /** Everything that is wrong; the check letter is judged only when the format is right. */
    static List<CodeViolation> violations(String code) {
        if (code.length() != 16) {
            return List.of(CodeViolation.at(LENGTH, code.length(), (char) 0, (char) 0));
        }
        List<CodeViolation> found = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            judgeCharacter(code.charAt(i), i, found);
        }
        if (!found.isEmpty()) {
            return found;
        }
        judgeDate(digits(code), found);
        char expected = checkLetter(code);
        if (expected != code.charAt(15)) {
            found.add(CodeViolation.at(CHECK_CHARACTER, 16, code.charAt(15), expected));
        }
        return found;
    }

    private static void judgeCharacter(char c, int index, List<CodeViolation> found) {
        boolean letter = c >= 'A' && c <= 'Z';
        if (isDigitPosition(index)) {
            if ((c < '0' || c > '9') && OMOCODIA.indexOf(c) < 0) {
                int similar = LOOKS_LIKE_DIGIT.indexOf(c);
                found.add(CodeViolation.at(DIGIT_EXPECTED, index + 1, c, similar < 0 ? 0 : (char) ('0' + similar)));
            }
        } else if (!letter) {
            char similar = c >= '0' && c <= '9' && index != 8 && index != 11 ? LOOKS_LIKE_LETTER.charAt(c - '0') : '_';
            found.add(CodeViolation.at(LETTER_EXPECTED, index + 1, c, similar == '_' ? 0 : similar));
        } else if (index == 8 && MONTHS.indexOf(c) < 0) {
            found.add(CodeViolation.at(MONTH_LETTER, index + 1, c, (char) 0));
        } else if (index == 11 && PLACE_LETTERS.indexOf(c) < 0) {
            found.add(CodeViolation.at(PLACE_LETTER, index + 1, c, (char) 0));
        }
    }

    private static void judgeDate(String digits, List<CodeViolation> found) {
        int coded = Integer.parseInt(digits, 9, 11, 10);
        int day = coded > 40 ? coded - 40 : coded;
        if (day < 1 || day > 31) {
            found.add(CodeViolation.at(DAY, 10, digits.charAt(9), (char) 0));
            return;
        }
        int month = MONTHS.indexOf(digits.charAt(8));
        int year = Integer.parseInt(digits, 6, 8, 10);
        boolean leapDay = month == 1 && day == 29;
        if (day > MONTH_DAYS[month] || (leapDay && year % 4 != 0)) {
            found.add(CodeViolation.at(DATE, 10, digits.charAt(9), (char) 0));
        }
    }

    static int dayOfMonth(String digits) {
        int coded = Integer.parseInt(digits, 9, 11, 10);
        return coded > 40 ? coded - 40 : coded;
    }

    static LocalDate mostRecent(int twoDigits, int month, int day, LocalDate today) {
        int year = today.getYear() - Math.floorMod(today.getYear() - twoDigits, 100);
        while (!YearMonth.of(year, month).isValidDay(day)
                || LocalDate.of(year, month, day).isAfter(today)) {
            year -= 100;
        }
        return LocalDate.of(year, month, day);
    }

    /** The code with the seven digit positions as digits; the check letter is left as it stands. */
    static String digits(String code) {
        char[] text = code.toCharArray();
        for (int at : DIGIT_POSITIONS) {
            int digit = OMOCODIA.indexOf(text[at]);
            if (digit >= 0) {
                text[at] = (char) ('0' + digit);
            }
        }
        return new String(text);
    }

    /** The letter that follows from the first fifteen characters. */
    static char checkLetter(CharSequence code) {
        int sum = 0;
        for (int i = 0; i < 15; i++) {
            char c = code.charAt(i);
            int value = c <= '9' ? c - '0' : c - 'A';
            sum += i % 2 == 0 ? ODD[value] : value;
        }
        return (char) ('A' + sum % 26);
    }

    private static boolean isDigitPosition(int index) {
        return index == 6 || index == 7 || index == 9 || index == 10 || (index >= 12 && index <= 14);
    }
}
