package it.sportello.devices.twin.display;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import it.sportello.devices.twin.TwinPlug;
import it.sportello.devices.twin.display.VirtualDisplay.Dialect;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real LCDd of lcdproc drives our twin over a serial line. Of its dialects only AEDEX can judge: the release in use
 * (0.5.9) knows no CD5220 and writes the cursor's place to Epson displays as digits, which none of them understands.
 */
@Tag("judge")
@Timeout(120)
class LcdprocJudgeTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    private Process serve(String line, int port) throws IOException {
        Path settings = folder.resolve("lcd.conf");
        Files.writeString(settings, """
                [server]
                DriverPath=%s/
                Driver=serialPOS
                Bind=127.0.0.1
                Port=%d
                ReportToSyslog=no
                User=%s
                ServerScreen=no
                Hello=""
                GoodBye=""
                [serialPOS]
                Device=%s
                Size=20x2
                Type=AEDEX
                Speed=9600
                Custom_chars=0
                """.formatted(drivers(), port, System.getProperty("user.name"), line));
        try {
            return new ProcessBuilder("/usr/sbin/LCDd", "-f", "-c", settings.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("lcd.out").toFile())
                    .start();
        } catch (IOException absent) {
            return fail("lcdproc is needed to judge the virtual display: install the package lcdproc", absent);
        }
    }

    /** Debian puts the drivers into a folder named after the processor. */
    private static Path drivers() throws IOException {
        try (var folders = Files.newDirectoryStream(Path.of("/usr/lib"), "*-linux-gnu*")) {
            for (Path each : folders) {
                Path found = each.resolve("lcdproc");
                if (Files.exists(found.resolve("serialPOS.so"))) {
                    return found;
                }
            }
        }
        return fail("lcdproc is needed to judge the virtual display: install the package lcdproc");
    }

    private static Socket connect(int port, Process server) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (true) {
            try {
                return new Socket(InetAddress.getLoopbackAddress(), port);
            } catch (IOException notYet) {
                assertTrue(server.isAlive() && System.nanoTime() < end, "LCDd did not begin to serve");
                Thread.sleep(50);
            }
        }
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            Thread.sleep(20);
        }
        assertTrue(condition.getAsBoolean(), "did not happen in time");
    }

    @Test
    void anotherProgramsAedexIsReadByOurTwin() throws Exception {
        Path line = folder.resolve("display");
        try (VirtualDisplay twin = new VirtualDisplay(TwinPlug.line(line), Dialect.AEDEX)) {
            int port = freePort();
            Process server = serve(line.toString(), port);
            try (Socket client = connect(port, server);
                    BufferedReader answers = new BufferedReader(
                            new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
                    Writer words = new OutputStreamWriter(client.getOutputStream(), StandardCharsets.US_ASCII)) {
                say(words, "hello");
                assertTrue(answers.readLine().startsWith("connect LCDproc"));
                say(words, "screen_add s");
                say(words, "screen_set s -heartbeat off -priority foreground");
                say(words, "widget_add s upper string");
                say(words, "widget_add s lower string");
                say(words, "widget_set s upper 1 1 {CHIAMATA A042}");
                say(words, "widget_set s lower 1 2 {SPORTELLO 3}");
                await(() -> twin.lines().equals(List.of("CHIAMATA A042", "SPORTELLO 3")));
                say(words, "widget_set s upper 1 1 {CHIAMATA A043}");
                await(() -> twin.lines().equals(List.of("CHIAMATA A043", "SPORTELLO 3")));
            } finally {
                server.destroy();
                server.waitFor(30, TimeUnit.SECONDS);
            }
        }
    }

    private static void say(Writer words, String command) throws IOException {
        words.write(command + "\n");
        words.flush();
    }
}
