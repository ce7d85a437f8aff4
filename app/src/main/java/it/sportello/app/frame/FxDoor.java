package it.sportello.app.frame;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import javafx.application.Platform;

/** The one door to the window's thread: nobody else touches {@link Platform}. */
public final class FxDoor implements Executor {
    /** Starts the toolkit when it is not yet running; returns once it is. */
    public void open() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        try {
            Platform.startup(started::countDown);
        } catch (IllegalStateException alreadyRunning) {
            Platform.runLater(started::countDown);
        }
        Platform.setImplicitExit(false);
        started.await();
    }

    /** Runs at once when called on the window's thread, else soon, in order. */
    @Override
    public void execute(Runnable action) {
        if (Platform.isFxApplicationThread()) {
            action.run();
        } else {
            Platform.runLater(action);
        }
    }

    /** Runs after what the window's thread does now, also when called on that thread. */
    public void later(Runnable action) {
        Platform.runLater(action);
    }

    /**
     * For adapters that may wait.
     *
     * @throws IllegalStateException on the window's thread
     */
    public void checkMayWait() {
        if (Platform.isFxApplicationThread()) {
            throw new IllegalStateException("the window's thread must not wait");
        }
    }

    /** Ends the toolkit; it cannot start again in this process. */
    public void shut() {
        Platform.exit();
    }
}
