package it.sportello.offlinecache.journal;

import java.util.List;

/**
 * What the last run left open.
 *
 * @param openTillSessions sessions to resume
 * @param interruptedPrints prints cut by a crash: nobody knows what came out, the operator is asked
 * @param unprintedDocuments keys of committed documents of which no print was ever delivered
 * @param pending operations not yet answered by the server
 * @param openTasks decisions waiting
 * @param drafts keys of the work in progress
 */
public record Recovery(
        List<StoredTillSession> openTillSessions,
        List<PrintJob> interruptedPrints,
        List<String> unprintedDocuments,
        List<OutboxItem> pending,
        List<OperatorTask> openTasks,
        List<String> drafts) {
    public Recovery {
        openTillSessions = List.copyOf(openTillSessions);
        interruptedPrints = List.copyOf(interruptedPrints);
        unprintedDocuments = List.copyOf(unprintedDocuments);
        pending = List.copyOf(pending);
        openTasks = List.copyOf(openTasks);
        drafts = List.copyOf(drafts);
    }

    public boolean isClean() {
        return openTillSessions.isEmpty() && interruptedPrints.isEmpty() && unprintedDocuments.isEmpty();
    }
}
