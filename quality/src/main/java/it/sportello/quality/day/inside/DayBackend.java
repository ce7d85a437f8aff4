package it.sportello.quality.day.inside;

import it.sportello.api.Json;
import it.sportello.backend.Backend;
import it.sportello.backend.BackendSettings;
import it.sportello.backend.sample.SampleAuthority;
import it.sportello.backend.sample.SampleLoader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The real server in a process of its own, with the day's clock. It reads questions in SQL from its standard input and
 * answers each with one line, so that the day proves its sums on the server's own tables.
 *
 * <p>Arguments: home folder, clock file, seed.
 */
public final class DayBackend {
    /** First word of the line that says that the server is ready. */
    public static final String READY = "DAY-BACKEND";

    /** First word of the line that answers a question. */
    public static final String ANSWER = "DAY-ANSWER";

    private DayBackend() {}

    public static void main(String[] arguments) throws IOException {
        Path home = Path.of(arguments[0]);
        Clock clock = SharedClock.open(Path.of(arguments[1]), Clock.systemUTC());
        Files.createDirectories(home);
        try (Backend backend = Backend.start(new BackendSettings(home, 0, null, clock))) {
            SampleAuthority sample = SampleAuthority.generate(Long.parseLong(arguments[2]), LocalDate.now(clock));
            new SampleLoader((count, what) -> {}).load(backend.database().jdbi(), sample);
            sample.cast().writeTo(home);
            System.out.println(READY + " " + backend.uri());
            BufferedReader questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (String question = questions.readLine(); question != null; question = questions.readLine()) {
                String sql = question;
                List<Map<String, Object>> rows = backend.database()
                        .read(handle -> handle.createQuery(sql).mapToMap().list());
                System.out.println(ANSWER + " "
                        + Json.strict()
                                .writeValueAsString(
                                        rows.stream().map(DayBackend::texts).toList()));
            }
        }
        System.exit(0);
    }

    private static Map<String, String> texts(Map<String, Object> row) {
        Map<String, String> texts = new LinkedHashMap<>();
        row.forEach((column, value) -> texts.put(column, String.valueOf(value)));
        return texts;
    }
}
