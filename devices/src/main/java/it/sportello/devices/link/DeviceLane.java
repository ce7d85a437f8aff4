package it.sportello.devices.link;

import it.sportello.devices.DeviceFault;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that touches one physical device. Commands wait in a bounded queue and run one after the other; each has
 * a deadline that counts from the moment it is handed in. When a command outlives its deadline its caller gets
 * {@link DeviceFault#DEADLINE} (which can be retried only when it never began), the {@link Rescue} cuts the link, and the thread, which may be stuck in native code for
 * ever, is left behind and replaced: one mute device never stops the lane.
 *
 * <p>One of the four places where everything is caught: whatever a command throws reaches the caller through its future,
 * and what is not a {@link DeviceFault} is a bug and is logged once with its cause.
 */
public final class DeviceLane implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DeviceLane.class);

    /** What cuts the link under a stuck command; called on the watchdog's thread, must not wait. */
    @FunctionalInterface
    public interface Rescue {
        Rescue NONE = () -> {};

        void cut();
    }

    private final String name;
    private final int capacity;
    private final Rescue rescue;
    private final ScheduledExecutorService watchdog;
    private final Queue<Work<?>> queue = new ArrayDeque<>();
    private final List<Future<?>> rhythms = new ArrayList<>();
    private final Object lock = new Object();
    private @Nullable Thread worker;
    private @Nullable Work<?> current;
    private int generation;
    private boolean closed;

    /**
     * @param name of the device, for the thread's name and the log
     * @param capacity how many commands may wait
     * @param rescue cuts the link under a command that outlived its deadline
     */
    public DeviceLane(String name, int capacity, Rescue rescue) {
        this.name = name;
        this.capacity = capacity;
        this.rescue = rescue;
        ScheduledThreadPoolExecutor timer =
                new ScheduledThreadPoolExecutor(1, task -> daemon(task, name + "-watchdog"));
        timer.setRemoveOnCancelPolicy(true);
        timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        this.watchdog = timer;
    }

    /**
     * Hands in a command; never waits.
     *
     * @param what names the command in the log; no personal values
     * @param deadline for waiting and running together
     * @return ends with the command's result, or exceptionally with a {@link DeviceFault}, or with the bug
     */
    public <T> CompletableFuture<T> submit(String what, Duration deadline, LaneCommand<T> command) {
        Work<T> work = new Work<>(what, command);
        synchronized (lock) {
            if (closed) {
                work.future.completeExceptionally(new DeviceFault(DeviceFault.CLOSED, false, name));
                return work.future;
            }
            if (queue.size() >= capacity) {
                work.future.completeExceptionally(new DeviceFault(DeviceFault.QUEUE_FULL, true, name));
                return work.future;
            }
            queue.add(work);
            work.alarm = watchdog.schedule(() -> expire(work), deadline.toMillis(), TimeUnit.MILLISECONDS);
            if (worker == null) {
                startWorker();
            }
            lock.notifyAll();
        }
        return work.future;
    }

    /**
     * Hands in the same command again and again until the lane closes: a status poll, a heartbeat. A turn that finds the
     * one before still waiting or running is left out.
     */
    public void repeat(String what, Duration every, Duration deadline, LaneCommand<?> command) {
        Repetition turn = new Repetition(what, deadline, command);
        synchronized (lock) {
            if (!closed) {
                rhythms.add(watchdog.scheduleWithFixedDelay(turn, 0, every.toMillis(), TimeUnit.MILLISECONDS));
            }
        }
    }

    /** Whether the calling thread is this lane's: what may wait for a device only there asks this. */
    public boolean isLaneThread() {
        synchronized (lock) {
            return Thread.currentThread().equals(worker);
        }
    }

    /** Ends the lane: what waits ends with {@link DeviceFault#CLOSED}, what runs is interrupted and its link cut. */
    @Override
    public void close() {
        Work<?> running;
        synchronized (lock) {
            if (closed) {
                return;
            }
            closed = true;
            for (Work<?> work : queue) {
                work.fail(new DeviceFault(DeviceFault.CLOSED, false, name));
            }
            queue.clear();
            rhythms.forEach(rhythm -> rhythm.cancel(false));
            running = current;
            if (running != null && worker != null) {
                worker.interrupt();
            }
            lock.notifyAll();
        }
        watchdog.shutdownNow();
        if (running != null) {
            rescue.cut();
            running.fail(new DeviceFault(DeviceFault.CLOSED, false, name));
        }
    }

    private void startWorker() {
        int mine = ++generation;
        Thread thread = daemon(() -> work(mine), name + "-lane-" + mine);
        worker = thread;
        thread.start();
    }

    private static Thread daemon(Runnable body, String threadName) {
        Thread thread = new Thread(body, threadName);
        thread.setDaemon(true);
        return thread;
    }

    private void work(int mine) {
        while (true) {
            Work<?> next;
            synchronized (lock) {
                next = await(mine);
                if (next == null) {
                    return;
                }
                current = next;
            }
            next.run();
            synchronized (lock) {
                if (mine != generation) {
                    return;
                }
                current = null;
            }
        }
    }

    /** The next command, or null when this thread has been replaced or the lane is closed. */
    private @Nullable Work<?> await(int mine) {
        while (mine == generation && !closed) {
            Work<?> next = queue.poll();
            if (next == null) {
                try {
                    lock.wait();
                } catch (InterruptedException late) {
                    // An interrupt meant for a command that ended at the same moment; there is nothing to stop.
                    LOG.trace("{}: late interrupt", name);
                }
            } else if (!next.future.isDone()) {
                return next;
            }
        }
        return null;
    }

    private void expire(Work<?> work) {
        boolean stuck;
        synchronized (lock) {
            if (work.future.isDone()) {
                return;
            }
            queue.remove(work);
            stuck = current == work;
            if (stuck && worker != null) {
                worker.interrupt();
                current = null;
                startWorker();
            }
        }
        if (stuck) {
            LOG.warn("{}: {} outlived its deadline, its thread is left behind", name, work.what);
            try {
                rescue.cut();
            } catch (RuntimeException bug) {
                LOG.error("{}: the link could not be cut", name, bug);
            }
        }
        work.fail(new DeviceFault(DeviceFault.DEADLINE, !stuck, name, work.what));
    }

    private final class Repetition implements Runnable {
        private final String what;
        private final Duration deadline;
        private final LaneCommand<?> command;
        private @Nullable CompletableFuture<?> last;

        Repetition(String what, Duration deadline, LaneCommand<?> command) {
            this.what = what;
            this.deadline = deadline;
            this.command = command;
        }

        @Override
        public void run() {
            if (last == null || last.isDone()) {
                last = submit(what, deadline, command);
            }
        }
    }

    private final class Work<T> {
        private final String what;
        private final LaneCommand<T> command;
        private final CompletableFuture<T> future = new CompletableFuture<>();
        private volatile @Nullable ScheduledFuture<?> alarm;

        Work(String what, LaneCommand<T> command) {
            this.what = what;
            this.command = command;
        }

        void run() {
            try {
                T result = command.run();
                disarm();
                future.complete(result);
            } catch (DeviceFault fault) {
                fail(fault);
            } catch (InterruptedException | CancellationException stopped) {
                fail(new DeviceFault(DeviceFault.CLOSED, true, List.of(name), stopped));
            } catch (Throwable bug) {
                boolean heard = fail(bug);
                LOG.error("{}: {} failed unexpectedly{}", name, what, heard ? "" : " after its deadline", bug);
            }
        }

        boolean fail(Throwable reason) {
            disarm();
            return future.completeExceptionally(reason);
        }

        private void disarm() {
            ScheduledFuture<?> armed = alarm;
            if (armed != null) {
                armed.cancel(false);
            }
        }
    }
}
