package it.sportello.app.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Does the work at once on the calling thread, so that view models are tested without threads. */
public final class InPlaceBackground implements Background {
    private final List<Ended<?>> failed = new ArrayList<>();

    @Override
    public <T> Pending<T> run(Waiting<T> work) {
        try {
            return new Ended<>(work.call(), null);
        } catch (Exception failure) {
            Ended<T> ended = new Ended<>(null, failure);
            failed.add(ended);
            return ended;
        }
    }

    /** Failures that met no {@code onFailure}: in the workstation they would open the error window. */
    public List<Exception> unexpected() {
        return failed.stream()
                .filter(ended -> !ended.handled)
                .map(ended -> ended.failure)
                .toList();
    }

    private static final class Ended<T> implements Pending<T> {
        private final @Nullable T result;
        private final @Nullable Exception failure;
        private boolean handled;

        Ended(@Nullable T result, @Nullable Exception failure) {
            this.result = result;
            this.failure = failure;
        }

        @Override
        public Pending<T> whenOver(Runnable ending) {
            ending.run();
            return this;
        }

        @Override
        public Pending<T> onSuccess(Consumer<? super T> ending) {
            if (failure == null && result != null) {
                ending.accept(result);
            }
            return this;
        }

        @Override
        public Pending<T> onFailure(Consumer<? super Exception> ending) {
            if (failure != null) {
                handled = true;
                ending.accept(failure);
            }
            return this;
        }

        @Override
        public void cancel() {}
    }
}
