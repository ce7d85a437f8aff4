package it.sportello.devices.twin.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder for the card daemon that vanishes with it. */
final class DaemonFolder {
    private final Path path;

    private DaemonFolder(Path path) {
        this.path = path;
    }

    static DaemonFolder create() throws IOException {
        return new DaemonFolder(Files.createTempDirectory("sportello-twin"));
    }

    Path path() {
        return path;
    }

    void delete() {
        try (Stream<Path> inside = Files.walk(path)) {
            List<Path> deepestFirst = inside.sorted(Comparator.reverseOrder()).toList();
            for (Path one : deepestFirst) {
                Files.deleteIfExists(one);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
