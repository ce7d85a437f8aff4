package it.sportello.devices.terminal;

import it.sportello.domain.money.Money;
import java.time.Duration;
import java.time.Instant;

/**
 * Decides whether the terminal's last result is that of an operation whose answer was lost. ECR17 gives back nothing of
 * the request, so three things must agree: a STAN other than the one before, the amount, and the time. A refusal carries
 * no time and may be believed on the other two, since it moved no money and the STAN is new.
 */
final class LastResultJudge {

    private final TerminalTimings timings;

    LastResultJudge(TerminalTimings timings) {
        this.timings = timings;
    }

    /** What a result tells of an operation. */
    enum Verdict {
        /** The result is its own. */
        OWN,
        /** The terminal has kept nothing since. */
        NOTHING_NEW,
        /** New, but not proved to be its own. */
        UNPROVED
    }

    Verdict judge(TerminalDoubt doubt, TerminalResult last) {
        if (doubt.stanBefore().isEmpty() || !last.hasStan()) {
            return Verdict.UNPROVED;
        }
        if (doubt.stanBefore().get().equals(last.stan())) {
            return Verdict.NOTHING_NEW;
        }
        boolean own = switch (doubt.operation()) {
            case PAYMENT -> false;
            case EXTENDED_PAYMENT -> sameAmount(doubt.amount(), last) && (!last.isApproved() || inTime(doubt, last));
            case REVERSAL -> isReversal(last) && inTime(doubt, last);
        };
        return own ? Verdict.OWN : Verdict.UNPROVED;
    }

    private static boolean sameAmount(Money asked, TerminalResult last) {
        return last.amount().isPresent() && last.amount().get().equals(asked);
    }

    /** A reversal has no code of the bank and no amount where a payment has them. */
    private static boolean isReversal(TerminalResult last) {
        return last.isApproved()
                && last.amount().isEmpty()
                && last.authorization().chars().allMatch(c -> c == '0');
    }

    /** The bank's time has no seconds. */
    private boolean inTime(TerminalDoubt doubt, TerminalResult last) {
        if (last.hostTime().isEmpty()) {
            return false;
        }
        Instant at = last.hostTime().get();
        Duration tolerance = timings.clockTolerance();
        Instant from = doubt.sentAt().minus(tolerance).minus(Duration.ofMinutes(1));
        Instant until = doubt.sentAt().plus(timings.result()).plus(tolerance);
        return at.isAfter(from) && at.isBefore(until);
    }
}
