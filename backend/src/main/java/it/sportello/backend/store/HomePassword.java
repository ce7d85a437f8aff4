package it.sportello.backend.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/**
 * The password of our own PostgreSQL: made at the first start, kept in the home in a file that only its owner may read.
 *
 * @param file the file, one line of text
 */
record HomePassword(Path file, String text) {
    private static final String NAME = "postgres.password";
    private static final int RANDOM_BYTES = 32;
    private static final int SHORTEST = 20;

    /** The password of a home; a new one when it has none. */
    static HomePassword of(Path home) throws IOException {
        Path file = home.resolve(NAME);
        if (!Files.exists(file)) {
            write(file);
        }
        String text = Files.readString(file, StandardCharsets.UTF_8).strip();
        if (text.length() < SHORTEST) {
            throw new IOException(file + " holds no password: put it back from a copy");
        }
        return new HomePassword(file, text);
    }

    /** Written aside and moved, so that a power cut leaves no half of it. */
    private static void write(Path file) throws IOException {
        byte[] random = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(random);
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        Path aside = file.resolveSibling(NAME + ".new");
        Files.deleteIfExists(aside);
        try (FileChannel out =
                FileChannel.open(aside, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly())) {
            out.write(ByteBuffer.wrap((text + "\n").getBytes(StandardCharsets.UTF_8)));
            out.force(true);
        }
        Files.move(aside, file);
    }

    /** On Windows the folder of the user keeps others out. */
    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    @Override
    public String toString() {
        return "HomePassword[***]";
    }
}
