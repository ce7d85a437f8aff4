package it.sportello.app.citizen;

import it.sportello.app.service.TypedDate;
import it.sportello.devices.scanner.RawScan;
import it.sportello.devices.scanner.Scan;
import it.sportello.devices.scanner.ScanContent;
import it.sportello.domain.identity.CodeReading;
import it.sportello.domain.identity.PersonCode;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells what was typed or scanned into the one field of the search. */
final class QueryReader {
    private static final Pattern BOOKING = Pattern.compile("\\d{4}-\\d{6,8}");
    private static final Pattern NUMBER = Pattern.compile("[+0-9 ./()-]+");
    private static final Pattern NAME_AND_DATE = Pattern.compile("([^0-9]+?)\\s+(\\d[0-9/.,\\- ]*)");
    private static final Pattern COUNTRY = Pattern.compile("^(\\+39|0039)");
    private static final int LEAST_OF_PHONE = 6;
    private static final int MOST_OF_PHONE = 14;
    private static final int LEAST_OF_NAME = 2;
    private static final int LENGTH_OF_CODE = 16;

    private QueryReader() {}

    /**
     * Reads the fields of the search.
     *
     * @param text the main field
     * @param names given names, perhaps empty text
     * @param birth date of birth as typed, perhaps empty text
     */
    static PersonQuery read(String text, String names, String birth) {
        PersonQuery query = read(text);
        if (!(query instanceof PersonQuery.Name name)) {
            return query;
        }
        Optional<LocalDate> date = TypedDate.parse(birth);
        if (date.isEmpty() && !birth.isBlank()) {
            return new PersonQuery.WrongDate();
        }
        Optional<String> given = Optional.of(names.strip()).filter(typed -> !typed.isEmpty());
        return new PersonQuery.Name(name.surname(), given, date.or(name::birthDate));
    }

    /** Reads the main field alone. */
    static PersonQuery read(String typed) {
        String text = typed.strip();
        if (text.isEmpty()) {
            return new PersonQuery.Empty();
        }
        return switch (ScanContent.classify(new RawScan("", text))) {
            case Scan.PersonCodeScan person -> code(person.content(), person.code());
            case Scan.CardNumberScan card -> new PersonQuery.Card(card.number());
            case Scan.BookingNumberScan booking -> new PersonQuery.Booking(booking.number());
            case Scan.WholeNre whole ->
                new PersonQuery.PrescriptionText(whole.number().value());
            case Scan.PrescriptionPart1 part -> new PersonQuery.PrescriptionText(part.part());
            case Scan.PrescriptionPart2 part -> new PersonQuery.Phone(part.part());
            case Scan.NoticeQr other -> new PersonQuery.NotAPerson();
            case Scan.DocumentNumberScan other -> new PersonQuery.NotAPerson();
            case Scan.BadgeScan other -> new PersonQuery.NotAPerson();
            case Scan.QueueNumberScan other -> new PersonQuery.NotAPerson();
            case Scan.ResumeSlipScan other -> new PersonQuery.NotAPerson();
            case Scan.ValueBagScan other -> new PersonQuery.NotAPerson();
            case Scan.SlipScan other -> new PersonQuery.NotAPerson();
            case Scan.TestSheetScan other -> new PersonQuery.NotAPerson();
            // Typed, six letters are a surname before they are a medicine, and digits a telephone.
            case Scan.MedicineScan other -> byShape(text);
            case Scan.ProductScan other -> byShape(text);
            case Scan.Unknown unknown -> byShape(text);
        };
    }

    /** Whether a scanned code leads to a person; half a prescription does not, though typed it would be a telephone. */
    static boolean isForPerson(Scan scan) {
        return switch (scan) {
            case Scan.PersonCodeScan code -> true;
            case Scan.CardNumberScan card -> true;
            case Scan.BookingNumberScan booking -> true;
            case Scan.Unknown unknown ->
                unknown.reason() == Scan.Reason.CARD_CHECK
                        || (unknown.reason() == Scan.Reason.NO_KIND
                                && isMeantForPerson(unknown.content().strip()));
            default -> false;
        };
    }

    // Read badly or printed wrong, it is still the code of somebody: the search says which character is not right.
    private static boolean isMeantForPerson(String text) {
        return switch (byShape(text)) {
            case PersonQuery.WrongCard card -> true;
            case PersonQuery.WrongCode code -> text.length() == LENGTH_OF_CODE;
            default -> false;
        };
    }

    private static PersonQuery code(String text, CodeReading reading) {
        return switch (reading) {
            case CodeReading.Accepted accepted -> new PersonQuery.Code(accepted.code(), accepted.warnings());
            case CodeReading.Rejected rejected -> {
                // Eleven digits that are no code may be a telephone; sixteen letters may be a surname.
                if (text.startsWith("0") || text.startsWith("3")) {
                    yield phone(text);
                }
                yield text.chars().noneMatch(Character::isDigit)
                        ? name(text)
                        : new PersonQuery.WrongCode(rejected.violations());
            }
        };
    }

    private static PersonQuery byShape(String text) {
        if (BOOKING.matcher(text).matches()) {
            return new PersonQuery.Booking(text);
        }
        if (NUMBER.matcher(text).matches()) {
            return number(text);
        }
        if (text.chars().noneMatch(Character::isDigit)) {
            return name(text);
        }
        Matcher both = NAME_AND_DATE.matcher(text);
        if (both.matches()) {
            return TypedDate.parse(both.group(2))
                    .<PersonQuery>map(
                            date -> new PersonQuery.Name(both.group(1).strip(), Optional.empty(), Optional.of(date)))
                    .orElseGet(PersonQuery.WrongDate::new);
        }
        return switch (PersonCode.classify(text)) {
            case CodeReading.Accepted accepted -> new PersonQuery.Code(accepted.code(), accepted.warnings());
            case CodeReading.Rejected rejected -> new PersonQuery.WrongCode(rejected.violations());
        };
    }

    private static PersonQuery number(String text) {
        int digits = digits(text).length();
        if (digits > MOST_OF_PHONE) {
            return new PersonQuery.WrongCard(digits);
        }
        return digits < LEAST_OF_PHONE ? new PersonQuery.Incomplete() : phone(text);
    }

    private static PersonQuery phone(String text) {
        return new PersonQuery.Phone(
                digits(COUNTRY.matcher(text.replaceAll("[^0-9+]", "")).replaceFirst("")));
    }

    private static String digits(String text) {
        return text.replaceAll("[^0-9]", "");
    }

    private static PersonQuery name(String text) {
        return text.length() < LEAST_OF_NAME
                ? new PersonQuery.Incomplete()
                : new PersonQuery.Name(text, Optional.empty(), Optional.empty());
    }
}
