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

    private static final int MOST = 4;

    /**
     * Whether the slot can be tried at all: hexadecimal where it must be, and costs near ours, so that a changed file
     * cannot make the program fill the memory or wait for hours.
     */
    boolean isSound() {
        return isHex(salt)
                && isHex(wrapped)
                && isHex(expiry)
                && failures >= 0
                && (!derivation.equals(Stretching.NAME)
                        || (isBetween(memoryKib, Stretching.LANES * 8, MOST * Stretching.MEMORY_KIB)
                                && isBetween(passes, 1, MOST * Stretching.PASSES)
                                && isBetween(lanes, 1, MOST * Stretching.LANES)));
    }

    private static boolean isBetween(int value, int least, int most) {
        return value >= least && value <= most;
    }

    private static boolean isHex(String text) {
        return text.matches("([0-9a-f]{2})*");
    }

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
