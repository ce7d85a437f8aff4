package it.sportello.app.till;

import it.sportello.api.Tills;
import it.sportello.app.print.TillSheets;
import it.sportello.domain.ledger.Ledger;
import it.sportello.domain.money.Money;
import it.sportello.domain.money.TenderKind;
import it.sportello.domain.operation.Lane;
import it.sportello.domain.operation.OperationType;
import it.sportello.domain.parameter.ParameterKeys;
import it.sportello.domain.till.AttemptState;
import it.sportello.domain.till.Balance;
import it.sportello.domain.till.CardAttempt;
import it.sportello.domain.till.Count;
import it.sportello.domain.till.PendingWork;
import it.sportello.domain.till.Postings;
import it.sportello.domain.till.TillRefusal;
import it.sportello.domain.till.TillSession;
import it.sportello.domain.till.TillState;
import it.sportello.domain.till.TillStep;
import it.sportello.offlinecache.journal.JournalTransaction;
import it.sportello.offlinecache.journal.OperationDraft;
import it.sportello.offlinecache.journal.PostedEntry;
import it.sportello.offlinecache.journal.PrintJob;
import it.sportello.offlinecache.journal.SeriesStand;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Closes the till step by step: begin, count blind, perhaps count again, book. Each step is stored, so that a killed
 * program goes on where it was (flow C14, R-TIL-11 to R-TIL-14). May wait for the disk.
 */
public final class CloseTill {
    /** What a step comes to. */
    public sealed interface Result {
        /**
         * The count may be typed; the expected cash stays hidden.
         *
         * @param forHolder badge of who opened the till, when somebody else closes it
         */
        record Counting(Optional<String> forHolder) implements Result {}

        /**
         * Counted and compared: book it, or count again while recounts are left.
         *
         * @param forHolder badge of who opened the till, when somebody else closes it
         */
        record Compared(Optional<String> forHolder, Money expected, Money counted, boolean mayRecount)
                implements Result {
            public Money difference() {
                return counted.minus(expected);
            }
        }

        /** Booked; nothing can be changed any more. */
        record Closed(StoredClosing closing) implements Result {}

        record Refused(List<TillRefusal> refusals) implements Result {
            public Refused {
                refusals = List.copyOf(refusals);
            }
        }

        /**
         * Who works here now may not close this till.
         *
         * @param holder badge of who opened it
         */
        record Forbidden(TillRefusal refusal, String holder) implements Result {}

        record NotOpen() implements Result {}
    }

    private final TillBook book;
    private final Clock clock;
    private final ContainerBook container;

    public CloseTill(TillBook book, Clock clock) {
        this(book, clock, new ContainerBook(book.journal(), List::of));
    }

    CloseTill(TillBook book, Clock clock, ContainerBook container) {
        this.book = book;
        this.clock = clock;
        this.container = container;
    }

    /**
     * Begins the closing, or goes on with one that was begun.
     *
     * @param carryUnprinted documents without paper are formally carried over
     * @param open what else has to be ended first, such as an open basket
     */
    public Result begin(boolean carryUnprinted, List<PendingWork> open) {
        return step(session -> {
            if (session.state() == TillState.CLOSING_COUNT) {
                return resume(session);
            }
            List<PendingWork> pending = Stream.concat(open.stream(), pending(carryUnprinted).stream())
                    .toList();
            return switch (session.startClosing(pending)) {
                case TillStep.Refused refused -> new Result.Refused(refused.refusals());
                // Another work of the desk may have asked for a payment meanwhile: it is looked at again.
                case TillStep.Done done ->
                    begun(done.session(), pending) ? counting(done.session()) : begin(carryUnprinted, open);
            };
        });
    }

    /** Back to work, before any count was confirmed. */
    public Result giveUp() {
        return step(session -> switch (session.giveUpClosing(clock.instant())) {
            case TillStep.Refused refused -> new Result.Refused(refused.refusals());
            case TillStep.Done done -> {
                store(done.session());
                yield new Result.NotOpen();
            }
        });
    }

    /** Confirms a count: only now is the expected cash compared. */
    public Result count(Count counted) {
        return count(counted, Optional.empty());
    }

    /** Whether there is a validator whose container is counted too. */
    boolean countsContainer() {
        return container.isHere();
    }

    /**
     * The same beside a container.
     *
     * @param counted drawer and container together
     * @param inContainer what of it lay in the container
     */
    Result count(Count counted, Optional<Count> inContainer) {
        return step(session -> switch (session.count(counted, recounts())) {
            case TillStep.Refused refused -> new Result.Refused(refused.refusals());
            case TillStep.Done done -> {
                book.journal().commit(transaction -> {
                    book.store(transaction, done.session());
                    inContainer.ifPresent(found -> container.counted(transaction, session.id(), found));
                    return session;
                });
                yield compared(done.session());
            }
        });
    }

    /** What the count of the container came to, once it is confirmed; empty at a desk without one. */
    Optional<StoredContainer> inContainer() {
        return book.open().flatMap(session -> container.waiting(session.id()));
    }

    /** A step of the session in course, by who may close it. */
    private Result step(Function<TillSession, Result> step) {
        Optional<TillSession> open = book.open();
        if (open.isEmpty()) {
            return new Result.NotOpen();
        }
        List<TillRefusal> against = book.againstClosing(open.get());
        return against.isEmpty()
                ? step.apply(open.get())
                : new Result.Forbidden(against.get(0), book.holder(open.get()));
    }

    /** What stays in the drawer unless the operator says otherwise: the float counted at opening. */
    public Money proposedFloat() {
        return book.open()
                .map(session -> {
                    Count opening = session.openingCount();
                    Count counted = session.closingCount();
                    Money fund = opening == null ? Money.ZERO : opening.total();
                    return counted == null ? fund : fund.min(counted.total());
                })
                .orElse(Money.ZERO);
    }

    /** Books the count that stands, with its difference, and closes. */
    public Result book(Money floatLeft) {
        return book(floatLeft, Optional.empty());
    }

    /**
     * The same, with what the card terminal says it took.
     *
     * @param terminal empty when it was not there to be asked
     */
    public Result book(Money floatLeft, Optional<StoredCards.Terminal> terminal) {
        StoredCards cards = cards().with(terminal);
        return step(session -> {
            Balance balance = Balance.of(book.journal().ledger(book.tillId()));
            return switch (session.book(balance.expectedCash())) {
                case TillStep.Refused refused -> new Result.Refused(refused.refusals());
                case TillStep.Done done -> new Result.Closed(commit(done.session(), balance, floatLeft, cards));
            };
        });
    }

    private Result resume(TillSession session) {
        return session.closingCount() == null ? counting(session) : compared(session);
    }

    private Optional<String> forHolder(TillSession session) {
        return book.otherHolder(session, book.desk().author().operatorId());
    }

    private Result counting(TillSession session) {
        return new Result.Counting(forHolder(session));
    }

    private Result compared(TillSession session) {
        Count counted = session.closingCount();
        if (counted == null) {
            return counting(session);
        }
        Money expected = Balance.of(book.journal().ledger(book.tillId())).expectedCash();
        return new Result.Compared(
                forHolder(session),
                expected,
                counted.total(),
                session.closingCounts().size() <= recounts());
    }

    private int recounts() {
        return book.desk().parameters().get(ParameterKeys.CLOSING_RECOUNTS, LocalDate.now(clock));
    }

    private List<PendingWork> pending(boolean carry) {
        // Money may have been taken: who carries that over answers for it (specification §13).
        boolean carryCards = carry && book.isResponsible();
        return Stream.concat(
                        unprinted(carry).stream(),
                        book.openAttempts().stream()
                                .map(attempt ->
                                        new PendingWork(PendingWork.Kind.UNRESOLVED_ATTEMPT, attempt.id(), carryCards)))
                .toList();
    }

    /** Whether who works here now may carry a payment by card without a known end over to the next session. */
    public boolean mayCarryCards() {
        return book.isResponsible();
    }

    /** What the card brought in this session, as the ledger books it, and in how many payments. */
    public StoredCards cards() {
        Optional<TillSession> session = book.open();
        long payments = session.map(open ->
                        book
                                .journal()
                                .cardAttempts()
                                .ofSession(UUID.fromString(open.id()), StoredAttempt.class)
                                .stream()
                                .filter(attempt -> attempt.state() == AttemptState.APPROVED)
                                .count())
                .orElse(0L);
        return new StoredCards(
                book.journal()
                        .ledger(book.tillId())
                        .ofDocuments(TenderKind.CARD)
                        .cents(),
                payments,
                Optional.empty());
    }

    /** A payment without a known end, for the list of what stands in the way. */
    Optional<StoredAttempt> attempt(String id) {
        return book.journal().cardAttempts().find(UUID.fromString(id), StoredAttempt.class);
    }

    private List<PendingWork> unprinted(boolean carryUnprinted) {
        return book.journal().prints().undelivered().stream()
                .map(PrintJob::documentKey)
                .distinct()
                .map(key -> new PendingWork(PendingWork.Kind.UNPRINTED_DOCUMENT, key, carryUnprinted))
                .toList();
    }

    /** @return false when a payment by card began since the pending work was read */
    private boolean begun(TillSession session, List<PendingWork> carried) {
        List<String> known = carried.stream().map(PendingWork::reference).toList();
        return book.journal().commit(transaction -> {
            boolean stands = book.openAttempts().stream().allMatch(attempt -> known.contains(attempt.id()));
            if (stands) {
                book.store(transaction, session);
                putCarried(transaction, session, known);
            }
            return stands;
        });
    }

    private static void putCarried(JournalTransaction transaction, TillSession session, List<String> documents) {
        transaction.putDocument(
                StoredCarried.key(session.id()),
                StoredCarried.FORM,
                UUID.fromString(session.id()),
                new StoredCarried(documents));
    }

    private void putCarriedCards(JournalTransaction transaction, TillSession session) {
        List<String> open = book.openAttempts().stream().map(CardAttempt::id).toList();
        if (!open.isEmpty()) {
            transaction.putDocument(
                    StoredCarried.cardsKey(session.id()),
                    StoredCarried.FORM,
                    UUID.fromString(session.id()),
                    new StoredCarried(open));
        }
    }

    /** What was carried when the closing began and has no paper even now. */
    private List<String> stillCarried(TillSession session) {
        Set<String> unprinted = book.journal().prints().undelivered().stream()
                .map(PrintJob::documentKey)
                .collect(Collectors.toSet());
        return book
                .journal()
                .document(StoredCarried.key(session.id()), StoredCarried.class)
                .map(StoredCarried::documents)
                .orElse(List.of())
                .stream()
                .filter(unprinted::contains)
                .toList();
    }

    private void store(TillSession session) {
        book.journal().commit(transaction -> {
            book.store(transaction, session);
            return session;
        });
    }

    private StoredClosing commit(TillSession session, Balance balance, Money floatLeft, StoredCards cards) {
        Count counted = session.closingCount();
        if (counted == null) {
            throw new IllegalStateException("booked without a count");
        }
        Ledger before = book.journal().ledger(session.tillId());
        List<String> carried = stillCarried(session);
        Optional<StoredContainer> inContainer = container.waiting(session.id());
        StoredClosing closed = book.journal().commit(transaction -> {
            // Each operation tells the cash in the drawer as it is then: the cards are squared before it is emptied.
            square(transaction, session, cards);
            List<PostedEntry> entries = book.post(
                    transaction,
                    Postings.closing(balance, counted.total(), floatLeft, before.nextSequence(), transaction.at()));
            book.store(transaction, session);
            UUID id = UUID.fromString(session.id());
            enqueue(transaction, session, balance, floatLeft, entries);
            StoredClosing closing = StoredClosing.of(id, sheet(session, balance, floatLeft, transaction));
            transaction.putDocument(StoredClosing.key(session.id()), "closing", id, closing);
            putCarried(transaction, session, carried);
            putCarriedCards(transaction, session);
            inContainer.ifPresent(found -> container.booked(transaction, session.id(), found));
            StoredSigner.closed(transaction, id, book.desk());
            return closing;
        });
        inContainer.ifPresent(found -> container.tellDevices());
        return closed;
    }

    /** A session without any card tells nothing of it, as before there were cards. */
    private void square(JournalTransaction transaction, TillSession session, StoredCards cards) {
        if (cards.isEmpty() && book.openAttempts().isEmpty()) {
            return;
        }
        UUID id = UUID.fromString(session.id());
        transaction.putDocument(StoredCards.key(session.id()), StoredCards.FORM, id, cards);
        if (cards.isEmpty()) {
            return;
        }
        transaction.enqueue(new OperationDraft(
                OperationType.TILL_SQUARED,
                1,
                Lane.till(session.tillId()),
                cards.onTheWire(id),
                book.desk().author(),
                book.desk().offline()));
    }

    private void enqueue(
            JournalTransaction transaction,
            TillSession session,
            Balance balance,
            Money floatLeft,
            List<PostedEntry> entries) {
        Count counted = session.closingCount() == null ? Count.empty() : session.closingCount();
        transaction.enqueue(new OperationDraft(
                OperationType.TILL_CLOSED,
                1,
                Lane.till(session.tillId()),
                new Tills.Closed(
                        UUID.fromString(session.id()),
                        session.accountingDay(),
                        StoredTill.onTheWire(counted),
                        session.closingCounts().size() - 1,
                        balance.expectedCash().cents(),
                        counted.total().cents(),
                        balance.difference(counted.total()).cents(),
                        floatLeft.cents(),
                        counted.total().minus(floatLeft).cents(),
                        book.journal().series(session.tillId()).stream()
                                .map(SeriesStand::onTheWire)
                                .toList(),
                        entries.stream().map(PostedEntry::onTheWire).toList()),
                book.desk().author(),
                book.desk().offline()));
    }

    private TillSheets.Closing sheet(
            TillSession session, Balance balance, Money floatLeft, JournalTransaction transaction) {
        Count counted = session.closingCount() == null ? Count.empty() : session.closingCount();
        return new TillSheets.Closing(
                session.tillId(),
                session.accountingDay(),
                transaction.at(),
                counted.pieces(),
                balance.countedFloat(),
                balance.collected().plus(balance.toppedUp()),
                balance.paidOut().plus(balance.pickedUp()),
                balance.expectedCash(),
                counted.total(),
                session.closingCounts().size() - 1,
                floatLeft,
                counted.total().minus(floatLeft),
                SeriesOfSession.lines(book.journal(), UUID.fromString(session.id())),
                book.journal()
                        .chainHead(Lane.till(session.tillId()).name())
                        .map(head -> head.link().hex())
                        .orElse(""),
                book.desk().offline());
    }
}
