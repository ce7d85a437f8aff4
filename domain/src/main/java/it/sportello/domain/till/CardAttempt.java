package it.sportello.domain.till;

import it.sportello.domain.money.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to be paid by card, stored before the terminal is asked (specification R-TIL-5, Q25; devices reference
 * §6.4). The amount leaves once; after a lost answer only the terminal's last result, or a person with the slip in hand,
 * says how it ended. Steps give a new attempt or list what stands against them.
 *
 * @param terminalId name of the terminal in the desk's settings
 * @param dueIds what the money is for: frozen until the end is known
 * @param identityChecked the operator has seen an identity document of the holder (R-TIL-18)
 * @param sending what is needed to know the last result again; null before the request leaves
 * @param slip of an approval; null without one
 * @param decision how it came to the present state; null before anything is known
 */
public record CardAttempt(
        String id,
        String tillId,
        String tillSessionId,
        String operatorId,
        String deskId,
        String terminalId,
        Money amount,
        List<String> dueIds,
        boolean identityChecked,
        Instant createdAt,
        AttemptState state,
        @Nullable Sending sending,
        @Nullable CardSlip slip,
        @Nullable Decision decision) {

    public CardAttempt {
        dueIds = List.copyOf(dueIds);
        if (!amount.isPositive() || dueIds.isEmpty()) {
            throw new IllegalArgumentException("attempt of " + amount + " for " + dueIds.size() + " dues");
        }
        if ((state == AttemptState.APPROVED) != (slip != null)) {
            throw new IllegalArgumentException("a slip belongs to an approval, and to nothing else: " + state);
        }
    }

    /** Who asks for the money, where. */
    public record Place(String tillId, String tillSessionId, String operatorId, String deskId, String terminalId) {}

    /**
     * Just before the first byte of the request left.
     *
     * @param amountTold whether the terminal gives the amount back with its last result
     * @param stanBefore number of the last operation it had kept until then; null when it could not say
     */
    public record Sending(
            Instant at, boolean amountTold, @Nullable String stanBefore) {}

    /**
     * Why an attempt stands as it does.
     *
     * @param reason stable code, the terminal's own words, or those of the operator; nothing personal
     */
    public record Decision(AttemptSource source, String reason, String operatorId, Instant at) {}

    /** A new attempt, to be stored before anything is asked. */
    public static CardAttempt create(
            String id, Place place, Money amount, List<String> dueIds, boolean identityChecked, Instant now) {
        return new CardAttempt(
                id,
                place.tillId(),
                place.tillSessionId(),
                place.operatorId(),
                place.deskId(),
                place.terminalId(),
                amount,
                dueIds,
                identityChecked,
                now,
                AttemptState.CREATED,
                null,
                null,
                null);
    }

    /**
     * What stands against charging these dues at this terminal.
     *
     * @param open every attempt of the till whose end is not known
     */
    public static List<AttemptRefusal> againstCharging(
            Collection<String> dueIds, String terminalId, Collection<CardAttempt> open) {
        List<AttemptRefusal> refusals = new ArrayList<>();
        for (CardAttempt attempt : open) {
            if (!attempt.state.isOpen()) {
                continue;
            }
            for (String due : dueIds) {
                if (attempt.dueIds.contains(due)) {
                    refusals.add(new AttemptRefusal.DueInDoubt(due, attempt.id));
                }
            }
            if (attempt.terminalId.equals(terminalId)) {
                refusals.add(new AttemptRefusal.TerminalInDoubt(attempt.id));
            }
        }
        return refusals;
    }

    /** How a due on this attempt stands (specification §4). */
    public DueState dueState() {
        return switch (state) {
            case CREATED, SENT -> DueState.IN_PAYMENT;
            case UNKNOWN -> DueState.UNCERTAIN;
            case APPROVED -> DueState.SETTLED;
            case REFUSED -> DueState.OPEN;
        };
    }

    /** The request is about to leave. */
    public AttemptStep sent(Sending now) {
        return state == AttemptState.CREATED ? new AttemptStep.Done(with(AttemptState.SENT, now, null, null)) : ended();
    }

    /** Nobody knows how it ended. */
    public AttemptStep unknown(Decision why) {
        return state.mayBecome(AttemptState.UNKNOWN)
                ? new AttemptStep.Done(with(AttemptState.UNKNOWN, sending, null, why))
                : ended();
    }

    /** No money moved. A person says why; a terminal has said it. */
    public AttemptStep refuse(Decision how) {
        if (!state.mayBecome(AttemptState.REFUSED)) {
            return ended();
        }
        return how.source() == AttemptSource.OPERATOR && how.reason().isBlank()
                ? new AttemptStep.Refused(List.of(new AttemptRefusal.ReasonMissing()))
                : new AttemptStep.Done(with(AttemptState.REFUSED, sending, null, how));
    }

    /**
     * Money moved. What the terminal answers to the request itself is a fact; a last result or a slip read by a person
     * must not be that of another operation.
     *
     * @param others attempts of the same till at the same terminal lately, open or ended
     */
    public AttemptStep approve(CardSlip proof, Decision how, Collection<CardAttempt> others) {
        if (!state.mayBecome(AttemptState.APPROVED)) {
            return ended();
        }
        List<AttemptRefusal> refusals =
                how.source() == AttemptSource.TERMINAL ? List.of() : against(proof, how, others);
        return refusals.isEmpty()
                ? new AttemptStep.Done(with(AttemptState.APPROVED, sending, proof, how))
                : new AttemptStep.Refused(refusals);
    }

    private List<AttemptRefusal> against(CardSlip proof, Decision how, Collection<CardAttempt> others) {
        List<AttemptRefusal> refusals = new ArrayList<>();
        if (how.source() == AttemptSource.OPERATOR && how.reason().isBlank()) {
            refusals.add(new AttemptRefusal.ReasonMissing());
        }
        if (!proof.hasStan()) {
            refusals.add(new AttemptRefusal.StanMissing());
            return refusals;
        }
        if (sending != null && proof.stan().equals(sending.stanBefore())) {
            refusals.add(new AttemptRefusal.StanOfEarlierOperation(proof.stan()));
        }
        for (CardAttempt other : others) {
            boolean same = other.terminalId.equals(terminalId) && !other.id.equals(id);
            if (same && other.slip != null && other.slip.stan().equals(proof.stan())) {
                refusals.add(new AttemptRefusal.StanUsed(proof.stan(), other.id));
            }
        }
        return refusals;
    }

    private AttemptStep ended() {
        return new AttemptStep.Refused(List.of(new AttemptRefusal.AlreadyEnded(state)));
    }

    private CardAttempt with(
            AttemptState next, @Nullable Sending sent, @Nullable CardSlip proof, @Nullable Decision how) {
        return new CardAttempt(
                id,
                tillId,
                tillSessionId,
                operatorId,
                deskId,
                terminalId,
                amount,
                dueIds,
                identityChecked,
                createdAt,
                next,
                sent,
                proof,
                how);
    }

    /** Neither dues nor card. */
    @Override
    public String toString() {
        return "CardAttempt[" + id + " " + state + " " + amount + "]";
    }
}
