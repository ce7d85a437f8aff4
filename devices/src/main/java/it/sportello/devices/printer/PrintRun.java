package it.sportello.devices.printer;

import it.sportello.devices.link.Link;
import it.sportello.devices.link.LinkException;
import it.sportello.devices.printer.PrintOutcome.NotPrinted;
import it.sportello.devices.printer.PrintOutcome.Printed;
import it.sportello.devices.printer.PrintOutcome.Uncertain;
import it.sportello.devices.printer.PrinterProfile.AfterStop;
import it.sportello.devices.printer.PrinterProfile.StatusDialect;
import it.sportello.devices.printer.PrinterProfile.WhenMute;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * One job from the first question to the proof. Order of things: ask ({@code 10 04}), send block by block with a question
 * between, put a marker behind ({@code 1D 72 01}), wait for its answer. What becomes of a document that was stopped in the
 * middle is told by the profile: the printer finishes by itself, or its memory is emptied and the document comes again.
 * Never do both happen, so that it never comes out whole twice.
 */
final class PrintRun {

    /** What a run needs to know of its printer. */
    record Setting(
            PrinterProfile profile,
            PrinterTimings timings,
            InstantSource clock,
            Supplier<Link> links,
            OperatorWish wish,
            Consumer<PrinterReport> seen) {}

    private static final Duration LISTEN = Duration.ofMillis(100);
    private static final Duration WRITE_STEP = Duration.ofSeconds(1);
    private static final Duration QUIET = Duration.ofMillis(300);
    /** Bytes a second that the slowest motor puts on paper, where the line itself sets no limit. */
    private static final int SLOWEST_PRINTING = 2000;

    private static final int MISSED_ANSWERS = 2;
    private static final int CONNECT_TRIES = 3;
    private static final Duration BACK_OFF = Duration.ofMillis(200);
    private static final int MOST_RESTARTS = 5;

    /** What sending a block or waiting came to; nothing when it may go on. */
    private sealed interface Turn {
        record End(PrintOutcome outcome) implements Turn {}

        record Restart() implements Turn {}
    }

    private final Setting setting;
    private final String jobId;
    private final JobBytes bytes;
    private final PrintProgress progress;
    private volatile Link link;
    private PrinterConversation conversation;
    private Optional<PrinterCause> waiting = Optional.empty();
    private boolean paperNearEnd;
    private boolean emptied;
    private boolean emptyingAsked;
    private boolean wholeSent;
    private long arrivesBy = System.nanoTime();
    private volatile boolean started;
    private volatile boolean touched;
    private volatile boolean cut;

    PrintRun(Setting setting, PrintJob job, JobBytes bytes, PrintProgress progress) {
        this.setting = setting;
        this.jobId = job.id();
        this.bytes = bytes;
        this.progress = progress;
        this.link = setting.links().get();
        this.conversation = new PrinterConversation(link, setting.profile().statusDialect(), setting.timings());
    }

    /** Ends it from another thread; from now on it opens nothing any more. */
    void cut() {
        cut = true;
        link.close();
    }

    /**
     * Whether any byte of the document may have reached the printer: what a link took before it broke is not told, and
     * what lies in a broken line may still arrive.
     */
    boolean mayHaveSent() {
        return touched;
    }

    /** What may still lie in the printer's memory after this outcome. */
    Optional<Unsettled> left(PrintOutcome outcome) {
        boolean open = outcome instanceof Uncertain uncertain && uncertain.cause() != PrinterCause.NO_PROOF;
        return open && !emptied ? Optional.of(new Unsettled(jobId, wholeSent)) : Optional.empty();
    }

    /** @param left what a document of before may have left in the printer's memory */
    PrintOutcome run(Optional<Unsettled> left) {
        try {
            return connect() ? talk(left) : new NotPrinted(jobId, PrinterCause.LINK_UNAVAILABLE);
        } catch (LinkException e) {
            return touched
                    ? new Uncertain(jobId, PrinterCause.LINK_LOST)
                    : new NotPrinted(jobId, PrinterCause.LINK_LOST);
        } finally {
            link.close();
        }
    }

    /** A printer that has just served another client may need a moment before it takes the next. */
    private boolean connect() {
        for (int tries = 1; ; tries++) {
            try {
                link.open();
                return !cut;
            } catch (LinkException e) {
                boolean busy = e.kind() == LinkException.Kind.BUSY || e.kind() == LinkException.Kind.TIME_OUT;
                if (!busy || tries == CONNECT_TRIES || cut || setting.wish().stopped()) {
                    return false;
                }
            }
            LockSupport.parkNanos(BACK_OFF.toNanos() * tries);
            link = setting.links().get();
            conversation = new PrinterConversation(link, setting.profile().statusDialect(), setting.timings());
        }
    }

    private PrintOutcome talk(Optional<Unsettled> left) throws LinkException {
        if (setting.profile().statusDialect() == StatusDialect.NONE) {
            return sendWithoutProof();
        }
        Optional<PrinterReport> report = conversation.ask();
        report.ifPresent(setting.seen());
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
        if (left.isPresent()) {
            int markers = settled();
            if (markers == 0) {
                return new NotPrinted(jobId, PrinterCause.NO_CONFIRMATION);
            }
            if (markers > 1 && left.get().isWhole(jobId)) {
                // The printer had kept this very document and has just proved it: a second one would be one too many
                // (Q34).
                return printed(0);
            }
        }
        return sendAndConfirm();
    }

    /**
     * Waits until a document of before has come out. Its marker may still be on the way and would be taken for ours: our
     * own marker comes behind it, and then there must be silence.
     *
     * @return how many markers came: 0 none in time, 1 ours alone (the memory was empty), more when something came out
     */
    private int settled() throws LinkException {
        conversation.sendMarker();
        long end = System.nanoTime() + setting.timings().confirmation().toNanos();
        int count = 0;
        while (conversation.nextMarker().isEmpty()) {
            if (System.nanoTime() > end) {
                return 0;
            }
            conversation.listen(LISTEN);
        }
        count++;
        long quiet = System.nanoTime() + QUIET.toNanos();
        while (System.nanoTime() < quiet) {
            conversation.listen(LISTEN);
            if (conversation.nextMarker().isPresent()) {
                count++;
                quiet = System.nanoTime() + QUIET.toNanos();
            }
        }
        return count;
    }

    private PrintOutcome sendWithoutProof() throws LinkException {
        for (int i = 0; i < bytes.document().blockCount(); i++) {
            Optional<Turn> turn = write(bytes.document().block(i));
            if (turn.isPresent() && turn.get() instanceof Turn.End end) {
                return end.outcome();
            }
        }
        return new Uncertain(jobId, PrinterCause.NO_PROOF);
    }

    private PrintOutcome sendAndConfirm() throws LinkException {
        for (int restarts = 0; restarts <= MOST_RESTARTS; restarts++) {
            if (restarts > 0) {
                link.writeAll(bytes.brokenOff().bytes(), WRITE_STEP);
            }
            Turn turn = sendOnce();
            if (turn instanceof Turn.End end) {
                return end.outcome();
            }
        }
        return uncertain(PrinterCause.OFFLINE);
    }

    private Turn sendOnce() throws LinkException {
        boolean automatic = setting.profile().automaticStatus();
        emptied = false;
        emptyingAsked = false;
        wholeSent = false;
        for (int i = 0; i < bytes.document().blockCount(); i++) {
            Optional<Turn> turn = i == 0 ? Optional.empty() : awaitReady();
            if (turn.isEmpty()) {
                turn = write(bytes.document().block(i));
            }
            if (turn.isPresent()) {
                return turn.get();
            }
            if (i == 0 && automatic) {
                conversation.automaticStatus(true);
            }
        }
        conversation.sendMarker();
        wholeSent = true;
        Turn turn = awaitMarker();
        if (automatic && turn instanceof Turn.End end && end.outcome() instanceof Printed) {
            conversation.automaticStatus(false);
        }
        return turn;
    }

    private Optional<Turn> write(byte[] block) throws LinkException {
        int sent = 0;
        arrivesBy = Math.max(arrivesBy, System.nanoTime())
                + (link.bytesPerSecond() == 0 ? 0 : lineTime(block.length).toNanos());
        long end = System.nanoTime() + setting.timings().recovery().toNanos();
        while (sent < block.length) {
            touched = true;
            int taken = link.write(block, sent, block.length - sent, WRITE_STEP.plus(lineTime(block.length)));
            touched = started || taken > 0;
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
                if (setting.wish().stopped() || System.nanoTime() > end) {
                    return Optional.of(new Turn.End(uncertain(PrinterCause.OFFLINE)));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<PrinterCause> heldBack() {
        return waiting.or(() -> Optional.of(PrinterCause.OFFLINE));
    }

    private Optional<Turn> awaitReady() throws LinkException {
        long end = System.nanoTime() + setting.timings().recovery().toNanos();
        long mute = System.nanoTime() + setting.timings().confirmation().toNanos();
        boolean wasMute = false;
        // On a slow line a question stands behind the bytes before it: until they are through, silence says nothing.
        while (System.nanoTime() < arrivesBy) {
            conversation.listen(LISTEN);
        }
        while (true) {
            Optional<PrinterReport> report = conversation.ask();
            if (report.isPresent()) {
                paperNearEnd |= report.get().paperNearEnd();
                heard(report.get());
                mute = System.nanoTime() + setting.timings().confirmation().toNanos();
                if (wasMute && !emptied) {
                    return Optional.of(afterSilence());
                }
            } else {
                wasMute = true;
                waitFor(Optional.of(PrinterCause.NO_ANSWER));
            }
            if (waiting.isEmpty()) {
                return emptied ? Optional.of(new Turn.Restart()) : Optional.empty();
            }
            if (setting.wish().stopped() || System.nanoTime() > Math.min(end, mute)) {
                return Optional.of(new Turn.End(uncertain(PrinterCause.NO_ANSWER)));
            }
            seeTo();
            conversation.listen(setting.timings().betweenPolls());
        }
    }

    /** It was silent and speaks again: it may have been switched off meanwhile, and what it was sent would be half lost. */
    private Turn afterSilence() throws LinkException {
        if (setting.profile().afterStop() == AfterStop.RESTART && conversation.clear()) {
            emptied = true;
            return new Turn.Restart();
        }
        return new Turn.End(uncertain(PrinterCause.NO_ANSWER));
    }

    /** What a person wishes is passed on to a printer that stands still, and its memory is emptied if that is its way. */
    private void seeTo() throws LinkException {
        empty();
        if (setting.wish().takeResume()) {
            if (emptied) {
                conversation.resumeEmpty();
            } else {
                conversation.resume();
            }
        }
    }

    /**
     * Asked once for each stop, while the printer stands still: later it may be printing again. With the marker there
     * before, all was on paper already and nothing is sent again.
     */
    private void empty() throws LinkException {
        if (emptied || !started || setting.profile().afterStop() != AfterStop.RESTART) {
            return;
        }
        if (emptyingAsked) {
            emptied = conversation.takeCleared();
        } else if (waiting.isPresent() && waiting.get().needsAPerson()) {
            emptyingAsked = true;
            emptied = conversation.clear();
        }
        emptied &= !conversation.hasMarker();
        wholeSent &= !emptied;
    }

    private Turn awaitMarker() throws LinkException {
        long confirmation = setting.timings()
                .confirmation()
                .plus(lineTime(bytes.document().length()))
                .toNanos();
        long start = System.nanoTime();
        long limit = start + confirmation;
        long nextPoll =
                Math.max(start, arrivesBy) + setting.timings().betweenPolls().toNanos();
        int missed = 0;
        while (true) {
            Optional<Integer> marker = conversation.nextMarker();
            if (marker.isPresent()) {
                return new Turn.End(printed(marker.get()));
            }
            conversation.newReport().ifPresent(this::heard);
            if (System.nanoTime() >= nextPoll) {
                Optional<PrinterReport> report = conversation.askOnce();
                missed = report.isPresent() ? 0 : missed + 1;
                if (report.isPresent()) {
                    heard(report.get());
                } else if (missed >= MISSED_ANSWERS) {
                    waitFor(Optional.of(PrinterCause.NO_ANSWER));
                }
                nextPoll = System.nanoTime() + setting.timings().betweenPolls().toNanos();
            }
            if (emptied && waiting.isEmpty()) {
                return new Turn.Restart();
            }
            boolean person = waiting.isPresent() && !waiting.get().equals(PrinterCause.NO_ANSWER);
            if (person) {
                limit = Math.min(
                        System.nanoTime() + confirmation,
                        start + setting.timings().recovery().toNanos());
            }
            if (System.nanoTime() >= limit || setting.wish().stopped()) {
                return new Turn.End(uncertain(PrinterCause.NO_CONFIRMATION));
            }
            seeTo();
            conversation.listen(LISTEN);
        }
    }

    private void heard(PrinterReport report) {
        setting.seen().accept(report);
        waitFor(report.blocking());
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

    private Duration lineTime(int count) {
        int speed = link.bytesPerSecond() == 0 ? SLOWEST_PRINTING : link.bytesPerSecond();
        return Duration.ofMillis(count * 1000L / speed);
    }
}
