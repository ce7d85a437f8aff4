package it.sportello.app.service;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread of its own for each printer and one for the decisions. */
final class PrintThreads implements PrintLanes {
    private static final Logger LOG = LoggerFactory.getLogger(PrintThreads.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Map<String, ThreadPoolExecutor> printers = new LinkedHashMap<>();
    private final ThreadPoolExecutor decisions = thread("print decisions");
    private boolean closed;

    PrintThreads() {}

    /** What is handed in after the end is dropped: the job stands in the journal. */
    private static ThreadPoolExecutor thread(String name) {
        return new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().daemon().name(name).factory(),
                new ThreadPoolExecutor.DiscardPolicy());
    }

    @Override
    public synchronized Executor of(String printer) {
        ThreadPoolExecutor lane = printers.computeIfAbsent("prints-" + printer, PrintThreads::thread);
        if (closed) {
            lane.shutdown();
        }
        return lane;
    }

    @Override
    public Executor decisions() {
        return decisions;
    }

    @Override
    public void close() {
        List<ThreadPoolExecutor> all = new ArrayList<>();
        synchronized (this) {
            closed = true;
            printers.values().forEach(lane -> {
                lane.getQueue().clear();
                lane.shutdown();
            });
            all.addAll(printers.values());
        }
        decisions.shutdown();
        all.add(decisions);
        all.forEach(PrintThreads::await);
    }

    private static void await(ThreadPoolExecutor lane) {
        try {
            if (!lane.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("a print is still under way; its end will not be written down");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
