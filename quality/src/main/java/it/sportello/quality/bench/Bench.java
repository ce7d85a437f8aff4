package it.sportello.quality.bench;

import it.sportello.backend.sample.SampleCast;
import it.sportello.quality.day.DayReport;
import it.sportello.quality.day.inside.Vitals;
import it.sportello.quality.day.place.Premises;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Measures the desk: readings to their screens in the real workstation, and a day of events for the drivers. Reports what
 * it saw beside what is wanted; only a failed event makes it fail, never a time.
 *
 * <p>Options: {@code --report FILE}, {@code --scans N}, {@code --cards N}, {@code --events N}.
 */
public final class Bench {
    private static final String DESK = "SP05";
    private static final long MEGABYTE = 1 << 20;
    private static final Map<String, String> STANDARD = Map.of(
            "--report", "target/bench/report.json",
            "--scans", "200",
            "--cards", "40",
            "--events", "86400");

    private final DayReport report = new DayReport();
    private final Map<String, String> options;

    private Bench(Map<String, String> options) {
        this.options = options;
    }

    public static void main(String[] arguments) throws IOException {
        Map<String, String> options = new HashMap<>(STANDARD);
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            if (options.replace(arguments[i], arguments[i + 1]) == null) {
                System.err.println("bench: unknown option " + arguments[i]);
                System.exit(2);
            }
        }
        System.exit(new Bench(options).measure() ? 0 : 1);
    }

    private boolean measure() throws IOException {
        Path file = Path.of(options.get("--report"));
        routing(file);
        boolean sound = soak();
        report.write(file);
        System.out.println("report: " + file);
        return sound;
    }

    private void routing(Path file) {
        Path logs = file.toAbsolutePath().resolveSibling("logs");
        try (Premises premises = new Premises(1, logs, Optional.empty(), what -> System.out.println("  " + what))) {
            List<SampleCast.Persona> people = premises.cast().personas().stream()
                    .filter(person -> person.codeKind().equals("CODICE_FISCALE"))
                    .toList();
            DeskRouting desk = new DeskRouting(premises, DESK);
            desk.open(premises.desk(DESK));
            desk.scan(people, 20);
            Vitals before = desk.eyes().vitals();
            int warm = desk.scans().size();
            desk.scan(people, number("--scans"));
            desk.insert(people, number("--cards"));
            Vitals after = desk.eyes().vitals();
            desk.scans().stream().skip(warm).forEach(took -> report.figure("scanToRoutedScreen", took));
            desk.keys().stream().skip(warm).forEach(took -> report.figure("keyToScreen", took));
            desk.cards().forEach(took -> report.figure("cardReadToCitizenOnScreen", took));
            tell("workstation before", before);
            tell("workstation after", after);
        }
        report.summaries().forEach((name, figure) -> System.out.println("  " + name + " " + figure));
        ratio("scanToRoutedScreen");
        ratio("cardReadToCitizenOnScreen");
    }

    /** Beside a plain change of screen in the same run. */
    private void ratio(String name) {
        double own = median(name);
        double plain = median("keyToScreen");
        String times = String.format(Locale.ROOT, "%.2f", own / plain);
        report.fact(name + "ToKeyToScreen", times);
        System.out.println("  " + name + " is " + times + " times a plain change of screen by key");
    }

    private double median(String name) {
        Map<String, Object> figure = Objects.requireNonNull(report.summaries().get(name));
        return Double.parseDouble(String.valueOf(figure.get("medianMillis")));
    }

    private boolean soak() throws IOException {
        Path folder = Files.createTempDirectory("sportello-soak");
        try {
            long begun = System.nanoTime();
            DeviceSoak.Outcome outcome = new DeviceSoak(folder).run(number("--events"));
            report.fact("soakEvents", Integer.toString(outcome.events()));
            report.fact("soakFailures", Integer.toString(outcome.failures()));
            report.fact("soakSeconds", Long.toString((System.nanoTime() - begun) / 1_000_000_000L));
            outcome.held().forEach(held -> tell("drivers", held));
            report.fact("soakHeld", outcome.held().toString());
            report.proof("every event did what it should", outcome.failures() == 0, outcome.failures() + " failures");
            return outcome.failures() == 0;
        } finally {
            forget(folder);
        }
    }

    private static void forget(Path folder) {
        try (var all = Files.walk(folder)) {
            for (Path each : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int number(String option) {
        return Integer.parseInt(options.get(option));
    }

    private void tell(String whose, Vitals held) {
        String words = String.format(
                Locale.ROOT,
                "%.1f MB, %d threads, %d handles",
                (double) held.heap() / MEGABYTE,
                held.threads(),
                held.handles());
        report.fact(whose, words);
        System.out.println("  " + whose + ": " + words);
    }
}
