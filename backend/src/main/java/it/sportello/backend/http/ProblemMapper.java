package it.sportello.backend.http;

import io.helidon.http.HttpException;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import it.sportello.api.Json;
import it.sportello.api.Problem;
import it.sportello.api.ProblemCode;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server's only door that catches everything: each error becomes a problem with a stable code. */
public final class ProblemMapper {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemMapper.class);
    private static final int SERVER_FAULT = 500;
    private static final int NOT_FOUND = 404;
    /** Lock and statement time-outs, deadlock, serialisation, shutdown: the same request may work later. */
    private static final Set<String> PASSING = Set.of("55P03", "57014", "40P01", "40001", "57P01", "53300");
    /** SQLSTATE class of values that no column can hold, such as a NUL inside a text. */
    private static final String BAD_VALUE = "22";

    /** For {@code HttpRouting.error}. */
    public void handle(ServerRequest request, ServerResponse response, Throwable thrown) {
        Refusal refusal = thrown instanceof Exception exception ? refusal(exception) : internal();
        String support = SupportCode.of(thrown);
        if (refusal.code().status() >= SERVER_FAULT) {
            LOG.error(
                    "{} [{}] {}",
                    refusal.code(),
                    support,
                    request.matchingPattern().orElse(""),
                    thrown);
        } else {
            LOG.info(
                    "{} [{}] {} {}",
                    refusal.code(),
                    support,
                    request.prologue().method(),
                    request.matchingPattern().orElse(""));
        }
        refusal.headers().forEach((name, value) -> response.header(name, value));
        Problem problem = problem(refusal, support);
        Resource.send(response, new Answer(problem.status(), Json.strict().writeValueAsBytes(problem)));
    }

    /** The problem that tells of a refusal. */
    public static Problem problem(Refusal refusal, String supportCode) {
        return new Problem(
                "about:blank",
                title(refusal.code().status()),
                refusal.code().status(),
                refusal.code().name(),
                refusal.detail(),
                supportCode,
                refusal.arguments(),
                refusal.violations());
    }

    private static Refusal refusal(Exception thrown) {
        if (thrown instanceof Refusal refusal) {
            return refusal;
        }
        if (thrown instanceof HttpException http && http.status().code() < SERVER_FAULT) {
            return http.status().code() == NOT_FOUND
                    ? Refusal.of(ProblemCode.NOT_FOUND, "no such resource")
                    : Refusal.of(ProblemCode.MALFORMED, "not a request of the contract");
        }
        if (thrown instanceof UncheckedIOException) {
            return Refusal.of(ProblemCode.MALFORMED, "body cut short");
        }
        SQLException sql = sqlCause(thrown);
        return sql == null ? internal() : refusal(sql);
    }

    private static Refusal refusal(SQLException sql) {
        String state = sql.getSQLState() == null ? "" : sql.getSQLState();
        if (state.startsWith(BAD_VALUE)) {
            return Refusal.of(ProblemCode.MALFORMED, "a value that cannot be stored");
        }
        boolean connection = state.startsWith("08") || sql instanceof SQLTransientConnectionException;
        return connection || PASSING.contains(state)
                ? Refusal.of(ProblemCode.UNAVAILABLE, "the store is busy or away")
                : internal();
    }

    private static Refusal internal() {
        return Refusal.of(ProblemCode.INTERNAL, "an error of the server");
    }

    private static @Nullable SQLException sqlCause(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql;
            }
        }
        return null;
    }

    private static String title(int status) {
        Map<Integer, String> titles = Map.ofEntries(
                Map.entry(400, "Bad Request"),
                Map.entry(401, "Unauthorized"),
                Map.entry(403, "Forbidden"),
                Map.entry(404, "Not Found"),
                Map.entry(409, "Conflict"),
                Map.entry(412, "Precondition Failed"),
                Map.entry(413, "Content Too Large"),
                Map.entry(422, "Unprocessable Content"),
                Map.entry(429, "Too Many Requests"),
                Map.entry(503, "Service Unavailable"));
        return titles.getOrDefault(status, "Internal Server Error");
    }

    /** Violations of one rule, for those who refuse for several reasons at once. */
    public static Problem.Violation violation(String field, String code) {
        return new Problem.Violation(field, code, Map.of());
    }

    /** A refusal with one violation. */
    public static Refusal broken(ProblemCode code, String field, String rule) {
        return Refusal.of(code, rule, List.of(violation(field, rule)));
    }
}
