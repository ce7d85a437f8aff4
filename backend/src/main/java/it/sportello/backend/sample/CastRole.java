package it.sportello.backend.sample;

import org.jspecify.annotations.Nullable;

/**
 * People of the sample who stand for one case each: nobody else has their cases, and chance gives them nothing more. All
 * live in the district of site S03 unless the role says otherwise.
 */
public enum CastRole {
    /** Has the basic tax code that {@link #HOMOCODE} shares. */
    HOMOCODE_TWIN(1, 41, "M", null),
    /** Same data as the twin, so a tax code with a letter for a digit. */
    HOMOCODE(1, 41, "M", null),
    /** Holds 7R2 (E01): an appointment today with nothing to pay. */
    EXEMPT_INCOME(1, 71, "F", null),
    /** Holds 013; one due of rows that it does not cover, above the cap, and so of 36.15. */
    EXEMPT_DISEASE(1, 58, "M", null),
    /** No exemption; a prescription above the cap, due of 36.15. */
    NON_EXEMPT_OVER_CAP(1, 46, "F", null),
    /** Two prescriptions with a due each, to be paid together. */
    TWO_PRESCRIPTIONS(1, 38, "F", null),
    /** A private-practice due above the threshold of the stamp duty. */
    STAMP_DUTY_PRIVATE(1, 52, "M", null),
    /** A due that ends in 3 cents, rounded when all is paid in cash. */
    ROUNDING_CENTS(1, 33, "F", null),
    /** An appointment today, one for each site of the authority. */
    BOOKED_TODAY(8, 49, "M", null),
    /** Bookable prescription of class U, of a service with places in time. */
    BOOKABLE_U(2, 55, "F", null),
    BOOKABLE_B(2, 44, "M", null),
    BOOKABLE_D(2, 61, "F", null),
    BOOKABLE_P(2, 36, "M", null),
    /** Bookable prescription whose agenda is complex. */
    COMPLEX_AGENDA(2, 50, "F", null),
    /** Bookable prescription of two services of two agendas. */
    LINKED_SERVICES(2, 63, "M", null),
    /** Holds 031 for this year: a second registration of it overlaps. */
    OVERLAP_EXEMPTION(1, 66, "F", null),
    /** Two open dues: the prescription of one carries 013, that of the other carries no code. */
    DISEASE_CANDIDATE(1, 57, "M", null),
    /** An open due whose prescription carries 013 and was issued three weeks ago: before a validity that begins today. */
    DISEASE_CANDIDATE_EARLIER(1, 59, "F", null),
    /** Of 68, with an open due whose prescription carries 7R2 (E01), not in the registry. */
    INCOME_CANDIDATE(1, 68, "M", null),
    /** A prescription that was delivered already. */
    USED_PRESCRIPTION(1, 47, "F", null),
    /** A prescription taken in charge by another authority. */
    TAKEN_ELSEWHERE(1, 53, "M", null),
    /** A prescription that expired, one cancelled by the prescriber, one suspended. */
    DEAD_PRESCRIPTIONS(1, 54, "F", null),
    /** A bookable prescription on the paper form. */
    PAPER(1, 72, "M", null),
    /** A white prescription, for private practice. */
    WHITE(1, 48, "F", null),
    /** Eight laboratory rows, due above the cap without an exemption. */
    LABORATORY(1, 43, "M", null),
    PROVISIONAL(1, 0, "F", null),
    STP(1, 29, "M", "Z335"),
    ENI(1, 35, "F", "Z129"),
    /** Enrolled, born abroad, prints in another language. */
    ABROAD(1, 40, "F", "Z129"),
    /** The longest name; accents and an apostrophe. */
    LONG_NAME(1, 64, "M", null),
    OVER_100(1, 102, "F", null),
    NEWBORN(1, 0, "M", null),
    MINOR(1, 9, "F", null),
    /** Same name and year of birth. */
    HOMONYM(2, 51, "M", null),
    /** Mandatory data missing. */
    INCOMPLETE(1, 45, "F", null),
    /** Dues of six kinds. */
    MANY_DUES(1, 56, "M", null),
    /** One open due each, for ordinary collections. */
    ORDINARY(30, 42, "F", null);

    private final int people;
    private final int age;
    private final String sex;
    private final @Nullable String birthCountry;

    CastRole(int people, int age, String sex, @Nullable String birthCountry) {
        this.people = people;
        this.age = age;
        this.sex = sex;
        this.birthCountry = birthCountry;
    }

    /** How many people play it. */
    public int people() {
        return people;
    }

    int age() {
        return age;
    }

    String sex() {
        return sex;
    }

    @Nullable
    String birthCountry() {
        return birthCountry;
    }
}
