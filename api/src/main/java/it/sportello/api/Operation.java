package it.sportello.api;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * One act of an operator on its way to the server. Its bytes are made once, at the commit on the desk, and are stored,
 * sent and hashed unchanged ever after; they are never rebuilt from objects.
 *
 * @param id UUIDv7 made at the commit, never again for the same intent
 * @param type name of the operation, such as {@code till.collected}
 * @param version version of the payload's form
 * @param lane aggregate inside which order is strict, such as {@code till:T01}
 * @param laneSequence contiguous position in the lane, from 1; only on chained lanes (tills and access logs)
 * @param deskId desk that acted
 * @param installationId installation of the program on that desk
 * @param operatorId operator who acted
 * @param sessionId session of the operator, proof of who was signed in; an expired one never holds money back
 * @param occurredAt wall time of the desk, corrected by the last known offset to the server
 * @param monotonicMillis milliseconds since the program started, to judge a wall clock that jumped
 * @param madeOffline whether the desk was cut off when the operator acted
 * @param salt random text, so that the digest of the body tells nothing of its content
 * @param payload the record of the type, see the classes of this package
 */
public record Operation(
        UUID id,
        String type,
        int version,
        String lane,
        Optional<Long> laneSequence,
        String deskId,
        String installationId,
        String operatorId,
        String sessionId,
        Instant occurredAt,
        long monotonicMillis,
        boolean madeOffline,
        String salt,
        JsonNode payload) {}
