package it.sportello.offlinecache.sync;

import it.sportello.api.Problem;
import it.sportello.offlinecache.StoreFault;
import it.sportello.offlinecache.journal.Outbox;
import it.sportello.offlinecache.journal.OutboxItem;
import it.sportello.offlinecache.remote.BackendFault;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what is in the outbox, lane by lane: strict order inside a lane, lanes in parallel, and pulls the feed. One of
 * the four doors that catch everything: whatever goes wrong with one operation, the loop lives and the operation stays.
 */
public final class SyncLoop implements Sync, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SyncLoop.class);
    private static final long BUSY_MILLIS = 100;
    private static final long IDLE_MILLIS = 500;

    private final SyncParts parts;
    private final SyncPolicy policy;
    private final Outbox outbox;
    private final BackOff backOff;
    private final Waiters waiters = new Waiters();
    private final StatusBoard board;
    private final TillHistory history;
    private final LaneRunner runner;
    private final Puller puller;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<String> inFlight = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean pulling = new AtomicBoolean();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Thread thread;
    private boolean signalled;
    private boolean paused;
    private volatile boolean closed;
    private volatile boolean superseded;
    private volatile long nextPull;

    /** Makes the loop; {@link #start} sets it going. */
    public SyncLoop(SyncParts parts, SyncPolicy policy, DeskClock clock, LineMonitor line) {
        this.parts = parts;
        this.policy = policy;
        this.outbox = parts.journal().outbox();
        this.backOff = new BackOff(policy, parts.random());
        this.board = new StatusBoard(parts.journal(), line, clock, policy);
        this.history = new TillHistory(parts.journal(), parts.backend()::ledger, line);
        this.runner = new LaneRunner(parts, history, backOff, waiters, this::notRecognised);
        this.puller = new Puller(parts, clock, policy.page());
        this.thread = Thread.ofPlatform().name("sync-loop").daemon(true).unstarted(this::loop);
        this.nextPull = parts.nanos().getAsLong();
        line.onChange(this::lineChanged);
        parts.journal().onCommit(this::signal);
    }

    public void start() {
        thread.start();
    }

    @Override
    public CompletableFuture<Delivery> submit(UUID operationId) {
        if (closed) {
            return CompletableFuture.completedFuture(ended());
        }
        CompletableFuture<Delivery> future = waiters.add(operationId);
        workers.execute(() -> guarded("submit", () -> tellIfClosed(operationId), () -> {}));
        return future;
    }

    @Override
    public SyncStatus status() {
        return board.status();
    }

    @Override
    public Subscription listen(Consumer<SyncStatus> listener) {
        return board.listen(listener);
    }

    @Override
    public void wake() {
        superseded = false;
        backOff.forgetAll();
        nextPull = parts.nanos().getAsLong();
        signal();
    }

    /** What the server knows of the till of this desk, compared with the journal. */
    public TillHistory history() {
        return history;
    }

    /** Stops sending and pulling until {@link #resume}; what is under way ends by itself. */
    public void pause() {
        setPaused(true);
    }

    public void resume() {
        setPaused(false);
    }

    /** Ends the loop. What was not answered stays in the outbox; screens that wait are told so. */
    @Override
    public void close() {
        closed = true;
        signal();
        workers.shutdownNow();
        waiters.completeAll(ended());
        try {
            thread.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static Delivery ended() {
        return new Delivery.NotConfirmed(new BackendFault(BackendFault.Code.UNREACHABLE, 0, "the program ends", null));
    }

    private void loop() {
        while (!closed) {
            try {
                if (!isPaused()) {
                    round();
                }
                board.storeWorks(true);
                board.refresh();
            } catch (Exception unexpected) {
                trouble("the sync loop", unexpected);
            }
            await();
        }
    }

    private void round() {
        long now = parts.nanos().getAsLong();
        if (now - nextPull >= 0 && pulling.compareAndSet(false, true)) {
            nextPull = now + policy.pull().toNanos();
            workers.execute(() -> guarded("the pull", () -> puller.pull(), () -> pulling.set(false)));
        }
        if (superseded) {
            return;
        }
        for (OutboxItem head : outbox.heads()) {
            boolean room = inFlight.size() < policy.lanesAtOnce();
            if (room && backOff.mayTry(head.lane(), now) && inFlight.add(head.lane())) {
                workers.execute(() -> guarded(head.lane(), () -> send(head), () -> inFlight.remove(head.lane())));
            }
        }
    }

    /** Sends a lane's head and what follows it, as long as the server takes it. */
    private void send(OutboxItem head) {
        Optional<OutboxItem> next = outbox.heads().stream()
                .filter(item -> item.lane().equals(head.lane()))
                .findFirst();
        while (next.isPresent() && !closed && !isPaused() && runner.run(next.get())) {
            board.recognised(true);
            next = outbox.heads().stream()
                    .filter(item -> item.lane().equals(head.lane()))
                    .findFirst();
        }
    }

    private void guarded(String what, Runnable work, Runnable after) {
        try {
            work.run();
        } catch (Exception unexpected) {
            backOff.failed(what, parts.nanos().getAsLong());
            trouble(what, unexpected);
        } finally {
            after.run();
            signal();
        }
    }

    private void trouble(String what, Exception unexpected) {
        if (closed) {
            return;
        }
        LOG.error("{} met an unexpected error", what, unexpected);
        board.storeWorks(!(unexpected instanceof StoreFault));
    }

    private void notRecognised(Problem problem) {
        board.recognised(false);
        if (LaneRunner.isSuperseded(problem)) {
            superseded = true;
        }
    }

    private void tellIfClosed(UUID operationId) {
        Optional<OutboxItem> item = outbox.item(operationId);
        if (item.isEmpty()) {
            throw new IllegalArgumentException("operation " + operationId + " is not in the journal");
        }
        OutboxItem.State state = item.get().state();
        if (state.isToSend()) {
            backOff.worked(item.get().lane());
        } else if (state == OutboxItem.State.CONFIRMED) {
            outbox.answer(operationId)
                    .ifPresent(answer -> waiters.complete(operationId, new Delivery.Confirmed(answer)));
        } else {
            parts.journal()
                    .tasks()
                    .ofOperation(operationId)
                    .ifPresent(task -> waiters.complete(operationId, LaneRunner.delivery(task)));
        }
    }

    private void lineChanged() {
        backOff.forgetAll();
        signal();
    }

    private void signal() {
        lock.lock();
        try {
            signalled = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private boolean isPaused() {
        lock.lock();
        try {
            return paused;
        } finally {
            lock.unlock();
        }
    }

    private void setPaused(boolean pause) {
        lock.lock();
        try {
            paused = pause;
        } finally {
            lock.unlock();
        }
        signal();
    }

    private void await() {
        lock.lock();
        try {
            long millis = board.status().waiting() > 0 ? BUSY_MILLIS : IDLE_MILLIS;
            long left = TimeUnit.MILLISECONDS.toNanos(millis);
            while (!signalled && !closed && left > 0) {
                left = changed.awaitNanos(left);
            }
            signalled = false;
        } catch (InterruptedException interrupted) {
            closed = true;
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }
}
