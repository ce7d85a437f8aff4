package it.sportello.offlinecache.sync;

import it.sportello.api.OperationAnswer;
import it.sportello.api.Problem;
import it.sportello.offlinecache.journal.OperatorTask;
import it.sportello.offlinecache.remote.BackendFault;
import java.util.Optional;

/** What an answer of the server means for the operation that was sent: the table of the reliability rules, §5. */
sealed interface Verdict {
    /** 200, 201, 202: close the row. */
    record Close(OperationAnswer answer) implements Verdict {}

    /** 429, 5xx, time-out, not JSON: try again later, same id. */
    record TryLater(BackendFault cause) implements Verdict {}

    /** The same id is being applied: ask again soon. */
    record StillRunning(Problem problem) implements Verdict {}

    /** The server does not know the desk: the same id once the desk is known again. */
    record NotRecognised(Problem problem) implements Verdict {}

    /** The lane has a hole on the server's side: send again from a position. */
    record ResendFrom(Problem problem, long sequence) implements Verdict {}

    /** Refused, conflicting or not taken: a task, and the lane stops. */
    record Stop(OperatorTask.Kind kind, Optional<Problem> problem) implements Verdict {}
}
