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

    /** One row of an answer; a column that is null reads {@code null}. */
    public static final class Row {
        private final Map<String, String> columns;

        private Row(Map<String, String> columns) {
            this.columns = columns;
        }

        public String text(String column) {
            String value = columns.get(column);
            if (value == null) {
                throw new IllegalStateException("no column " + column);
            }
            return value;
        }

        public long number(String column) {
            return Long.parseLong(text(column));
        }

        public int integer(String column) {
            return Integer.parseInt(text(column));
        }
    }

    /** The rows of a query on the server's tables. */
    public List<Row> query(String sql) {
        String oneLine = sql.replace('\n', ' ');
        JsonNode answer = Json.strict().readTree(process.ask(oneLine, DayBackend.ANSWER, Duration.ofSeconds(30)));
        List<Row> rows = new ArrayList<>();
        for (JsonNode row : answer) {
            Map<String, String> columns = new LinkedHashMap<>();
            row.properties()
                    .forEach(column ->
                            columns.put(column.getKey(), column.getValue().asString()));
            rows.add(new Row(columns));
        }
        return rows;
    }

    /** The single value of a query, under the name {@code value}. */
    public long number(String sql) {
        return query(sql).getFirst().number("value");
    }

    @Override
    public void close() {
        process.close();
    }
}
