package it.sportello.devices.printer;

import it.sportello.devices.link.Link;
import it.sportello.devices.link.LinkException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Questions and answers over one open connection to a printer. */
final class PrinterConversation {

    private static final Duration WRITE_SMALL = Duration.ofSeconds(2);
    private static final byte[] MARKER = {0x1D, 0x72, 0x01};
    private static final byte[] CLEAR = {0x10, 0x14, 0x08, 0x01, 0x03, 0x14, 0x01, 0x06, 0x02, 0x08};
    private static final int FULL_STATUS = 0x14;

    private final Link link;
    private final PrinterTimings timings;
    private final PrinterReplies replies;
    private final boolean custom;
    private final byte[] buffer = new byte[256];

    PrinterConversation(Link link, PrinterProfile.StatusDialect dialect, PrinterTimings timings) {
        this.link = link;
        this.timings = timings;
        this.replies = new PrinterReplies(dialect);
        this.custom = dialect == PrinterProfile.StatusDialect.CUSTOM;
    }

    /** Asks 1, 2 and 4, and 3 when there is an error; empty when it does not answer. */
    Optional<PrinterReport> ask() throws LinkException {
        return ask(timings.tries());
    }

    /** One try for each question, when the printer is known to answer and time is short. */
    Optional<PrinterReport> askOnce() throws LinkException {
        return ask(1);
    }

    private Optional<PrinterReport> ask(int tries) throws LinkException {
        Optional<Integer> printer = question(1, tries);
        if (printer.isEmpty()) {
            return Optional.empty();
        }
        Optional<Integer> offline = question(2, tries);
        Optional<Integer> paper = offline.isPresent() ? question(4, tries) : offline;
        if (offline.isEmpty() || paper.isEmpty()) {
            return Optional.empty();
        }
        int error = PrinterReport.saysError(offline.get()) ? question(3, tries).orElse(0) : 0;
        PrinterReport report = PrinterReport.ofAnswers(printer.get(), offline.get(), error, paper.get());
        return Optional.of(custom ? fullStatus().map(report::with).orElse(report) : report);
    }

    /** Custom models tell all at once; one that does not has told enough by the four questions. */
    private Optional<int[]> fullStatus() throws LinkException {
        replies.takeFullStatus();
        link.writeAll(new byte[] {0x10, 0x04, FULL_STATUS}, WRITE_SMALL);
        return await(replies::takeFullStatus);
    }

    private <T> Optional<T> await(Supplier<Optional<T>> wanted) throws LinkException {
        long end = System.nanoTime() + timings.answer().toNanos();
        Optional<T> found = wanted.get();
        while (found.isEmpty() && System.nanoTime() < end) {
            listen(Duration.ofNanos(Math.max(1_000_000, end - System.nanoTime())));
            found = wanted.get();
        }
        return found;
    }

    private Optional<Integer> question(int n, int tries) throws LinkException {
        for (int i = 0; i < tries; i++) {
            replies.forgetAnswers();
            if (link.write(new byte[] {0x10, 0x04, (byte) n}, 0, 3, WRITE_SMALL) < 3) {
                return Optional.empty();
            }
            Optional<Integer> answer = await(replies::nextAnswer);
            if (answer.isPresent()) {
                return answer;
            }
        }
        return Optional.empty();
    }

    /** Reads for a while, until something comes. */
    void listen(Duration limit) throws LinkException {
        int count = link.read(buffer, limit);
        replies.accept(buffer, count);
    }

    /** Puts the marker behind everything sent so far: its answer comes when all of that has been worked through. */
    void sendMarker() throws LinkException {
        link.writeAll(MARKER, WRITE_SMALL);
    }

    /** Lets the printer tell of changes by itself (drawer, on and off line, errors, paper), or stops that. */
    void automaticStatus(boolean on) throws LinkException {
        byte[] epson = {0x1D, 0x61, (byte) (on ? 0x0F : 0)};
        byte[] full = {0x1D, (byte) 0xE0, (byte) (on ? 0x0F : 0)};
        link.writeAll(custom ? full : epson, WRITE_SMALL);
    }

    /** Goes on with the interrupted line after an error that a person has mended ({@code 10 05 01}). */
    void resume() throws LinkException {
        link.writeAll(new byte[] {0x10, 0x05, 0x01}, WRITE_SMALL);
    }

    /** Goes on after an error and forgets what waits ({@code 10 05 02}). */
    void resumeEmpty() throws LinkException {
        link.writeAll(new byte[] {0x10, 0x05, 0x02}, WRITE_SMALL);
    }

    /** Empties the printer's memory at once; true when it says that it has. */
    boolean clear() throws LinkException {
        replies.takeCleared();
        link.writeAll(CLEAR, WRITE_SMALL);
        return await(() -> replies.takeCleared() ? Optional.of(true) : Optional.empty())
                .isPresent();
    }

    /** Whether it has said by now that its memory is empty. */
    boolean takeCleared() {
        return replies.takeCleared();
    }

    boolean hasMarker() {
        return replies.hasMarker();
    }

    Optional<Integer> nextMarker() {
        return replies.nextMarker();
    }

    /** What it has told by itself since the last call; a Custom's full status tells no more than that something changed. */
    Optional<PrinterReport> newReport() throws LinkException {
        Optional<int[]> full = custom ? replies.takeFullStatus() : Optional.empty();
        return full.isPresent() ? askOnce() : replies.newReport();
    }
}
