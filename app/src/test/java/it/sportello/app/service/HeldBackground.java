package it.sportello.app.service;

import it.sportello.app.frame.Background;
import it.sportello.app.frame.Pending;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Work that ends when the test says so, to show what a slow answer does. */
public final class HeldBackground implements Background {
    private final List<Held<?>> held = new ArrayList<>();

    @Override
    public <T> Pending<T> run(Waiting<T> work) {
        Held<T> one = new Held<>(work);
        held.add(one);
        return one;
    }

    /** Ends the work that began as this one, from 0. */
    public void end(int index) {
        held.get(index).end();
    }

    private static final class Held<T> implements Pending<T> {
        private final Background.Waiting<T> work;
        private Runnable over = () -> {};
        private @Nullable Consumer<? super T> success;
        private boolean cancelled;

        Held(Background.Waiting<T> work) {
            this.work = work;
        }

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
            return this;
        }

        @Override
        public void cancel() {
            cancelled = true;
        }

        void end() {
            try {
                T result = work.call();
                if (cancelled) {
                    return;
                }
                over.run();
                if (success != null) {
                    success.accept(result);
                }
            } catch (Exception failed) {
                throw new AssertionError(failed);
            }
        }
    }
}
