package it.sportello.domain.till;

import it.sportello.domain.money.Money;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.function.Predicate;

/**
 * Money missing at the count: cashier and contractor owe it back by a deadline.
 *
 * @param amount what is missing, positive
 * @param foundOn accounting day of the count
 * @param deadline last day to make it good
 */
public record Shortage(String sessionId, Money amount, LocalDate foundOn, LocalDate deadline, State state) {
    /** States of a shortage (specification §4); overdue follows from the deadline. */
    public enum State {
        OPEN,
        REINTEGRATED,
        VERIFIED
    }

    public Shortage {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("shortage of " + amount);
        }
    }

    /**
     * A shortage found at a count, with its deadline.
     *
     * @param days calendar days to make it good (parameter, 2)
     * @param opens whether this cash point opens on a day
     */
    public static Shortage found(
            String sessionId, Money amount, LocalDate foundOn, int days, Predicate<LocalDate> opens) {
        return new Shortage(sessionId, amount, foundOn, deadline(foundOn, days, opens), State.OPEN);
    }

    /**
     * The same day when it is the last of the month, or the last on which the cash point opens in it: the stricter of
     * the two readings. Otherwise after the calendar days given.
     */
    static LocalDate deadline(LocalDate foundOn, int days, Predicate<LocalDate> opens) {
        LocalDate end = YearMonth.from(foundOn).atEndOfMonth();
        boolean opensAgain = foundOn.plusDays(1).datesUntil(end.plusDays(1)).anyMatch(opens);
        return opensAgain ? foundOn.plusDays(days) : foundOn;
    }

    public boolean isOverdue(LocalDate today) {
        return state == State.OPEN && today.isAfter(deadline);
    }

    /** Made good by a separate movement of cash, whole. */
    public Shortage reintegrated() {
        return move(State.OPEN, State.REINTEGRATED);
    }

    public Shortage verified() {
        return move(State.REINTEGRATED, State.VERIFIED);
    }

    private Shortage move(State from, State to) {
        if (state != from) {
            throw new IllegalStateException("shortage from " + state + " to " + to);
        }
        return new Shortage(sessionId, amount, foundOn, deadline, to);
    }
}
