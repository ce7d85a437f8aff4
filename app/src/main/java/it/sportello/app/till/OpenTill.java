package it.sportello.app.till;

import it.sportello.api.Tills;
import it.sportello.app.print.TillSheets;
import it.sportello.domain.money.Money;
import it.sportello.domain.operation.Lane;
import it.sportello.domain.operation.OperationType;
import it.sportello.domain.till.Count;
import it.sportello.domain.till.Postings;
import it.sportello.domain.till.TillRefusal;
import it.sportello.domain.till.TillSession;
import it.sportello.domain.till.TillStep;
import it.sportello.offlinecache.journal.OperationDraft;
import it.sportello.offlinecache.journal.PostedEntry;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Opens the till with the operator's own count (flow C1). May wait for the disk and, once a contact, the server. */
public final class OpenTill {
    /** What opening comes to. */
    public sealed interface Result {
        record Opened(TillSession session) implements Result {}

        /** The count differs from the float left by the last closing: a reason is wanted, then open again with it. */
        record ReasonWanted(Money carried, Money counted) implements Result {
            public Money difference() {
                return counted.minus(carried);
            }
        }

        record Refused(List<TillRefusal> refusals) implements Result {
            public Refused {
                refusals = List.copyOf(refusals);
            }
        }
    }

    private final TillBook book;
    private final Clock clock;
    private final ContainerBook container;

    public OpenTill(TillBook book, Clock clock) {
        this(book, clock, new ContainerBook(book.journal(), List::of));
    }

    OpenTill(TillBook book, Clock clock, ContainerBook container) {
        this.book = book;
        this.clock = clock;
        this.container = container;
    }

    /**
     * Opens with a count.
     *
     * @param reason why the count differs; null when it was not asked for yet
     */
    public Result open(Count counted, @Nullable String reason) {
        return open(counted, Optional.empty(), reason);
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
    Result open(Count counted, Optional<Count> inContainer, @Nullable String reason) {
        book.compareAtContact();
        List<TillRefusal> copy = book.againstCopy();
        if (!copy.isEmpty()) {
            return new Result.Refused(copy);
        }
        Money carried = carried(counted);
        if (!counted.total().equals(carried) && (reason == null || reason.isBlank())) {
            return new Result.ReasonWanted(carried, counted.total());
        }
        Instant now = clock.instant();
        Optional<TillRefusal> back = againstClock(now);
        if (back.isPresent()) {
            return new Result.Refused(List.of(back.get()));
        }
        TillSession.Opening opening = new TillSession.Opening(
                UUID.randomUUID().toString(),
                book.tillId(),
                book.desk().author().operatorId(),
                book.desk().author().deskId());
        List<TillSession> known = book.newest().map(List::of).orElse(List.of());
        TillStep step = TillSession.begin(opening, carried, now, known);
        if (step instanceof TillStep.Done begun) {
            step = begun.session().open(counted, reason, now);
        }
        return switch (step) {
            case TillStep.Refused refused -> new Result.Refused(refused.refusals());
            case TillStep.Done done -> new Result.Opened(commit(done.session(), counted, inContainer));
        };
    }

    /** A till that was never opened has no float to differ from: the first count is the float. */
    private Money carried(Count counted) {
        return book.newest().isEmpty() ? counted.total() : book.floatCarried();
    }

    /** Cut off, nobody but the last session knows that the clock went back; a series of another year would not. */
    private Optional<TillRefusal> againstClock(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, TillSession.ZONE);
        return book.newest()
                .map(TillSession::accountingDay)
                .filter(last -> book.desk().offline() && today.isBefore(last))
                .map(last -> new TillRefusal.ClockBack(last, today));
    }

    private TillSession commit(TillSession session, Count counted, Optional<Count> inContainer) {
        long next = book.journal().ledger(session.tillId()).nextSequence();
        TillSession opened = book.journal().commit(transaction -> {
            List<PostedEntry> entries = book.post(transaction, Postings.opening(session, next, transaction.at()));
            book.store(transaction, session);
            TillSheets.Opening sheet = new TillSheets.Opening(
                    session.tillId(),
                    session.accountingDay(),
                    transaction.at(),
                    counted.pieces(),
                    session.expectedFloat(),
                    counted.total(),
                    Optional.ofNullable(session.openingReason()));
            UUID id = UUID.fromString(session.id());
            transaction.putDocument(StoredOpening.key(session.id()), "opening", id, StoredOpening.of(sheet));
            inContainer.ifPresent(found -> container.opened(transaction, session.id(), found));
            StoredSigner.opened(transaction, id, book.desk());
            transaction.enqueue(new OperationDraft(
                    OperationType.TILL_OPENED,
                    1,
                    Lane.till(session.tillId()),
                    new Tills.Opened(
                            id,
                            session.tillId(),
                            book.desk().author().epoch(),
                            session.accountingDay(),
                            StoredTill.onTheWire(counted),
                            session.expectedFloat().cents(),
                            counted.total().cents(),
                            Optional.ofNullable(session.openingReason()),
                            entries.stream().map(PostedEntry::onTheWire).toList()),
                    book.desk().author(),
                    book.desk().offline()));
            return session;
        });
        inContainer.ifPresent(found -> container.tellDevices());
        return opened;
    }
}
