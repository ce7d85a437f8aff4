package it.sportello.backend.operation;

import it.sportello.api.Operation;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Rows of operations: kept as long as the ledger, never changed. */
final class OperationStore {
    private OperationStore() {}

    /** The final answer stored for an id. */
    @SuppressWarnings("ArrayRecordComponent") // never compared as a record
    record Stored(byte[] bodyHash, int status, byte[] answer, String deskId) {}

    /** False when the same id is being applied at this moment, by this server or another on the same store. */
    static boolean tryLock(Handle handle, UUID id) {
        return handle.createQuery("select pg_try_advisory_xact_lock(:high, :low)")
                .bind("high", (int) (id.getLeastSignificantBits() >>> Integer.SIZE))
                .bind("low", (int) id.getLeastSignificantBits())
                .mapTo(Boolean.class)
                .one();
    }

    static Optional<Stored> find(Handle handle, UUID id) {
        return handle.createQuery("select body_hash, status, answer, desk_id from operation where id = :id")
                .bind("id", id)
                .map((row, context) -> new Stored(
                        row.getBytes("body_hash"),
                        row.getInt("status"),
                        row.getBytes("answer"),
                        row.getString("desk_id")))
                .findOne();
    }

    static void insert(
            Handle handle,
            Received received,
            String epoch,
            Instant receivedAt,
            Stored answer,
            Lanes.@Nullable Claim claim) {
        Operation operation = received.operation();
        handle.createUpdate("""
                        insert into operation (id, body_hash, type, lane, lane_sequence, desk_id, installation_id,
                            operator_id, session_id, occurred_at, received_at, made_offline, body, status, answer,
                            epoch, chain_link)
                        values (:id, :hash, :type, :lane, :sequence, :desk, :installation, :operator, :session,
                            :occurred, :received, :offline, :body, :status, :answer, :epoch, :link)""")
                .bind("id", operation.id())
                .bind("hash", answer.bodyHash())
                .bind("type", operation.type())
                .bind("lane", operation.lane())
                .bind("sequence", operation.laneSequence().orElse(null))
                .bind("desk", operation.deskId())
                .bind("installation", operation.installationId())
                .bind("operator", operation.operatorId())
                .bind("session", operation.sessionId())
                .bind("occurred", operation.occurredAt())
                .bind("received", receivedAt)
                .bind("offline", operation.madeOffline())
                .bind("body", received.body())
                .bind("status", answer.status())
                .bind("answer", answer.answer())
                .bind("epoch", epoch)
                .bind("link", claim == null ? null : claim.link().bytes())
                .execute();
    }
}
