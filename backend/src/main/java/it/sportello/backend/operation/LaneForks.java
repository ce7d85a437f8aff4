package it.sportello.backend.operation;

import it.sportello.api.Operation;
import it.sportello.backend.http.Refusal;
import it.sportello.backend.session.DeskIdentity;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** Operations whose place another history holds: a cloned or restored desk wrote them. Kept for who controls. */
final class LaneForks {
    private LaneForks() {}

    /** Whether a refusal says that the lane went on without this operation; a mere hole is sent again and is none. */
    static boolean isFork(Refusal refusal, Operation operation) {
        return switch (refusal.code()) {
            case CHAIN_BROKEN -> true;
            case SEQUENCE_HOLE -> operation.laneSequence().orElse(0L) < expected(refusal);
            default -> false;
        };
    }

    private static long expected(Refusal refusal) {
        return Long.parseLong(refusal.arguments().getOrDefault("expected", "0"));
    }

    /** Notes an operation once, however often it is sent. */
    static void note(Handle handle, DeskIdentity desk, Operation operation, byte[] hash, Instant now) {
        handle.createUpdate("""
                        insert into lane_fork (operation_id, lane, epoch, lane_sequence, type, desk_id, installation_id,
                            operator_id, body_hash, occurred_at, first_seen_at)
                        values (:id, :lane, :epoch, :sequence, :type, :desk, :installation, :operator, :hash, :occurred,
                            :now) on conflict do nothing""")
                .bind("id", operation.id())
                .bind("lane", operation.lane())
                .bind("epoch", desk.epoch())
                .bind("sequence", operation.laneSequence().orElse(0L))
                .bind("type", operation.type())
                .bind("desk", desk.deskId())
                .bind("installation", desk.installationId())
                .bind("operator", operation.operatorId())
                .bind("hash", hash)
                .bind("occurred", operation.occurredAt())
                .bind("now", now)
                .execute();
    }
}
