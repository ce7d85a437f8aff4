package it.sportello.app.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** In which order the endings of work come, and that none is forgotten. */
class ThreadedBackgroundTest {
    private final BlockingQueue<Runnable> window = new LinkedBlockingQueue<>();
    private final List<String> heard = new ArrayList<>();
    private final ThreadedBackground background =
            new ThreadedBackground(window::add, failure -> heard.add("error window: " + failure.getMessage()));

    @AfterEach
    void close() {
        background.close();
    }

    @Test
    void theEndForEveryCaseComesBeforeTheResult() throws InterruptedException {
        background.run(() -> "result").whenOver(() -> heard.add("over")).onSuccess(heard::add);
        window.take().run();
        assertEquals(List.of("over", "result"), heard);
    }

    @Test
    void itComesAlsoWhenTheFailureIsExpected() throws InterruptedException {
        failing().onFailure(failure -> heard.add(failure.getMessage()));
        window.take().run();
        assertEquals(List.of("over", "the disk is gone"), heard);
    }

    @Test
    void itComesAlsoWhenNobodyExpectedTheFailure() throws InterruptedException {
        failing();
        window.take().run();
        assertEquals(List.of("over", "error window: the disk is gone"), heard);
    }

    @Test
    void aLibraryThatIsMissingIsHeardOfToo() throws InterruptedException {
        background
                .<String>run(() -> {
                    throw new NoClassDefFoundError("org/apache/Missing");
                })
                .whenOver(() -> heard.add("over"))
                .onSuccess(heard::add);
        Objects.requireNonNull(window.poll(20, TimeUnit.SECONDS), "nothing came")
                .run();
        assertEquals(List.of("over", "error window: java.lang.NoClassDefFoundError: org/apache/Missing"), heard);
    }

    @Test
    void nothingComesToWhoDoesNotWaitAnyLonger() throws InterruptedException {
        failing().cancel();
        window.take().run();
        assertEquals(List.of(), heard);
    }

    private Pending<String> failing() {
        return background
                .<String>run(() -> {
                    throw new IllegalStateException("the disk is gone");
                })
                .whenOver(() -> heard.add("over"))
                .onSuccess(heard::add);
    }
}
