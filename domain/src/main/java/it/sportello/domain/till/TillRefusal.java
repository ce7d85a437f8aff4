package it.sportello.domain.till;

import java.time.LocalDate;
import java.util.List;

/** Why a step of a till session is refused. */
public sealed interface TillRefusal {
    record NotInState(TillState current) implements TillRefusal {}

    record OperatorHasSession(String sessionId) implements TillRefusal {}

    record DrawerHasSession(String sessionId) implements TillRefusal {}

    /** The session is closed by who opened it, or by the person responsible for the till service. */
    record NotHolder(String sessionId, String holderId) implements TillRefusal {}

    /** The accounting day is over: the session can only be closed. */
    record DayOver(LocalDate accountingDay, LocalDate today) implements TillRefusal {}

    /** The clock stands before the accounting day of the session. */
    record ClockBack(LocalDate accountingDay, LocalDate today) implements TillRefusal {}

    /** The opening count differs from the float expected and no reason was given. */
    record ReasonMissing() implements TillRefusal {}

    record NoRecountLeft(int admitted) implements TillRefusal {}

    /** Work that has to be ended, or formally carried, before the count. */
    record Pending(List<PendingWork> work) implements TillRefusal {
        public Pending {
            work = List.copyOf(work);
        }
    }

    /**
     * The server knows of acts of this till that the desk does not: its files were put back from a copy, and the next
     * numbers were given already.
     */
    record OldCopy(String tillId) implements TillRefusal {}

    /** An extension ends after the accounting day. */
    record ExtendsBeyondDay(LocalDate accountingDay) implements TillRefusal {}
}
