package it.sportello.backend.session;

import it.sportello.api.ProblemCode;
import it.sportello.api.Sessions.Desk;
import it.sportello.api.Sessions.EnrolDesk;
import it.sportello.api.Sessions.EnrolledDesk;
import it.sportello.backend.http.Answer;
import it.sportello.backend.http.Call;
import it.sportello.backend.http.RateLimit;
import it.sportello.backend.http.Refusal;
import it.sportello.backend.store.Database;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Recognises installations of the program. Each further installation of a desk gets the next epoch and supersedes the
 * one before, so that no two disks ever write one series (R-TIL-4). The same installation that asks again gets a new
 * secret, and keeps its epoch as long as nothing was written in it.
 */
public final class EnrolmentResource {
    private static final int LETTERS = 26;
    private static final String INSTALLATION_FORM = "[A-Za-z0-9_.-]{1,80}";

    private final Database database;
    private final Clock clock;
    private final Secrets secrets;
    private final RateLimit limit;

    public EnrolmentResource(Database database, Clock clock, Secrets secrets, RateLimit limit) {
        this.database = database;
        this.clock = clock;
        this.secrets = secrets;
        this.limit = limit;
    }

    /** POST desks/enrolments. */
    public Answer enrol(Call call) {
        limit.count(call.peer());
        EnrolDesk wish = call.body(EnrolDesk.class);
        if (!wish.installationId().matches(INSTALLATION_FORM)) {
            throw Refusal.of(ProblemCode.MALFORMED, "installation id");
        }
        return Answer.created(database.inTransaction(handle -> enrol(handle, wish)));
    }

    private EnrolledDesk enrol(Handle handle, EnrolDesk wish) {
        byte[] codeHash = handle.createQuery("select enrolment_hash from desk where id = :desk for update")
                .bind("desk", wish.deskId())
                .mapTo(byte[].class)
                .findOne()
                .orElseThrow(EnrolmentResource::unknown);
        if (!Secrets.matches(wish.enrolmentCode(), codeHash)) {
            throw unknown();
        }
        Desk desk = Desks.find(handle, wish.deskId()).orElseThrow(EnrolmentResource::unknown);
        String epoch = epoch(handle, wish);
        String secret = secrets.next();
        handle.createUpdate("update installation set active = false where desk_id = :desk and active")
                .bind("desk", wish.deskId())
                .execute();
        handle.createUpdate("""
                        insert into installation (desk_id, installation_id, secret_hash, epoch, active, enrolled_at)
                        values (:desk, :installation, :secret, :epoch, true, :now)
                        on conflict (desk_id, installation_id) do update
                        set secret_hash = excluded.secret_hash, epoch = excluded.epoch, active = true,
                            enrolled_at = excluded.enrolled_at""")
                .bind("desk", wish.deskId())
                .bind("installation", wish.installationId())
                .bind("secret", Secrets.sha256(secret))
                .bind("epoch", epoch)
                .bind("now", clock.instant())
                .execute();
        return new EnrolledDesk(desk, secret, epoch);
    }

    private static String epoch(Handle handle, EnrolDesk wish) {
        Optional<String> unused = handle.createQuery("""
                        select i.epoch from installation i
                        where i.desk_id = :desk and i.installation_id = :installation and i.active
                          and not exists (select from operation o where o.desk_id = i.desk_id and o.epoch = i.epoch)""")
                .bind("desk", wish.deskId())
                .bind("installation", wish.installationId())
                .mapTo(String.class)
                .findOne();
        if (unused.isPresent()) {
            return unused.get();
        }
        List<String> used = handle.createQuery("""
                        select epoch from installation where desk_id = :desk
                        union select epoch from operation where desk_id = :desk""")
                .bind("desk", wish.deskId())
                .mapTo(String.class)
                .list();
        int next = 0;
        while (used.contains(letters(next))) {
            next++;
        }
        return letters(next);
    }

    /** A, B, … Z, AA, AB, … */
    static String letters(int index) {
        String last = String.valueOf((char) ('A' + index % LETTERS));
        return index < LETTERS ? last : letters(index / LETTERS - 1) + last;
    }

    private static Refusal unknown() {
        return Refusal.of(ProblemCode.DESK_UNKNOWN, "desk and enrolment code do not belong together");
    }
}
