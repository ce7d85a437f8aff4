package it.sportello.app.till;

import it.sportello.api.Accesses;
import it.sportello.api.Tills;
import it.sportello.app.service.AccessReason;
import it.sportello.devices.terminal.DoubtEvidence;
import it.sportello.devices.terminal.TerminalReceipts;
import it.sportello.domain.money.Money;
import it.sportello.domain.operation.Lane;
import it.sportello.domain.operation.OperationType;
import it.sportello.domain.till.AttemptRefusal;
import it.sportello.domain.till.AttemptSource;
import it.sportello.domain.till.AttemptState;
import it.sportello.domain.till.AttemptStep;
import it.sportello.domain.till.CardAttempt;
import it.sportello.domain.till.CardSlip;
import it.sportello.domain.till.Settlement;
import it.sportello.domain.till.SettlementOutcome;
import it.sportello.domain.till.SettlementRefusal;
import it.sportello.domain.till.Tender;
import it.sportello.domain.till.TillSession;
import it.sportello.offlinecache.journal.Author;
import it.sportello.offlinecache.journal.JournalTransaction;
import it.sportello.offlinecache.journal.OperationDraft;
import it.sportello.offlinecache.journal.PrintJob;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The steps of card payments as the journal writes them. Each is one transaction: stored before the terminal is asked,
 * stored before the request leaves, and an approval with its movement, number, receipt, operations and prints at once
 * (R-TIL-5). Every method may wait for the disk.
 */
final class CardBook {
    /** Reason of a doubt: the terminal approved, and no session could book it yet. */
    static final String NOT_BOOKED = "NOT_BOOKED";

    /** Reason of a doubt: the terminal approved, and booking it failed or a rule does not let it pass. */
    static final String NOT_BOOKABLE = "NOT_BOOKABLE";

    /** Reason of a doubt: the last result bears the number of another payment. */
    static final String OF_ANOTHER = "ANOTHER_RESULT";

    private static final String SCREEN = "S22";

    private final TillBook book;
    private final CollectDues collect;
    private final CollectionParameters rules;
    private final Clock clock;

    CardBook(TillBook book, CollectionParameters rules, Clock clock) {
        this.book = book;
        this.collect = new CollectDues(book, rules, clock);
        this.rules = rules;
        this.clock = clock;
    }

    /** Whether the money may be asked for. */
    sealed interface Beginning {
        /** Stored; now the terminal may be asked. */
        record Stored(StoredAttempt attempt) implements Beginning {}

        record Refused(CollectDues.Result why) implements Beginning {}
    }

    /** What an approval comes to. */
    sealed interface Booking {
        record Booked(CollectDues.Result.Collected collected, String personId, List<PrintJob> slips)
                implements Booking {
            public Booked {
                slips = List.copyOf(slips);
            }
        }

        /** The proof is kept; a session has to be opened for it. */
        record Waits() implements Booking {}

        /** The proof is kept; a rule that changed meanwhile does not let the basket pass. */
        record NotAllowed(List<SettlementRefusal> refusals) implements Booking {
            public NotAllowed {
                refusals = List.copyOf(refusals);
            }
        }

        /** It proves another payment, or the end was known. */
        record Refused(List<AttemptRefusal> refusals) implements Booking {
            public Refused {
                refusals = List.copyOf(refusals);
            }
        }
    }

    /**
     * Stores the attempt, when nothing stands against it; the whole basket is paid by card, so nothing is rounded.
     *
     * @param notes what was judged while the basket still took cash: kept with its receipts if the card pays them
     */
    Beginning begin(
            UUID id, CollectDues.Payment payment, boolean identityChecked, String terminalId, List<JudgedNote> notes) {
        book.compareAtContact();
        return book.journal().commit(transaction -> {
            Optional<TillSession> session = book.open();
            if (session.isEmpty()) {
                return new Beginning.Refused(new CollectDues.Result.TillClosed());
            }
            Optional<CollectDues.Result> against = collect.against(payment, session.get());
            if (against.isPresent()) {
                return new Beginning.Refused(against.get());
            }
            Money amount = collect.totals(payment.dues()).total();
            SettlementOutcome outcome =
                    settle(payment, amount, LocalDate.now(clock), book.desk().offline());
            if (outcome instanceof SettlementOutcome.Refused refused) {
                return new Beginning.Refused(new CollectDues.Result.BasketRefused(refused.refusals()));
            }
            List<String> dues = payment.dues().stream().map(due -> due.id()).toList();
            List<AttemptRefusal> open = CardAttempt.againstCharging(dues, terminalId, book.openAttempts());
            if (!open.isEmpty()) {
                return new Beginning.Refused(new CollectDues.Result.AttemptRefused(open));
            }
            Author author = book.desk().author();
            CardAttempt attempt = CardAttempt.create(
                    id.toString(),
                    new CardAttempt.Place(
                            session.get().tillId(),
                            session.get().id(),
                            author.operatorId(),
                            author.deskId(),
                            terminalId),
                    amount,
                    dues,
                    identityChecked,
                    transaction.at());
            StoredAttempt stored = StoredAttempt.of(attempt, author, payment);
            transaction.putCardAttempt(stored.onDisk());
            StoredNotes.putWaiting(transaction, id, notes);
            return new Beginning.Stored(stored);
        });
    }

    /**
     * The next thing that happens is the sending.
     *
     * @throws IllegalStateException when the attempt may not be sent: nothing leaves then
     */
    void sent(UUID id, CardAttempt.Sending sending) {
        book.journal().commit(transaction -> {
            StoredAttempt stored = find(id);
            if (!(stored.attempt().sent(sending) instanceof AttemptStep.Done(CardAttempt next))) {
                throw new IllegalStateException("attempt " + id + " is " + stored.state());
            }
            transaction.putCardAttempt(stored.at(next).onDisk());
            return next;
        });
    }

    /** Nobody knows how it ended. The server is told once. */
    void unknown(UUID id, String reason) {
        book.journal().commit(transaction -> {
            StoredAttempt stored = find(id);
            boolean first = stored.state() != AttemptState.UNKNOWN;
            CardAttempt.Decision why = decision(stored.by(), AttemptSource.TERMINAL, reason, transaction.at());
            if (stored.attempt().unknown(why) instanceof AttemptStep.Done(CardAttempt next)) {
                StoredAttempt doubtful = stored.at(next);
                transaction.putCardAttempt(doubtful.onDisk());
                if (first) {
                    tell(transaction, doubtful, doubtful.tillSessionId(), doubtful.by());
                }
            }
            return stored;
        });
    }

    /** No money moved. */
    AttemptStep refuse(UUID id, AttemptSource source, String reason) {
        return book.journal().commit(transaction -> {
            StoredAttempt stored = find(id);
            if (overrules(stored, source)) {
                return new AttemptStep.Refused(List.of(new AttemptRefusal.AlreadyEnded(AttemptState.APPROVED)));
            }
            Author by = source == AttemptSource.OPERATOR ? book.desk().author() : stored.by();
            AttemptStep step = stored.attempt().refuse(decision(by, source, reason, transaction.at()));
            if (step instanceof AttemptStep.Done(CardAttempt next)) {
                StoredAttempt refused = stored.at(next);
                transaction.putCardAttempt(refused.onDisk());
                // They stay with the basket, which may be paid in another way.
                transaction.removeDraft(StoredNotes.waitingKey(id));
                tell(transaction, refused, sessionNow(stored), by);
            }
            return step;
        });
    }

    /** Keeps the slips that the terminal wrote about a refusal, and queues their prints. */
    List<PrintJob> keepSlips(UUID id, TerminalReceipts receipts) {
        StoredAttempt stored = find(id);
        return receipts.copies().isEmpty()
                ? List.of()
                : book.journal().commit(transaction -> slips(transaction, stored, id.toString(), receipts));
    }

    /**
     * Money moved: movement, number, receipt, slips, operations, prints and the end of the attempt, at once. When they
     * cannot be written the proof alone is: nothing makes undone what the bank did.
     */
    Booking approve(UUID id, CardSlip proof, AttemptSource source, String reason, TerminalReceipts receipts) {
        boolean written = false;
        try {
            Booking booking =
                    book.journal().commit(transaction -> approve(transaction, id, proof, source, reason, receipts));
            written = true;
            return booking;
        } finally {
            if (!written) {
                keepProof(id, proof, source, reason);
            }
        }
    }

    private void keepProof(UUID id, CardSlip proof, AttemptSource source, String reason) {
        book.journal().commit(transaction -> {
            // Read again: a commit may have been stored and its answer lost.
            StoredAttempt stored = find(id);
            if (stored.state().isOpen()) {
                Author by = source == AttemptSource.OPERATOR ? book.desk().author() : stored.by();
                hear(transaction, stored, proof, decision(by, source, reason, transaction.at()), by);
            }
            return stored;
        });
    }

    /** Keeps an approval that is not booked; the first time the server is told, and with it the accountant. */
    private void hear(
            JournalTransaction transaction, StoredAttempt stored, CardSlip proof, CardAttempt.Decision how, Author by) {
        if (stored.attempt().unknown(how) instanceof AttemptStep.Done(CardAttempt next)) {
            StoredAttempt heard = stored.hearing(next, proof);
            transaction.putCardAttempt(heard.onDisk());
            if (stored.heard().isEmpty()) {
                tell(transaction, heard, sessionNow(stored), by);
            }
        }
    }

    private Booking approve(
            JournalTransaction transaction,
            UUID id,
            CardSlip proof,
            AttemptSource source,
            String reason,
            TerminalReceipts receipts) {
        StoredAttempt stored = find(id);
        if (overrules(stored, source)) {
            return new Booking.Refused(List.of(new AttemptRefusal.AlreadyEnded(AttemptState.APPROVED)));
        }
        CardAttempt attempt = stored.attempt();
        Author by = source == AttemptSource.OPERATOR ? book.desk().author() : stored.by();
        CardAttempt.Decision how = decision(by, source, reason, transaction.at());
        AttemptStep step = attempt.approve(proof, how, others(stored));
        if (step instanceof AttemptStep.Refused(List<AttemptRefusal> refusals)) {
            return new Booking.Refused(refusals);
        }
        CardAttempt approved = ((AttemptStep.Done) step).attempt();
        Optional<TillSession> session = book.booking();
        if (session.isEmpty()) {
            hear(transaction, stored, proof, how, by);
            return new Booking.Waits();
        }
        // The money moved: what may be collected off line, or of another day, is no question any more.
        LocalDate asked = LocalDate.ofInstant(stored.createdAt(), TillSession.ZONE);
        return switch (settle(stored.payment(), stored.amount(), asked, false)) {
            case SettlementOutcome.Settled(Settlement settlement) ->
                book(transaction, stored.at(approved), session.get(), settlement, by, receipts);
            case SettlementOutcome.Refused refused -> {
                hear(transaction, stored, proof, how, by);
                yield new Booking.NotAllowed(refused.refusals());
            }
        };
    }

    /** Why the end of an attempt is open, as the operator's texts know it. */
    String whyOpen(StoredAttempt attempt) {
        if (attempt.heard().isPresent()) {
            return book.booking().isPresent() ? NOT_BOOKABLE : NOT_BOOKED;
        }
        return attempt.decision().map(StoredAttempt.StoredDecision::reason).orElse(DoubtEvidence.NO_ANSWER.name());
    }

    /** What the terminal approved waits for a session only: no person says otherwise. */
    private static boolean overrules(StoredAttempt stored, AttemptSource source) {
        return source == AttemptSource.OPERATOR
                && stored.heard().isPresent()
                && stored.saidBy() != AttemptSource.OPERATOR;
    }

    private Booking book(
            JournalTransaction transaction,
            StoredAttempt approved,
            TillSession session,
            Settlement settlement,
            Author by,
            TerminalReceipts receipts) {
        Author author =
                session.operatorId().equals(by.operatorId()) ? by : book.desk().author();
        CollectDues.Payment payment = approved.payment();
        UUID sessionId = UUID.fromString(session.id());
        List<JudgedNote> notes = StoredNotes.waiting(book.journal(), approved.id());
        CollectDues.Result.Collected collected = new Collection(book, author, payment, session, settlement, notes)
                .write(transaction, Optional.of(onTheWire(approved, sessionId)));
        transaction.removeDraft(StoredNotes.waitingKey(approved.id()));
        transaction.putCardAttempt(approved.onDisk());
        List<PrintJob> slips =
                slips(transaction, approved, collected.documents().get(0), receipts);
        return new Booking.Booked(collected, payment.personId(), slips);
    }

    private SettlementOutcome settle(CollectDues.Payment payment, Money amount, LocalDate day, boolean offline) {
        return CollectDues.basket(payment.dues())
                .settle(List.of(Tender.card(amount)), rules.on(day, book.desk().parameters(), offline), Money.ZERO);
    }

    private List<PrintJob> slips(
            JournalTransaction transaction, StoredAttempt attempt, String of, TerminalReceipts receipts) {
        List<PrintJob> jobs = new ArrayList<>();
        for (int copy = 1; copy <= receipts.copies().size(); copy++) {
            String key = StoredTerminalSlip.key(of, copy);
            transaction.putDocument(
                    key,
                    StoredTerminalSlip.FORM,
                    attempt.tillSessionId(),
                    StoredTerminalSlip.of(receipts.copies().get(copy - 1)));
            jobs.add(transaction.queuePrint(key));
        }
        return jobs;
    }

    /** The other payments that a slip could belong to: of the session that asked, and those still open. */
    private List<CardAttempt> others(StoredAttempt stored) {
        List<CardAttempt> others = new ArrayList<>(book.openAttempts());
        book.journal().cardAttempts().ofSession(stored.tillSessionId(), StoredAttempt.class).stream()
                .map(StoredAttempt::attempt)
                .forEach(others::add);
        return others;
    }

    private UUID sessionNow(StoredAttempt stored) {
        return book.open().map(session -> UUID.fromString(session.id())).orElse(stored.tillSessionId());
    }

    private void tell(JournalTransaction transaction, StoredAttempt attempt, UUID sessionId, Author by) {
        transaction.enqueue(new OperationDraft(
                OperationType.TILL_ATTEMPTED,
                1,
                Lane.till(attempt.tillId()),
                onTheWire(attempt, sessionId),
                by,
                book.desk().offline()));
    }

    private static Tills.Attempted onTheWire(StoredAttempt attempt, UUID sessionId) {
        return new Tills.Attempted(
                attempt.id(),
                sessionId,
                attempt.terminalId(),
                attempt.amountCents(),
                attempt.attempt().dueIds(),
                attempt.identityChecked(),
                attempt.createdAt(),
                attempt.state().name(),
                attempt.decision().map(how -> how.source().name()).orElse(AttemptSource.TERMINAL.name()),
                attempt.decision().map(StoredAttempt.StoredDecision::reason).orElse(""),
                attempt.slip()
                        .or(attempt::heard)
                        .map(slip -> new Tills.CardSlip(
                                slip.stan(),
                                slip.authorization(),
                                slip.cardEnding(),
                                slip.cardKind(),
                                slip.acquirer(),
                                slip.hostTime())));
    }

    private static CardAttempt.Decision decision(Author by, AttemptSource source, String reason, Instant at) {
        return new CardAttempt.Decision(source, reason.strip(), by.operatorId(), at);
    }

    StoredAttempt find(UUID id) {
        return book.journal()
                .cardAttempts()
                .find(id, StoredAttempt.class)
                .orElseThrow(() -> new IllegalStateException("no attempt " + id));
    }

    /** Every payment whose end is not known, the oldest first. */
    List<StoredAttempt> open() {
        return book.desk()
                .tillId()
                .map(till -> book.journal().cardAttempts().open(till, StoredAttempt.class))
                .orElse(List.of());
    }

    /** The same, each new one with its row in the access log before its payer is shown. */
    List<StoredAttempt> view(Set<UUID> seen) {
        List<StoredAttempt> open = open();
        List<StoredAttempt> unseen =
                open.stream().filter(attempt -> !seen.contains(attempt.id())).toList();
        if (!unseen.isEmpty()) {
            book.journal().commit(transaction -> {
                unseen.forEach(attempt -> transaction.logAccess(
                        book.desk().author(),
                        book.desk().offline(),
                        Accesses.Viewed.page(attempt.payer().personId(), SCREEN, AccessReason.PAYMENT.name())));
                return unseen;
            });
        }
        return open;
    }
}
