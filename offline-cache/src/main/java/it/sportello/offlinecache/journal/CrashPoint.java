package it.sportello.offlinecache.journal;

/**
 * Passed at every step between an intent and its effect, so that a test can end the process exactly there. Production
 * hands in {@link #NONE}.
 */
@FunctionalInterface
public interface CrashPoint {
    CrashPoint NONE = step -> {};

    /** The steps of a commit, of sending and of printing, in order. */
    enum Step {
        BEGUN,
        NUMBERED,
        LEDGER_WRITTEN,
        DOCUMENT_STORED,
        OPERATION_CHAINED,
        ACCESS_LOGGED,
        PRINT_QUEUED,
        ATTEMPT_STORED,
        NOTES_STORED,
        BEFORE_COMMIT,
        COMMITTED,
        BEFORE_SEND,
        ANSWERED,
        ANSWER_STORED,
        PRINT_SENDING,
        PRINT_SENT
    }

    void passed(Step step);
}
