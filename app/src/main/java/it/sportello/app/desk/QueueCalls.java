package it.sportello.app.desk;

import it.sportello.api.Problem;
import it.sportello.api.Queues;
import it.sportello.api.Sessions;
import it.sportello.app.wiring.DeskServices;
import it.sportello.offlinecache.remote.Answer;
import it.sportello.offlinecache.remote.BackendFault;
import java.util.Map;
import java.util.UUID;

/** The queue of the site, asked of the server. Waits. */
public final class QueueCalls {
    /** What came of a call. */
    public sealed interface Called {
        record Next(Queues.Entry entry) implements Called {}

        record NobodyWaits() implements Called {}

        record Refused(String code, Map<String, String> arguments) implements Called {}

        /** No answer: the same request may be repeated, or the number typed by hand. */
        record NotConfirmed(BackendFault cause) implements Called {}
    }

    private static final String NOBODY = "NOT_FOUND";

    private final DeskServices services;

    public QueueCalls(DeskServices services) {
        this.services = services;
    }

    public Answer<Queues.QueueState> state() {
        return services.backend().queue(services.session().place().siteId());
    }

    /** Calls the next number to this desk; the request id makes a repetition the same call. */
    public Called next(UUID requestId) {
        Sessions.Desk desk = services.session().place();
        Queues.Call call = new Queues.Call(requestId, desk.id(), desk.queueCategories());
        return switch (services.backend().callNext(desk.siteId(), call)) {
            case Answer.Done<Queues.Entry>(Queues.Entry entry) -> new Called.Next(entry);
            case Answer.Refused<Queues.Entry>(Problem problem) ->
                problem.code().equals(NOBODY)
                        ? new Called.NobodyWaits()
                        : new Called.Refused(problem.code(), problem.arguments());
            case Answer.NotConfirmed<Queues.Entry>(BackendFault cause) -> new Called.NotConfirmed(cause);
        };
    }

    /** Says what became of a called number: SERVING, DONE, ABSENT or RECALLED. */
    public Answer<Queues.Entry> change(String entryId, String state) {
        return services.backend().changeTicket(entryId, new Queues.Change(UUID.randomUUID(), state));
    }
}
