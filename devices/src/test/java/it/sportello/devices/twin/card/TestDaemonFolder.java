package it.sportello.devices.twin.card;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** The one folder of the private daemon in this process: the PC/SC library looks for its socket once and for ever. */
final class TestDaemonFolder {
    private static final String PROPERTY = "it.sportello.test.pcscd";

    private TestDaemonFolder() {}

    static synchronized Path get() throws IOException {
        String known = System.getProperty(PROPERTY);
        if (known == null) {
            Path folder = Files.createTempDirectory("pcscd");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> forget(folder), "forget the daemon's folder"));
            known = folder.toString();
            System.setProperty(PROPERTY, known);
        }
        return Path.of(known);
    }

    private static void forget(Path folder) {
        try (Stream<Path> inside = Files.walk(folder)) {
            inside.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
