package it.sportello.offlinecache.seal;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Argon2id (RFC 9106) of a passphrase, with the secret of the machine as its secret value. */
final class Stretching {
    static final String NAME = "argon2id";
    static final int MEMORY_KIB = 64 * 1024;
    static final int PASSES = 3;
    static final int LANES = 1;

    private final DeviceSecret secret;

    Stretching(DeviceSecret secret) {
        this.secret = secret;
    }

    byte[] stretch(char[] passphrase, KeySlot slot) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(slot.memoryKib())
                .withIterations(slot.passes())
                .withParallelism(slot.lanes())
                .withSalt(HexFormat.of().parseHex(slot.salt()))
                .withSecret(secret.bytes())
                .build());
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(passphrase));
        byte[] password = new byte[encoded.remaining()];
        encoded.get(password);
        encoded.rewind().put(new byte[password.length]);
        byte[] key = new byte[DataKey.LENGTH];
        generator.generateBytes(password, key);
        Arrays.fill(password, (byte) 0);
        return key;
    }
}
