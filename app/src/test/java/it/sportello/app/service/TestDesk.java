package it.sportello.app.service;

import it.sportello.api.Accesses;
import it.sportello.api.Bookings;
import it.sportello.api.Dues;
import it.sportello.api.Exemptions;
import it.sportello.api.Json;
import it.sportello.api.Operation;
import it.sportello.api.Persons;
import it.sportello.app.print.Letterhead;
import it.sportello.domain.identity.CodiceFiscale;
import it.sportello.domain.identity.Sex;
import it.sportello.domain.operation.OperationType;
import it.sportello.domain.parameter.Parameters;
import it.sportello.offlinecache.desk.DeskStore;
import it.sportello.offlinecache.desk.DeskStoreOptions;
import it.sportello.offlinecache.journal.Author;
import it.sportello.offlinecache.journal.CrashPoint;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A desk with its real journal and cache in a folder of its own, and a server of the tests. */
public final class TestDesk implements AutoCloseable, DeskContext {
    public static final LocalDate TODAY = LocalDate.of(2026, 3, 3);
    public static final Instant NOW = Instant.parse("2026-03-03T08:20:00Z");
    public static final String ROSSI = "RSSMRA70A01H501S";

    public final Clock clock = Clock.fixed(NOW, ZoneId.of("Europe/Rome"));
    public final DeskStore store;
    public final FakeBackend server = new FakeBackend();
    public final PersonFiles files;
    public boolean offline;
    public Optional<String> till = Optional.of("T01");

    public TestDesk(Path home) {
        store = DeskStore.open(
                new DeskStoreOptions(home, clock, System::nanoTime, new SecureRandom(), what -> {}, CrashPoint.NONE));
        files = new PersonFiles(store.journal(), server.backend(), store.cache(), this);
    }

    /** The right code of an invented man born on 1 January 1970. */
    public static String code(String surname, String names, String place) {
        return CodiceFiscale.compute(surname, names, LocalDate.of(1970, 1, 1), Sex.M, place)
                .value();
    }

    /** The access rows written so far, oldest first. */
    public List<Accesses.Viewed> accesses() {
        return store.journal().outbox().pending().stream()
                .filter(item -> item.type().equals(OperationType.ACCESS_VIEWED.wireName()))
                .map(item -> store.journal().outbox().body(item.id()).orElseThrow())
                .map(body -> Json.strict().readValue(body.bytes(), Operation.class))
                .map(operation -> Json.strict().treeToValue(operation.payload(), Accesses.Viewed.class))
                .toList();
    }

    public static Persons.PersonRecord person(String id, String code, String surname, String names) {
        return new Persons.PersonRecord(
                id,
                code,
                "CODICE_FISCALE",
                surname,
                names,
                LocalDate.of(1970, 1, 1),
                "M",
                "H501",
                "ROMA",
                "Via delle Prove 12",
                "VENEZIA",
                Optional.of("+39 399 0123456"),
                Optional.empty(),
                "it",
                Optional.of("dott. Prova"),
                Optional.empty(),
                List.of("email"),
                1);
    }

    public static Persons.PersonFile file(Persons.PersonRecord person) {
        return new Persons.PersonFile(
                person,
                List.of(new Exemptions.ExemptionView(
                        "E1" + person.id(),
                        person.id(),
                        "013",
                        "Diabete mellito",
                        LocalDate.of(2025, 1, 1),
                        Optional.empty(),
                        "CERTIFICATE",
                        1)),
                List.of(booking("B1" + person.id(), person.id(), TODAY.atTime(9, 40), "BOOKED")),
                List.of(due("D1" + person.id(), person.id(), 3615), due("D2" + person.id(), person.id(), 1000)));
    }

    public static Dues.DueView due(String id, String personId, long cents) {
        return new Dues.DueView(
                id,
                personId,
                "SPECIALIST_COPAYMENT",
                "SSN",
                cents,
                "Ticket visita cardiologica",
                TODAY,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                "OPEN",
                1);
    }

    public static Bookings.BookingView booking(String id, String personId, LocalDateTime at, String state) {
        return new Bookings.BookingView(
                id,
                "2026-0000123",
                personId,
                "R*** M***",
                state,
                "SSN",
                "DESK",
                "Cardiologia",
                "S1",
                "Poliambulatorio Santa Chiara",
                "Via delle Prove 1",
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
                1);
    }

    @Override
    public Author author() {
        return new Author("D01", "I01", "A", "O1", "SESSION1");
    }

    @Override
    public Set<String> roles() {
        return Set.of("CASHIER");
    }

    @Override
    public Optional<String> tillId() {
        return till;
    }

    @Override
    public String siteId() {
        return "S1";
    }

    @Override
    public boolean offline() {
        return offline;
    }

    @Override
    public Parameters parameters() {
        return Parameters.shipped();
    }

    @Override
    public Letterhead letterhead() {
        return new Letterhead("Azienda di prova", "Poliambulatorio Santa Chiara", 5, "10423");
    }

    @Override
    public void close() {
        store.close();
    }
}
