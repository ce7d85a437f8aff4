package it.sportello.app.till;

import it.sportello.api.Dues;
import it.sportello.domain.money.Money;
import it.sportello.domain.till.AttemptSource;
import it.sportello.domain.till.AttemptState;
import it.sportello.domain.till.CardAttempt;
import it.sportello.domain.till.CardSlip;
import it.sportello.offlinecache.journal.Author;
import it.sportello.offlinecache.journal.CardAttemptState;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * An attempt to be paid by card as the journal keeps it, with all that its receipt will need: after a crash nobody is
 * there to be asked again. Amounts in cents.
 *
 * @param author who asked, so that its end is told in the same name whoever works here then
 * @param heard an approval that no session could book yet
 */
public record StoredAttempt(
        UUID id,
        String tillId,
        UUID tillSessionId,
        StoredAuthor author,
        String terminalId,
        long amountCents,
        boolean identityChecked,
        Instant createdAt,
        AttemptState state,
        Optional<StoredSending> sending,
        Optional<StoredSlip> slip,
        Optional<StoredDecision> decision,
        Optional<StoredSlip> heard,
        Payer payer,
        List<Dues.DueView> dues) {

    private static final int REFERENCE_DIGITS = 10;

    public StoredAttempt {
        dues = List.copyOf(dues);
    }

    /** Who asked for the money. */
    public record StoredAuthor(
            String deskId, String installationId, String epoch, String operatorId, String sessionId) {}

    /** What is needed to know the last result again. */
    public record StoredSending(Instant at, boolean amountTold, Optional<String> stanBefore) {}

    /** What is kept of an approval. */
    public record StoredSlip(
            String stan,
            String authorization,
            String cardEnding,
            String cardKind,
            String acquirer,
            Optional<Instant> hostTime) {
        static StoredSlip of(CardSlip slip) {
            return new StoredSlip(
                    slip.stan(),
                    slip.authorization(),
                    slip.cardEnding(),
                    slip.cardKind(),
                    slip.acquirer(),
                    Optional.ofNullable(slip.hostTime()));
        }

        CardSlip slip() {
            return new CardSlip(stan, authorization, cardEnding, cardKind, acquirer, hostTime.orElse(null));
        }

        /** Nothing of the card. */
        @Override
        public String toString() {
            return "StoredSlip[" + stan + "]";
        }
    }

    /** Why it stands as it does. */
    public record StoredDecision(AttemptSource source, String reason, String operatorId, Instant at) {}

    /** Whose receipt it will be. */
    public record Payer(String personId, String holder, String code, boolean opposed) {
        @Override
        public String toString() {
            return "Payer[***]";
        }
    }

    static StoredAttempt of(CardAttempt attempt, Author author, CollectDues.Payment payment) {
        StoredAuthor who = new StoredAuthor(
                author.deskId(), author.installationId(), author.epoch(), author.operatorId(), author.sessionId());
        return with(
                attempt,
                who,
                Optional.empty(),
                new Payer(payment.personId(), payment.holder(), payment.code(), payment.opposed()),
                payment.dues());
    }

    /** The same payment one step on. */
    StoredAttempt at(CardAttempt next) {
        return with(next, author, heard, payer, dues);
    }

    /** The same, with an approval that waits for a session. */
    StoredAttempt hearing(CardAttempt next, CardSlip approval) {
        return with(next, author, Optional.of(StoredSlip.of(approval)), payer, dues);
    }

    private static StoredAttempt with(
            CardAttempt attempt,
            StoredAuthor author,
            Optional<StoredSlip> heard,
            Payer payer,
            List<Dues.DueView> dues) {
        return new StoredAttempt(
                UUID.fromString(attempt.id()),
                attempt.tillId(),
                UUID.fromString(attempt.tillSessionId()),
                author,
                attempt.terminalId(),
                attempt.amount().cents(),
                attempt.identityChecked(),
                attempt.createdAt(),
                attempt.state(),
                Optional.ofNullable(attempt.sending())
                        .map(sent -> new StoredSending(
                                sent.at(), sent.amountTold(), Optional.ofNullable(sent.stanBefore()))),
                Optional.ofNullable(attempt.slip()).map(StoredSlip::of),
                Optional.ofNullable(attempt.decision())
                        .map(how -> new StoredDecision(how.source(), how.reason(), how.operatorId(), how.at())),
                heard,
                payer,
                dues);
    }

    /** As the rules know it. */
    CardAttempt attempt() {
        return new CardAttempt(
                id.toString(),
                tillId,
                tillSessionId.toString(),
                author.operatorId(),
                author.deskId(),
                terminalId,
                Money.ofCents(amountCents),
                dues.stream().map(Dues.DueView::id).toList(),
                identityChecked,
                createdAt,
                state,
                sending.map(sent -> new CardAttempt.Sending(
                                sent.at(), sent.amountTold(), sent.stanBefore().orElse(null)))
                        .orElse(null),
                slip.map(StoredSlip::slip).orElse(null),
                decision.map(how -> new CardAttempt.Decision(how.source(), how.reason(), how.operatorId(), how.at()))
                        .orElse(null));
    }

    /**
     * What the terminal prints under its slip: it tells this payment from that of another desk at the same terminal, for
     * the program and for a person. Nothing personal.
     */
    public String reference() {
        String digits = id.toString().replace("-", "").toUpperCase(Locale.ROOT);
        return "RIF " + digits.substring(digits.length() - REFERENCE_DIGITS);
    }

    /** As the journal stores it. */
    CardAttemptState onDisk() {
        return new CardAttemptState(id, tillId, tillSessionId, state.isOpen(), this);
    }

    /** Who asked, as operations are stamped. */
    Author by() {
        return new Author(
                author.deskId(), author.installationId(), author.epoch(), author.operatorId(), author.sessionId());
    }

    /** The payment as the collection writes it. */
    CollectDues.Payment payment() {
        return new CollectDues.Payment(
                payer.personId(), payer.holder(), payer.code(), dues, Money.ofCents(amountCents), payer.opposed());
    }

    /** Who said how it stands; the terminal before anything is known. */
    AttemptSource saidBy() {
        return decision.map(StoredDecision::source).orElse(AttemptSource.TERMINAL);
    }

    /** Why it stands as it does; empty text before anything is known. */
    String reason() {
        return decision.map(StoredDecision::reason).orElse("");
    }

    public Money amount() {
        return Money.ofCents(amountCents);
    }

    /** Neither person nor dues. */
    @Override
    public String toString() {
        return "StoredAttempt[" + id + " " + state + "]";
    }
}
