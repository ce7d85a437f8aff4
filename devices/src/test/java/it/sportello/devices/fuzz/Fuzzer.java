package it.sportello.devices.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Lets Jazzer look for an input that a parser does not survive, in a process of its own with little memory: an exception,
 * a hang of seconds or a large allocation ends it, and the input is kept.
 */
final class Fuzzer {
    /** A parser of a few kilobytes that needs more than this holds on to what strangers send. */
    private static final String HEAP = "-Xmx192m";

    private static final int HANG_SECONDS = 10;
    private static final int LONGEST_INPUT = 4096;
    private static final long START_SECONDS = 180;

    private final Path folder;

    /** @param folder for the inputs given and found; kept by the caller */
    Fuzzer(Path folder) {
        this.folder = folder;
    }

    /**
     * What came of a search.
     *
     * @param sound whether every input was survived
     * @param report what Jazzer said, its last lines
     */
    record Outcome(boolean sound, String report) {}

    /** Searches for so many seconds; the seeds are where it begins. */
    Outcome run(Class<?> target, List<byte[]> seeds, int seconds) throws IOException, InterruptedException {
        Path corpus = Files.createDirectories(folder.resolve(target.getSimpleName()));
        for (int i = 0; i < seeds.size(); i++) {
            Files.write(corpus.resolve("seed-" + i), seeds.get(i));
        }
        Path log = folder.resolve(target.getSimpleName() + ".log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.io.tmpdir=" + Files.createDirectories(folder.resolve("tmp")),
                "-cp",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + target.getName(),
                "--instrumentation_includes=it.sportello.**",
                "--custom_hook_includes=it.sportello.**",
                // An installer writes expressions on purpose: what they may cost is bounded by the parser itself.
                "--disabled_hooks=com.code_intelligence.jazzer.sanitizers.RegexInjection",
                "--reproducer_path=" + folder,
                "-artifact_prefix=" + folder + "/" + target.getSimpleName() + "-",
                "-max_total_time=" + seconds,
                "-timeout=" + HANG_SECONDS,
                "-max_len=" + LONGEST_INPUT,
                "-rss_limit_mb=0",
                corpus.toString()));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            boolean ended = process.waitFor(seconds + START_SECONDS, TimeUnit.SECONDS);
            String said = Files.readString(log);
            return new Outcome(ended && process.exitValue() == 0, said.substring(Math.max(0, said.length() - 4000)));
        } finally {
            process.destroyForcibly();
        }
    }
}
