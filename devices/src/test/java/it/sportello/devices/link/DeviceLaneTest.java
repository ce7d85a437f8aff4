package it.sportello.devices.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.devices.DeviceFault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class DeviceLaneTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(80);

    private final AtomicInteger cuts = new AtomicInteger();
    private final CountDownLatch never = new CountDownLatch(1);
    private final DeviceLane lane = new DeviceLane("test", 2, cuts::incrementAndGet);

    @AfterEach
    void close() {
        never.countDown();
        lane.close();
    }

    @Test
    void commandsRunInOrderOnOneDaemonThread() throws Exception {
        List<String> threads = Collections.synchronizedList(new ArrayList<>());
        for (int i = 0; i < 5; i++) {
            lane.submit("note", LONG, () -> {
                        assertTrue(lane.isLaneThread());
                        assertTrue(Thread.currentThread().isDaemon());
                        return threads.add(Thread.currentThread().getName());
                    })
                    .get();
        }
        assertFalse(lane.isLaneThread());
        assertEquals(List.of("test-lane-1"), threads.stream().distinct().toList());
    }

    @Test
    void aStuckCommandIsLeftBehindAndTheLaneGoesOn() throws Exception {
        CompletableFuture<String> stuck = lane.submit("stuck", SHORT, () -> {
            awaitWithoutMercy();
            return "late";
        });
        DeviceFault fault = faultOf(stuck);
        assertEquals(DeviceFault.DEADLINE, fault.code());
        assertFalse(fault.canRetry(), "the device may have acted");
        assertEquals(1, cuts.get());
        assertEquals("next", lane.submit("next", LONG, () -> "next").get());
    }

    @Test
    void aCommandThatExpiresBeforeItBeginsIsNeverRun() throws Exception {
        AtomicInteger runs = new AtomicInteger();
        CountDownLatch go = new CountDownLatch(1);
        CompletableFuture<Boolean> first = lane.submit("first", LONG, () -> go.await(30, TimeUnit.SECONDS));
        CompletableFuture<Integer> waiting = lane.submit("waiting", SHORT, runs::incrementAndGet);
        DeviceFault fault = faultOf(waiting);
        assertTrue(fault.canRetry());
        assertEquals(0, cuts.get());
        go.countDown();
        assertTrue(first.get());
        lane.submit("after", LONG, () -> "").get();
        assertEquals(0, runs.get());
    }

    @Test
    void aFullQueueRefusesAtOnce() {
        CompletableFuture<Boolean> holding =
                lane.submit("holds the lane", LONG, () -> never.await(30, TimeUnit.SECONDS));
        CompletableFuture<String> last = new CompletableFuture<>();
        for (int i = 0; i < 4; i++) {
            last = lane.submit("more", LONG, () -> "");
        }
        assertEquals(DeviceFault.QUEUE_FULL, faultOf(last).code());
        assertFalse(holding.isDone());
    }

    @Test
    void whateverIsThrownReachesTheCaller() {
        Error bug = new NoClassDefFoundError("native library");
        CompletableFuture<String> failed = lane.submit("bug", LONG, () -> {
            throw bug;
        });
        assertSame(bug, assertThrows(ExecutionException.class, failed::get).getCause());
        assertEquals("alive", lane.submit("next", LONG, () -> "alive").join());
    }

    @Test
    void closingEndsWhatRunsAndWhatWaits() {
        CompletableFuture<Boolean> running = lane.submit("runs", LONG, () -> never.await(30, TimeUnit.SECONDS));
        CompletableFuture<String> waiting = lane.submit("waits", LONG, () -> "");
        lane.close();
        assertEquals(DeviceFault.CLOSED, faultOf(running).code());
        assertEquals(DeviceFault.CLOSED, faultOf(waiting).code());
        assertEquals(
                DeviceFault.CLOSED, faultOf(lane.submit("late", LONG, () -> "")).code());
    }

    @Test
    void aRepeatedCommandGoesOnAfterAFailure() throws Exception {
        CountDownLatch turns = new CountDownLatch(3);
        lane.repeat("poll", Duration.ofMillis(5), LONG, () -> {
            turns.countDown();
            throw new DeviceFault(DeviceFault.NO_ANSWER, true);
        });
        assertTrue(turns.await(30, TimeUnit.SECONDS));
    }

    private void awaitWithoutMercy() {
        boolean interrupted = true;
        while (interrupted) {
            try {
                interrupted = !never.await(8, TimeUnit.SECONDS) && never.getCount() > 0;
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
    }

    private static DeviceFault faultOf(CompletableFuture<?> future) {
        ExecutionException thrown = assertThrows(ExecutionException.class, () -> future.get(5, TimeUnit.SECONDS));
        return assertInstanceOf(DeviceFault.class, thrown.getCause());
    }
}
