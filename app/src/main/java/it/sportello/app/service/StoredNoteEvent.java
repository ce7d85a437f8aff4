package it.sportello.app.service;

import it.sportello.devices.detector.FraudKind;
import it.sportello.devices.detector.Rejection;
import it.sportello.devices.detector.ValidatorEvent;
import it.sportello.domain.till.Denomination;
import java.time.Instant;
import java.util.Optional;

/**
 * What a note validator told, as the journal keeps it.
 *
 * @param note which note, when it was told
 * @param detail name of the rejection or of the kind of fraud, {@code AFTER_POWER_LOSS}, or empty
 * @param number code of the device, or how many notes cannot be attributed
 * @param at when the device told it, UTC
 * @param operatorId who worked at the desk then
 * @param payableCents what the basket in its cash phase came to, if there was one
 */
public record StoredNoteEvent(
        Kind kind,
        Optional<Denomination> note,
        String detail,
        Optional<Integer> number,
        Instant at,
        Optional<String> operatorId,
        Optional<Long> payableCents) {
    private static final String AFTER_POWER_LOSS = "AFTER_POWER_LOSS";

    /** What happened. */
    public enum Kind {
        RECOGNISED,
        STACKED,
        RETURNED,
        REJECTED,
        FRAUD,
        UNATTRIBUTED,
        RESTARTED,
        CASHBOX_REMOVED,
        CASHBOX_REPLACED,
        /** Held to be suspect by a detector or by the operator. */
        SUSPECT
    }

    /** When it happened, and who and what was at the desk. */
    public record Moment(Instant at, Optional<String> operatorId, Optional<Long> payableCents) {}

    public static StoredNoteEvent of(ValidatorEvent event, Moment moment) {
        return switch (event) {
            case ValidatorEvent.Recognised recognised ->
                of(Kind.RECOGNISED, Optional.of(recognised.note()), "", Optional.empty(), moment);
            case ValidatorEvent.Stacked stacked ->
                of(
                        Kind.STACKED,
                        Optional.of(stacked.note()),
                        stacked.afterPowerLoss() ? AFTER_POWER_LOSS : "",
                        Optional.empty(),
                        moment);
            case ValidatorEvent.Returned returned -> of(Kind.RETURNED, returned.note(), "", Optional.empty(), moment);
            case ValidatorEvent.Rejected rejected ->
                of(Kind.REJECTED, Optional.empty(), rejected.why().name(), Optional.of(rejected.code()), moment);
            case ValidatorEvent.Fraud fraud ->
                of(Kind.FRAUD, fraud.note(), fraud.kind().name(), Optional.empty(), moment);
            case ValidatorEvent.Unattributed unattributed ->
                of(
                        Kind.UNATTRIBUTED,
                        Optional.empty(),
                        "",
                        unattributed.notes().isPresent()
                                ? Optional.of(unattributed.notes().getAsInt())
                                : Optional.empty(),
                        moment);
            case ValidatorEvent.Restarted restarted ->
                of(Kind.RESTARTED, Optional.empty(), "", Optional.empty(), moment);
            case ValidatorEvent.CashboxRemoved removed ->
                of(Kind.CASHBOX_REMOVED, Optional.empty(), "", Optional.empty(), moment);
            case ValidatorEvent.CashboxReplaced replaced ->
                of(Kind.CASHBOX_REPLACED, Optional.empty(), "", Optional.empty(), moment);
        };
    }

    private static StoredNoteEvent of(
            Kind kind, Optional<Denomination> note, String detail, Optional<Integer> number, Moment moment) {
        return new StoredNoteEvent(kind, note, detail, number, moment.at(), moment.operatorId(), moment.payableCents());
    }

    /** Whether somebody has to look at it: a note held to be suspect, or a validator that signals fraud. */
    public boolean wantsAttention() {
        return kind == Kind.FRAUD || kind == Kind.SUSPECT;
    }

    /** How somebody tried to cheat the device; empty for anything else. */
    public Optional<FraudKind> fraud() {
        return kind == Kind.FRAUD ? Optional.of(FraudKind.valueOf(detail)) : Optional.empty();
    }

    /** Why a note was given back; empty for anything else. */
    public Optional<Rejection> rejection() {
        return kind == Kind.REJECTED ? Optional.of(Rejection.valueOf(detail)) : Optional.empty();
    }

    /** True when a container may hold another sum than before. */
    public boolean movesContainer() {
        return kind == Kind.STACKED || kind == Kind.UNATTRIBUTED || kind == Kind.CASHBOX_REMOVED;
    }
}
