package it.sportello.devices.twin.command;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** The twin as another program meets it: a process with a standard input and output. */
final class TwinProcess implements AutoCloseable {
    private static final long PATIENCE = 60;

    private final Process process;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final List<String> all = new ArrayList<>();
    private final Thread reader;
    private final String address;

    TwinProcess(String... words) throws IOException {
        this(List.of(), words);
    }

    /** @param wrapper what stands before the command, such as another namespace */
    TwinProcess(List<String> wrapper, String... words) throws IOException {
        List<String> command = new ArrayList<>(wrapper);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-Djava.awt.headless=true",
                "-Dslf4j.internal.verbosity=ERROR",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                TwinMain.class.getName()));
        command.addAll(List.of(words));
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
        reader = new Thread(this::read, "twin-process");
        reader.setDaemon(true);
        reader.start();
        String first = await(line -> line.startsWith("twin "));
        address = first.substring(first.indexOf(" listens on ") + " listens on ".length());
    }

    private void read() {
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                lines.add(line);
            }
        } catch (IOException gone) {
            lines.add("the output ended: " + gone);
        }
    }

    /** Where it listens, as it says. */
    String address() {
        return address;
    }

    int port() {
        return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
    }

    void tell(String command) throws IOException {
        Writer in = process.outputWriter(StandardCharsets.UTF_8);
        in.write(command + System.lineSeparator());
        in.flush();
    }

    /** Gives a command and waits until it is done. */
    void obeys(String command) throws IOException {
        tell(command);
        await("ok");
    }

    /** The next line of this text. */
    String await(String text) {
        return await(text::equals);
    }

    String await(Predicate<String> wanted) {
        try {
            for (String line = lines.poll(PATIENCE, TimeUnit.SECONDS);
                    line != null;
                    line = lines.poll(PATIENCE, TimeUnit.SECONDS)) {
                all.add(line);
                if (wanted.test(line)) {
                    return line;
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return fail("it never said so; it said " + all);
    }

    /** Waits for its end and gives the exit code. */
    int exit() throws InterruptedException {
        if (!process.waitFor(PATIENCE, TimeUnit.SECONDS)) {
            fail("it does not end");
        }
        reader.join(TimeUnit.SECONDS.toMillis(PATIENCE));
        return process.exitValue();
    }

    /** Nothing of what it said so far has this in it. */
    void saidNothingOf(String words) {
        lines.drainTo(all);
        assertTrue(all.stream().noneMatch(line -> line.contains(words)), () -> "it said " + all);
    }

    /** Asks it to end as a system does that shuts down. */
    int terminate() throws InterruptedException {
        process.toHandle().destroy();
        return exit();
    }

    /** Takes it away without a word. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        exit();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
