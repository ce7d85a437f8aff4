package it.sportello.app.citizen;

import it.sportello.domain.identity.CardNumber;
import it.sportello.domain.identity.CodeViolation;
import it.sportello.domain.identity.PersonCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What the one field of the search means. Texts are masked: none of this may reach a log. */
public sealed interface PersonQuery {
    record Empty() implements PersonQuery {}

    /** A code of the right form. */
    record Code(PersonCode code, List<CodeViolation> warnings) implements PersonQuery {
        public Code {
            warnings = List.copyOf(warnings);
        }
    }

    /** Meant as a code, but wrong: every rule broken. */
    record WrongCode(List<CodeViolation> violations) implements PersonQuery {
        public WrongCode {
            violations = List.copyOf(violations);
        }
    }

    record Card(CardNumber number) implements PersonQuery {}

    /** Meant as the number of a health card, but without its twenty digits or with a wrong check digit. */
    record WrongCard(int digits) implements PersonQuery {}

    /** Digits without prefix of the country. */
    record Phone(String digits) implements PersonQuery {
        @Override
        public String toString() {
            return "Phone";
        }
    }

    record Booking(String number) implements PersonQuery {}

    /** A prescription number or one half of it: another screen knows what to do. */
    record PrescriptionText(String text) implements PersonQuery {
        @Override
        public String toString() {
            return "PrescriptionText";
        }
    }

    /** One of our other codes: a receipt, a badge, a queue number, a payment notice. */
    record NotAPerson() implements PersonQuery {}

    /** A name, which needs the birth date for the central search. */
    record Name(String surname, Optional<String> names, Optional<LocalDate> birthDate) implements PersonQuery {
        @Override
        public String toString() {
            return "Name";
        }
    }

    /** Too short to mean anything. */
    record Incomplete() implements PersonQuery {}

    /** The date of birth typed beside a surname is not a date. */
    record WrongDate() implements PersonQuery {}

    /** Whether it names one person at most, so that the only one found is opened at once. */
    default boolean isExact() {
        return this instanceof Code || this instanceof Card || this instanceof Booking;
    }
}
