package it.sportello.backend.sample;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The people: citizens and their doctors. Every one of them is invented. */
public record Registry(List<Citizen> citizens, List<Doctor> doctors) {

    /**
     * A person of the registry.
     *
     * @param codeKind CODICE_FISCALE, PROVISIONAL, STP or ENI
     * @param cardNumber twenty digits of the health card, null when there is none
     * @param sex M or F
     * @param language ISO 639-1 language of the prints
     * @param assistanceUntil end of the entitlement, null when unlimited
     * @param missing names of mandatory data that are missing
     */
    public record Citizen(
            String id,
            String code,
            String codeKind,
            @Nullable String cardNumber,
            String surname,
            String names,
            LocalDate birthDate,
            String sex,
            String birthPlaceCode,
            String birthPlace,
            Home home,
            Contacts contacts,
            String language,
            @Nullable String doctorId,
            @Nullable LocalDate assistanceUntil,
            List<String> missing) {

        /** Completed years on a day. */
        public int ageOn(LocalDate day) {
            return Period.between(birthDate, day).getYears();
        }

        /** The sixteen digits that the chip of the card holds (EF_ID_Carta), null without a card. */
        public @Nullable String chipNumber() {
            return cardNumber == null ? null : CheckDigit.luhn("6" + cardNumber.substring(7, 19) + "00");
        }

        @Override
        public String toString() {
            return "Citizen[" + id + "]";
        }
    }

    /** Where somebody lives; the district is the one that assists. */
    public record Home(String address, String municipalityCode, String municipality, String districtCode) {
        @Override
        public String toString() {
            return "Home[" + municipalityCode + "]";
        }
    }

    /** How somebody is reached; example numbers and domains only. */
    public record Contacts(@Nullable String phone, @Nullable String email) {
        @Override
        public String toString() {
            return "Contacts[***]";
        }
    }

    /**
     * A general practitioner (MMG) or paediatrician (PLS).
     *
     * @param enrolled people on the list, those outside this sample included: the sample holds about one in four
     */
    public record Doctor(
            String id, String surname, String names, String kind, String districtCode, int ceiling, int enrolled) {
        @Override
        public String toString() {
            return "Doctor[" + id + "]";
        }
    }
}
