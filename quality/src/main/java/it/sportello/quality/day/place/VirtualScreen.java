package it.sportello.quality.day.place;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A virtual display of our own, stopped by its own process handle. */
public final class VirtualScreen implements AutoCloseable {
    /** The key that a keyboard reader sends first. */
    public static final String PREFIX_KEY = "F13";

    private static final Pattern PREFIX = Pattern.compile("key\\s+<FK13>\\s*\\{[^}]*\\};");
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
                        givePrefixKey(":" + number);
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

    /** The usual layout of X knows this key by another name, so that no program would see what the reader sends. */
    private static void givePrefixKey(String display) throws IOException, InterruptedException {
        Path layout = Files.createTempFile("sportello-keys", ".xkb");
        try {
            keymap(display, layout.toString());
            String keys = Files.readString(layout);
            Files.writeString(layout, PREFIX.matcher(keys).replaceFirst("key <FK13> { [ F13 ] };"));
            keymap(layout.toString(), display);
        } finally {
            Files.delete(layout);
        }
    }

    private static void keymap(String from, String to) throws IOException, InterruptedException {
        Process copying = new ProcessBuilder("xkbcomp", "-w0", from, to)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (copying.waitFor() != 0) {
            throw new IOException("xkbcomp could not bring " + from + " to " + to);
        }
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
