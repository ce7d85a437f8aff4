package it.sportello.devices.terminal;

import it.sportello.domain.money.Money;
import java.time.Duration;
import java.time.Instant;

/**
 * Decides whether the terminal's last result is that of an operation whose answer was lost. ECR17 gives back nothing of
 * the request, so amount and time have to agree and the number (STAN) has to be a new one. That much another desk's
 * payment of the same amount has as well: it is ours at a terminal that no other desk uses, when it stands right behind
 * the last operation known; at any other it is ours only when the slip bears our reference. A refusal carries no time
 * and leaves no slip at every terminal, so that it must stand right behind the last operation known in any case: believed
 * wrongly it would charge a citizen twice.
 */
final class LastResultJudge {

    private static final int STANS = 1_000_000;

    private final TerminalTimings timings;
    private final TerminalUse use;

    LastResultJudge(TerminalTimings timings, TerminalUse use) {
        this.timings = timings;
        this.use = use;
    }

    /** What a result tells of an operation. */
    enum Verdict {
        /** The result is its own. */
        OWN,
        /** It is its own if the slip of this result bears its reference. */
        ASK_THE_SLIP,
        /** The terminal has kept nothing since. */
        NOTHING_NEW,
        /** New, but not proved to be its own. */
        UNPROVED
    }

    Verdict judge(TerminalDoubt doubt, TerminalResult last) {
        if (doubt.stanBefore().isEmpty() || !last.hasStan()) {
            return Verdict.UNPROVED;
        }
        String before = doubt.stanBefore().get();
        if (before.equals(last.stan())) {
            return Verdict.NOTHING_NEW;
        }
        if (!agrees(doubt, last)) {
            return Verdict.UNPROVED;
        }
        boolean next = isNext(before, last.stan());
        if (next && use == TerminalUse.OWN) {
            return Verdict.OWN;
        }
        boolean slipMaySay = !doubt.reference().isEmpty() && (next || last.isApproved());
        return slipMaySay ? Verdict.ASK_THE_SLIP : Verdict.UNPROVED;
    }

    private boolean agrees(TerminalDoubt doubt, TerminalResult last) {
        return switch (doubt.operation()) {
            case PAYMENT -> false;
            case EXTENDED_PAYMENT -> sameAmount(doubt.amount(), last) && (!last.isApproved() || inTime(doubt, last));
            case REVERSAL -> isReversal(last) && inTime(doubt, last);
        };
    }

    /** Six digits that begin anew behind the last of them; all zeros are no number. */
    private static boolean isNext(String before, String stan) {
        if (!before.matches("[0-9]{6}") || !stan.matches("[0-9]{6}")) {
            return false;
        }
        int next = (Integer.parseInt(before) + 1) % STANS;
        return Integer.parseInt(stan) == Math.max(1, next);
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
