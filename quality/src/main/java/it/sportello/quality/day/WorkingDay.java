package it.sportello.quality.day;

import it.sportello.quality.day.place.Premises;
import it.sportello.quality.day.proof.Evidence;
import it.sportello.quality.day.proof.Gathering;
import it.sportello.quality.day.proof.Proofs;
import it.sportello.quality.day.story.Play;
import it.sportello.quality.day.story.Story;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Plays a whole working day in the real workstation, against a real server, by keys and device events, and proves its
 * sums at the end.
 *
 * <p>Options: {@code --report FILE}, {@code --pictures DIR}, {@code --seed N}, {@code --window}, and {@code --only NAME}
 * for one part of the day alone. Ends with 0 only when every step was done and every proof holds.
 */
public final class WorkingDay {
    private WorkingDay() {}

    public static void main(String[] arguments) {
        DayOptions options;
        try {
            options = DayOptions.read(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println("day: " + e.getMessage());
            System.exit(2);
            return;
        }
        System.exit(play(options) ? 0 : 1);
    }

    private static boolean play(DayOptions options) {
        long begun = System.nanoTime();
        DayReport report = new DayReport();
        report.fact("seed", Long.toString(options.seed()));
        forgetPictures(options.pictures());
        Path logs = options.report().resolveSibling("logs");
        System.out.println("A working day, seed " + options.seed());
        try (Premises premises = new Premises(options.seed(), logs, display(options), WorkingDay::say)) {
            // Also when the day is interrupted: the processes of the day never outlive it.
            Thread cleaning = new Thread(premises::close, "clean-up");
            Runtime.getRuntime().addShutdownHook(cleaning);
            report.fact("day", premises.today().toString());
            Play play = new Play(report, options.pictures(), premises.clock(), System::nanoTime);
            Story story = new Story(premises, play);
            story.play(options.only());
            prove(Gathering.of(premises, story), report);
            Runtime.getRuntime().removeShutdownHook(cleaning);
        } catch (Play.Stopped stopped) {
            System.err.println("The day stopped at: " + stopped.getMessage());
        } catch (RuntimeException broken) {
            // The report is written whatever happens, and says what happened.
            report.proof("the day could be prepared and proved", false, String.valueOf(broken));
            broken.printStackTrace();
        }
        report.write(options.report());
        tell(report, options, Duration.ofNanos(System.nanoTime() - begun));
        return report.ok();
    }

    /** Pictures of another run would be taken for those of this one. */
    private static void forgetPictures(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> all = Files.list(folder)) {
            for (Path picture : all.filter(Play::isPicture).toList()) {
                Files.delete(picture);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void prove(Evidence evidence, DayReport report) {
        new Proofs(evidence).all().forEach(verdict -> report.proof(verdict.what(), verdict.holds(), verdict.detail()));
        evidence.desks().forEach(desk -> desk.commitTimes().forEach(took -> report.figure("commitToDisk", took)));
        report.fact("citizens", Integer.toString(evidence.people()));
    }

    private static Optional<String> display(DayOptions options) {
        return options.window() ? Optional.ofNullable(System.getenv("DISPLAY")) : Optional.empty();
    }

    private static void say(String what) {
        System.out.println("  preparing: " + what);
    }

    private static void tell(DayReport report, DayOptions options, Duration took) {
        report.proofs()
                .forEach(proof -> System.out.printf(
                        Locale.ROOT,
                        "  %-6s %s: %s%n",
                        proof.holds() ? "proved" : "FALSE",
                        proof.what(),
                        proof.detail()));
        System.out.printf(
                Locale.ROOT,
                "%s: %d steps in %d s; report %s, pictures %s%n",
                report.ok() ? "The day is good" : "The day FAILED",
                report.size(),
                took.toSeconds(),
                options.report(),
                options.pictures());
    }
}
