package it.sportello.devices.detector;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** What a listener heard, for a test that waits for it. */
public final class Heard<T> {

    private final BlockingQueue<T> queue = new LinkedBlockingQueue<>();

    public void add(T event) {
        queue.add(event);
    }

    /** The next thing heard. */
    public T next() throws InterruptedException {
        T event = queue.poll(8, TimeUnit.SECONDS);
        assertNotNull(event, "nothing was heard");
        return event;
    }

    /** The next thing that fits; what comes before it is passed over. */
    public T until(Predicate<? super T> fits) throws InterruptedException {
        while (true) {
            T event = next();
            if (fits.test(event)) {
                return event;
            }
        }
    }

    /** The next of a kind. */
    public <K extends T> K next(Class<K> kind) throws InterruptedException {
        return kind.cast(until(kind::isInstance));
    }

    /** Whether something is heard within this time; it is taken away. */
    public boolean comes(Duration limit) throws InterruptedException {
        return queue.poll(limit.toMillis(), TimeUnit.MILLISECONDS) != null;
    }

    public boolean isEmpty() {
        return queue.isEmpty();
    }
}
