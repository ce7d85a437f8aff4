package it.sportello.devices.twin.card;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The one folder of the private daemon in this process: the PC/SC library looks for its socket once and for ever. */
final class TestDaemonFolder {
    private static final String PROPERTY = "it.sportello.test.pcscd";

    private TestDaemonFolder() {}

    static synchronized Path get() throws IOException {
        String known = System.getProperty(PROPERTY);
        if (known == null) {
            known = Files.createTempDirectory("pcscd").toString();
            System.setProperty(PROPERTY, known);
        }
        return Path.of(known);
    }
}
