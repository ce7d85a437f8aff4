package it.sportello.quality.day.place;

import it.sportello.api.Json;
import it.sportello.quality.day.inside.Vitals;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** The day's hold on a workstation: presses its keys, reads its screen, waits for what should appear. */
public final class Eyes implements AutoCloseable {
    /** What is on screen. */
    public record Sight(String screen, String card, String focus, String typed, List<String> texts) {
        /** Whether any text shown contains the given one. */
        public boolean shows(String text) {
            return texts.stream().anyMatch(each -> each.contains(text));
        }

        /** All of it in one sentence, for a report. */
        String inWords() {
            return "screen " + screen + (card.isEmpty() ? "" : ", over it the card \u00ab" + card + "\u00bb")
                    + ", focus " + focus + ", texts " + texts;
        }

        /** The first text that matches. */
        public String first(Predicate<String> wanted) {
            return texts.stream().filter(wanted).findFirst().orElse("");
        }
    }

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long FINGER = 70;

    private final Socket socket;
    private final BufferedReader answers;
    private final PrintWriter questions;

    private Eyes(Socket socket) throws IOException {
        this.socket = socket;
        answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        questions = new PrintWriter(new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.UTF_8), true);
    }

    public static Eyes on(int port) {
        try {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(20_000);
            return new Eyes(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Presses keys, one chord after the other. */
    public void press(String... chords) {
        for (String chord : chords) {
            ask("KEY " + chord);
            pause(40);
        }
    }

    /** Types text into the field that has the focus, and sees it stand there. */
    public void type(String text) {
        String before = look().typed();
        fingers(text);
        await(
                "«" + text.length() + " characters» in the field",
                sight -> sight.typed().length() >= before.length() + text.length()
                        || sight.typed().toUpperCase(Locale.ROOT).endsWith(text.toUpperCase(Locale.ROOT)),
                PATIENCE);
    }

    /** Presses letters and digits that go to no field, such as the digit of a menu. */
    public void tap(String characters) {
        fingers(characters);
    }

    /** One character after the other, with the time fingers need: what comes faster is taken for a bar code reader. */
    private void fingers(String characters) {
        for (int i = 0; i < characters.length(); i++) {
            ask("TYPE " + characters.charAt(i));
            pause(FINGER);
        }
    }

    /** A reader that acts as a keyboard: all characters at once, faster than any fingers. */
    public void burst(String characters) {
        ask("TYPE " + characters);
    }

    /** Waits until a node has the focus: the beginning of its identifier. */
    public void awaitFocus(String id) {
        await("the focus on " + id, sight -> sight.focus().startsWith(id), PATIENCE);
    }

    /** When something happened in the workstation, by the machine's steady clock: what, and the nanoseconds. */
    public record Moment(String what, long nanos) {}

    /** What happened there since a moment of {@link System#nanoTime()}, which all processes of one machine share. */
    public List<Moment> moments(long since) {
        List<Moment> moments = new ArrayList<>();
        ask("MOMENTS " + since)
                .get("moments")
                .forEach(each -> moments.add(new Moment(
                        each.get("what").asString(), each.get("nanos").asLong())));
        return moments;
    }

    /** What the workstation's process holds now. */
    public Vitals vitals() {
        return Vitals.parse(ask("VITALS").get("word").asString());
    }

    public void picture(Path file) {
        ask("PICTURE " + file.toAbsolutePath());
    }

    public Sight look() {
        JsonNode state = ask("READ");
        List<String> texts = new ArrayList<>();
        state.get("texts").forEach(text -> texts.add(text.asString()));
        return new Sight(
                state.get("screen").asString(),
                state.get("card").asString(),
                state.get("focus").asString(),
                state.get("typed").asString(),
                texts);
    }

    /** Waits until the screen is as wanted; an error that shows what was there instead when it never is. */
    public Sight await(String what, Predicate<Sight> wanted, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        Sight sight = look();
        while (!wanted.test(sight)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("expected " + what + ", but there is " + sight.inWords());
            }
            pause(25);
            sight = look();
        }
        return sight;
    }

    /** Whether the screen becomes as wanted within a time. */
    public boolean appears(Predicate<Sight> wanted, Duration within) {
        long end = System.nanoTime() + within.toNanos();
        while (!wanted.test(look())) {
            if (System.nanoTime() > end) {
                return false;
            }
            pause(25);
        }
        return true;
    }

    /** Waits for a screen of the specification. */
    public Sight awaitScreen(String id) {
        return await("screen " + id, sight -> sight.screen().equals(id), PATIENCE);
    }

    /** Waits for a text. */
    public Sight awaitText(String text) {
        return await("text «" + text + "»", sight -> sight.shows(text), PATIENCE);
    }

    private JsonNode ask(String question) {
        try {
            questions.println(question);
            String line = answers.readLine();
            if (line == null) {
                throw new IllegalStateException("the workstation is gone");
            }
            JsonNode answer = Json.strict().readTree(line);
            if (answer.has("error")) {
                throw new IllegalStateException(answer.get("error").asString());
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
