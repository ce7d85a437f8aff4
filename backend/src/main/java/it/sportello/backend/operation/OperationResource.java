package it.sportello.backend.operation;

import it.sportello.api.Json;
import it.sportello.api.Operation;
import it.sportello.api.OperationAnswer;
import it.sportello.api.ProblemCode;
import it.sportello.backend.feed.Feed;
import it.sportello.backend.feed.FeedDraft;
import it.sportello.backend.http.Answer;
import it.sportello.backend.http.Call;
import it.sportello.backend.http.ProblemMapper;
import it.sportello.backend.http.Refusal;
import it.sportello.backend.session.DeskIdentity;
import it.sportello.backend.session.Secrets;
import it.sportello.backend.store.Database;
import it.sportello.domain.operation.LaneKind;
import it.sportello.domain.operation.OperationType;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Applies every operation exactly once. One transaction inserts the id with the digest of the body, applies, stores the
 * final answer and appends to the feed; a repetition gets the stored answer. Errors of the server are never stored.
 */
public final class OperationResource {
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int ACCEPTED = 202;
    private static final int REFUSED = 400;
    /** A final refusal has no place in the code to quote: it is the rule that says no. */
    private static final String RULE = "B-RULE";

    private final Database database;
    private final Clock clock;
    private final Map<OperationType, Applier> appliers = new EnumMap<>(OperationType.class);

    public OperationResource(Database database, Clock clock, List<Applier> appliers) {
        this.database = database;
        this.clock = clock;
        appliers.forEach(applier -> this.appliers.put(applier.type(), applier));
    }

    /** POST operations. */
    public Answer post(DeskIdentity desk, Call call) {
        Received received = Received.read(call);
        byte[] hash = Secrets.sha256(received.body());
        try {
            return answer(desk, received, hash);
        } catch (Refusal refusal) {
            if (LaneForks.isFork(refusal, received.operation())) {
                noteFork(desk, received.operation(), hash);
            }
            throw refusal;
        }
    }

    private void noteFork(DeskIdentity desk, Operation operation, byte[] hash) {
        database.inTransaction(handle -> {
            LaneForks.note(handle, desk, operation, hash, clock.instant());
            return operation;
        });
    }

    private Answer answer(DeskIdentity desk, Received received, byte[] hash) {
        return database.inTransaction(handle -> {
            UUID id = received.operation().id();
            if (!OperationStore.tryLock(handle, id)) {
                throw Refusal.of(ProblemCode.OPERATION_IN_PROGRESS, "the same id is being applied");
            }
            Optional<OperationStore.Stored> before = OperationStore.find(handle, id);
            return before.isPresent() ? repeated(before.get(), desk, hash) : first(handle, desk, received, hash);
        });
    }

    /** GET operations/{id}: the stored answer, for a desk that lost it. */
    public Answer get(DeskIdentity desk, Call call) {
        UUID id = uuid(call.path("id"));
        return database.read(handle -> OperationStore.find(handle, id))
                .filter(stored -> stored.deskId().equals(desk.deskId()))
                .map(OperationResource::again)
                .orElseThrow(() -> Refusal.of(ProblemCode.NOT_FOUND, "no such operation of this desk"));
    }

    private static Answer repeated(OperationStore.Stored stored, DeskIdentity desk, byte[] hash) {
        if (!stored.deskId().equals(desk.deskId()) || !MessageDigest.isEqual(stored.bodyHash(), hash)) {
            throw Refusal.of(ProblemCode.BODY_DIFFERS, "the id was used with another body");
        }
        return again(stored);
    }

    private static Answer again(OperationStore.Stored stored) {
        return new Answer(stored.status() < REFUSED ? OK : stored.status(), stored.answer());
    }

    private Answer first(Handle handle, DeskIdentity desk, Received received, byte[] hash) {
        Applier applier = appliers.get(received.type());
        if (applier == null) {
            throw Refusal.of(ProblemCode.UNKNOWN_OPERATION, "no such type");
        }
        Authors.Author author = Authors.author(
                handle, desk, received.operation(), applier.type().isFact());
        refuseForeignLane(desk, received);
        Instant now = clock.instant();
        long previousTotal = received.type().isChained() ? next(handle, desk, received) : 0;
        FeedDraft feed = new FeedDraft();
        long total = received.claim() == null ? 0 : received.claim().runningTotalCents();
        Incoming incoming = new Incoming(received.operation(), author.caller(), now, total, previousTotal, feed);
        OperationStore.Stored answer = apply(handle, applier, incoming, author.sessionKnown(), hash);
        OperationStore.insert(handle, received, desk.epoch(), now, answer, received.claim());
        if (received.type().isChained()) {
            Lanes.advance(handle, received.operation(), desk.epoch(), received.chained());
        }
        if (answer.status() < REFUSED) {
            Feed.append(handle, feed);
        }
        return new Answer(answer.status(), answer.answer());
    }

    private static void refuseForeignLane(DeskIdentity desk, Received received) {
        String id = received.lane().id();
        LaneKind kind = received.lane().kind();
        boolean foreign = kind == LaneKind.TILL
                ? !desk.desk().tillId().equals(Optional.of(id))
                : (kind == LaneKind.ACCESS || kind == LaneKind.QUEUE)
                        && !desk.deskId().equals(id);
        if (foreign) {
            throw Refusal.of(ProblemCode.FORBIDDEN, "lane of another desk");
        }
    }

    private static long next(Handle handle, DeskIdentity desk, Received received) {
        Lanes.Head head = Lanes.lock(handle, received.operation().lane(), desk.epoch());
        Lanes.check(head, received.operation(), received.body(), received.chained());
        return head.runningTotalCents();
    }

    /** A refusal undoes what was done and is stored as the answer; one that may pass later is not. */
    private static OperationStore.Stored apply(
            Handle handle, Applier applier, Incoming incoming, boolean sessionKnown, byte[] hash) {
        String deskId = incoming.author().deskId();
        handle.savepoint("before_apply");
        try {
            Applier.Outcome applied = applier.apply(handle, incoming);
            Applier.Outcome outcome = sessionKnown ? applied : applied.with("SIGN_IN_UNKNOWN");
            int status = outcome.flags().isEmpty() ? CREATED : ACCEPTED;
            return new OperationStore.Stored(hash, status, answer(incoming, outcome), deskId);
        } catch (Refusal refusal) {
            if (isNotFinal(refusal) || applier.type().isChained()) {
                throw refusal;
            }
            handle.rollbackToSavepoint("before_apply");
            byte[] problem = Json.strict().writeValueAsBytes(ProblemMapper.problem(refusal, RULE));
            return new OperationStore.Stored(hash, refusal.code().status(), problem, deskId);
        }
    }

    private static boolean isNotFinal(Refusal refusal) {
        return switch (refusal.code()) {
            case MALFORMED, NOT_SIGNED_IN, UNAVAILABLE, INTERNAL -> true;
            default -> false;
        };
    }

    private static byte[] answer(Incoming incoming, Applier.Outcome outcome) {
        @Nullable Object result = outcome.result();
        Optional<JsonNode> node =
                result == null ? Optional.empty() : Optional.of(Json.strict().<JsonNode>valueToTree(result));
        return Json.strict()
                .writeValueAsBytes(
                        new OperationAnswer(incoming.operation().id(), outcome.flags(), incoming.receivedAt(), node));
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException malformed) {
            throw Refusal.of(ProblemCode.NOT_FOUND, "not an operation id");
        }
    }
}
