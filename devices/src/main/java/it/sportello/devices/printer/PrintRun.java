package it.sportello.devices.printer;

import it.sportello.devices.link.Link;
import it.sportello.devices.link.LinkException;
import it.sportello.devices.printer.PrintOutcome.NotPrinted;
import it.sportello.devices.printer.PrintOutcome.Printed;
import it.sportello.devices.printer.PrintOutcome.Uncertain;
import it.sportello.devices.printer.PrinterProfile.StatusDialect;
import it.sportello.devices.printer.PrinterProfile.WhenMute;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * One job from the first question to the proof. Order of things: ask ({@code 10 04}), send block by block with a question
 * between, put a marker behind ({@code 1D 72 01}), wait for its answer. A printer without paper keeps what it has and
 * finishes when the roll is changed: so the job waits and nothing is sent again.
 */
final class PrintRun {

    /** What a run needs to know of its printer. */
    record Setting(
            PrinterProfile profile,
            PrinterTimings timings,
            InstantSource clock,
            Supplier<Link> links,
            BooleanSupplier stopped) {}

    private static final Duration LISTEN = Duration.ofMillis(100);
    private static final Duration WRITE_STEP = Duration.ofSeconds(1);
    private static final Duration QUIET = Duration.ofMillis(300);
    /** Bytes a second that the slowest motor puts on paper, where the line itself sets no limit. */
    private static final int SLOWEST_PRINTING = 2000;

    private static final int MISSED_ANSWERS = 2;

    private final Setting setting;
    private final String jobId;
    private final EncodedReceipt receipt;
    private final PrintProgress progress;
    private final Link link;
    private final PrinterConversation conversation;
    private Optional<PrinterCause> waiting = Optional.empty();
    private boolean paperNearEnd;
    private volatile boolean started;

    PrintRun(Setting setting, PrintJob job, EncodedReceipt receipt, PrintProgress progress) {
        this.setting = setting;
        this.jobId = job.id();
        this.receipt = receipt;
        this.progress = progress;
        this.link = setting.links().get();
        this.conversation = new PrinterConversation(link, setting.profile().statusDialect(), setting.timings());
    }

    /** Whether a byte of the receipt has left. */
    boolean started() {
        return started;
    }

    void cut() {
        link.close();
    }

    /** @param unsettled whether a receipt of before may still lie in the printer's memory */
    PrintOutcome run(boolean unsettled) {
        try {
            link.open();
        } catch (LinkException e) {
            return new NotPrinted(jobId, PrinterCause.LINK_UNAVAILABLE);
        }
        try {
            return talk(unsettled);
        } catch (LinkException e) {
            return started
                    ? new Uncertain(jobId, PrinterCause.LINK_LOST)
                    : new NotPrinted(jobId, PrinterCause.LINK_LOST);
        } finally {
            link.close();
        }
    }

    private PrintOutcome talk(boolean unsettled) throws LinkException {
        if (setting.profile().statusDialect() == StatusDialect.NONE) {
            return sendWithoutProof();
        }
        Optional<PrinterReport> report = conversation.ask();
        if (report.isEmpty()) {
            return setting.profile().whenMute() == WhenMute.SEND
                    ? sendWithoutProof()
                    : new NotPrinted(jobId, PrinterCause.NO_ANSWER);
        }
        Optional<PrinterCause> blocking = report.get().blocking();
        if (blocking.isPresent()) {
            return new NotPrinted(jobId, blocking.get());
        }
        paperNearEnd = report.get().paperNearEnd();
        if (unsettled && !settled()) {
            return new NotPrinted(jobId, PrinterCause.NO_CONFIRMATION);
        }
        return sendAndConfirm();
    }

    /**
     * Waits until a receipt of before has come out. Its marker may still be on the way and would be taken for ours: our
     * own marker comes behind it, and then there must be silence.
     */
    private boolean settled() throws LinkException {
        conversation.sendMarker();
        long end = System.nanoTime() + setting.timings().confirmation().toNanos();
        while (conversation.nextMarker().isEmpty()) {
            if (System.nanoTime() > end) {
                return false;
            }
            conversation.listen(LISTEN);
        }
        long quiet = System.nanoTime() + QUIET.toNanos();
        while (System.nanoTime() < quiet) {
            conversation.listen(LISTEN);
            if (conversation.nextMarker().isPresent()) {
                quiet = System.nanoTime() + QUIET.toNanos();
            }
        }
        return true;
    }

    private PrintOutcome sendWithoutProof() throws LinkException {
        for (int i = 0; i < receipt.blockCount(); i++) {
            Optional<Uncertain> stuck = write(receipt.block(i));
            if (stuck.isPresent()) {
                return stuck.get();
            }
        }
        return new Uncertain(jobId, PrinterCause.NO_PROOF);
    }

    private PrintOutcome sendAndConfirm() throws LinkException {
        boolean automatic = setting.profile().automaticStatus();
        for (int i = 0; i < receipt.blockCount(); i++) {
            Optional<Uncertain> stuck = i == 0 ? Optional.empty() : awaitReady();
            if (stuck.isEmpty()) {
                stuck = write(receipt.block(i));
            }
            if (stuck.isPresent()) {
                return stuck.get();
            }
            if (i == 0 && automatic) {
                conversation.automaticStatus(true);
            }
        }
        conversation.sendMarker();
        PrintOutcome outcome = awaitMarker();
        if (automatic && outcome instanceof Printed) {
            conversation.automaticStatus(false);
        }
        return outcome;
    }

    private Optional<Uncertain> write(byte[] block) throws LinkException {
        int sent = 0;
        long end = System.nanoTime() + setting.timings().recovery().toNanos();
        while (sent < block.length) {
            int taken = link.write(block, sent, block.length - sent, WRITE_STEP.plus(lineTime(block.length)));
            if (taken > 0 && !started) {
                started = true;
                progress.firstByteSent(setting.clock().instant());
            }
            sent += taken;
            if (taken == 0) {
                conversation.listen(LISTEN);
                waitFor(conversation
                        .newReport()
                        .flatMap(PrinterReport::blocking)
                        .or(this::heldBack));
                if (setting.stopped().getAsBoolean() || System.nanoTime() > end) {
                    return Optional.of(uncertain(PrinterCause.OFFLINE));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<PrinterCause> heldBack() {
        return waiting.or(() -> Optional.of(PrinterCause.OFFLINE));
    }

    private Optional<Uncertain> awaitReady() throws LinkException {
        long end = System.nanoTime() + setting.timings().recovery().toNanos();
        long mute = System.nanoTime() + setting.timings().confirmation().toNanos();
        while (true) {
            Optional<PrinterReport> report = conversation.ask();
            if (report.isPresent()) {
                paperNearEnd |= report.get().paperNearEnd();
                waitFor(report.get().blocking());
                mute = System.nanoTime() + setting.timings().confirmation().toNanos();
            } else {
                waitFor(Optional.of(PrinterCause.NO_ANSWER));
            }
            if (waiting.isEmpty()) {
                return Optional.empty();
            }
            if (setting.stopped().getAsBoolean() || System.nanoTime() > Math.min(end, mute)) {
                return Optional.of(uncertain(PrinterCause.NO_ANSWER));
            }
            conversation.listen(setting.timings().betweenPolls());
        }
    }

    private PrintOutcome awaitMarker() throws LinkException {
        long confirmation = setting.timings()
                .confirmation()
                .plus(lineTime(receipt.length()))
                .toNanos();
        long start = System.nanoTime();
        long limit = start + confirmation;
        long nextPoll = start + setting.timings().betweenPolls().toNanos();
        int missed = 0;
        while (true) {
            Optional<Integer> marker = conversation.nextMarker();
            if (marker.isPresent()) {
                return printed(marker.get());
            }
            conversation.newReport().ifPresent(report -> waitFor(report.blocking()));
            if (System.nanoTime() >= nextPoll) {
                Optional<PrinterReport> report = conversation.askOnce();
                missed = report.isPresent() ? 0 : missed + 1;
                if (report.isPresent()) {
                    waitFor(report.get().blocking());
                } else if (missed >= MISSED_ANSWERS) {
                    waitFor(Optional.of(PrinterCause.NO_ANSWER));
                }
                nextPoll = System.nanoTime() + setting.timings().betweenPolls().toNanos();
            }
            boolean person = waiting.isPresent() && !waiting.get().equals(PrinterCause.NO_ANSWER);
            if (person) {
                limit = Math.min(
                        System.nanoTime() + confirmation,
                        start + setting.timings().recovery().toNanos());
            }
            if (System.nanoTime() >= limit || setting.stopped().getAsBoolean()) {
                return uncertain(PrinterCause.NO_CONFIRMATION);
            }
            conversation.listen(LISTEN);
        }
    }

    private Printed printed(int marker) {
        waitFor(Optional.empty());
        boolean low = paperNearEnd || (marker & 0x0F) != 0;
        return new Printed(jobId, setting.clock().instant(), low);
    }

    private Uncertain uncertain(PrinterCause otherwise) {
        return new Uncertain(jobId, waiting.orElse(otherwise));
    }

    private void waitFor(Optional<PrinterCause> cause) {
        if (!Objects.equals(cause, waiting)) {
            waiting = cause;
            progress.waitingFor(cause);
        }
    }

    private Duration lineTime(int bytes) {
        int speed = link.bytesPerSecond() == 0 ? SLOWEST_PRINTING : link.bytesPerSecond();
        return Duration.ofMillis(bytes * 1000L / speed);
    }
}
