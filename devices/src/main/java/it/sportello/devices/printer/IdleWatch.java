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

    private final PrinterTimings timings;
    private final Consumer<PrinterReport> told;
    private volatile @Nullable Link link;
    private @Nullable PrinterConversation talk;

    IdleWatch(PrinterTimings timings, Consumer<PrinterReport> told) {
        this.timings = timings;
        this.told = told;
    }

    boolean isOpen() {
        return link != null;
    }

    /** Connects, looks once and lets the printer tell of changes. */
    void open(Link fresh, PrinterProfile profile, Look look) throws LinkException {
        link = fresh;
        try {
            fresh.open();
            PrinterConversation opened = new PrinterConversation(fresh, profile.statusDialect(), timings);
            talk = opened;
            opened.automaticStatus(true);
            look.at(opened);
        } catch (LinkException e) {
            close();
            throw e;
        }
    }

    /** Listens for one heartbeat, then looks whether the printer is still there. */
    void listen(BooleanSupplier wanted, Look look) throws LinkException {
        PrinterConversation open = talk;
        if (open == null) {
            return;
        }
        long end = System.nanoTime() + timings.heartbeat().toNanos();
        while (!wanted.getAsBoolean()) {
            open.listen(SLICE);
            open.newReport().ifPresent(told);
            if (System.nanoTime() >= end) {
                look.at(open);
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

    /** Lets the line go, for a job or for good. */
    void close() {
        PrinterConversation open = talk;
        Link held = link;
        talk = null;
        link = null;
        if (held == null) {
            return;
        }
        try {
            if (open != null) {
                open.automaticStatus(false);
            }
        } catch (LinkException gone) {
            // It is let go anyway; whoever connects next finds out.
            held.close();
        }
        held.close();
    }

    /** Wakes the thread that listens; from any thread. */
    void cut() {
        Link held = link;
        if (held != null) {
            held.close();
        }
    }
}
