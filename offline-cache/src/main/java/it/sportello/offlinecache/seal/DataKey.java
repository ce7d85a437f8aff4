package it.sportello.offlinecache.seal;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The random key of a profile, 256 bits. It never stands in a file in clear: {@link KeyFile} wraps it. What seals, what
 * hashes look-ups and what authenticates rows are keys derived from it, so that no key serves two purposes.
 */
public final class DataKey implements AutoCloseable {
    static final int LENGTH = 32;
    private static final String HMAC = "HmacSHA256";

    private final byte[] bytes;

    DataKey(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("data key of " + bytes.length + " bytes");
        }
        this.bytes = bytes.clone();
    }

    public static DataKey random(SecureRandom random) {
        byte[] fresh = new byte[LENGTH];
        random.nextBytes(fresh);
        DataKey key = new DataKey(fresh);
        Arrays.fill(fresh, (byte) 0);
        return key;
    }

    byte[] bytes() {
        return bytes.clone();
    }

    byte[] derived(String purpose) {
        return hmac(bytes, purpose.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] hmac(byte[] key, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException("every Java platform has " + HMAC, impossible);
        }
    }

    /** Wipes the key from memory as far as the platform allows. */
    @Override
    public void close() {
        Arrays.fill(bytes, (byte) 0);
    }

    @Override
    public String toString() {
        return "DataKey[***]";
    }
}
