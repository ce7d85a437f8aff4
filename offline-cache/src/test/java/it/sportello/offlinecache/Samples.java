package it.sportello.offlinecache;

import it.sportello.api.Bookings;
import it.sportello.api.Dues;
import it.sportello.api.Exemptions;
import it.sportello.api.Persons;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/** Invented persons and their things. */
public final class Samples {
    public static final String SITE = "SITE-1";

    private Samples() {}

    public static Persons.PersonRecord person(String id, String code, String surname, String names, long version) {
        return new Persons.PersonRecord(
                id,
                code,
                "CODICE_FISCALE",
                surname,
                names,
                LocalDate.of(1980, 1, 1),
                "M",
                "L736",
                "VENEZIA",
                "Via Prova 1",
                "VENEZIA",
                Optional.of("+39 041 5550000"),
                Optional.empty(),
                "it",
                Optional.of("Dott. Prova"),
                Optional.empty(),
                List.of(),
                version);
    }

    public static Dues.DueView due(String id, String personId, long cents, String state, long version) {
        return new Dues.DueView(
                id,
                personId,
                "CO_PAYMENT",
                "SSN",
                cents,
                "Ticket visita",
                LocalDate.of(2026, 11, 20),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                state,
                version);
    }

    public static Exemptions.ExemptionView exemption(String id, String personId, String code, long version) {
        return new Exemptions.ExemptionView(
                id, personId, code, "Diabete", LocalDate.of(2026, 1, 1), Optional.empty(), "CERTIFICATE", version);
    }

    public static Bookings.BookingView booking(
            String id, String personId, LocalDateTime at, String state, long version) {
        return new Bookings.BookingView(
                id,
                "P" + id,
                personId,
                "R*** M***",
                state,
                "SSN",
                "DESK",
                "Cardiologia",
                SITE,
                "Distretto 1",
                "Via Prova 2",
                "12",
                at,
                20,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                at.toLocalDate().minusDays(2),
                version);
    }

    public static Persons.PersonFile file(Persons.PersonRecord person, Dues.DueView... dues) {
        return new Persons.PersonFile(person, List.of(), List.of(), List.of(dues));
    }
}
