package it.sportello.backend.session;

import it.sportello.api.ProblemCode;
import it.sportello.api.Sessions.Operator;
import it.sportello.api.Sessions.SignIn;
import it.sportello.api.Sessions.SignedIn;
import it.sportello.backend.http.Answer;
import it.sportello.backend.http.Call;
import it.sportello.backend.http.RateLimit;
import it.sportello.backend.http.Refusal;
import it.sportello.backend.store.Columns;
import it.sportello.backend.store.Database;
import it.sportello.domain.operation.UuidV7;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jdbi.v3.core.Handle;

/** Sign-in and sign-out. An unknown name takes as long, and looks the same, as a wrong password. */
public final class SignInResource {
    private static final Duration SESSION_LENGTH = Duration.ofHours(12);
    private static final int FAILURES_BEFORE_LOCK = 5;
    private static final Duration FIRST_LOCK = Duration.ofMinutes(1);
    private static final int LONGEST_LOCK_STEP = 5;
    /** Password digests take memory: only so many at a time. */
    private static final int DIGESTS_AT_ONCE = 4;

    private final Database database;
    private final Clock clock;
    private final Secrets secrets;
    private final RateLimit limit;
    private final UuidV7 ids;
    private final String hashOfNobody;
    private final Semaphore digests = new Semaphore(DIGESTS_AT_ONCE, true);

    public SignInResource(Database database, Clock clock, Secrets secrets, RateLimit limit) {
        this.database = database;
        this.clock = clock;
        this.secrets = secrets;
        this.limit = limit;
        SecureRandom random = new SecureRandom();
        this.ids = new UuidV7(clock, random);
        this.hashOfNobody = PasswordHash.of(secrets.next(), random);
    }

    private record Known(Operator operator, String passwordHash) {}

    private record Attempts(int failures, Optional<Instant> lockedUntil) {}

    /** POST sessions. */
    public Answer signIn(DeskIdentity desk, Call call) {
        limit.count(desk.deskId());
        SignIn wish = call.body(SignIn.class);
        String userName = wish.userName().strip().toLowerCase(Locale.ROOT);
        byte[] nameHash = Secrets.sha256(userName);
        countAttempt(nameHash);
        Optional<Known> known = find(userName);
        boolean right = matches(wish.password(), known.map(Known::passwordHash).orElse(hashOfNobody));
        if (!right || known.isEmpty()) {
            throw Refusal.of(ProblemCode.WRONG_CREDENTIALS, "name and password do not belong together");
        }
        return Answer.created(open(desk, known.get().operator(), nameHash));
    }

    /** DELETE sessions/current. */
    public Answer signOut(Caller caller) {
        database.inTransaction(handle -> {
            Instant now = clock.instant();
            handle.createUpdate("update desk_opening set closed_at = :now where session_id = :id and closed_at is null")
                    .bind("now", now)
                    .bind("id", caller.sessionId())
                    .execute();
            return handle.createUpdate("update session set ended_at = :now where id = :id and ended_at is null")
                    .bind("now", now)
                    .bind("id", caller.sessionId())
                    .execute();
        });
        return Answer.nothing();
    }

    private boolean matches(String password, String hash) {
        digests.acquireUninterruptibly();
        try {
            return PasswordHash.matches(password, hash);
        } finally {
            digests.release();
        }
    }

    private Optional<Known> find(String userName) {
        return database.read(handle -> handle.createQuery("""
                        select id, user_name, badge, display_name, roles, password_hash
                        from operator where user_name = :name and enabled""")
                .bind("name", userName)
                .map((row, context) -> new Known(
                        new Operator(
                                row.getString("id"),
                                row.getString("user_name"),
                                row.getString("badge"),
                                row.getString("display_name"),
                                Columns.texts(row, "roles")),
                        row.getString("password_hash")))
                .findOne());
    }

    /**
     * Counts every attempt as a failure before the password is looked at, so that guesses sent at once are counted like
     * guesses sent one by one; the right password wipes the count. The fifth locks for a minute, each further one doubles
     * that, up to half an hour.
     */
    private void countAttempt(byte[] nameHash) {
        Instant now = clock.instant();
        Optional<Instant> locked = database.inTransaction(handle -> {
            handle.createUpdate(
                            "insert into sign_in_failure (name_hash, failures) values (:name, 0) on conflict do nothing")
                    .bind("name", nameHash)
                    .execute();
            Attempts before = handle.createQuery(
                            "select failures, locked_until from sign_in_failure where name_hash = :name for update")
                    .bind("name", nameHash)
                    .map((row, context) ->
                            new Attempts(row.getInt("failures"), Columns.optionalInstant(row, "locked_until")))
                    .findOne()
                    .orElse(new Attempts(0, Optional.empty()));
            Optional<Instant> until = before.lockedUntil().filter(it -> it.isAfter(now));
            if (until.isEmpty()) {
                count(handle, nameHash, before.failures() + 1, now);
            }
            return until;
        });
        if (locked.isPresent()) {
            long seconds = Math.max(1, Duration.between(now, locked.get()).toSeconds());
            throw Refusal.of(
                            ProblemCode.ACCOUNT_LOCKED,
                            "too many wrong passwords",
                            Map.of("seconds", Long.toString(seconds)))
                    .withHeader("Retry-After", Long.toString(seconds));
        }
    }

    private static void count(Handle handle, byte[] nameHash, int failures, Instant now) {
        int step = Math.min(failures - FAILURES_BEFORE_LOCK, LONGEST_LOCK_STEP);
        Instant until = step < 0 ? null : now.plus(FIRST_LOCK.multipliedBy(1L << step));
        handle.createUpdate(
                        "update sign_in_failure set failures = :failures, locked_until = :until where name_hash = :name")
                .bind("name", nameHash)
                .bind("failures", failures)
                .bind("until", until)
                .execute();
    }

    private SignedIn open(DeskIdentity desk, Operator operator, byte[] nameHash) {
        Instant now = clock.instant();
        String token = secrets.next();
        SignedIn signedIn = new SignedIn(token, ids.next().toString(), now.plus(SESSION_LENGTH), operator, now);
        database.inTransaction(handle -> {
            handle.createUpdate("delete from sign_in_failure where name_hash = :name")
                    .bind("name", nameHash)
                    .execute();
            return handle.createUpdate("""
                            insert into session (id, token_hash, operator_id, desk_id, created_at, expires_at)
                            values (:id, :token, :operator, :desk, :now, :expires)""")
                    .bind("id", signedIn.sessionId())
                    .bind("token", Secrets.sha256(token))
                    .bind("operator", operator.id())
                    .bind("desk", desk.deskId())
                    .bind("now", now)
                    .bind("expires", signedIn.expiresAt())
                    .execute();
        });
        return signedIn;
    }
}
