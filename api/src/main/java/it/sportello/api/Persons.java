package it.sportello.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Persons entitled to care. Searches are POST, so that nothing personal stands in an address. */
public final class Persons {
    private Persons() {}

    /** A search; at least one of code, card number, phone, booking number, or surname with birth date. */
    public record Search(
            Optional<String> code,
            Optional<String> cardNumber,
            Optional<String> surname,
            Optional<String> names,
            Optional<LocalDate> birthDate,
            Optional<String> phone,
            Optional<String> bookingNumber) {
        @Override
        public String toString() {
            return "Search[***]";
        }
    }

    /** What was found, best first. */
    public record Found(List<Hit> hits, boolean truncated) {}

    /** Enough to tell homonyms apart. */
    public record Hit(
            String personId,
            String code,
            String surname,
            String names,
            LocalDate birthDate,
            String birthPlace,
            String municipality,
            Optional<String> doctor) {
        @Override
        public String toString() {
            return "Hit[" + personId + "]";
        }
    }

    /** Asks for the whole page of a person, with the reason that goes into the access log. */
    public record View(String personId, String reason) {}

    /** The page of a person at the desk; no clinical content. */
    public record PersonFile(
            PersonRecord person,
            List<Exemptions.ExemptionView> exemptions,
            List<Bookings.BookingView> bookings,
            List<Dues.DueView> dues) {}

    /**
     * Registry data.
     *
     * @param codeKind CODICE_FISCALE, PROVISIONAL, STP or ENI
     * @param sex M or F
     * @param birthPlaceCode Belfiore code
     * @param language ISO 639-1 language of the prints
     * @param missing names of mandatory data that are missing
     */
    public record PersonRecord(
            String id,
            String code,
            String codeKind,
            String surname,
            String names,
            LocalDate birthDate,
            String sex,
            String birthPlaceCode,
            String birthPlace,
            String address,
            String municipality,
            Optional<String> phone,
            Optional<String> email,
            String language,
            Optional<String> doctor,
            Optional<LocalDate> assistanceUntil,
            List<String> missing,
            long version) {
        @Override
        public String toString() {
            return "PersonRecord[" + id + "]";
        }
    }
}
