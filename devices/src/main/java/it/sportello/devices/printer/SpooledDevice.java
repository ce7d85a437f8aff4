package it.sportello.devices.printer;

import it.sportello.devices.BoardedDevice;
import it.sportello.devices.DeviceFault;
import it.sportello.devices.DeviceKind;
import it.sportello.devices.DeviceStatus;
import it.sportello.devices.link.DeviceLane;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** What every printer behind the spooler of the operating system has in common: a lane, a lamp, a queue. */
abstract class SpooledDevice extends BoardedDevice {
    private static final int WAITING_COMMANDS = 32;
    private static final Duration HEARTBEAT = Duration.ofSeconds(20);
    private static final Duration LOOK = Duration.ofSeconds(30);
    private static final Duration JOB = Duration.ofMinutes(3);

    private final DeviceLane lane;
    private final PrintQueue queue;
    private boolean begun;

    SpooledDevice(DeviceKind kind, String id, PrintQueue queue, InstantSource clock) {
        super(kind, id, clock);
        this.queue = queue;
        this.lane = new DeviceLane("printer-" + id, WAITING_COMMANDS, DeviceLane.Rescue.NONE);
    }

    PrintQueue queue() {
        return queue;
    }

    /** Hands a job over on the device's own thread, and shows what became of it. */
    CompletableFuture<PrintOutcome> submit(Supplier<PrintOutcome> work) {
        return lane.submit("print", JOB, () -> {
            board.busy(true);
            try {
                PrintOutcome outcome = work.get();
                switch (outcome) {
                    case PrintOutcome.NotPrinted refused -> show(refused.cause());
                    case PrintOutcome.Uncertain open -> show(open.cause());
                    case PrintOutcome.Printed printed -> show(PrinterCause.NO_PROOF);
                }
                return outcome;
            } finally {
                board.busy(false);
            }
        });
    }

    /**
     * Hands a document over. When the waiting for the spooler ends while it has the document, nobody knows what will come
     * out: that is a doubt, never a failure, or the document would come twice.
     */
    CompletableFuture<PrintOutcome> hand(String jobId, Supplier<PrintOutcome> work) {
        AtomicBoolean begun = new AtomicBoolean();
        return submit(() -> {
                    begun.set(true);
                    return work.get();
                })
                .exceptionally(failure -> {
                    Throwable reason = failure instanceof CompletionException wrapped && wrapped.getCause() != null
                            ? wrapped.getCause()
                            : failure;
                    if (reason instanceof DeviceFault && begun.get()) {
                        return new PrintOutcome.Uncertain(jobId, PrinterCause.NO_PROOF);
                    }
                    throw new CompletionException(reason);
                });
    }

    /** Asks the spooler on the device's own thread. */
    <T> CompletableFuture<T> ask(Supplier<T> question) {
        return lane.submit("look", LOOK, question::get);
    }

    private DeviceStatus look() {
        show(queue.look());
        return board.status();
    }

    private void show(PrinterCause cause) {
        board.become(cause.state(), cause.code());
    }

    /** Asks the spooler how the queue is, now. */
    public CompletableFuture<DeviceStatus> checkNow() {
        return ask(this::look);
    }

    @Override
    public synchronized void start() {
        if (!begun) {
            begun = true;
            lane.repeat("heartbeat", HEARTBEAT, LOOK, this::look);
        }
    }

    @Override
    public void close() {
        lane.close();
    }
}
