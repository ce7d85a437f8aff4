package it.sportello.offlinecache.journal;

import it.sportello.domain.operation.UuidV7;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.UUID;

/** Identifiers and salts. */
final class Numbers {
    private static final int SALT = 16;

    private final UuidV7 ids;
    private final SecureRandom random;

    Numbers(DeskTime time, SecureRandom random) {
        this.ids = new UuidV7(time::corrected, random);
        this.random = random;
    }

    UUID id() {
        return ids.next();
    }

    String salt() {
        byte[] salt = new byte[SALT];
        random.nextBytes(salt);
        return HexFormat.of().formatHex(salt);
    }
}
