package it.sportello.devices.printer;

import it.sportello.devices.BoardedDevice;
import it.sportello.devices.DeviceFault;
import it.sportello.devices.DeviceKind;
import it.sportello.devices.DeviceState;
import it.sportello.devices.DeviceStatus;
import it.sportello.devices.link.DeviceLane;
import it.sportello.devices.link.Link;
import it.sportello.devices.link.LinkException;
import it.sportello.devices.printer.PrintOutcome.Uncertain;
import it.sportello.devices.printer.PrinterProfile.StatusDialect;
import it.sportello.devices.printer.PrinterProfile.WhenMute;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An ESC/POS printer over a socket, a serial line or the USB printer file. On a socket a connection lasts one job or one
 * look: printers serve one client at a time and drop idle ones. On a line of its own the printer stays connected between
 * the jobs and tells of its changes by itself, if its profile says that it does.
 */
public final class EscPosReceiptPrinter extends BoardedDevice implements ReceiptPrinter {

    private static final int WAITING_COMMANDS = 32;
    private static final Duration LOOK = Duration.ofSeconds(20);
    private static final Duration JOB_MARGIN = Duration.ofMinutes(5);
    private static final Duration BETWEEN_WATCHES = Duration.ofMillis(50);

    private final Supplier<Link> links;
    private final PrinterProfile profile;
    private final PrinterTimings timings;
    private final InstantSource clock;
    private final EscPosEncoder encoder;
    private final DeviceLane lane;
    private final DrawerWatch drawer;
    private final IdleWatch idle;
    private final OperatorWish wish = new OperatorWish();
    private final AtomicInteger wanted = new AtomicInteger();
    private volatile @Nullable Link inUse;
    private volatile @Nullable PrintRun running;
    private volatile Optional<Unsettled> unsettled = Optional.empty();
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
        super(DeviceKind.RECEIPT_PRINTER, id, clock);
        this.links = links;
        this.profile = profile;
        this.timings = timings;
        this.clock = clock;
        this.encoder = new EscPosEncoder(profile, rasterizer);
        this.lane = new DeviceLane("printer-" + id, WAITING_COMMANDS, this::cut);
        this.drawer = new DrawerWatch(profile.drawer().sensor());
        this.idle = new IdleWatch(timings, this::seen);
    }

    @Override
    public synchronized void start() {
        if (begun) {
            return;
        }
        begun = true;
        boolean tells = profile.automaticStatus() && profile.statusDialect() != StatusDialect.NONE;
        if (tells && links.get().isOwnLine()) {
            lane.repeat("watch", BETWEEN_WATCHES, timings.heartbeat().plus(LOOK), () -> {
                watch();
                return board.status();
            });
        } else {
            lane.repeat("heartbeat", timings.heartbeat(), LOOK, () -> {
                look();
                return board.status();
            });
        }
    }

    /** One spell of listening to an idle printer; it ends as soon as somebody wants something else of it. */
    private void watch() {
        if (wanted.get() > 0) {
            return;
        }
        try {
            if (!idle.isOpen()) {
                idle.open(links.get(), profile, talk -> show(seen(talk)));
            }
            idle.listen(() -> wanted.get() > 0, talk -> show(seen(talk)));
        } catch (LinkException e) {
            boolean was = idle.isOpen();
            idle.close();
            board.become(DeviceState.DISCONNECTED, was ? DeviceFault.LINK_LOST : DeviceFault.LINK_UNAVAILABLE);
            idle.rest(() -> wanted.get() > 0);
        }
    }

    private void seen(PrinterReport report) {
        drawer.seen(report);
        show(report.blocking().or(report::warning));
    }

    private <T> CompletableFuture<T> command(String what, Duration limit, Supplier<T> work) {
        wanted.incrementAndGet();
        return lane.submit(what, limit, () -> {
                    idle.close();
                    return work.get();
                })
                .whenComplete((value, failure) -> wanted.decrementAndGet());
    }

    @Override
    public CompletableFuture<PrintOutcome> print(PrintJob job, PrintProgress progress) {
        JobWatch watch = new JobWatch(progress);
        Duration limit = timings.recovery().plus(JOB_MARGIN);
        return command("print", limit, () -> printNow(job, watch)).exceptionally(failure -> {
            Throwable reason = failure instanceof CompletionException wrapped && wrapped.getCause() != null
                    ? wrapped.getCause()
                    : failure;
            if (reason instanceof DeviceFault && watch.mayHaveSent()) {
                return new Uncertain(job.id(), PrinterCause.LINK_LOST);
            }
            throw failure instanceof CompletionException wrapped ? wrapped : new CompletionException(failure);
        });
    }

    private PrintOutcome printNow(PrintJob job, JobWatch watch) {
        wish.forget();
        board.busy(true);
        try {
            JobBytes bytes = new JobBytes(encoder.encode(job.document()), encoder.encode(PrinterTexts.brokenOff()));
            PrintRun run = new PrintRun(
                    new PrintRun.Setting(profile, timings, clock, links, wish, drawer::seen), job, bytes, watch);
            running = run;
            watch.run = run;
            PrintOutcome outcome = run.run(unsettled);
            settle(outcome, run);
            return outcome;
        } finally {
            running = null;
            board.busy(false);
        }
    }

    private void settle(PrintOutcome outcome, PrintRun run) {
        switch (outcome) {
            case PrintOutcome.Printed printed -> {
                unsettled = Optional.empty();
                show(printed.paperNearEnd() ? Optional.of(PrinterCause.PAPER_NEAR_END) : Optional.empty());
            }
            case PrintOutcome.NotPrinted refused -> show(Optional.of(refused.cause()));
            case Uncertain open -> {
                unsettled = run.left(open);
                show(Optional.of(open.cause()));
            }
        }
    }

    @Override
    public void stopWaiting() {
        wish.stop();
    }

    @Override
    public CompletableFuture<DeviceStatus> resume() {
        if (running != null) {
            wish.resume();
            return CompletableFuture.completedFuture(board.status());
        }
        return command("resume", LOOK, () -> {
            connected(link -> {
                PrinterConversation talk = conversation(link);
                if (unsettled.isPresent()) {
                    talk.resume();
                } else {
                    talk.resumeEmpty();
                }
                show(seen(talk));
            });
            return board.status();
        });
    }

    @Override
    public boolean hasDrawer() {
        return profile.drawer().exists();
    }

    @Override
    public Optional<Boolean> drawerOpen() {
        return drawer.open();
    }

    @Override
    public void addDrawerListener(DrawerListener listener) {
        drawer.addListener(listener);
    }

    @Override
    public CompletableFuture<DeviceStatus> openDrawer() {
        return command("drawer", LOOK, () -> {
            if (!profile.drawer().exists()) {
                throw new DeviceFault(PrinterCause.DRAWER_CLOSED.code(), false, id);
            }
            connected(this::pulse);
            return board.status();
        });
    }

    /** A pulse behind data that a stopped printer keeps would open the drawer when the roll is changed, to nobody. */
    private void pulse(Link link) throws LinkException {
        PrinterConversation talk = conversation(link);
        boolean asks = profile.statusDialect() != StatusDialect.NONE;
        Optional<PrinterReport> before = asks ? talk.ask() : Optional.empty();
        before.ifPresent(this::seen);
        boolean refuses = asks && before.isEmpty() && profile.whenMute() == WhenMute.REFUSE;
        boolean stopped = refuses || before.flatMap(PrinterReport::blocking).isPresent();
        if (stopped && !profile.drawer().realTime()) {
            throw new DeviceFault(PrinterCause.DRAWER_CLOSED.code(), true, id);
        }
        drawer.pulsed();
        link.writeAll(stopped ? profile.drawer().pulseNow() : profile.drawer().pulse(), Duration.ofSeconds(2));
        if (asks && (profile.drawer().statusAfter() || profile.drawer().sensor() != DrawerPort.Sensor.NONE)) {
            talk.askOnce().ifPresent(this::seen);
        }
    }

    @Override
    public CompletableFuture<DeviceStatus> checkNow() {
        return command("look", LOOK, () -> {
            look();
            return board.status();
        });
    }

    private void look() {
        try {
            connected(link -> show(seen(conversation(link))));
        } catch (DeviceFault fault) {
            // The board has it already; nobody waits for this look.
            board.become(DeviceState.DISCONNECTED, fault.code());
        }
    }

    private Optional<PrinterCause> seen(PrinterConversation talk) throws LinkException {
        if (profile.statusDialect() == StatusDialect.NONE) {
            return Optional.of(PrinterCause.NO_PROOF);
        }
        Optional<PrinterReport> report = talk.ask();
        if (report.isEmpty()) {
            return Optional.of(profile.whenMute() == WhenMute.SEND ? PrinterCause.NO_PROOF : PrinterCause.NO_ANSWER);
        }
        drawer.seen(report.get());
        return report.get().blocking().or(report.get()::warning);
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
        idle.cut();
    }

    @Override
    public void close() {
        lane.close();
        idle.end();
    }

    /** Passes the progress on and keeps the status up to date with it. */
    private final class JobWatch implements PrintProgress {

        private final PrintProgress listener;
        private volatile @Nullable PrintRun run;

        JobWatch(PrintProgress listener) {
            this.listener = listener;
        }

        boolean mayHaveSent() {
            PrintRun begun = run;
            return begun != null && begun.mayHaveSent();
        }

        @Override
        public void firstByteSent(Instant at) {
            listener.firstByteSent(at);
        }

        @Override
        public void waitingFor(Optional<PrinterCause> cause) {
            show(cause);
            listener.waitingFor(cause);
        }
    }
}
