package it.sportello.offlinecache.seal;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** AES-256-GCM with a random nonce of 96 bits in front and a tag of 128 bits behind (NIST SP 800-38D). */
final class Gcm {
    static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private Gcm() {}

    static byte[] seal(byte[] key, SecureRandom random, byte[] associated, byte[] clear) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key, nonce, 0);
            cipher.updateAAD(associated);
            byte[] sealed = new byte[NONCE + cipher.getOutputSize(clear.length)];
            System.arraycopy(nonce, 0, sealed, 0, NONCE);
            cipher.doFinal(clear, 0, clear.length, sealed, NONCE);
            return sealed;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has AES-GCM", impossible);
        }
    }

    /** The clear bytes, or null when key, associated data or a byte differ */
    static byte @Nullable [] open(byte[] key, byte[] associated, byte[] sealed, int offset) {
        if (sealed.length - offset < NONCE + TAG_BITS / Byte.SIZE) {
            return null;
        }
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, sealed, offset);
            cipher.updateAAD(associated);
            return cipher.doFinal(sealed, offset + NONCE, sealed.length - offset - NONCE);
        } catch (AEADBadTagException changed) {
            return null;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has AES-GCM", impossible);
        }
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonce, int offset) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce, offset, NONCE));
        return cipher;
    }
}
