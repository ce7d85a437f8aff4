package it.sportello.backend.person;

import it.sportello.api.Persons.Hit;
import it.sportello.api.Persons.PersonRecord;
import it.sportello.api.Persons.Search;
import it.sportello.backend.store.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Persons as stored. */
public final class PersonRows {
    private static final String PERSON = """
            select p.*, case when d.id is null then null else d.surname || ' ' || d.names end as doctor
            from person p left join doctor d on d.id = p.doctor_id
            """;

    private PersonRows() {}

    /** What the rules of booking and exemptions need of a person. */
    public record Brief(
            String id, String code, java.time.LocalDate birthDate, String districtCode, String municipalityCode) {
        @Override
        public String toString() {
            return "Brief[" + id + "]";
        }
    }

    /** Locks the person, so that two acts on one person follow each other. */
    public static Optional<Brief> lock(Handle handle, String personId) {
        return brief(handle, personId, " for update");
    }

    public static Optional<Brief> brief(Handle handle, String personId) {
        return brief(handle, personId, "");
    }

    private static Optional<Brief> brief(Handle handle, String personId, String lock) {
        return handle.createQuery(
                        "select id, code, birth_date, district_code, municipality_code from person where id = :id"
                                + lock)
                .bind("id", personId)
                .map((row, context) -> new Brief(
                        row.getString("id"),
                        row.getString("code"),
                        Columns.date(row, "birth_date"),
                        row.getString("district_code"),
                        row.getString("municipality_code")))
                .findOne();
    }

    static Optional<PersonRecord> find(Handle handle, String personId) {
        return handle.createQuery(PERSON + "where p.id = :id")
                .bind("id", personId)
                .map((row, context) -> person(row))
                .findOne();
    }

    /** Every criterion given must fit; names by their beginning, without accents and case. */
    static List<Hit> search(Handle handle, Search search, int most) {
        List<String> conditions = new ArrayList<>();
        Map<String, Object> values = new LinkedHashMap<>();
        add(conditions, values, "p.code = :code", "code", search.code());
        add(conditions, values, "p.card_number = :card", "card", search.cardNumber());
        add(conditions, values, beginsWith("surname"), "surname", search.surname());
        add(conditions, values, beginsWith("names"), "names", search.names());
        add(conditions, values, "p.birth_date = :birth", "birth", search.birthDate());
        add(conditions, values, "p.phone_key = :phone", "phone", search.phone().map(it -> it.replaceAll("[^0-9]", "")));
        add(
                conditions,
                values,
                "p.id = (select b.person_id from booking b where b.number = :booking)",
                "booking",
                search.bookingNumber());
        Query query = handle.createQuery(PERSON + "where " + String.join(" and ", conditions)
                + " order by p.surname_key, p.names_key, p.birth_date, p.id limit :most");
        values.forEach(query::bind);
        return query.bind("most", most).map((row, context) -> hit(row)).list();
    }

    /** A name of which nothing is left to compare, such as one in another alphabet, fits nobody rather than everybody. */
    private static String beginsWith(String name) {
        return "p." + name + "_key like search_key(:" + name + ") || '%' and search_key(:" + name + ") <> ''";
    }

    private static <T> void add(
            List<String> conditions, Map<String, Object> values, String condition, String name, Optional<T> value) {
        if (value.isPresent()) {
            conditions.add(condition);
            values.put(name, value.get());
        }
    }

    private static Hit hit(ResultSet row) throws SQLException {
        return new Hit(
                row.getString("id"),
                row.getString("code"),
                row.getString("surname"),
                row.getString("names"),
                Columns.date(row, "birth_date"),
                row.getString("birth_place"),
                row.getString("municipality"),
                Columns.optionalText(row, "doctor"));
    }

    private static PersonRecord person(ResultSet row) throws SQLException {
        return new PersonRecord(
                row.getString("id"),
                row.getString("code"),
                row.getString("code_kind"),
                row.getString("surname"),
                row.getString("names"),
                Columns.date(row, "birth_date"),
                row.getString("sex"),
                row.getString("birth_place_code"),
                row.getString("birth_place"),
                row.getString("address"),
                row.getString("municipality"),
                Columns.optionalText(row, "phone"),
                Columns.optionalText(row, "email"),
                row.getString("language"),
                Columns.optionalText(row, "doctor"),
                Columns.optionalDate(row, "assistance_until"),
                Columns.texts(row, "missing"),
                row.getLong("version"));
    }
}
