package it.sportello.backend.operation;

import it.sportello.api.Headers;
import it.sportello.api.Operation;
import it.sportello.api.ProblemCode;
import it.sportello.backend.http.Refusal;
import it.sportello.domain.ledger.Chain;
import it.sportello.domain.ledger.ChainLink;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** The chained lanes: contiguous positions, each record linked to the one before, by the rule of the domain. */
final class Lanes {
    private Lanes() {}

    /** The newest record of a lane in one epoch. */
    record Head(long sequence, ChainLink link, long runningTotalCents) {}

    /** What came in the headers of an operation. */
    record Claim(ChainLink previous, ChainLink link, long runningTotalCents) {}

    /** The head, locked until the end of the transaction. */
    static Head lock(Handle handle, String lane, String epoch) {
        handle.createUpdate("""
                        insert into lane (name, epoch, last_sequence, chain_head, running_total)
                        values (:name, :epoch, 0, :genesis, 0) on conflict do nothing""")
                .bind("name", lane)
                .bind("epoch", epoch)
                .bind("genesis", Chain.genesis(lane, epoch).bytes())
                .execute();
        return handle.createQuery("""
                        select last_sequence, chain_head, running_total from lane
                        where name = :name and epoch = :epoch for update""")
                .bind("name", lane)
                .bind("epoch", epoch)
                .map((row, context) -> new Head(
                        row.getLong("last_sequence"),
                        ChainLink.of(row.getBytes("chain_head")),
                        row.getLong("running_total")))
                .one();
    }

    /** Refuses a record that is not the next one of the lane, or whose link does not follow from it. */
    static void check(Head head, Operation operation, byte[] body, Claim claim) {
        long expected = head.sequence() + 1;
        long sequence = operation.laneSequence().orElseThrow();
        if (sequence != expected) {
            throw Refusal.of(
                            ProblemCode.SEQUENCE_HOLE,
                            "position " + sequence + ", expected " + expected,
                            Map.of("expected", Long.toString(expected)))
                    .withHeader(Headers.EXPECTED_SEQUENCE, Long.toString(expected));
        }
        if (!claim.previous().equals(head.link())) {
            throw Refusal.of(ProblemCode.CHAIN_BROKEN, "previous link is not the head of the lane");
        }
        if (!claim.link().equals(Chain.link(head.link(), body, claim.runningTotalCents()))) {
            throw Refusal.of(ProblemCode.CHAIN_BROKEN, "link does not follow from body and total");
        }
    }

    static void advance(Handle handle, Operation operation, String epoch, Claim claim) {
        handle.createUpdate("""
                        update lane set last_sequence = :sequence, chain_head = :link, running_total = :total
                        where name = :name and epoch = :epoch""")
                .bind("sequence", operation.laneSequence().orElseThrow())
                .bind("link", claim.link().bytes())
                .bind("total", claim.runningTotalCents())
                .bind("name", operation.lane())
                .bind("epoch", epoch)
                .execute();
    }
}
