package it.sportello.offlinecache.seal;

import it.sportello.offlinecache.StoreFault;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Seals what is personal, row by row, with AES-256-GCM. Table, row and version are bound to the seal, so that a sealed
 * value cannot be moved to another row or an older one put back under a newer version. Safe for several threads.
 */
public final class Sealer {
    private static final byte FORMAT = 1;

    private final byte[] sealing;
    private final byte[] lookups;
    private final byte[] rows;
    private final SecureRandom random;

    public Sealer(DataKey key, SecureRandom random) {
        this.sealing = key.derived("sportello/seal/1");
        this.lookups = key.derived("sportello/look-up/1");
        this.rows = key.derived("sportello/row/1");
        this.random = random;
    }

    public byte[] seal(String table, String id, long version, byte[] clear) {
        byte[] sealed = Gcm.seal(sealing, random, associated(table, id, version), clear);
        byte[] formatted = new byte[sealed.length + 1];
        formatted[0] = FORMAT;
        System.arraycopy(sealed, 0, formatted, 1, sealed.length);
        return formatted;
    }

    /**
     * Opens a sealed value.
     *
     * @throws StoreFault {@code TAMPERED} when the bytes are not what was sealed for this row
     */
    public byte[] open(String table, String id, long version, byte[] sealed) {
        byte[] clear = sealed.length > 0 && sealed[0] == FORMAT
                ? Gcm.open(sealing, associated(table, id, version), sealed, 1)
                : null;
        if (clear == null) {
            throw new StoreFault(StoreFault.Code.TAMPERED, "a row of " + table + " does not open");
        }
        return clear;
    }

    /**
     * A keyed hash for exact look-ups: equal values of one kind give equal hashes, and without the key nothing is told.
     *
     * @param kind what the value is, such as {@code code}, so that equal texts of two kinds differ
     * @return 64 hexadecimal digits
     */
    public String lookup(String kind, String value) {
        return HexFormat.of().formatHex(DataKey.hmac(lookups, bytes(kind), new byte[1], bytes(value)));
    }

    /** Authenticates the clear columns of a row that is never changed. */
    public byte[] mark(String table, String... columns) {
        byte[][] parts = new byte[2 * columns.length + 1][];
        parts[0] = bytes(table);
        for (int index = 0; index < columns.length; index++) {
            parts[2 * index + 1] = new byte[1];
            parts[2 * index + 2] = bytes(columns[index]);
        }
        return DataKey.hmac(rows, parts);
    }

    /** Whether a row still bears its mark. */
    public boolean isMarked(byte[] mark, String table, String... columns) {
        return MessageDigest.isEqual(mark, mark(table, columns));
    }

    private static byte[] associated(String table, String id, long version) {
        return bytes(table + "|" + id + "|" + version);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
