package it.sportello.backend.person;

import it.sportello.api.Accesses.AccessSummary;
import it.sportello.api.ProblemCode;
import it.sportello.backend.http.Answer;
import it.sportello.backend.http.Call;
import it.sportello.backend.http.Refusal;
import it.sportello.backend.session.Caller;
import it.sportello.backend.session.Permission;
import it.sportello.backend.store.Database;

/** Counts of the access log of a desk. */
public final class AccessResource {
    private final Database database;

    public AccessResource(Database database) {
        this.database = database;
    }

    /** GET desks/{id}/accesses: of one's own desk, or of any for who controls. */
    public Answer summary(Caller caller, Call call) {
        String desk = call.path("id");
        if (!desk.equals(caller.deskId()) && !caller.has(Permission.CONTROL)) {
            throw Refusal.of(ProblemCode.FORBIDDEN, "access log of another desk");
        }
        return Answer.ok(database.read(handle -> handle.createQuery("""
                        select count(*) filter (where kind = 'SEARCH') as searches,
                               count(*) filter (where kind = 'VIEW') as views
                        from access_row where desk_id = :desk""")
                .bind("desk", desk)
                .map((row, context) -> new AccessSummary(desk, row.getLong("searches"), row.getLong("views")))
                .one()));
    }
}
