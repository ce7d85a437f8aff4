package it.sportello.devices.printer;

import it.sportello.devices.DeviceFault;
import it.sportello.devices.DeviceKind;
import it.sportello.devices.DeviceListener;
import it.sportello.devices.DeviceState;
import it.sportello.devices.DeviceStatus;
import it.sportello.devices.StatusBoard;
import it.sportello.devices.link.DeviceLane;
import it.sportello.devices.link.Link;
import it.sportello.devices.link.LinkException;
import it.sportello.devices.printer.PrintOutcome.Uncertain;
import it.sportello.devices.printer.PrinterProfile.DrawerPulse;
import it.sportello.devices.printer.PrinterProfile.StatusDialect;
import it.sportello.devices.printer.PrinterProfile.WhenMute;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An ESC/POS printer over a socket or a serial line. A connection lasts one job or one look: printers serve one client at
 * a time and drop idle ones.
 */
public final class EscPosReceiptPrinter implements ReceiptPrinter {

    private static final int WAITING_COMMANDS = 32;
    private static final Duration LOOK = Duration.ofSeconds(20);
    private static final Duration JOB_MARGIN = Duration.ofMinutes(5);

    private final String id;
    private final Supplier<Link> links;
    private final PrinterProfile profile;
    private final PrinterTimings timings;
    private final InstantSource clock;
    private final EscPosEncoder encoder;
    private final StatusBoard board;
    private final DeviceLane lane;
    private volatile @Nullable Link inUse;
    private volatile @Nullable PrintRun running;
    private volatile boolean stopWaiting;
    private volatile boolean unsettled;
    private boolean begun;

    /**
     * @param id the name the desk's settings give it
     * @param links a new link for every connection
     * @param rasterizer draws what the printer's tables cannot write
     */
    public EscPosReceiptPrinter(
            String id,
            Supplier<Link> links,
            PrinterProfile profile,
            TextRasterizer rasterizer,
            PrinterTimings timings,
            InstantSource clock) {
        this.id = id;
        this.links = links;
        this.profile = profile;
        this.timings = timings;
        this.clock = clock;
        this.encoder = new EscPosEncoder(profile, rasterizer);
        this.board = new StatusBoard(DeviceKind.RECEIPT_PRINTER, id, clock);
        this.lane = new DeviceLane("printer-" + id, WAITING_COMMANDS, this::cut);
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.RECEIPT_PRINTER;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public DeviceStatus status() {
        return board.status();
    }

    @Override
    public void addListener(DeviceListener listener) {
        board.addListener(listener);
    }

    @Override
    public void removeListener(DeviceListener listener) {
        board.removeListener(listener);
    }

    @Override
    public synchronized void start() {
        if (!begun) {
            begun = true;
            lane.repeat("heartbeat", timings.heartbeat(), LOOK, () -> {
                look();
                return board.status();
            });
        }
    }

    @Override
    public CompletableFuture<PrintOutcome> print(PrintJob job, PrintProgress progress) {
        JobWatch watch = new JobWatch(progress);
        Duration limit = timings.recovery().plus(JOB_MARGIN);
        return lane.submit("print", limit, () -> printNow(job, watch)).exceptionally(failure -> {
            Throwable reason = failure instanceof CompletionException wrapped && wrapped.getCause() != null
                    ? wrapped.getCause()
                    : failure;
            if (reason instanceof DeviceFault && watch.started) {
                return new Uncertain(job.id(), PrinterCause.LINK_LOST);
            }
            throw failure instanceof CompletionException wrapped ? wrapped : new CompletionException(failure);
        });
    }

    private PrintOutcome printNow(PrintJob job, JobWatch watch) {
        stopWaiting = false;
        board.busy(true);
        try {
            EncodedReceipt receipt = encoder.encode(job.document());
            PrintRun.Setting setting = new PrintRun.Setting(profile, timings, clock, links, () -> stopWaiting);
            PrintRun run = new PrintRun(setting, job, receipt, watch);
            running = run;
            PrintOutcome outcome = run.run(unsettled);
            settle(outcome);
            return outcome;
        } finally {
            running = null;
            board.busy(false);
        }
    }

    private void settle(PrintOutcome outcome) {
        switch (outcome) {
            case PrintOutcome.Printed printed -> {
                unsettled = false;
                show(printed.paperNearEnd() ? Optional.of(PrinterCause.PAPER_NEAR_END) : Optional.empty());
            }
            case PrintOutcome.NotPrinted refused -> show(Optional.of(refused.cause()));
            case Uncertain open -> {
                unsettled = open.cause() != PrinterCause.NO_PROOF;
                show(Optional.of(open.cause()));
            }
        }
    }

    @Override
    public void stopWaiting() {
        stopWaiting = true;
    }

    @Override
    public CompletableFuture<DeviceStatus> openDrawer() {
        return lane.submit("drawer", LOOK, () -> {
            DrawerPulse pulse = profile.drawerPulse();
            byte[] command = {0x1B, 0x70, (byte) pulse.pin(), (byte) pulse.on(), (byte) pulse.off()};
            connected(link -> {
                link.writeAll(command, Duration.ofSeconds(2));
                conversation(link).askOnce();
            });
            return board.status();
        });
    }

    @Override
    public CompletableFuture<DeviceStatus> checkNow() {
        return lane.submit("look", LOOK, () -> {
            look();
            return board.status();
        });
    }

    private void look() {
        try {
            connected(link -> show(seen(link)));
        } catch (DeviceFault fault) {
            // The board has it already; nobody waits for this look.
            board.become(DeviceState.DISCONNECTED, fault.code());
        }
    }

    private Optional<PrinterCause> seen(Link link) throws LinkException {
        if (profile.statusDialect() == StatusDialect.NONE) {
            return Optional.of(PrinterCause.NO_PROOF);
        }
        Optional<PrinterReport> report = conversation(link).ask();
        if (report.isEmpty()) {
            return Optional.of(profile.whenMute() == WhenMute.SEND ? PrinterCause.NO_PROOF : PrinterCause.NO_ANSWER);
        }
        Optional<PrinterCause> low =
                report.get().paperNearEnd() ? Optional.of(PrinterCause.PAPER_NEAR_END) : Optional.empty();
        return report.get().blocking().or(() -> low);
    }

    private PrinterConversation conversation(Link link) {
        return new PrinterConversation(link, profile.statusDialect(), timings);
    }

    private interface LinkWork {
        void run(Link link) throws LinkException;
    }

    private void connected(LinkWork work) {
        Link link = links.get();
        inUse = link;
        try {
            link.open();
        } catch (LinkException e) {
            board.become(DeviceState.DISCONNECTED, DeviceFault.LINK_UNAVAILABLE);
            throw new DeviceFault(DeviceFault.LINK_UNAVAILABLE, true, List.of(id), e);
        }
        try {
            work.run(link);
        } catch (LinkException e) {
            board.become(DeviceState.DISCONNECTED, DeviceFault.LINK_LOST);
            throw new DeviceFault(DeviceFault.LINK_LOST, true, List.of(id), e);
        } finally {
            inUse = null;
            link.close();
        }
    }

    private void show(Optional<PrinterCause> cause) {
        if (cause.isEmpty()) {
            board.become(DeviceState.READY, "");
        } else {
            board.become(cause.get().state(), cause.get().code());
        }
    }

    private void cut() {
        PrintRun run = running;
        if (run != null) {
            run.cut();
        }
        Link link = inUse;
        if (link != null) {
            link.close();
        }
    }

    @Override
    public void close() {
        lane.close();
    }

    /** Passes the progress on and keeps the status up to date with it. */
    private final class JobWatch implements PrintProgress {

        private final PrintProgress listener;
        private volatile boolean started;

        JobWatch(PrintProgress listener) {
            this.listener = listener;
        }

        @Override
        public void firstByteSent(Instant at) {
            started = true;
            listener.firstByteSent(at);
        }

        @Override
        public void waitingFor(Optional<PrinterCause> cause) {
            show(cause);
            listener.waitingFor(cause);
        }
    }
}
