package it.sportello.quality.day.inside;

import it.sportello.api.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import javafx.application.Platform;

/**
 * Eyes and fingers of the day inside the workstation's process: presses keys through the window system and tells what is
 * on screen. It listens on the loopback address for one caller and answers each line with one line of JSON.
 */
final class Observer {
    private static final String PICTURE = "PICTURE ";
    private static final String MOMENTS = "MOMENTS ";

    private final ServerSocket server;

    private final Moments moments;

    private Observer(ServerSocket server, Moments moments) {
        this.server = server;
        this.moments = moments;
    }

    static Observer listen(Moments moments) {
        try {
            Observer observer = new Observer(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()), moments);
            Thread.ofPlatform().daemon().name("observer").start(observer::serve);
            return observer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return server.getLocalPort();
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket caller = server.accept();
                    BufferedReader lines =
                            new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8));
                    PrintWriter answers = new PrintWriter(
                            new OutputStreamWriter(caller.getOutputStream(), StandardCharsets.UTF_8), true)) {
                caller.setTcpNoDelay(true);
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    answers.println(answer(line));
                }
            } catch (IOException e) {
                System.err.println("observer: " + e.getMessage());
            }
        }
    }

    private String answer(String line) {
        try {
            if (line.startsWith(MOMENTS)) {
                return Json.strict()
                        .writeValueAsString(moments.since(Long.parseLong(line.substring(MOMENTS.length()))));
            }
            if (line.equals("VITALS")) {
                return Json.strict()
                        .writeValueAsString(Map.of("word", Vitals.now().word()));
            }
            if (line.startsWith(PICTURE)) {
                onWindowThread(() -> new ScreenReader().picture()).write(Path.of(line.substring(PICTURE.length())));
                return "{}";
            }
            return Json.strict().writeValueAsString(onWindowThread(() -> act(line)));
        } catch (ExecutionException e) {
            return Json.strict().writeValueAsString(Map.of("error", String.valueOf(e.getCause())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "{\"error\":\"interrupted\"}";
        }
    }

    private static <T> T onWindowThread(Supplier<T> question) throws ExecutionException, InterruptedException {
        return CompletableFuture.supplyAsync(question, Platform::runLater).get();
    }

    /** One question, answered on the window's thread. */
    private static Map<String, Object> act(String line) {
        int space = line.indexOf(' ');
        String verb = space < 0 ? line : line.substring(0, space);
        String rest = space < 0 ? "" : line.substring(space + 1);
        switch (verb) {
            case "KEY" -> new Keyboard().press(rest);
            case "TYPE" -> {
                Keyboard keyboard = new Keyboard();
                rest.chars().forEach(character -> keyboard.type((char) character));
            }
            case "READ" -> {
                return new ScreenReader().read();
            }
            default -> throw new IllegalArgumentException("unknown question " + verb);
        }
        return Map.of();
    }
}
