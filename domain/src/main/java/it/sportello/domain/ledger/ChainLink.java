package it.sportello.domain.ledger;

import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A SHA-256 link of a chain: 32 bytes, written as 64 lower-case hexadecimal digits. */
public final class ChainLink {
    /** Bytes of a link. */
    public static final int LENGTH = 32;

    private final byte[] bytes;

    private ChainLink(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The link of exactly 32 bytes. */
    public static ChainLink of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("chain link of " + bytes.length + " bytes");
        }
        return new ChainLink(bytes.clone());
    }

    /** The link, or null when the text is not 64 hexadecimal digits. */
    public static @Nullable ChainLink parse(String hex) {
        return hex.matches("[0-9a-fA-F]{64}") ? new ChainLink(HexFormat.of().parseHex(hex)) : null;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ChainLink link && Arrays.equals(bytes, link.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return hex();
    }
}
