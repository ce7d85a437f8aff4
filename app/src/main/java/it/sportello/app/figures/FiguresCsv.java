package it.sportello.app.figures;

import it.sportello.api.Queues;
import it.sportello.app.frame.Texts;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The figures of a day as a table that every office program opens: UTF-8 with its mark, semicolons, Italian headers, times
 * of Europe/Rome with their offset, so that the night which repeats an hour stays readable. Waits in whole seconds.
 */
final class FiguresCsv {
    private static final char MARK = '\uFEFF';
    private static final String END = "\r\n";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss XXX", Locale.ITALY).withZone(ZoneId.of("Europe/Rome"));

    private final Texts texts;

    FiguresCsv(Texts texts) {
        this.texts = texts;
    }

    String write(Queues.Figures figures) {
        StringBuilder csv = new StringBuilder().append(MARK);
        row(csv, List.of(texts.get("csv.site"), figures.siteId()));
        row(csv, List.of(texts.get("csv.day"), figures.day().format(DateTimeFormatter.ofPattern("dd/MM/yyyy"))));
        row(csv, List.of(texts.get("csv.limit"), Long.toString(figures.limitSeconds())));
        row(csv, List.of(texts.get("csv.absent"), Integer.toString(figures.absent())));
        row(csv, List.of(texts.get("csv.never"), Integer.toString(figures.neverCalled())));
        row(csv, List.of(texts.get("csv.abandoned"), Integer.toString(figures.abandoned())));
        row(csv, List.of(texts.get("csv.merged"), Integer.toString(figures.merged())));
        row(csv, List.of(texts.get("csv.open"), Integer.toString(figures.open())));
        csv.append(END);
        waits(csv, figures);
        csv.append(END);
        halfHours(csv, figures);
        csv.append(END);
        legs(csv, figures);
        return csv.toString();
    }

    private void waits(StringBuilder csv, Queues.Figures figures) {
        header(csv, "csv.waits");
        List<Queues.Waits> all = new ArrayList<>(List.of(figures.total()));
        all.addAll(figures.categories());
        all.add(figures.later());
        for (Queues.Waits waits : all) {
            row(
                    csv,
                    List.of(
                            FiguresWords.name(texts, waits.name()),
                            Integer.toString(waits.begun()),
                            Integer.toString(waits.called()),
                            Long.toString(waits.longestSeconds()),
                            Long.toString(waits.meanSeconds()),
                            Long.toString(waits.medianSeconds()),
                            Long.toString(waits.p90Seconds()),
                            Integer.toString(waits.over()),
                            FiguresWords.share(waits.overPerThousand()),
                            Integer.toString(waits.notMeasured()),
                            Integer.toString(waits.quarantined())));
        }
    }

    private void halfHours(StringBuilder csv, Queues.Figures figures) {
        header(csv, "csv.half");
        for (Queues.HalfHour half : figures.halfHours()) {
            row(
                    csv,
                    List.of(
                            TIME.format(half.from()),
                            Integer.toString(half.printed()),
                            Integer.toString(half.called()),
                            Integer.toString(half.over()),
                            Long.toString(half.longestSeconds())));
        }
    }

    private void legs(StringBuilder csv, Queues.Figures figures) {
        header(csv, "csv.legs");
        for (Queues.Leg leg : figures.legs()) {
            row(
                    csv,
                    List.of(
                            leg.number(),
                            Integer.toString(leg.leg()),
                            leg.category(),
                            TIME.format(leg.since()),
                            texts.get("source." + leg.sinceSource()),
                            leg.called().map(TIME::format).orElse(""),
                            leg.callSource()
                                    .map(it -> texts.get("source." + it))
                                    .orElse(""),
                            leg.waitSeconds().map(String::valueOf).orElse(""),
                            leg.deskNumber().map(String::valueOf).orElse(""),
                            texts.get("state." + leg.state())));
        }
    }

    private void header(StringBuilder csv, String key) {
        row(csv, List.of(texts.get(key).split(";", -1)));
    }

    private static void row(StringBuilder csv, List<String> cells) {
        csv.append(String.join(";", cells.stream().map(FiguresCsv::cell).toList()))
                .append(END);
    }

    /** A cell that an office program would take for a formula, or that holds a mark of the form, is quoted. */
    private static String cell(String text) {
        boolean formula = !text.isEmpty() && "=+-@".indexOf(text.charAt(0)) >= 0;
        String safe = formula ? "'" + text : text;
        return safe.matches("(?s).*[;\"\\r\\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }
}
