package it.sportello.offlinecache.seal;

import it.sportello.offlinecache.StoreFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;

/**
 * A secret that belongs to this machine and takes part in every slot of the {@link KeyFile}, so that a copied profile
 * does not open elsewhere by a passphrase alone.
 */
public final class DeviceSecret {
    private static final int LENGTH = 32;

    private final byte[] bytes;
    private final Strength strength;

    /** How well the machine keeps it. */
    public enum Strength {
        /** Kept by the operating system's own store of secrets. */
        SYSTEM_STORE,
        /** A file that only its owner may read: whoever takes the disk takes it too. Shown to the operator as weak. */
        WEAK_FILE
    }

    DeviceSecret(byte[] bytes, Strength strength) {
        this.bytes = bytes.clone();
        this.strength = strength;
    }

    /**
     * Reads the secret from a file of its owner, or makes it there the first time.
     *
     * @throws StoreFault {@code DAMAGED} when the file holds no secret
     */
    public static DeviceSecret inFile(Path file, SecureRandom random) {
        try {
            if (!Files.exists(file)) {
                byte[] fresh = new byte[LENGTH];
                random.nextBytes(fresh);
                PrivateFile.replace(file, fresh);
            }
            PrivateFile.restrict(file);
            byte[] read = Files.readAllBytes(file);
            if (read.length != LENGTH) {
                throw new StoreFault(StoreFault.Code.DAMAGED, "device secret of " + read.length + " bytes");
            }
            return new DeviceSecret(read, Strength.WEAK_FILE);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    byte[] bytes() {
        return bytes.clone();
    }

    public Strength strength() {
        return strength;
    }

    @Override
    public String toString() {
        return "DeviceSecret[" + strength + "]";
    }
}
