package it.sportello.backend.queue;

import it.sportello.api.Json;
import it.sportello.api.ProblemCode;
import it.sportello.backend.feed.Feed;
import it.sportello.backend.feed.FeedDraft;
import it.sportello.backend.http.Answer;
import it.sportello.backend.http.Refusal;
import it.sportello.backend.session.Caller;
import it.sportello.backend.store.Columns;
import it.sportello.backend.store.Database;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** One transaction for each request id: a repetition gets the answer of the first. */
final class Once {
    private final Database database;

    Once(Database database) {
        this.database = database;
    }

    /** What a request does when it is not a repetition. */
    @FunctionalInterface
    interface Act<T> {
        T act(Handle handle, FeedDraft feed);
    }

    /**
     * A request by its id.
     *
     * @param target the site, desk or ticket it is about
     */
    record Request(Caller caller, UUID id, String target) {}

    private record Before(Optional<String> target, String answer) {}

    <T> Answer answer(Request request, Class<T> form, Act<T> act) {
        return Answer.ok(database.inTransaction(handle -> {
            lock(handle, request.id());
            Optional<Before> before = before(handle, request);
            if (before.isPresent()) {
                if (before.get()
                        .target()
                        .filter(it -> !it.equals(request.target()))
                        .isPresent()) {
                    throw Refusal.of(ProblemCode.BODY_DIFFERS, "the id was used for something else");
                }
                return Json.strict().readValue(before.get().answer(), form);
            }
            FeedDraft feed = new FeedDraft();
            T answer = act.act(handle, feed);
            handle.createUpdate("""
                            insert into queue_request (request_id, desk_id, target, answer)
                            values (:id, :desk, :target, cast(:answer as jsonb))""")
                    .bind("id", request.id())
                    .bind("desk", request.caller().deskId())
                    .bind("target", request.target())
                    .bind("answer", Json.strict().writeValueAsString(answer))
                    .execute();
            Feed.append(handle, feed);
            return answer;
        }));
    }

    private static Optional<Before> before(Handle handle, Request request) {
        return handle.createQuery("select target, answer from queue_request where request_id = :id and desk_id = :desk")
                .bind("id", request.id())
                .bind("desk", request.caller().deskId())
                .map((row, context) -> new Before(Columns.optionalText(row, "target"), row.getString("answer")))
                .findOne();
    }

    private static void lock(Handle handle, UUID requestId) {
        handle.createQuery("select pg_advisory_xact_lock(:high, :low)")
                .bind("high", (int) (requestId.getLeastSignificantBits() >>> Integer.SIZE))
                .bind("low", (int) requestId.getLeastSignificantBits())
                .map((row, context) -> true)
                .one();
    }
}
