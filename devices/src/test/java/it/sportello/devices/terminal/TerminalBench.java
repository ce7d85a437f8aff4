package it.sportello.devices.terminal;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.devices.DeviceFault;
import it.sportello.devices.DeviceStatus;
import it.sportello.devices.link.LinkAddress;
import it.sportello.devices.twin.TwinPlug;
import it.sportello.devices.twin.terminal.TerminalSetup;
import it.sportello.devices.twin.terminal.VirtualTerminal;
import it.sportello.domain.money.Money;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A driver and a twin on a socket, with the same clock. */
final class TerminalBench implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-11-22T09:30:20Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    static final PaymentRequest REQUEST = PaymentRequest.of(Money.ofCents(3675));

    /** For what answers: long enough for a busy machine. */
    static final TerminalTimings PATIENT = timings(5000, 5000, 10_000, 600);

    /** For acknowledgements that never come and answers that do. */
    static final TerminalTimings UNACKNOWLEDGED = timings(300, 5000, 10_000, 200);

    /** For answers that never come and acknowledgements that do. */
    static final TerminalTimings UNANSWERED = timings(5000, 800, 10_000, 200);

    /** For what never answers. */
    static final TerminalTimings HASTY = timings(400, 400, 700, 200);

    final VirtualTerminal twin;
    Ecr17Terminal driver;
    private TerminalSettings settings;

    private TerminalBench(TerminalSetup setup, TerminalSettings settings, Clock bank) throws IOException {
        this.settings = settings;
        this.twin = new VirtualTerminal(TwinPlug.tcp(0), setup, bank);
        this.driver = newDriver();
    }

    private static TerminalTimings timings(int acknowledgement, int answer, int result, int receipt) {
        return new TerminalTimings(
                Duration.ofMillis(acknowledgement),
                Duration.ofMillis(answer),
                Duration.ofMillis(result),
                Duration.ofMillis(receipt),
                Duration.ofMillis(300),
                Duration.ofMinutes(3),
                Duration.ofMillis(30),
                Duration.ofSeconds(3));
    }

    /** Looks once, and then only knocks. */
    static TerminalTimings knocking() {
        return new TerminalTimings(
                PATIENT.acknowledgement(),
                PATIENT.answer(),
                PATIENT.result(),
                PATIENT.receipt(),
                PATIENT.beforeSecondLook(),
                PATIENT.clockTolerance(),
                Duration.ofHours(1),
                Duration.ofMillis(500));
    }

    static TerminalSettings settings(TerminalTimings timings) {
        return new TerminalSettings(
                "12345678", "00000001", Optional.empty(), PaymentForm.EXTENDED, false, TerminalUse.OWN, timings);
    }

    static TerminalSettings shared(TerminalTimings timings) {
        return new TerminalSettings(
                "12345678",
                "00000001",
                Optional.of(LrcRule.STX),
                PaymentForm.EXTENDED,
                false,
                TerminalUse.SHARED,
                timings);
    }

    static TerminalSettings withReceipts() {
        return new TerminalSettings(
                "12345678", "00000001", Optional.of(LrcRule.STX), PaymentForm.EXTENDED, true, TerminalUse.OWN, PATIENT);
    }

    static TerminalSettings plain(TerminalTimings timings) {
        return new TerminalSettings(
                "12345678", "00000001", Optional.of(LrcRule.STX), PaymentForm.PLAIN, false, TerminalUse.OWN, timings);
    }

    static TerminalBench of(TerminalSetup setup, TerminalSettings settings) throws IOException {
        return new TerminalBench(setup, settings, CLOCK);
    }

    static TerminalBench patient() throws IOException {
        return of(TerminalSetup.USUAL, settings(PATIENT));
    }

    static TerminalBench hasty() throws IOException {
        return of(TerminalSetup.USUAL, settings(HASTY));
    }

    static TerminalBench withBankClock(Clock bank) throws IOException {
        return new TerminalBench(TerminalSetup.USUAL, settings(PATIENT), bank);
    }

    /** The desk was started anew. */
    void restart() {
        driver.close();
        driver = newDriver();
    }

    private Ecr17Terminal newDriver() {
        return new Ecr17Terminal("prova", LinkAddress.parse(twin.address())::newLink, settings, CLOCK);
    }

    PaymentOutcome pay() throws Exception {
        return get(driver.pay(REQUEST, TerminalProgress.NONE));
    }

    /** How often requests of this kind were understood by the twin. */
    long heard(char command) {
        return twin.requests().stream()
                .filter(request -> request.charAt(9) == command)
                .count();
    }

    static <T> T get(CompletableFuture<T> future) throws Exception {
        return future.get(30, TimeUnit.SECONDS);
    }

    static String faultOf(CompletableFuture<?> future) {
        ExecutionException thrown = assertThrows(ExecutionException.class, () -> future.get(30, TimeUnit.SECONDS));
        return assertInstanceOf(DeviceFault.class, thrown.getCause()).code();
    }

    /** Waits until the driver's status is so; statuses are pushed, nothing is polled. */
    void awaitStatus(Predicate<DeviceStatus> wanted) throws InterruptedException {
        LinkedBlockingQueue<DeviceStatus> seen = new LinkedBlockingQueue<>();
        driver.addListener(seen::add);
        DeviceStatus status = seen.poll(20, TimeUnit.SECONDS);
        while (status != null && !wanted.test(status)) {
            status = seen.poll(20, TimeUnit.SECONDS);
        }
        assertTrue(status != null, "the status did not come");
    }

    /** Threads of driver and twin that are alive. */
    static List<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("terminal-prova")
                        || thread.getName().startsWith("virtual-terminal"))
                .toList();
    }

    @Override
    public void close() {
        driver.close();
        twin.close();
    }
}
