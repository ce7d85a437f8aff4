package it.sportello.app.till;

import it.sportello.devices.DeviceFault;
import it.sportello.devices.DeviceKind;
import it.sportello.devices.DeviceListener;
import it.sportello.devices.DeviceState;
import it.sportello.devices.DeviceStatus;
import it.sportello.devices.terminal.CloseOutcome;
import it.sportello.devices.terminal.DoubtEvidence;
import it.sportello.devices.terminal.PaymentOutcome;
import it.sportello.devices.terminal.PaymentRequest;
import it.sportello.devices.terminal.PaymentTerminal;
import it.sportello.devices.terminal.ReprintKind;
import it.sportello.devices.terminal.TerminalDoubt;
import it.sportello.devices.terminal.TerminalOperation;
import it.sportello.devices.terminal.TerminalProgress;
import it.sportello.devices.terminal.TerminalReceipts;
import it.sportello.devices.terminal.TerminalReport;
import it.sportello.devices.terminal.TerminalResult;
import it.sportello.devices.terminal.TerminalTotals;
import it.sportello.domain.money.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A terminal that keeps its own account, as a real one does whatever becomes of the desk, and answers when told to. */
final class ScriptedTerminal implements PaymentTerminal {
    /** What the bank charged, in cents, by operations that this terminal did. */
    final List<Long> charged = new ArrayList<>();

    private final List<DeviceListener> listeners = new ArrayList<>();
    private Optional<TerminalResult> last = Optional.empty();
    private volatile boolean asked;
    private int stan = 40;
    private Answer next = Answer.APPROVES;
    private DeviceStatus status = DeviceStatus.initial(DeviceKind.PAYMENT_TERMINAL, "terminal", Instant.EPOCH)
            .become(DeviceState.READY, "", List.of(), Instant.EPOCH);
    private Optional<CompletableFuture<PaymentOutcome>> waiting = Optional.empty();

    /** What it does with the next payment. */
    enum Answer {
        APPROVES,
        REFUSES,
        /** The request never reaches it. */
        UNREACHED,
        /** Charges, and the answer is lost. */
        APPROVES_UNHEARD,
        /** Refuses, and the answer is lost. */
        REFUSES_UNHEARD,
        /** Never got the request, and the desk cannot know. */
        LOST,
        /** Charges, and the driver breaks down. */
        BREAKS,
        /** The citizen looks for the card until {@link #decide} is called. */
        WAITS
    }

    ScriptedTerminal next(Answer answer) {
        next = answer;
        return this;
    }

    @Override
    public CompletableFuture<PaymentOutcome> pay(PaymentRequest request, TerminalProgress progress) {
        if (next == Answer.UNREACHED) {
            return CompletableFuture.completedFuture(
                    new PaymentOutcome.NotSent(DeviceFault.LINK_UNAVAILABLE, List.of("terminal")));
        }
        TerminalDoubt doubt = new TerminalDoubt(
                TerminalOperation.EXTENDED_PAYMENT,
                request.amount(),
                Instant.parse("2026-11-23T07:30:00Z"),
                Optional.of(String.format(java.util.Locale.ROOT, "%06d", stan)),
                request.receiptText());
        progress.sending(doubt);
        progress.message("INSERIRE CARTA      ");
        if (next == Answer.WAITS) {
            CompletableFuture<PaymentOutcome> future = new CompletableFuture<>();
            waiting = Optional.of(future);
            return future;
        }
        if (next == Answer.BREAKS) {
            end(Answer.APPROVES_UNHEARD, doubt);
            return CompletableFuture.failedFuture(new IllegalStateException("the driver breaks down"));
        }
        return CompletableFuture.completedFuture(end(next, doubt));
    }

    /** The citizen at the terminal has decided. */
    void decide(Answer answer, long cents) {
        TerminalDoubt doubt = new TerminalDoubt(
                TerminalOperation.EXTENDED_PAYMENT, Money.ofCents(cents), Instant.EPOCH, Optional.empty(), "");
        waiting.orElseThrow().complete(end(answer, doubt));
    }

    private PaymentOutcome end(Answer answer, TerminalDoubt doubt) {
        boolean approved = answer == Answer.APPROVES || answer == Answer.APPROVES_UNHEARD;
        if (answer != Answer.LOST) {
            stan++;
            last = Optional.of(result(approved, doubt.amount()));
        }
        if (approved) {
            charged.add(doubt.amount().cents());
        }
        return switch (answer) {
            case APPROVES -> new PaymentOutcome.Approved(last.orElseThrow(), TerminalReceipts.NONE, false);
            case REFUSES ->
                new PaymentOutcome.Refused(
                        it.sportello.devices.terminal.RefusalCause.DECLINED,
                        last.orElseThrow(),
                        TerminalReceipts.NONE,
                        false);
            case APPROVES_UNHEARD, REFUSES_UNHEARD, LOST ->
                new PaymentOutcome.NotConfirmed(
                        DeviceFault.LINK_LOST, doubt, DoubtEvidence.NO_ANSWER, Optional.empty());
            case UNREACHED, WAITS, BREAKS -> throw new IllegalArgumentException("no end: " + answer);
        };
    }

    private TerminalResult result(boolean approved, Money amount) {
        return new TerminalResult(
                "12345678",
                approved ? "00" : "01",
                approved ? "" : "CARTA SCADUTA",
                "4242",
                "CLI",
                "A1B2C3",
                Optional.of(Instant.parse("2026-11-23T07:30:00Z")),
                "2",
                "88105000001",
                String.format(java.util.Locale.ROOT, "%06d", stan),
                "000001",
                "000",
                Optional.of(amount));
    }

    /** Believed as the real one is: another number than before, and the amount. */
    @Override
    public CompletableFuture<PaymentOutcome> lastResult(TerminalDoubt doubt) {
        asked = true;
        if (next == Answer.BREAKS) {
            return CompletableFuture.failedFuture(new IllegalStateException("the driver breaks down"));
        }
        if (!status.state().isUsable()) {
            return CompletableFuture.completedFuture(new PaymentOutcome.NotConfirmed(
                    DeviceFault.NO_ANSWER, doubt, DoubtEvidence.NO_ANSWER, Optional.empty()));
        }
        Optional<TerminalResult> own = last.filter(
                        result -> !Optional.of(result.stan()).equals(doubt.stanBefore()))
                .filter(result -> result.amount().equals(Optional.of(doubt.amount())));
        PaymentOutcome outcome = own.<PaymentOutcome>map(result -> result.isApproved()
                        ? new PaymentOutcome.Approved(result, TerminalReceipts.NONE, true)
                        : new PaymentOutcome.Refused(
                                it.sportello.devices.terminal.RefusalCause.DECLINED,
                                result,
                                TerminalReceipts.NONE,
                                true))
                .orElseGet(() ->
                        new PaymentOutcome.NotConfirmed(DeviceFault.NO_ANSWER, doubt, DoubtEvidence.NOTHING_NEW, last));
        return CompletableFuture.completedFuture(outcome);
    }

    /** Whether it was asked for its last result. */
    boolean isAsked() {
        return asked;
    }

    /** The terminal is switched off, or comes back. */
    void become(DeviceState state, String code) {
        status = status.become(state, code, List.of(), Instant.EPOCH);
        listeners.forEach(listener -> listener.statusChanged(status));
    }

    @Override
    public CompletableFuture<TerminalTotals> totals() {
        return status.state().isUsable()
                ? CompletableFuture.completedFuture(new TerminalTotals(
                        Money.ofCents(
                                charged.stream().mapToLong(Long::longValue).sum()),
                        Optional.empty()))
                : CompletableFuture.failedFuture(new DeviceFault(DeviceFault.NO_ANSWER, true, "terminal"));
    }

    @Override
    public CompletableFuture<TerminalReport> check() {
        return CompletableFuture.failedFuture(new DeviceFault(DeviceFault.NO_ANSWER, true, "terminal"));
    }

    @Override
    public CompletableFuture<PaymentOutcome> reverseLast(String number, TerminalProgress progress) {
        throw new AssertionError("nothing is taken back in these tests");
    }

    @Override
    public CompletableFuture<CloseOutcome> closeSession() {
        throw new AssertionError("the desk closes no session of the terminal");
    }

    @Override
    public CompletableFuture<TerminalReceipts> reprint(ReprintKind kind) {
        throw new AssertionError("not asked in these tests");
    }

    @Override
    public CompletableFuture<Void> reprintThere(ReprintKind kind) {
        throw new AssertionError("not asked in these tests");
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.PAYMENT_TERMINAL;
    }

    @Override
    public String id() {
        return "terminal";
    }

    @Override
    public DeviceStatus status() {
        return status;
    }

    @Override
    public void addListener(DeviceListener listener) {
        listeners.add(listener);
        listener.statusChanged(status);
    }

    @Override
    public void removeListener(DeviceListener listener) {
        listeners.remove(listener);
    }

    @Override
    public void start() {}

    @Override
    public void close() {}
}
