package it.sportello.app.wiring;

import it.sportello.app.frame.DeskState;
import it.sportello.offlinecache.sync.Sync;
import it.sportello.offlinecache.sync.SyncStatus;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executor;

/** Shows line, outbox, tasks and age of the data in the status bar. */
public final class LineWatch implements AutoCloseable {
    private final DeskState state;
    private final InstantSource clock;
    private final Sync.Subscription subscription;

    public LineWatch(Sync sync, DeskState state, InstantSource clock, Executor door) {
        this.state = state;
        this.clock = clock;
        this.subscription = sync.listen(status -> door.execute(() -> show(status)));
    }

    /** Shows a state; on the window's thread. */
    public void show(SyncStatus status) {
        boolean known = status.lastConfirmed().isPresent() || status.isOnline();
        state.lineProperty()
                .set(
                        status.isOnline()
                                ? DeskState.Line.ONLINE
                                : known || status.waiting() > 0 ? DeskState.Line.OFFLINE : DeskState.Line.UNKNOWN);
        state.unsentProperty().set(status.waiting());
        state.oldestUnsentProperty()
                .set(status.waiting() == 0 ? Optional.empty() : Optional.of(status.oldestWaiting()));
        state.tasksProperty().set(status.openTasks());
        state.cacheAgeProperty()
                .set(
                        status.isOnline()
                                ? Optional.empty()
                                : status.lastConfirmed().map(at -> Duration.between(at, clock.instant())));
    }

    @Override
    public void close() {
        subscription.close();
    }
}
