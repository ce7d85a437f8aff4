package it.sportello.quality.day.story;

import it.sportello.quality.day.DayReport;
import it.sportello.quality.day.place.Eyes;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Plays the steps of the day one after the other: names, times, pictures, and the failure if one comes. */
public final class Play {
    /** The day cannot go on. */
    public static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Stopped(String step, Throwable cause) {
            super(step + ": " + cause.getMessage(), cause);
        }
    }

    private final DayReport report;
    private final Path pictures;
    private final Clock clock;
    private final LongSupplier nanos;
    private Optional<Eyes> eyes = Optional.empty();
    private String actor = "";
    private String lastSeen = "";
    private int taken;

    /** @param clock the clock of the day, so that the report tells the story's time */
    public Play(DayReport report, Path pictures, Clock clock, LongSupplier nanos) {
        this.report = report;
        this.pictures = pictures;
        this.clock = clock;
        this.nanos = nanos;
    }

    /** Whether a file is a picture of a day. */
    public static boolean isPicture(Path file) {
        return file.getFileName().toString().matches("\\d{3}-.*\\.png");
    }

    /** Who acts from now on, on which window. */
    void act(String who, Optional<Eyes> window) {
        actor = who;
        eyes = window;
    }

    public DayReport report() {
        return report;
    }

    /** One step; its end is seen in a picture when the screen is another one than before. */
    void step(String what, Runnable act) {
        Instant at = clock.instant();
        long begun = nanos.getAsLong();
        try {
            act.run();
            Duration took = since(begun);
            report.step(actor, what, at, took);
            System.out.printf(Locale.ROOT, "  %6d ms  %-14s %s%n", took.toMillis(), actor, what);
        } catch (RuntimeException failure) {
            // The one door of the day: whatever goes wrong in a step is told with the step and a picture.
            report.failed(actor, what, at, since(begun), String.valueOf(failure.getMessage()));
            System.out.printf(Locale.ROOT, "  FAILED     %-14s %s%n", actor, what);
            pictureOfFailure();
            throw new Stopped(what, failure);
        }
        eyes.ifPresent(this::pictureIfNew);
    }

    private void pictureOfFailure() {
        try {
            eyes.ifPresent(window -> picture(window, "failure"));
        } catch (IllegalStateException | UncheckedIOException gone) {
            System.out.println("  no picture of it: " + gone.getMessage());
        }
    }

    /** A picture of what is on screen now. */
    void picture(String name) {
        eyes.ifPresent(window -> picture(window, name));
    }

    private void pictureIfNew(Eyes window) {
        Eyes.Sight sight = window.look();
        String seen = sight.screen() + "|" + sight.card();
        if (!seen.equals(lastSeen)) {
            lastSeen = seen;
            picture(window, sight.screen() + (sight.card().isEmpty() ? "" : "-card"));
        }
    }

    private void picture(Eyes window, String name) {
        taken++;
        window.picture(pictures.resolve(String.format(Locale.ROOT, "%03d-%s.png", taken, name)));
    }

    private Duration since(long begun) {
        return Duration.ofNanos(nanos.getAsLong() - begun);
    }
}
