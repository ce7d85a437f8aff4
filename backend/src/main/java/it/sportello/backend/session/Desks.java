package it.sportello.backend.session;

import it.sportello.api.Sessions.Desk;
import it.sportello.backend.store.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Desks, and what belongs to them, as stored. */
public final class Desks {
    private static final String DESK = """
            select d.id, d.number, d.site_id, s.name as site_name, s.municipality_code, d.till_id,
                   d.queue_categories, d.profiles, (select name from authority) as authority_name
            from desk d join site s on s.id = d.site_id
            where d.id = :desk""";

    private Desks() {}

    public static Optional<Desk> find(Handle handle, String deskId) {
        return handle.createQuery(DESK)
                .bind("desk", deskId)
                .map((row, context) -> desk(row))
                .findOne();
    }

    private static Desk desk(ResultSet row) throws SQLException {
        return new Desk(
                row.getString("id"),
                row.getInt("number"),
                row.getString("site_id"),
                row.getString("site_name"),
                row.getString("municipality_code"),
                row.getString("authority_name"),
                Columns.optionalText(row, "till_id"),
                Columns.texts(row, "queue_categories"),
                Columns.texts(row, "profiles"));
    }

    /** The roles that this version knows, among those stored. */
    public static Set<Role> roles(List<String> stored) {
        return Arrays.stream(Role.values())
                .filter(role -> stored.contains(role.name()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
