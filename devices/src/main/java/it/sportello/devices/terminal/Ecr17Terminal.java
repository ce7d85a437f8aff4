package it.sportello.devices.terminal;

import it.sportello.devices.BoardedDevice;
import it.sportello.devices.DeviceFault;
import it.sportello.devices.DeviceKind;
import it.sportello.devices.DeviceStatus;
import it.sportello.devices.link.DeviceLane;
import it.sportello.devices.link.LaneCommand;
import it.sportello.devices.link.Link;
import it.sportello.devices.terminal.PaymentOutcome.NotConfirmed;
import it.sportello.devices.terminal.PaymentOutcome.NotSent;
import it.sportello.domain.money.Money;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A terminal that speaks ECR17 ("Protocollo 17"), over a socket; a serial line works as well. */
public final class Ecr17Terminal extends BoardedDevice implements PaymentTerminal {

    private static final int WAITING_COMMANDS = 4;
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private final TerminalSettings settings;
    private final Ecr17Frames frames;
    private final DeviceLane lane;
    private final Ecr17Exchange exchange;
    private final MoneyMover mover;
    private final AtomicBoolean occupied = new AtomicBoolean();
    private volatile @Nullable Operation running;
    private boolean begun;

    /**
     * @param id the name the desk's settings give it
     * @param links a new link for every connection: terminals hang up between operations
     */
    public Ecr17Terminal(String id, Supplier<Link> links, TerminalSettings settings, InstantSource clock) {
        super(DeviceKind.PAYMENT_TERMINAL, id, clock);
        this.settings = settings;
        this.frames = new Ecr17Frames(settings);
        this.lane = new DeviceLane("terminal-" + id, WAITING_COMMANDS, this::cut);
        this.exchange = new Ecr17Exchange(id, links, settings, board);
        this.mover = new MoneyMover(exchange, settings, clock);
    }

    @Override
    public synchronized void start() {
        if (!begun) {
            begun = true;
            lane.repeat("look", settings.timings().keepAlive(), questionLimit(), () -> quietly(exchange::look));
            lane.repeat("knock", settings.timings().knock(), questionLimit(), () -> quietly(exchange::knock));
        }
    }

    /** A look for which nobody waits. */
    @FunctionalInterface
    private interface Look {
        void at(Operation operation) throws InterruptedException;
    }

    private DeviceStatus quietly(Look work) throws InterruptedException {
        Operation look = new Operation();
        running = look;
        try {
            work.at(look);
        } catch (DeviceFault fault) {
            // The board has it already.
            board.become(board.status().state(), fault.code());
        }
        return board.status();
    }

    @Override
    public CompletableFuture<PaymentOutcome> pay(PaymentRequest request, TerminalProgress progress) {
        TerminalOperation kind = settings.form() == PaymentForm.EXTENDED
                ? TerminalOperation.EXTENDED_PAYMENT
                : TerminalOperation.PAYMENT;
        return move(
                "pay",
                new MoneyMover.Order(kind, request.amount(), request.receiptText(), frames.payment(request)),
                progress);
    }

    @Override
    public CompletableFuture<PaymentOutcome> reverseLast(String stan, TerminalProgress progress) {
        if (!stan.matches("[0-9]{6}")) {
            throw new IllegalArgumentException("a STAN is six digits");
        }
        MoneyMover.Order order =
                new MoneyMover.Order(TerminalOperation.REVERSAL, Money.ZERO, "", frames.reversal(stan));
        return move("reverse", order, progress);
    }

    private CompletableFuture<PaymentOutcome> move(String what, MoneyMover.Order order, TerminalProgress progress) {
        Operation operation = new Operation();
        return submit(what, moneyLimit(), operation, () -> mover.run(operation, order, progress))
                .exceptionally(failure -> broken(operation, failure));
    }

    /** What was sent stays in doubt, whatever ended the command; what was not may be tried again. */
    private static PaymentOutcome broken(Operation operation, Throwable failure) {
        Optional<TerminalDoubt> doubt = operation.doubt();
        Throwable reason = reason(failure);
        if (doubt.isPresent()) {
            return new NotConfirmed(code(reason), doubt.get(), DoubtEvidence.NO_ANSWER, Optional.empty());
        }
        if (reason instanceof DeviceFault fault) {
            return new NotSent(fault.code(), fault.details());
        }
        throw new CompletionException(reason);
    }

    private static Throwable reason(Throwable failure) {
        return failure instanceof CompletionException wrapped && wrapped.getCause() != null
                ? wrapped.getCause()
                : failure;
    }

    private static String code(Throwable reason) {
        return reason instanceof DeviceFault fault ? fault.code() : DeviceFault.BAD_ANSWER;
    }

    @Override
    public CompletableFuture<PaymentOutcome> lastResult(TerminalDoubt doubt) {
        Operation operation = new Operation();
        return submit("last result", questionLimit(), operation, () -> mover.resolve(operation, doubt))
                .exceptionally(failure ->
                        new NotConfirmed(code(reason(failure)), doubt, DoubtEvidence.NO_ANSWER, Optional.empty()));
    }

    @Override
    public CompletableFuture<TerminalTotals> totals() {
        Operation operation = new Operation();
        return submit("totals", questionLimit(), operation, () -> {
            exchange.ready(operation);
            return Ecr17Answers.totals(exchange.ask(
                    operation, frames.totals(), "T", settings.timings().result()));
        });
    }

    @Override
    public CompletableFuture<CloseOutcome> closeSession() {
        Operation operation = new Operation();
        AtomicBoolean sent = new AtomicBoolean();
        return submit("close session", moneyLimit(), operation, () -> {
                    exchange.ready(operation);
                    byte[] answer = exchange.once(operation, frames.closeSession(), "C", sent);
                    return Ecr17Answers.closing(answer);
                })
                .exceptionally(failure -> {
                    Throwable reason = reason(failure);
                    if (sent.get()) {
                        return new CloseOutcome.NotConfirmed(code(reason));
                    }
                    if (reason instanceof DeviceFault fault) {
                        return new CloseOutcome.NotSent(fault.code(), fault.details());
                    }
                    throw new CompletionException(reason);
                });
    }

    @Override
    public CompletableFuture<TerminalReceipts> reprint(ReprintKind kind) {
        Operation operation = new Operation();
        return submit("reprint", questionLimit(), operation, () -> {
            exchange.ready(operation);
            return exchange.receipts(operation, frames.reprint(true, kind));
        });
    }

    @Override
    public CompletableFuture<Void> reprintThere(ReprintKind kind) {
        Operation operation = new Operation();
        return submit("reprint there", questionLimit(), operation, () -> {
                    exchange.ready(operation);
                    exchange.tell(operation, frames.reprint(false, kind));
                    return board.status();
                })
                .thenAccept(done -> {});
    }

    @Override
    public CompletableFuture<TerminalReport> check() {
        Operation operation = new Operation();
        return submit("check", questionLimit(), operation, () -> exchange.look(operation));
    }

    private <T> CompletableFuture<T> submit(String what, Duration limit, Operation operation, LaneCommand<T> work) {
        if (!occupied.compareAndSet(false, true)) {
            return CompletableFuture.failedFuture(new DeviceFault(BUSY, true, id));
        }
        return lane.submit(what, limit, () -> {
                    running = operation;
                    board.busy(true);
                    try {
                        return work.run();
                    } finally {
                        board.busy(false);
                    }
                })
                .whenComplete((result, failure) -> occupied.set(false));
    }

    /** Nets far behind the limits of each step: they catch a connection that is stuck in the system. */
    private Duration questionLimit() {
        TerminalTimings timings = settings.timings();
        return timings.result()
                .plus(timings.answer().multipliedBy(4))
                .plus(timings.acknowledgement().multipliedBy(25))
                .plus(timings.receipt().multipliedBy(Ecr17Exchange.MOST_RECEIPT_WAITS))
                .plus(MARGIN);
    }

    private Duration moneyLimit() {
        TerminalTimings timings = settings.timings();
        return questionLimit()
                .plus(timings.answer().multipliedBy(6))
                .plus(timings.acknowledgement().multipliedBy(25))
                .plus(timings.receipt().multipliedBy(2L * Ecr17Exchange.MOST_RECEIPT_WAITS))
                .plus(timings.beforeSecondLook());
    }

    private void cut() {
        Operation operation = running;
        if (operation != null) {
            operation.cut();
        }
    }

    @Override
    public void close() {
        lane.close();
        cut();
    }
}
