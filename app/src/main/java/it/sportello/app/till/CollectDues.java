package it.sportello.app.till;

import it.sportello.api.Dues;
import it.sportello.app.print.StoredReceipt;
import it.sportello.domain.money.Money;
import it.sportello.domain.money.TenderKind;
import it.sportello.domain.till.AttemptRefusal;
import it.sportello.domain.till.Basket;
import it.sportello.domain.till.BasketTotals;
import it.sportello.domain.till.CardAttempt;
import it.sportello.domain.till.Settlement;
import it.sportello.domain.till.SettlementOutcome;
import it.sportello.domain.till.SettlementRefusal;
import it.sportello.domain.till.Tender;
import it.sportello.domain.till.TillRefusal;
import it.sportello.domain.till.TillSession;
import it.sportello.offlinecache.journal.PrintJob;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Collects the dues of a basket in cash: one commit writes ledger, numbers, documents, operation and print jobs; only
 * after it may anything be printed or shown (flows C2 and C3, R-TIL-1). May wait for the disk.
 */
public final class CollectDues {
    /**
     * A payment as the operator concludes it.
     *
     * @param holder name for the receipt
     * @param code code for the receipt
     * @param opposed the citizen opposes the transmission of the expense
     */
    public record Payment(
            String personId, String holder, String code, List<Dues.DueView> dues, Money cash, boolean opposed) {
        public Payment {
            dues = List.copyOf(dues);
        }

        /** Neither person nor dues. */
        @Override
        public String toString() {
            return "Payment[" + dues.size() + " dues]";
        }
    }

    /** What collecting comes to. */
    public sealed interface Result {
        /** Committed. */
        record Collected(UUID tillSessionId, Settlement settlement, List<String> documents, List<PrintJob> jobs)
                implements Result {
            public Collected {
                documents = List.copyOf(documents);
                jobs = List.copyOf(jobs);
            }
        }

        record BasketRefused(List<SettlementRefusal> refusals) implements Result {
            public BasketRefused {
                refusals = List.copyOf(refusals);
            }
        }

        record TillRefused(List<TillRefusal> refusals) implements Result {
            public TillRefused {
                refusals = List.copyOf(refusals);
            }
        }

        /** Dues that this desk has settled already, with the document that did (Q23). */
        record AlreadySettled(Map<String, String> documentByDue) implements Result {
            public AlreadySettled {
                documentByDue = Map.copyOf(documentByDue);
            }
        }

        /** A payment by card stands in the way: its end is not known (Q25). */
        record AttemptRefused(List<AttemptRefusal> refusals) implements Result {
            public AttemptRefused {
                refusals = List.copyOf(refusals);
            }
        }

        record TillClosed() implements Result {}
    }

    private final TillBook book;
    private final CollectionParameters rules;
    private final Clock clock;

    public CollectDues(TillBook book, CollectionParameters rules, Clock clock) {
        this.book = book;
        this.rules = rules;
        this.clock = clock;
    }

    /** What a selection comes to before anything is tendered. */
    public BasketTotals totals(List<Dues.DueView> dues) {
        return basket(dues).totals(rules.today(book.desk(), clock));
    }

    /** Whether dues with a notice may be collected now: its state can be asked, or the parameter relaxes it (Q28). */
    boolean noticesCollectable() {
        return rules.today(book.desk(), clock).noticesCollectable();
    }

    public Result collect(Payment payment) {
        return collect(payment, List.of());
    }

    /**
     * The same, with what was judged of notes meanwhile: it goes into the same commit and pays nothing (R-ADD-13).
     *
     * @param notes readings of this basket alone
     */
    Result collect(Payment payment, List<JudgedNote> notes) {
        Optional<TillSession> open = book.open();
        if (open.isEmpty()) {
            return new Result.TillClosed();
        }
        book.compareAtContact();
        Optional<Result> against = against(payment, open.get());
        if (against.isPresent()) {
            return against.get();
        }
        List<Tender> tenders =
                payment.cash().isZero() ? List.of() : List.of(new Tender(TenderKind.CASH, payment.cash()));
        SettlementOutcome outcome = basket(payment.dues()).settle(tenders, rules.today(book.desk(), clock), Money.ZERO);
        return switch (outcome) {
            case SettlementOutcome.Refused refused -> new Result.BasketRefused(refused.refusals());
            case SettlementOutcome.Settled agreed -> commit(payment, open.get(), agreed.settlement(), notes);
        };
    }

    /** What stands against charging these dues now, in whatever way. */
    Optional<Result> against(Payment payment, TillSession session) {
        List<TillRefusal> against = book.againstCollecting(session, clock.instant());
        if (!against.isEmpty()) {
            return Optional.of(new Result.TillRefused(against));
        }
        Map<String, String> settled = settledHere(payment.dues());
        if (!settled.isEmpty()) {
            return Optional.of(new Result.AlreadySettled(settled));
        }
        List<AttemptRefusal> frozen = CardAttempt.againstCharging(
                payment.dues().stream().map(Dues.DueView::id).toList(), "", book.openAttempts());
        return frozen.isEmpty() ? Optional.empty() : Optional.of(new Result.AttemptRefused(frozen));
    }

    private Map<String, String> settledHere(List<Dues.DueView> dues) {
        Map<String, String> settled = new java.util.HashMap<>();
        book.journal()
                .localFacts()
                .settlements(dues.stream().map(Dues.DueView::id).toList())
                .forEach((due, settlements) -> settlements.stream()
                        .findFirst()
                        .ifPresent(settlement -> settled.put(due, settlement.documentNumber())));
        return settled;
    }

    static Basket basket(List<Dues.DueView> dues) {
        return Basket.of(dues.stream().map(DueForms::due).toList());
    }

    private Result commit(Payment payment, TillSession session, Settlement settlement, List<JudgedNote> notes) {
        return book.journal().commit(transaction -> {
            // Asked again where nobody else can commit: two works of one desk may conclude at the same moment.
            Optional<Result> meanwhile =
                    book.open().map(now -> against(payment, now)).orElseGet(() -> Optional.of(new Result.TillClosed()));
            return meanwhile.isPresent()
                    ? meanwhile.get()
                    : new Collection(book, book.desk().author(), payment, session, settlement, notes)
                            .write(transaction, Optional.empty());
        });
    }

    /** A stored receipt, for whoever shows or prints it again. */
    public Optional<StoredReceipt> receipt(String number) {
        return book.journal().document(number, StoredReceipt.class);
    }
}
