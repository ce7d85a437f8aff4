package it.sportello.devices.card;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What a reader told, in order; the reader's own state is left out. */
public final class CardEvents implements CardListener {
    private final BlockingQueue<CardEvent> queue = new LinkedBlockingQueue<>();

    public CardEvents() {}

    @Override
    public void cardEvent(CardEvent event) {
        if (!(event instanceof CardEvent.ReaderState)) {
            queue.add(event);
        }
    }

    /** The next event, which has to be of this kind, and come within ten seconds. */
    public <E extends CardEvent> E next(Class<E> kind) throws InterruptedException {
        CardEvent event = queue.poll(10, TimeUnit.SECONDS);
        assertNotNull(event, "no event came, expected " + kind.getSimpleName());
        return assertInstanceOf(kind, event);
    }

    /** A reading from its begin to its good end. */
    public CardReading reading() throws InterruptedException {
        next(CardEvent.Reading.class);
        return next(CardEvent.Inserted.class).reading();
    }

    /** A reading from its begin to its bad end. */
    public CardEvent.Failed failure() throws InterruptedException {
        next(CardEvent.Reading.class);
        return next(CardEvent.Failed.class);
    }

    /** What comes within a while, null when nothing does. */
    public @Nullable CardEvent anythingWithin(Duration time) throws InterruptedException {
        return queue.poll(time.toMillis(), TimeUnit.MILLISECONDS);
    }
}
