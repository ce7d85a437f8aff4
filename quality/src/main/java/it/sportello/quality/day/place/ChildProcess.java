package it.sportello.quality.day.place;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A process of the day: started with a mark to wait for, its output kept in a file, stopped by its own id. */
public final class ChildProcess implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 15;

    private final String name;
    private final Process process;
    private final CompletableFuture<String> mark = new CompletableFuture<>();
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();

    private ChildProcess(String name, Process process) {
        this.name = name;
        this.process = process;
    }

    /**
     * Starts a command.
     *
     * @param marker first word of the line that says that it is ready
     * @param log file that receives all it says
     */
    public static ChildProcess start(
            String name, List<String> command, Map<String, String> environment, String marker, Path log) {
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command)).redirectErrorStream(true);
            builder.environment().putAll(environment);
            ChildProcess child = new ChildProcess(name, builder.start());
            Thread.ofVirtual().start(() -> child.listen(marker, log));
            return child;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void listen(String marker, Path log) {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
                var writer = Files.newBufferedWriter(log)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                writer.write(line);
                writer.newLine();
                writer.flush();
                if (line.startsWith(marker + " ")) {
                    mark.complete(line.substring(marker.length() + 1));
                }
                if (mark.isDone()) {
                    answers.add(line);
                }
            }
        } catch (IOException e) {
            mark.completeExceptionally(e);
        }
        mark.completeExceptionally(new IllegalStateException(name + " ended; see its log " + log.getFileName()));
    }

    /** Waits for the ready mark and returns what stands behind it. */
    public String awaitMark(Duration patience) {
        try {
            return mark.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException(name + " did not start", e.getCause());
        } catch (TimeoutException e) {
            throw new IllegalStateException(name + " did not start within " + patience.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Says a line on its standard input and waits for the answer that begins with a word. */
    String ask(String line, String answerMark, Duration patience) {
        answers.clear();
        try {
            Writer input = process.outputWriter(StandardCharsets.UTF_8);
            input.write(line + "\n");
            input.flush();
            for (long end = System.nanoTime() + patience.toNanos(); System.nanoTime() < end; ) {
                String answer = answers.poll(200, TimeUnit.MILLISECONDS);
                if (answer != null && answer.startsWith(answerMark + " ")) {
                    return answer.substring(answerMark.length() + 1);
                }
            }
            throw new IllegalStateException(name + " did not answer");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Kills it as a power cut would: SIGKILL, nothing of its own runs any more. */
    public void kill() {
        process.destroyForcibly();
        ended(PATIENCE_SECONDS);
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Asks it to end by closing its input, then more firmly. */
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            // It is gone already, or does not listen any more: the signals below settle it.
            process.destroy();
        }
        if (!ended(PATIENCE_SECONDS)) {
            process.destroy();
            if (!ended(PATIENCE_SECONDS)) {
                kill();
            }
        }
    }

    private boolean ended(long seconds) {
        try {
            return process.waitFor(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
