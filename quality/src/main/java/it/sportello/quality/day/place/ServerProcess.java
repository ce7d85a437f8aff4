package it.sportello.quality.day.place;

import it.sportello.api.Json;
import it.sportello.quality.day.inside.DayBackend;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The day's server: a real process on its own PostgreSQL, which also answers what stands in its tables. */
public final class ServerProcess implements AutoCloseable {
    private final ChildProcess process;
    private final URI uri;

    private ServerProcess(ChildProcess process, URI uri) {
        this.process = process;
        this.uri = uri;
    }

    /** Starts the server and loads the sample authority. */
    public static ServerProcess start(Path home, Path clock, long seed, Path log) {
        List<String> command = new ArrayList<>(JavaCommand.plain(DayBackend.class, "-Xmx512m"));
        command.addAll(List.of(home.toString(), clock.toString(), Long.toString(seed)));
        ChildProcess process = ChildProcess.start("server", command, Map.of(), DayBackend.READY, log);
        return new ServerProcess(process, URI.create(process.awaitMark(Duration.ofMinutes(3))));
    }

    public URI uri() {
        return uri;
    }

    /** The rows of a query on the server's tables. */
    public List<Map<String, String>> query(String sql) {
        JsonNode answer = Json.strict().readTree(process.ask(sql, DayBackend.ANSWER, Duration.ofSeconds(30)));
        List<Map<String, String>> rows = new ArrayList<>();
        for (JsonNode row : answer) {
            Map<String, String> columns = new LinkedHashMap<>();
            row.properties().forEach(column -> columns.put(column.getKey(), column.getValue().asString()));
            rows.add(columns);
        }
        return rows;
    }

    /** The single value of a query. */
    public long number(String sql) {
        return Long.parseLong(query(sql).getFirst().values().iterator().next());
    }

    @Override
    public void close() {
        process.close();
    }
}
