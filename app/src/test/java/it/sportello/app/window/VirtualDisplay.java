package it.sportello.app.window;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Starts a virtual X display before the first test when the one named in DISPLAY does not answer. It ends by itself after
 * this process: a display that goes first takes the whole process with it.
 */
public final class VirtualDisplay implements LauncherSessionListener {
    private static final String GUARDED = "Xvfb \"$1\" -screen 0 1920x1080x24 -nolisten tcp & display=$!;"
            + " while kill -0 \"$2\" 2>/dev/null; do sleep 0.5; done; kill $display";

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        String display = System.getenv("DISPLAY");
        if (display == null || !display.matches(":\\d+") || answers(display)) {
            return;
        }
        try {
            Process started = new ProcessBuilder(
                            "sh",
                            "-c",
                            GUARDED,
                            "display",
                            display,
                            Long.toString(ProcessHandle.current().pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            awaitAnswer(display, started);
        } catch (IOException missing) {
            throw new UncheckedIOException("the window's tests need a display, or Xvfb to make one", missing);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void awaitAnswer(String display, Process process) throws InterruptedException {
        for (int i = 0; i < 100 && process.isAlive(); i++) {
            if (answers(display)) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private static boolean answers(String display) {
        Path socket = Path.of("/tmp/.X11-unix/X" + display.substring(1));
        if (!Files.exists(socket)) {
            return false;
        }
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            return channel.connect(UnixDomainSocketAddress.of(socket));
        } catch (IOException dead) {
            return false;
        }
    }
}
