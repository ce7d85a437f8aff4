package it.sportello.quality.day.inside;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What a process holds at one moment.
 *
 * @param heap bytes still held after a collection
 * @param threads live platform threads
 * @param handles open file descriptors; 0 where the system does not tell
 */
public record Vitals(long heap, int threads, int handles) {
    private static final Path HANDLES = Path.of("/proc/self/fd");

    /** Of this process, now. */
    public static Vitals now() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return new Vitals(
                runtime.totalMemory() - runtime.freeMemory(),
                ManagementFactory.getThreadMXBean().getThreadCount(),
                openHandles());
    }

    private static int openHandles() {
        if (!Files.isDirectory(HANDLES)) {
            return 0;
        }
        try (Stream<Path> all = Files.list(HANDLES)) {
            return (int) all.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As one word of a line; {@link #parse} reads it. */
    public String word() {
        return heap + "," + threads + "," + handles;
    }

    /** Reads what {@link #word()} wrote. */
    public static Vitals parse(String word) {
        String[] parts = word.split(",", -1);
        return new Vitals(Long.parseLong(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
    }
}
