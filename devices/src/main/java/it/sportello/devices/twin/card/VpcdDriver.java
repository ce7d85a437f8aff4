package it.sportello.devices.twin.card;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the driver of the virtual reader, which each distribution keeps elsewhere. */
final class VpcdDriver {
    private static final List<Path> FOLDERS = List.of(
            Path.of("/usr/lib/pcsc/drivers/serial"),
            Path.of("/usr/lib64/pcsc/drivers/serial"),
            Path.of("/usr/lib/x86_64-linux-gnu/pcsc/drivers/serial"),
            Path.of("/usr/lib/aarch64-linux-gnu/pcsc/drivers/serial"),
            Path.of("/usr/local/lib/pcsc/drivers/serial"));

    private VpcdDriver() {}

    static @Nullable Path find() throws IOException {
        for (Path folder : FOLDERS) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.list(folder)) {
                    Path driver = files.filter(
                                    file -> file.getFileName().toString().startsWith("libifdvpcd.so"))
                            .sorted()
                            .findFirst()
                            .orElse(null);
                    if (driver != null) {
                        return driver;
                    }
                }
            }
        }
        return null;
    }
}
