package it.sportello.app.wiring;

import it.sportello.devices.display.DisplayOutcome;
import it.sportello.devices.display.QueueCall;
import it.sportello.devices.display.QueueDisplay;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Called numbers on the desk's own display. */
final class CalledNumbers implements NumberDisplay {
    private static final long ANSWER_SECONDS = 2;

    private final Supplier<Optional<QueueDisplay>> display;
    private final AtomicLong sequence;
    private Optional<QueueCall> latest = Optional.empty();

    CalledNumbers(Supplier<Optional<QueueDisplay>> display, Clock clock) {
        this.display = display;
        // Later than anything shown before this start.
        this.sequence = new AtomicLong(clock.millis());
    }

    @Override
    public CompletableFuture<Shown> show(String number, int deskNumber) {
        QueueCall call = next(number, Integer.toString(deskNumber));
        return display.get()
                .map(real -> real.show(call)
                        .thenApply(CalledNumbers::outcome)
                        .exceptionally(fault -> Shown.SILENT)
                        .completeOnTimeout(Shown.SILENT, ANSWER_SECONDS, TimeUnit.SECONDS))
                .orElseGet(() -> CompletableFuture.completedFuture(Shown.NONE));
    }

    /** The number that stands there already is called once more. */
    private synchronized QueueCall next(String number, String desk) {
        boolean repeated = latest.map(before ->
                        before.number().equals(number) && before.desk().equals(desk))
                .orElse(false);
        QueueCall call = new QueueCall(sequence.incrementAndGet(), number, desk, "", repeated);
        latest = Optional.of(call);
        return call;
    }

    private static Shown outcome(DisplayOutcome outcome) {
        return switch (outcome) {
            case DisplayOutcome.Shown shown -> shown.acknowledged() ? Shown.ACKNOWLEDGED : Shown.SENT;
            case DisplayOutcome.Overtaken overtaken -> Shown.SENT;
            case DisplayOutcome.NotShown notShown -> Shown.SILENT;
        };
    }
}
