package it.sportello.backend.till;

import it.sportello.api.Tills;
import it.sportello.backend.operation.Incoming;
import it.sportello.domain.money.TenderKind;
import it.sportello.domain.till.AttemptState;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** What is stored of attempts to be paid by card, and whether the money booked by card is proved by them. */
final class AttemptRows {
    private AttemptRows() {}

    /** How an attempt stood until now; empty when nothing was told of it. */
    static Optional<AttemptState> state(Handle handle, UUID attempt) {
        return handle.createQuery("""
                        select a.state from card_attempt a join operation o on o.id = a.operation_id
                        where a.attempt_id = :attempt order by o.lane_sequence desc limit 1""")
                .bind("attempt", attempt)
                .mapTo(String.class)
                .findOne()
                .map(AttemptState::valueOf);
    }

    /** Whether another attempt of the session at the same terminal was approved under the number. */
    static boolean stanUsed(Handle handle, String till, Tills.Attempted attempted, String stan) {
        return handle.createQuery("""
                        select exists (select from card_attempt where till_id = :till and terminal_id = :terminal
                            and till_session_id = :session and stan = :stan and attempt_id <> :attempt)""")
                .bind("till", till)
                .bind("terminal", attempted.terminalId())
                .bind("session", attempted.tillSessionId())
                .bind("stan", stan)
                .bind("attempt", attempted.attemptId())
                .mapTo(Boolean.class)
                .one();
    }

    static void insert(Handle handle, Incoming incoming, Tills.Attempted attempted) {
        Optional<Tills.CardSlip> slip = attempted.slip();
        handle.createUpdate("""
                        insert into card_attempt (operation_id, attempt_id, till_id, till_session_id, terminal_id,
                            amount_cents, due_ids, identity_checked, started_at, occurred_at, state, source, reason,
                            stan, authorization_code, card_ending, card_kind, acquirer, host_time)
                        values (:operation, :attempt, :till, :session, :terminal, :amount, :dues, :identity, :started,
                            :at, :state, :source, :reason, :stan, :authorization, :ending, :kind, :acquirer, :host)""")
                .bind("operation", incoming.operation().id())
                .bind("attempt", attempted.attemptId())
                .bind("till", LedgerRows.tillId(incoming))
                .bind("session", attempted.tillSessionId())
                .bind("terminal", attempted.terminalId())
                .bind("amount", attempted.amountCents())
                .bindArray("dues", String.class, attempted.dueIds().toArray())
                .bind("identity", attempted.identityChecked())
                .bind("started", attempted.startedAt())
                .bind("at", incoming.operation().occurredAt())
                .bind("state", attempted.state())
                .bind("source", attempted.source())
                .bind("reason", attempted.reason())
                .bind("stan", slip.map(Tills.CardSlip::stan).orElse(null))
                .bind("authorization", slip.map(Tills.CardSlip::authorization).orElse(null))
                .bind("ending", slip.map(AttemptRows::lastDigits).orElse(null))
                .bind("kind", slip.map(Tills.CardSlip::cardKind).orElse(null))
                .bind("acquirer", slip.map(Tills.CardSlip::acquirer).orElse(null))
                .bind("host", slip.flatMap(Tills.CardSlip::hostTime).orElse(null))
                .execute();
    }

    /** More of a card than its last four digits is not stored, whatever a desk sends. */
    private static String lastDigits(Tills.CardSlip slip) {
        String ending = slip.cardEnding();
        return ending.substring(Math.max(0, ending.length() - 4));
    }

    /** Money booked as paid by card has an approved attempt of the same amount, which pays one collection only. */
    static void flagUnproved(Handle handle, Incoming incoming, Tills.Collected collected, Set<String> flags) {
        long card = collected.tenders().stream()
                .filter(tender -> tender.kind().equals(TenderKind.CARD.name()))
                .mapToLong(Tills.TenderLine::amountCents)
                .sum();
        if (card == 0) {
            return;
        }
        int proved = handle.createUpdate("""
                        update card_attempt set collected_by = :operation where operation_id = (
                            select operation_id from card_attempt
                            where till_id = :till and state = 'APPROVED' and amount_cents = :amount
                                and due_ids @> cast(:dues as text[]) and collected_by is null
                            order by occurred_at limit 1)""")
                .bind("operation", incoming.operation().id())
                .bind("till", LedgerRows.tillId(incoming))
                .bind("amount", card)
                .bindArray(
                        "dues",
                        String.class,
                        collected.dues().stream().map(Tills.DueSettled::dueId).toArray())
                .execute();
        if (proved == 0) {
            flags.add("CARD_NOT_PROVED");
        }
    }

    /**
     * What the documents of a session that stand were paid with one tender. A tender tells of a whole basket: where it
     * paid all of it, each annulled document of the basket takes its own total off.
     */
    static long booked(Handle handle, UUID session, String kind) {
        return handle.createQuery("""
                        select coalesce(sum(case when t.amount_cents = d.total then d.standing
                            when d.standing > 0 then t.amount_cents else 0 end), 0)
                        from tender t join (
                            select operation_id, sum(total_cents) as total,
                                coalesce(sum(total_cents) filter (where not annulled), 0) as standing
                            from fiscal_document where till_session_id = :session group by operation_id) d
                            on d.operation_id = t.operation_id
                        where t.kind = :kind""")
                .bind("kind", kind)
                .bind("session", session)
                .mapTo(Long.class)
                .one();
    }
}
