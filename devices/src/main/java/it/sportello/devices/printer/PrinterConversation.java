package it.sportello.devices.printer;

import it.sportello.devices.link.Link;
import it.sportello.devices.link.LinkException;
import java.time.Duration;
import java.util.Optional;

/** Questions and answers over one open connection to a printer. */
final class PrinterConversation {

    private static final Duration WRITE_SMALL = Duration.ofSeconds(2);
    private static final byte[] MARKER = {0x1D, 0x72, 0x01};

    private final Link link;
    private final PrinterTimings timings;
    private final PrinterReplies replies;
    private final byte[] buffer = new byte[256];

    PrinterConversation(Link link, PrinterProfile.StatusDialect dialect, PrinterTimings timings) {
        this.link = link;
        this.timings = timings;
        this.replies = new PrinterReplies(dialect);
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
        return Optional.of(PrinterReport.ofAnswers(printer.get(), offline.get(), error, paper.get()));
    }

    private Optional<Integer> question(int n, int tries) throws LinkException {
        for (int i = 0; i < tries; i++) {
            replies.forgetAnswers();
            if (link.write(new byte[] {0x10, 0x04, (byte) n}, 0, 3, WRITE_SMALL) < 3) {
                return Optional.empty();
            }
            long end = System.nanoTime() + timings.answer().toNanos();
            Optional<Integer> answer = replies.nextAnswer();
            while (answer.isEmpty() && System.nanoTime() < end) {
                listen(Duration.ofNanos(Math.max(1_000_000, end - System.nanoTime())));
                answer = replies.nextAnswer();
            }
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

    /** Lets the printer tell of changes by itself (on and off line, errors, paper), or stops that. */
    void automaticStatus(boolean on) throws LinkException {
        link.writeAll(new byte[] {0x1D, 0x61, (byte) (on ? 0x0E : 0)}, WRITE_SMALL);
    }

    Optional<Integer> nextMarker() {
        return replies.nextMarker();
    }

    Optional<PrinterReport> newReport() {
        return replies.newReport();
    }
}
