package it.sportello.backend;

import it.sportello.backend.session.PasswordHash;
import it.sportello.backend.session.Secrets;
import it.sportello.backend.store.Database;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A small authority; every test makes desks, persons and places of its own in it. */
final class World {
    static final String PASSWORD = "una-password-di-prova";
    static final String VISIT = "89.7A.3";
    static final String ECG = "89.52";
    static final String ECHO = "88.72.2";
    static final String BLOOD = "90.28.1";

    private final Database database;
    private final Clock clock;
    private final AtomicInteger next = new AtomicInteger();
    /** A till's code has at most three digits. */
    private final AtomicInteger desks = new AtomicInteger();

    private final String passwordHash = PasswordHash.of(PASSWORD, new SecureRandom());

    World(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
        run("insert into authority values ('050503', 'Azienda di prova')");
        run("insert into district values ('D1', 'Distretto 1'), ('D2', 'Distretto 2')");
        site("S1", "D1");
        site("S2", "D2");
        service(VISIT, "02", "VISIT", 2250);
        service(ECG, "02", "DIAGNOSTIC", 1165);
        service(ECHO, "02", "DIAGNOSTIC", 6215);
        service(BLOOD, "11", "LABORATORY", 1055);
        run("insert into grouping_class values ('G1', 'Prima visita con ECG')");
        run("insert into grouping_class_service values ('G1', ?, 'MANDATORY'), ('G1', ?, 'OPTIONAL')", VISIT, ECG);
        run("insert into doctor values ('DOC', 'Medici', 'Prova', 'MMG', 'D1', 1500, 1000)");
        run("insert into queue_category values ('S1', 'A', 'Cassa'), ('S1', 'B', 'CUP'), ('S2', 'A', 'Cassa')");
    }

    int number() {
        return next.incrementAndGet();
    }

    void run(String sql, Object... values) {
        database.inTransaction(handle -> handle.execute(sql, values));
    }

    <T> T value(Class<T> type, String sql, Object... values) {
        return database.read(handle -> handle.select(sql, values).mapTo(type).one());
    }

    private void site(String id, String district) {
        run(
                "insert into site values (?, ?, ?, 'AUTHORITY', 'L736', 'Venezia', 'Via di Prova 1')",
                id,
                "Sede " + id,
                district);
    }

    private void service(String code, String branch, String kind, long cents) {
        run(
                "insert into service (code, catalogue_code, description, branch, kind) values (?, ?, ?, ?, ?)",
                code,
                code + "_0",
                "Prestazione " + code,
                branch,
                kind);
        run("insert into tariff values (?, date '2024-12-30', null, ?, 'DM 25 novembre 2024')", code, cents);
    }

    /** A new desk with a till; its enrolment code is its id. */
    String desk(String site, String... profiles) {
        int number = desks.incrementAndGet();
        String id = "DESK" + number;
        run("insert into till values (?, ?)", till(id), site);
        run(
                "insert into desk values (?, ?, ?, ?, ?, ?, ?)",
                id,
                number,
                site,
                till(id),
                new String[] {"A", "B"},
                profiles.length == 0 ? new String[] {"SSN"} : profiles,
                Secrets.sha256(id));
        return id;
    }

    static String till(String desk) {
        return "T" + desk.substring("DESK".length());
    }

    /** A new operator; the password is always the same. */
    String operator(String... roles) {
        int number = number();
        String id = "OP" + number;
        run(
                "insert into operator values (?, ?, ?, ?, ?, ?, true)",
                id,
                userName(id),
                "B" + number,
                "Operatore " + number,
                passwordHash,
                roles);
        return id;
    }

    static String userName(String operator) {
        return operator.toLowerCase(Locale.ROOT);
    }

    String person() {
        int number = number();
        String id = "P" + number;
        run(
                """
                insert into person (id, code, code_kind, surname, names, birth_date, sex, birth_place_code,
                    birth_place, address, municipality_code, municipality, district_code, phone, language,
                    doctor_id, missing)
                values (?, ?, 'STP', ?, 'Nicolò Maria', date '1980-05-17', 'M', 'Z100', 'Estero', 'Calle 1',
                    'L736', 'Venezia', 'D1', ?, 'it', 'DOC', '{}')""",
                id,
                String.format(Locale.ROOT, "STP050503%07d", number),
                "D'Àngelo" + number,
                "+39 041 " + (1_000_000 + number));
        return id;
    }

    String due(String person, String kind, long cents, @Nullable String prescription, @Nullable String exemption) {
        String id = "DUE" + number();
        String rows = prescription == null
                ? "[]"
                : "[{\"code\":\"" + BLOOD + "\",\"catalogueCode\":\"c\",\"description\":\"d\",\"quantity\":1,"
                        + "\"branch\":\"11\",\"kind\":\"LABORATORY\",\"tariffCents\":" + cents + "}]";
        run("""
                insert into due (id, person_id, kind, regime, amount_cents, description, reference_date,
                    prescription_number, exemption_code, rows, state)
                values (?, ?, ?, 'SSN', ?, 'Dovuto', ?, ?, ?, cast(? as jsonb), 'OPEN')""", id, person, kind, cents, today(), prescription, exemption, rows);
        return id;
    }

    String prescription(String person, int state, @Nullable String exemption, String... services) {
        String number = String.format(Locale.ROOT, "0500A4%09d", number());
        run("""
                insert into prescription (number, support, person_id, issued_on, prescriber, priority_class,
                    access_type, exemption_code, state)
                values (?, 'ELECTRONIC', ?, ?, 'Medico di prova', 'D', '1', ?, ?)""", number, person, today().minusDays(3), exemption, state);
        int row = 0;
        for (String service : services) {
            row++;
            run("insert into prescription_row values (?, ?, ?, 1)", number, row, service);
        }
        return number;
    }

    /** An agenda with one activity that does these services one by one; and together, when both are of class G1. */
    String agenda(String site, String regime, String... services) {
        int number = number();
        String id = "AG" + number;
        String doctor = regime.equals("SSN") ? null : "Dott. " + number;
        run("insert into agenda values (?, ?, ?, 'Stanza 1', ?, ?)", id, "Agenda " + number, site, regime, doctor);
        run("insert into activity values (?, ?, 'Attività', '{DESK,PHONE}')", id, id);
        for (String service : services) {
            run("insert into activity_service values (?, ?)", id, service);
        }
        run("""
                insert into agenda_session values (?, ?, date '2026-01-01', date '2027-12-31', '{1,2,3,4,5}',
                    time '08:00', time '18:00')""", id, id);
        return id;
    }

    void group(String agenda) {
        run("insert into activity_class values (?, 'G1')", agenda);
    }

    String slot(String agenda, LocalDateTime start, int capacity) {
        String id = "SL" + number();
        run("""
                insert into slot (id, agenda_id, activity_id, agenda_session_id, starts_at, duration_minutes, capacity)
                values (?, ?, ?, ?, ?, 20, ?)""", id, agenda, agenda, agenda, start, capacity);
        return id;
    }

    LocalDate today() {
        return clock.instant().atZone(java.time.ZoneId.of("Europe/Rome")).toLocalDate();
    }

    List<String> texts(String sql, Object... values) {
        return database.read(
                handle -> handle.select(sql, values).mapTo(String.class).list());
    }
}
