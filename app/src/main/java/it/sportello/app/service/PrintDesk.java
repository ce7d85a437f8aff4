package it.sportello.app.service;

import it.sportello.api.Documents;
import it.sportello.devices.DeviceFault;
import it.sportello.devices.printer.PrintOutcome;
import it.sportello.devices.printer.PrintProgress;
import it.sportello.devices.printer.PrinterCause;
import it.sportello.devices.printer.ReceiptDocument;
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
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

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
    private final Optional<ReceiptPrinter> printer;
    private final List<SlipSource> sources;
    private final DeskContext desk;
    private final Executor lane;
    private final Set<UUID> askedAgain = ConcurrentHashMap.newKeySet();
    private final List<Consumer<PrintNews>> listeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<Instant>> firstBytes = new CopyOnWriteArrayList<>();

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
        this.journal = journal;
        this.printer = printer;
        this.sources = List.copyOf(sources);
        this.desk = desk;
        this.lane = lane;
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
        lane.execute(() -> printNow(job.id()));
    }

    /**
     * After a start: what was queued is printed, what a crash interrupted is left in doubt for the operator (the paper
     * may be there).
     */
    public void resume() {
        lane.execute(() -> {
            for (PrintJob job : journal.prints().open()) {
                if (job.state() == PrintJob.State.SENDING) {
                    journal.prints().uncertain(job.id(), INTERRUPTED);
                    tell(job.id(), Optional.empty());
                } else if (job.state() == PrintJob.State.QUEUED) {
                    printNow(job.id());
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
            lane.execute(() -> {
                try {
                    journal.prints().again(jobId);
                    printNow(jobId);
                } finally {
                    askedAgain.remove(jobId);
                }
            });
        }
    }

    /** A further copy, numbered, without any effect on money (R-TIL-8). */
    public void reprint(String documentKey) {
        lane.execute(() -> printNow(journal.prints().reprint(documentKey).id()));
    }

    /** The operator looked at the paper: it is all there. */
    public void confirmPrinted(UUID jobId) {
        Author author = desk.author();
        lane.execute(() -> settle(jobId, author, PrintJob.State.PRINTED, Optional.empty()));
    }

    /** The document goes out as a file instead; only once the file is written does the print count as delivered. */
    public void deliverAsPdf(UUID jobId) {
        Author author = desk.author();
        lane.execute(() -> {
            boolean written = journal.prints()
                    .job(jobId)
                    .flatMap(job -> sources.stream()
                            .flatMap(source -> source.writeFile(job.documentKey()).stream())
                            .findFirst())
                    .isPresent();
            if (written) {
                settle(jobId, author, PrintJob.State.PDF, Optional.empty());
            }
        });
    }

    /** Gives up waiting for a printer that stands still; the job ends as uncertain. */
    public void stopWaiting() {
        printer.ifPresent(ReceiptPrinter::stopWaiting);
    }

    private void printNow(UUID jobId) {
        Optional<PrintJob> known = journal.prints().job(jobId);
        if (known.isEmpty() || known.get().state() != PrintJob.State.QUEUED) {
            return;
        }
        PrintJob job = known.get();
        Optional<ReceiptDocument> slip = sources.stream()
                .flatMap(source -> source.slip(job.documentKey(), job.copy()).stream())
                .findFirst();
        if (slip.isEmpty() || printer.isEmpty()) {
            journal.prints().failed(jobId, slip.isEmpty() ? NO_SLIP : NO_PRINTER);
            tell(jobId, Optional.empty());
            return;
        }
        // Who prints may have signed out when the paper is there: what became of it is told all the same.
        Author author = desk.author();
        journal.prints().sending(jobId);
        tell(jobId, Optional.empty());
        try {
            PrintOutcome outcome = printer.get()
                    .print(new it.sportello.devices.printer.PrintJob(jobId.toString(), slip.get()), progress(jobId))
                    .join();
            finish(jobId, author, outcome);
        } catch (CompletionException e) {
            if (!(e.getCause() instanceof DeviceFault fault)) {
                throw e;
            }
            journal.prints().failed(jobId, fault.code());
            tell(jobId, Optional.empty());
        }
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
