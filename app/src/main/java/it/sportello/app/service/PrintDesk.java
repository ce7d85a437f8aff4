package it.sportello.app.service;

import it.sportello.api.Documents;
import it.sportello.devices.DeviceFault;
import it.sportello.devices.printer.PrintOutcome;
import it.sportello.devices.printer.PrintProgress;
import it.sportello.devices.printer.PrinterCause;
import it.sportello.devices.printer.ReceiptPrinter;
import it.sportello.domain.document.DocumentNumber;
import it.sportello.domain.operation.Lane;
import it.sportello.domain.operation.OperationType;
import it.sportello.offlinecache.journal.Author;
import it.sportello.offlinecache.journal.Journal;
import it.sportello.offlinecache.journal.OperationDraft;
import it.sportello.offlinecache.journal.PrintJob;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Takes committed print jobs to the receipt printer, one after the other, and writes down what became of each. It never
 * prints twice by itself and never touches money: what is in doubt is left to the operator (R-TIL-7, Q26, Q31).
 */
public final class PrintDesk {
    /** Reason of a failed print: no sort of slip knows the document. */
    static final String NO_SLIP = "PRINT.NO_SLIP";

    /** Reason of a failed print: this desk has no receipt printer. */
    static final String NO_PRINTER = "PRINT.NO_PRINTER";

    /** Reason of a print in doubt: the program ended while it went out. The journal says the same at its opening. */
    static final String INTERRUPTED = "INTERRUPTED";

    private final Journal journal;
    private final PrintPlaces places;
    private final PaperPress press;
    private final DeskContext desk;
    private final PrintLanes lanes;
    private volatile CompletableFuture<Boolean> pulse = CompletableFuture.completedFuture(true);
    private final Map<UUID, String> routes = new ConcurrentHashMap<>();
    private final Set<UUID> askedAgain = ConcurrentHashMap.newKeySet();
    private final Set<UUID> sending = ConcurrentHashMap.newKeySet();
    private final List<Consumer<PrintNews>> listeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<Instant>> firstBytes = new CopyOnWriteArrayList<>();
    private final List<Consumer<String>> drawerTroubles = new CopyOnWriteArrayList<>();

    /**
     * The prints of a desk.
     *
     * @param lane one thread of its own, so that jobs keep their order
     */
    public PrintDesk(
            Journal journal,
            Optional<ReceiptPrinter> printer,
            List<SlipSource> sources,
            DeskContext desk,
            Executor lane) {
        this(journal, PrintPlaces.only(printer), sources, desk, PrintLanes.one(lane));
    }

    /** The prints of a desk that may have several printers. */
    public PrintDesk(
            Journal journal, PrintPlaces places, List<SlipSource> sources, DeskContext desk, PrintLanes lanes) {
        this.journal = journal;
        this.places = places;
        this.press = new PaperPress(sources);
        this.desk = desk;
        this.lanes = lanes;
    }

    /** Told whenever a job changes, on the printing thread. */
    public void onNews(Consumer<PrintNews> listener) {
        listeners.add(listener);
    }

    /** Told when the printer takes the first byte of a job. */
    public void onFirstByte(Consumer<Instant> listener) {
        firstBytes.add(listener);
    }

    /** Prints a job whose document is committed; returns at once. */
    public void print(PrintJob job) {
        String place = route(job);
        lanes.of(place).execute(() -> printNow(job.id(), place));
    }

    /** The printer a job goes to: the one the operator chose, else the usual one; empty without any. */
    public String route(PrintJob job) {
        return Optional.ofNullable(routes.get(job.id()))
                .or(() -> places.usual(job.documentKey()).map(PrintPlaces.Place::id))
                .orElse("");
    }

    /** Whether a label has a printer of its own here. */
    public boolean hasLabels() {
        return places.hasLabels();
    }

    /** The printers there are now. */
    public List<PrintPlaces.Place> places() {
        return places.all();
    }

    /**
     * After a start: what was queued is printed, what a crash interrupted is left in doubt for the operator (the paper
     * may be there).
     */
    public void resume() {
        lanes.decisions().execute(() -> {
            for (PrintJob job : journal.prints().open()) {
                if (job.state() == PrintJob.State.SENDING && !sending.contains(job.id())) {
                    journal.prints().uncertain(job.id(), INTERRUPTED);
                    tell(job.id(), Optional.empty());
                } else if (job.state() == PrintJob.State.QUEUED) {
                    print(job);
                }
            }
        });
    }

    /** The jobs that are not delivered, nor their documents by another print; waits for the disk. */
    public List<PrintJob> open() {
        return journal.prints().undelivered();
    }

    /**
     * The operator says that nothing came out: the same print again, not a copy. A second press while the first is under
     * way says nothing new: the paper may be coming.
     */
    public void again(UUID jobId) {
        if (askedAgain.add(jobId)) {
            lanes.decisions()
                    .execute(() -> journal.prints()
                            .job(jobId)
                            .ifPresentOrElse(this::againNow, () -> askedAgain.remove(jobId)));
        }
    }

    private void againNow(PrintJob job) {
        String place = route(job);
        lanes.of(place).execute(() -> {
            try {
                if (isStillWanted(job.id(), place)) {
                    journal.prints().again(job.id());
                    printNow(job.id(), place);
                }
            } finally {
                askedAgain.remove(job.id());
            }
        });
    }

    /** While the wish waited for its printer the operator may have decided otherwise: another printer, or "it is there". */
    private boolean isStillWanted(UUID jobId, String place) {
        return journal.prints()
                .job(jobId)
                .filter(job -> job.state() == PrintJob.State.FAILED || job.state() == PrintJob.State.UNCERTAIN)
                .filter(job -> place.equals(route(job)))
                .isPresent();
    }

    /**
     * The operator chooses another printer. What has not left this computer goes there as it is; where something may be
     * on paper already, a numbered copy goes there and the doubt about the first stays to be decided (Q34).
     */
    public void reroute(UUID jobId, String place) {
        lanes.decisions().execute(() -> {
            PrintJob job = journal.prints().job(jobId).orElseThrow();
            switch (job.state()) {
                case QUEUED -> {
                    routes.put(jobId, place);
                    print(job);
                }
                case FAILED -> {
                    routes.put(jobId, place);
                    journal.prints().again(jobId);
                    print(job);
                }
                case UNCERTAIN, PRINTED, PDF -> copyTo(job.documentKey(), place);
                case SENDING -> {
                    // It is on its way: nobody can say yet what is on paper.
                }
            }
        });
    }

    private void copyTo(String documentKey, String place) {
        PrintJob copy = journal.prints().reprint(documentKey);
        routes.put(copy.id(), place);
        print(copy);
    }

    /** A further copy, numbered, without any effect on money (R-TIL-8). */
    public void reprint(String documentKey) {
        lanes.decisions().execute(() -> print(journal.prints().reprint(documentKey)));
    }

    /** The operator looked at the paper: it is all there. */
    public void confirmPrinted(UUID jobId) {
        Author author = desk.author();
        lanes.decisions().execute(() -> settle(jobId, author, PrintJob.State.PRINTED, Optional.empty()));
    }

    /** The document goes out as a file instead; only once the file is written does the print count as delivered. */
    public void deliverAsPdf(UUID jobId) {
        Author author = desk.author();
        lanes.decisions().execute(() -> {
            boolean written = journal.prints()
                    .job(jobId)
                    .map(job -> press.writeFile(job.documentKey()))
                    .orElse(false);
            if (written) {
                settle(jobId, author, PrintJob.State.PDF, Optional.empty());
            }
        });
    }

    /** Gives up waiting for a printer that stands still; the job ends as uncertain. */
    public void stopWaiting() {
        rolls().forEach(ReceiptPrinter::stopWaiting);
    }

    private Stream<ReceiptPrinter> rolls() {
        return places.all().stream()
                .filter(PrintPlaces.Roll.class::isInstance)
                .map(place -> ((PrintPlaces.Roll) place).printer());
    }

    /** Told when the drawer did not open, with the code of the reason; on any thread. */
    public void onDrawerTrouble(Consumer<String> listener) {
        drawerTroubles.add(listener);
    }

    /**
     * Opens the drawer after a committed movement of money; returns at once, on any thread. Before the print of that
     * movement, or the change would wait for the paper.
     */
    public void openDrawer() {
        places.drawer()
                .ifPresent(printer -> pulse = printer.openDrawer().handle((status, failure) -> {
                    Throwable reason = failure instanceof CompletionException wrapped ? wrapped.getCause() : failure;
                    if (reason instanceof DeviceFault fault) {
                        drawerTroubles.forEach(listener -> listener.accept(fault.code()));
                    }
                    return reason == null;
                }));
    }

    /** Whether the last pulse reached the drawer's printer; done when there was none. */
    public CompletableFuture<Boolean> lastPulse() {
        return pulse;
    }

    public boolean hasDrawer() {
        return places.drawer().isPresent();
    }

    /** Whether the drawer is open, where the printer tells. */
    public Optional<Boolean> drawerOpen() {
        return places.drawer().flatMap(ReceiptPrinter::drawerOpen);
    }

    private void printNow(UUID jobId, String place) {
        Optional<PrintJob> known = journal.prints().job(jobId);
        if (known.isEmpty() || known.get().state() != PrintJob.State.QUEUED || !place.equals(route(known.get()))) {
            return;
        }
        PrintJob job = known.get();
        Optional<PrintPlaces.Place> printer = places.place(place);
        if (printer.isEmpty()) {
            failed(jobId, NO_PRINTER);
            return;
        }
        Optional<PaperPress.Paper> paper = press.paper(jobId, job.documentKey(), job.copy(), printer.get());
        if (paper.isEmpty()) {
            failed(jobId, NO_SLIP);
            return;
        }
        // Who prints may have signed out when the paper is there: what became of it is told all the same.
        Author author = desk.author();
        sending.add(jobId);
        journal.prints().sending(jobId);
        tell(jobId, Optional.empty());
        try {
            finish(jobId, author, paper.get().print(progress(jobId)).join());
        } catch (CompletionException e) {
            if (!(e.getCause() instanceof DeviceFault fault)) {
                throw e;
            }
            failed(jobId, fault.code());
        } finally {
            sending.remove(jobId);
        }
    }

    private void failed(UUID jobId, String reason) {
        journal.prints().failed(jobId, reason);
        tell(jobId, Optional.empty());
    }

    private void finish(UUID jobId, Author author, PrintOutcome outcome) {
        switch (outcome) {
            case PrintOutcome.Printed printed -> settle(jobId, author, PrintJob.State.PRINTED, Optional.empty());
            case PrintOutcome.NotPrinted not ->
                settle(
                        jobId,
                        author,
                        PrintJob.State.FAILED,
                        Optional.of(not.cause().code()));
            case PrintOutcome.Uncertain uncertain ->
                settle(
                        jobId,
                        author,
                        PrintJob.State.UNCERTAIN,
                        Optional.of(uncertain.cause().code()));
        }
    }

    /** What became of the paper and the fact that tells the server of it are one commit: a kill loses both or neither. */
    private void settle(UUID jobId, Author author, PrintJob.State state, Optional<String> reason) {
        Optional<String> till = desk.tillId();
        boolean offline = desk.offline();
        journal.commit(transaction -> {
            PrintJob job = transaction.settlePrint(jobId, state, reason);
            // Only the paper of a fiscal document is a fact for the till; other papers have no number in a series.
            if (till.isPresent() && DocumentNumber.parse(job.documentKey()) != null) {
                transaction.enqueue(new OperationDraft(
                        OperationType.DOCUMENT_PRINTED,
                        1,
                        Lane.till(till.get()),
                        new Documents.Printed(job.documentKey(), job.copy() > 0, outcome(state)),
                        author,
                        offline));
            }
            return job;
        });
        tell(jobId, Optional.empty());
    }

    private static String outcome(PrintJob.State state) {
        return switch (state) {
            case PRINTED, PDF -> "PRINTED";
            case UNCERTAIN -> "UNCERTAIN";
            case FAILED -> "NOT_PRINTED";
            case QUEUED, SENDING -> throw new IllegalArgumentException("nothing became of the print yet: " + state);
        };
    }

    private PrintProgress progress(UUID jobId) {
        return new PrintProgress() {
            @Override
            public void firstByteSent(Instant at) {
                firstBytes.forEach(listener -> listener.accept(at));
            }

            @Override
            public void waitingFor(Optional<PrinterCause> cause) {
                tell(jobId, cause);
            }
        };
    }

    private void tell(UUID jobId, Optional<PrinterCause> cause) {
        journal.prints()
                .job(jobId)
                .ifPresent(job -> listeners.forEach(listener -> listener.accept(new PrintNews(job, cause))));
    }
}
