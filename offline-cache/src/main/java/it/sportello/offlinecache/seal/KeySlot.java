package it.sportello.offlinecache.seal;

import java.time.Instant;

/**
 * One way to the data key, as it stands in the key file.
 *
 * @param kind DEVICE or OPERATOR today; room is left for the server's and the authority's escrow slot
 * @param name operator's user name, or {@code device}
 * @param derivation how the wrapping key is made: {@code hmac-sha256} or {@code argon2id}
 * @param memoryKib memory of Argon2id in KiB, 0 for the other derivation
 * @param passes passes of Argon2id, 0 for the other derivation
 * @param lanes lanes of Argon2id, 0 for the other derivation
 * @param salt hexadecimal
 * @param wrapped the data key under the wrapping key, hexadecimal
 * @param expiry until when the slot opens, sealed with the data key, hexadecimal; empty when it does not expire
 * @param failures wrong passphrases in a row
 */
public record KeySlot(
        String kind,
        String name,
        String derivation,
        int memoryKib,
        int passes,
        int lanes,
        String salt,
        String wrapped,
        String expiry,
        int failures,
        Instant createdAt) {

    /** The slot of the machine. */
    public static final String DEVICE = "DEVICE";
    /** The slot of an operator. */
    public static final String OPERATOR = "OPERATOR";

    KeySlot withFailures(int count) {
        return new KeySlot(kind, name, derivation, memoryKib, passes, lanes, salt, wrapped, expiry, count, createdAt);
    }

    KeySlot withExpiry(String sealed) {
        return new KeySlot(
                kind, name, derivation, memoryKib, passes, lanes, salt, wrapped, sealed, failures, createdAt);
    }

    @Override
    public String toString() {
        return "KeySlot[" + kind + "]";
    }
}
