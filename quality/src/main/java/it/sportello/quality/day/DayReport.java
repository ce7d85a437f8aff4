package it.sportello.quality.day;

import it.sportello.api.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What happened in the day: each step with its time and outcome, the proofs, the figures. */
public final class DayReport {
    /** One step of the day. */
    public record Step(String operator, String what, Instant at, long millis, String outcome) {}

    /** One proof at its end. */
    public record Proof(String what, boolean holds, String detail) {}

    private final List<Step> steps = new ArrayList<>();
    private final List<Proof> proofs = new ArrayList<>();
    private final Map<String, List<Duration>> figures = new TreeMap<>();
    private final Map<String, String> facts = new LinkedHashMap<>();

    /** A step went well. */
    public void step(String operator, String what, Instant at, Duration took) {
        steps.add(new Step(operator, what, at, took.toMillis(), "done"));
    }

    /** A step failed; the day stops there. */
    public void failed(String operator, String what, Instant at, Duration took, String why) {
        steps.add(new Step(operator, what, at, took.toMillis(), "failed: " + why));
    }

    public void proof(String what, boolean holds, String detail) {
        proofs.add(new Proof(what, holds, detail));
    }

    /** One measurement of a figure. */
    public void figure(String name, Duration took) {
        figures.computeIfAbsent(name, none -> new ArrayList<>()).add(took);
    }

    public void fact(String name, String value) {
        facts.put(name, value);
    }

    /** Whether every step was done and every proof holds. */
    public boolean ok() {
        return !proofs.isEmpty()
                && steps.stream().allMatch(step -> step.outcome().equals("done"))
                && proofs.stream().allMatch(Proof::holds);
    }

    public List<Proof> proofs() {
        return List.copyOf(proofs);
    }

    int size() {
        return steps.size();
    }

    /** Writes all of it as JSON. */
    public void write(Path file) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("ok", ok());
        report.put("facts", facts);
        report.put("proofs", proofs);
        report.put("figures", summaries());
        report.put("steps", steps);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(
                    file, Json.strict().writerWithDefaultPrettyPrinter().writeValueAsString(report));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Count, median, 95th of a hundred and longest of each figure. */
    public Map<String, Map<String, Object>> summaries() {
        Map<String, Map<String, Object>> summaries = new LinkedHashMap<>();
        figures.forEach((name, all) -> {
            List<Duration> sorted = all.stream().sorted().toList();
            Map<String, Object> summary = new LinkedHashMap<>();
            summary.put("count", sorted.size());
            summary.put("medianMillis", millis(sorted.get(sorted.size() / 2)));
            summary.put("p95Millis", millis(sorted.get((int) Math.min(sorted.size() - 1L, sorted.size() * 95L / 100))));
            summary.put("maxMillis", millis(sorted.getLast()));
            summaries.put(name, summary);
        });
        return summaries;
    }

    /** Milliseconds to the tenth. */
    private static BigDecimal millis(Duration took) {
        return BigDecimal.valueOf(took.toNanos(), 6).setScale(1, RoundingMode.HALF_UP);
    }
}
