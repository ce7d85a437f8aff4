package it.sportello.quality.day.place;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A virtual display of our own, stopped by its own process handle. */
public final class VirtualScreen implements AutoCloseable {
    private static final int FIRST = 60;
    private static final int LAST = 95;

    private final Process process;
    private final String display;

    private VirtualScreen(Process process, String display) {
        this.process = process;
        this.display = display;
    }

    /** Starts Xvfb on the first free display number. */
    public static VirtualScreen start(int width, int height) {
        for (int number = FIRST; number <= LAST; number++) {
            Path socket = Path.of("/tmp/.X11-unix/X" + number);
            if (Files.exists(socket) || Files.exists(Path.of("/tmp/.X" + number + "-lock"))) {
                continue;
            }
            try {
                Process process = new ProcessBuilder(
                                "Xvfb", ":" + number, "-screen", "0", width + "x" + height + "x24", "-nolisten", "tcp")
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
                for (int i = 0; i < 100 && process.isAlive(); i++) {
                    if (Files.exists(socket)) {
                        return new VirtualScreen(process, ":" + number);
                    }
                    TimeUnit.MILLISECONDS.sleep(50);
                }
                process.destroy();
            } catch (IOException e) {
                throw new UncheckedIOException("Xvfb is missing: install the package xvfb", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        throw new IllegalStateException("no free display number between " + FIRST + " and " + LAST);
    }

    public String display() {
        return display;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
