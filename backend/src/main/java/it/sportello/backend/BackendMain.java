package it.sportello.backend;

import it.sportello.backend.sample.SampleAuthority;
import it.sportello.backend.sample.SampleCast;
import it.sportello.backend.sample.SampleLoader;
import it.sportello.backend.store.Rome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the server alone, for several desks. Prints one line for programs when it is ready. */
public final class BackendMain {
    private static final int WRONG_WORDS = 2;
    private static final Duration LONGEST_START = Duration.ofSeconds(60);

    private BackendMain() {}

    /** See {@link Arguments#USAGE}. Runs until it is told to stop. */
    public static void main(String[] words) throws IOException, InterruptedException {
        Arguments arguments;
        try {
            arguments = Arguments.parse(List.of(words));
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
            System.exit(WRONG_WORDS);
            return;
        }
        if (System.getProperty("logback.configurationFile") == null) {
            System.setProperty("logback.configurationFile", "log-settings/logback-backend.xml");
        }
        run(arguments);
    }

    private static void run(Arguments arguments) throws IOException, InterruptedException {
        Logger log = LoggerFactory.getLogger(BackendMain.class);
        Clock clock = Clock.systemUTC();
        Files.createDirectories(arguments.home());
        BackendSettings settings = new BackendSettings(arguments.home(), arguments.port(), arguments.database(), clock);
        CompletableFuture<Backend> starting = new CompletableFuture<>();
        CountDownLatch stopped = new CountDownLatch(1);
        // Hooked before the start: a stop that comes while PostgreSQL starts waits for it and takes it along.
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(() -> {
            stop(starting);
            stopped.countDown();
        }));
        Backend backend;
        try {
            backend = Backend.start(settings);
            starting.complete(backend);
        } finally {
            starting.cancel(false);
        }
        if (arguments.sample()) {
            loadSample(arguments, backend, Rome.day(clock.instant()), log);
        }
        System.out.println("SPORTELLO-BACKEND " + backend.uri());
        System.out.flush();
        stopped.await();
    }

    private static void stop(CompletableFuture<Backend> starting) {
        try {
            starting.get(LONGEST_START.toSeconds(), TimeUnit.SECONDS).close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (CancellationException | ExecutionException | TimeoutException neverStarted) {
            System.err.println("stopped before it had started");
        }
    }

    /** A database that holds something keeps what it holds: the sample is for a first start only. */
    private static void loadSample(Arguments arguments, Backend backend, LocalDate today, Logger log)
            throws IOException {
        boolean used = backend.database()
                .read(handle -> handle.createQuery("select exists (select from authority)")
                        .mapTo(Boolean.class)
                        .one());
        if (used) {
            log.info("The database holds an authority already: no sample is loaded");
            tellCast(arguments.home(), backend);
            return;
        }
        Long seed = arguments.seed();
        SampleAuthority sample = SampleAuthority.generate(seed == null ? SampleAuthority.DEFAULT_SEED : seed, today);
        new SampleLoader((count, what) -> log.info("Sample: {} rows of {}", count, what))
                .load(backend.database().jdbi(), sample);
        sample.cast().writeTo(arguments.home());
    }

    /** The database may have been filled from another home: this one needs to know who is in it as well. */
    private static void tellCast(Path home, Backend backend) throws IOException {
        if (!SampleCast.isIn(home)) {
            Optional<SampleAuthority> sample =
                    SampleLoader.loaded(backend.database().jdbi());
            if (sample.isPresent()) {
                sample.get().cast().writeTo(home);
            }
        }
    }
}
