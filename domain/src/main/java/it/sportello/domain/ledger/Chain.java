package it.sportello.domain.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/**
 * The hash chain of a lane. A link is the SHA-256 over one byte of format version, the 32 bytes of the previous link,
 * the clear body, and the running total as eight bytes, big-endian. Everything but the body has a fixed length, so no
 * two different records give the same input.
 */
public final class Chain {
    /** Version of the format hashed today. */
    public static final byte FORMAT_VERSION = 1;

    private Chain() {}

    /** What stands before the first record of a lane: it names lane and series epoch. */
    public static ChainLink genesis(String lane, String seriesEpoch) {
        MessageDigest digest = sha256();
        digest.update(lane.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        digest.update(seriesEpoch.getBytes(StandardCharsets.UTF_8));
        return ChainLink.of(digest.digest());
    }

    public static ChainLink link(ChainLink previous, byte[] body, long runningTotalCents) {
        MessageDigest digest = sha256();
        digest.update(FORMAT_VERSION);
        digest.update(previous.bytes());
        digest.update(body);
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(runningTotalCents).array());
        return ChainLink.of(digest.digest());
    }

    /** Links a record after another. */
    public static ChainedRecord chained(ChainLink previous, byte[] body, long runningTotalCents) {
        return new ChainedRecord(previous, body, runningTotalCents, link(previous, body, runningTotalCents));
    }

    /**
     * Verifies every record from the first. A tail cut off is not seen by this alone: nothing in the remaining records
     * tells that more existed.
     */
    public static ChainCheck verify(ChainLink genesis, List<ChainedRecord> records) {
        ChainLink previous = genesis;
        for (int position = 0; position < records.size(); position++) {
            ChainedRecord one = records.get(position);
            if (!one.previous().equals(previous)) {
                return new ChainCheck.Broken(position, ChainCheck.Reason.PREVIOUS_LINK);
            }
            if (!one.link().equals(link(previous, one.body(), one.runningTotalCents()))) {
                return new ChainCheck.Broken(position, ChainCheck.Reason.LINK);
            }
            previous = one.link();
        }
        return new ChainCheck.Intact(records.size(), previous);
    }

    /**
     * Verifies also against the newest head known outside the store (the server's acknowledgement, a closing report),
     * which shows a tail that was cut off and an old file put back.
     *
     * @param knownCount records up to the known head
     */
    public static ChainCheck verify(
            ChainLink genesis, List<ChainedRecord> records, long knownCount, ChainLink knownHead) {
        ChainCheck check = verify(genesis, records);
        if (check instanceof ChainCheck.Broken) {
            return check;
        }
        if (records.size() < knownCount) {
            return new ChainCheck.Broken(records.size(), ChainCheck.Reason.HEAD);
        }
        ChainLink atKnown = knownCount == 0
                ? genesis
                : records.get(Math.toIntExact(knownCount - 1)).link();
        return atKnown.equals(knownHead)
                ? check
                : new ChainCheck.Broken(Math.max(knownCount - 1, 0), ChainCheck.Reason.HEAD);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
