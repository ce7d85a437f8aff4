package it.sportello.domain.till;

import it.sportello.domain.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One operator at one drawer on one accounting day (specification R-TIL-20, Q21). Steps give a new session or list what
 * stands against them. The expected cash is no part of it: it comes from the ledger, after the count.
 *
 * @param accountingDay set at opening, Europe/Rome, never changed: no session crosses midnight
 * @param expectedFloat the float carried from the last closing; known to the screen only after the own count
 * @param openingCount counted at opening, null before
 * @param openingReason why the opening count differs, null when it does not
 * @param closingCounts every count at closing, in order: a recount replaces none
 * @param extendedUntil formally extended beyond the closing time of the site, null when not
 */
public record TillSession(
        String id,
        String tillId,
        String operatorId,
        String deskId,
        LocalDate accountingDay,
        TillState state,
        Money expectedFloat,
        @Nullable Count openingCount,
        @Nullable String openingReason,
        List<Count> closingCounts,
        @Nullable Instant extendedUntil) {

    /** Zone of the accounting day. */
    public static final ZoneId ZONE = ZoneId.of("Europe/Rome");

    public TillSession {
        closingCounts = List.copyOf(closingCounts);
    }

    /** Who opens what, where. */
    public record Opening(String sessionId, String tillId, String operatorId, String deskId) {}

    /**
     * Begins with the opening count.
     *
     * @param known other sessions of this till and of this operator
     */
    public static TillStep begin(Opening opening, Money expectedFloat, Instant now, Collection<TillSession> known) {
        List<TillRefusal> refusals = new ArrayList<>();
        for (TillSession other : known) {
            if (other.state.isInCourse() && other.operatorId.equals(opening.operatorId())) {
                refusals.add(new TillRefusal.OperatorHasSession(other.id));
            }
            if (other.state.isInCourse() && other.tillId.equals(opening.tillId())) {
                refusals.add(new TillRefusal.DrawerHasSession(other.id));
            }
        }
        if (!refusals.isEmpty()) {
            return new TillStep.Refused(refusals);
        }
        return new TillStep.Done(new TillSession(
                opening.sessionId(),
                opening.tillId(),
                opening.operatorId(),
                opening.deskId(),
                LocalDate.ofInstant(now, ZONE),
                TillState.OPENING_COUNT,
                expectedFloat,
                null,
                null,
                List.of(),
                null));
    }

    /** Counted minus expected float; zero before the count. */
    public Money openingDifference() {
        return openingCount == null ? Money.ZERO : openingCount.total().minus(expectedFloat);
    }

    /** What stands against a collection now; empty when nothing does. */
    public List<TillRefusal> againstCollecting(Instant now) {
        List<TillRefusal> refusals = new ArrayList<>();
        if (state != TillState.OPEN) {
            refusals.add(new TillRefusal.NotInState(state));
        }
        refusals.addAll(againstDay(now));
        return refusals;
    }

    /**
     * Whether money that was taken already, of which only now is known, may be booked here: it is booked on the day of the
     * session, so neither day nor clock stand against it.
     */
    public boolean takesKnownMoney() {
        return state == TillState.OPEN || state == TillState.SUSPENDED;
    }

    /** True when the day is over and the session has to be closed before anything else. */
    public boolean isOverdue(Instant now) {
        return state.isInCourse() && LocalDate.ofInstant(now, ZONE).isAfter(accountingDay);
    }

    /** Confirms the opening count; a difference needs its reason. The float of the session is the counted one. */
    public TillStep open(Count counted, @Nullable String reason, Instant now) {
        if (state != TillState.OPENING_COUNT) {
            return TillStep.Refused.of(new TillRefusal.NotInState(state));
        }
        List<TillRefusal> refusals = new ArrayList<>(againstDay(now));
        boolean differs = !counted.total().equals(expectedFloat);
        if (differs && (reason == null || reason.isBlank())) {
            refusals.add(new TillRefusal.ReasonMissing());
        }
        if (!refusals.isEmpty()) {
            return new TillStep.Refused(refusals);
        }
        return new TillStep.Done(with(TillState.OPEN, counted, differs ? reason : null, closingCounts, extendedUntil));
    }

    /** Leaves the opening without having opened. */
    public TillStep giveUpOpening() {
        return move(TillState.OPENING_COUNT, TillState.CLOSED);
    }

    public TillStep suspend() {
        return move(TillState.OPEN, TillState.SUSPENDED);
    }

    public TillStep resume(Instant now) {
        List<TillRefusal> refusals = againstDay(now);
        return state == TillState.SUSPENDED && !refusals.isEmpty()
                ? new TillStep.Refused(refusals)
                : move(TillState.SUSPENDED, TillState.OPEN);
    }

    /** Formally keeps the till open after the closing time of the site, never beyond the accounting day. */
    public TillStep extend(Instant until) {
        if (state != TillState.OPEN && state != TillState.SUSPENDED) {
            return TillStep.Refused.of(new TillRefusal.NotInState(state));
        }
        if (!LocalDate.ofInstant(until, ZONE).equals(accountingDay)) {
            return TillStep.Refused.of(new TillRefusal.ExtendsBeyondDay(accountingDay));
        }
        return new TillStep.Done(with(state, openingCount, openingReason, closingCounts, until));
    }

    /** True when the site is closed and no extension covers this moment. */
    public boolean isPastClosing(Instant siteCloses, Instant now) {
        Instant end = extendedUntil != null && extendedUntil.isAfter(siteCloses) ? extendedUntil : siteCloses;
        return state.isInCourse() && now.isAfter(end);
    }

    /**
     * What stands against a step of the closing by an operator.
     *
     * @param responsible whether the operator is responsible for the till service, or the deputy
     */
    public List<TillRefusal> againstClosingBy(String closer, boolean responsible) {
        return ClosingRight.of(operatorId, closer, responsible) == ClosingRight.NONE
                ? List.of(new TillRefusal.NotHolder(id, operatorId))
                : List.of();
    }

    /** Begins the closing count, at any time of any day: an overdue session is closed this way too. */
    public TillStep startClosing(List<PendingWork> pending) {
        if (state != TillState.OPEN && state != TillState.SUSPENDED) {
            return TillStep.Refused.of(new TillRefusal.NotInState(state));
        }
        List<PendingWork> blocking =
                pending.stream().filter(PendingWork::blocks).toList();
        if (!blocking.isEmpty()) {
            return TillStep.Refused.of(new TillRefusal.Pending(blocking));
        }
        return new TillStep.Done(with(TillState.CLOSING_COUNT));
    }

    /** Goes back to work before any count was confirmed: a blind count that was seen cannot be undone. */
    public TillStep giveUpClosing(Instant now) {
        if (state != TillState.CLOSING_COUNT || !closingCounts.isEmpty()) {
            return TillStep.Refused.of(new TillRefusal.NotInState(state));
        }
        List<TillRefusal> refusals = againstDay(now);
        return refusals.isEmpty() ? new TillStep.Done(with(TillState.OPEN)) : new TillStep.Refused(refusals);
    }

    /**
     * Confirms a closing count. Any figure is accepted.
     *
     * @param recounts how often the count may be repeated after the first (parameter)
     */
    public TillStep count(Count counted, int recounts) {
        if (state != TillState.CLOSING_COUNT) {
            return TillStep.Refused.of(new TillRefusal.NotInState(state));
        }
        if (closingCounts.size() > recounts) {
            return TillStep.Refused.of(new TillRefusal.NoRecountLeft(recounts));
        }
        List<Count> counts = new ArrayList<>(closingCounts);
        counts.add(counted);
        return new TillStep.Done(with(state, openingCount, openingReason, counts, extendedUntil));
    }

    /** The count that stands, null before the first. */
    public @Nullable Count closingCount() {
        return closingCounts.isEmpty() ? null : closingCounts.get(closingCounts.size() - 1);
    }

    /** Books the last count against what the ledger expects; there is no way to make them agree. */
    public TillStep book(Money expectedCash) {
        Count counted = closingCount();
        if (state != TillState.CLOSING_COUNT || counted == null) {
            return TillStep.Refused.of(new TillRefusal.NotInState(state));
        }
        boolean balanced = counted.total().equals(expectedCash);
        return new TillStep.Done(with(balanced ? TillState.BALANCED : TillState.WITH_DIFFERENCE));
    }

    public TillStep archive() {
        return state == TillState.BALANCED
                ? move(TillState.BALANCED, TillState.ARCHIVED)
                : move(TillState.WITH_DIFFERENCE, TillState.ARCHIVED);
    }

    /** The responsible person has checked the archived session. */
    public TillStep check() {
        return move(TillState.ARCHIVED, TillState.CHECKED);
    }

    private List<TillRefusal> againstDay(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZONE);
        if (today.isAfter(accountingDay)) {
            return List.of(new TillRefusal.DayOver(accountingDay, today));
        }
        if (today.isBefore(accountingDay)) {
            return List.of(new TillRefusal.ClockBack(accountingDay, today));
        }
        return List.of();
    }

    private TillStep move(TillState from, TillState to) {
        return state == from ? new TillStep.Done(with(to)) : TillStep.Refused.of(new TillRefusal.NotInState(state));
    }

    private TillSession with(TillState next) {
        return with(next, openingCount, openingReason, closingCounts, extendedUntil);
    }

    private TillSession with(
            TillState next,
            @Nullable Count opening,
            @Nullable String reason,
            List<Count> closing,
            @Nullable Instant extended) {
        return new TillSession(
                id, tillId, operatorId, deskId, accountingDay, next, expectedFloat, opening, reason, closing, extended);
    }
}
