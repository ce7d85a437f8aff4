package it.sportello.devices.printer;

import it.sportello.devices.link.Link;
import it.sportello.devices.link.LinkException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The connection kept between the jobs on a line that belongs to the printer alone: the printer tells there by itself that
 * its cover was opened or its drawer moved ({@code 1D 61}).
 */
final class IdleWatch {
    private static final Duration SLICE = Duration.ofMillis(50);

    /** A look at the printer over a connection just opened, or held. */
    interface Look {
        void at(PrinterConversation talk) throws LinkException;
    }

    private record Held(Link link, PrinterConversation talk) {}

    private final PrinterTimings timings;
    private final Consumer<PrinterReport> told;
    private volatile @Nullable Held held;
    private volatile boolean ended;

    IdleWatch(PrinterTimings timings, Consumer<PrinterReport> told) {
        this.timings = timings;
        this.told = told;
    }

    boolean isOpen() {
        return held != null;
    }

    /** Connects, looks once and lets the printer tell of changes. */
    void open(Link fresh, PrinterProfile profile, Look look) throws LinkException {
        Held opening = new Held(fresh, new PrinterConversation(fresh, profile.statusDialect(), timings));
        held = opening;
        try {
            fresh.open();
            if (ended) {
                // Put away while it was being opened: nobody else would let the line go.
                throw new LinkException(LinkException.Kind.GONE, "closed");
            }
            opening.talk().automaticStatus(true);
            look.at(opening.talk());
        } catch (LinkException e) {
            letGo(opening);
            throw e;
        }
    }

    /** Listens for one heartbeat, then looks whether the printer is still there. */
    void listen(BooleanSupplier wanted, Look look) throws LinkException {
        Held open = held;
        if (open == null) {
            return;
        }
        long end = System.nanoTime() + timings.heartbeat().toNanos();
        while (!wanted.getAsBoolean()) {
            open.talk().listen(SLICE);
            open.talk().newReport().ifPresent(told);
            if (System.nanoTime() >= end) {
                look.at(open.talk());
                return;
            }
        }
    }

    /** Waits for one heartbeat before the next try to connect. */
    void rest(BooleanSupplier wanted) {
        long end = System.nanoTime() + timings.heartbeat().toNanos();
        while (!wanted.getAsBoolean()
                && System.nanoTime() < end
                && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(SLICE.toNanos());
        }
    }

    /** Lets the line go, for a job. */
    void close() {
        letGo(held);
    }

    /** Lets go this line, not the one that may have been opened in its place. */
    private void letGo(@Nullable Held open) {
        if (open == null) {
            return;
        }
        forget(open);
        try {
            open.talk().automaticStatus(false);
        } catch (LinkException gone) {
            // It is let go anyway; whoever connects next finds out.
            open.link().close();
        }
        open.link().close();
    }

    private synchronized void forget(Held open) {
        if (open.equals(held)) {
            held = null;
        }
    }

    /** Wakes the thread that listens; from any thread. */
    void cut() {
        Held open = held;
        if (open != null) {
            open.link().close();
        }
    }

    /** Lets the line go for good, from any thread: also one that is only being opened. */
    void end() {
        ended = true;
        cut();
    }
}
