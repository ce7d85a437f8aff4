package it.sportello.app.frame;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Does waiting work on virtual threads and comes back through the window's door. */
public final class ThreadedBackground implements Background, AutoCloseable {
    private final Executor door;
    private final Consumer<? super Exception> unexpected;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /**
     * @param door where the endings run: the window's thread, after what it does now
     * @param unexpected receives the failures nobody expected, on the window's thread
     */
    public ThreadedBackground(Executor door, Consumer<? super Exception> unexpected) {
        this.door = door;
        this.unexpected = unexpected;
    }

    @Override
    public <T> Pending<T> run(Waiting<T> work) {
        Running<T> running = new Running<>();
        threads.execute(() -> attempt(work, running));
        return running;
    }

    // One of the four doors that catch broadly: whatever the work threw goes to its ending or to the error window.
    private <T> void attempt(Waiting<T> work, Running<T> running) {
        try {
            T result = work.call();
            door.execute(() -> running.succeed(result));
        } catch (Exception failure) {
            door.execute(() -> running.fail(failure));
        } catch (Error broken) {
            // A library that cannot be loaded, for one: the screen that waits must hear of it too.
            door.execute(() -> running.fail(new IllegalStateException(broken)));
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    /** Touched on the window's thread only. */
    private final class Running<T> implements Pending<T> {
        private Runnable over = () -> {};
        private @Nullable Consumer<? super T> success;
        private @Nullable Consumer<? super Exception> failure;
        private boolean cancelled;

        @Override
        public Pending<T> whenOver(Runnable ending) {
            over = ending;
            return this;
        }

        @Override
        public Pending<T> onSuccess(Consumer<? super T> ending) {
            success = ending;
            return this;
        }

        @Override
        public Pending<T> onFailure(Consumer<? super Exception> ending) {
            failure = ending;
            return this;
        }

        @Override
        public void cancel() {
            cancelled = true;
        }

        void succeed(T result) {
            if (cancelled) {
                return;
            }
            over.run();
            if (success != null) {
                success.accept(result);
            }
        }

        void fail(Exception cause) {
            if (cancelled) {
                return;
            }
            over.run();
            if (failure != null) {
                failure.accept(cause);
            } else {
                unexpected.accept(cause);
            }
        }
    }
}
