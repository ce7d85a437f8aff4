package it.sportello.app.till;

import it.sportello.api.Accesses;
import it.sportello.api.Dues;
import it.sportello.api.Tills;
import it.sportello.app.print.StoredReceipt;
import it.sportello.app.service.AccessReason;
import it.sportello.domain.document.DocumentNumber;
import it.sportello.domain.document.FiscalDocument;
import it.sportello.domain.document.SeriesKey;
import it.sportello.domain.ledger.LedgerEntry;
import it.sportello.domain.money.Money;
import it.sportello.domain.money.TenderKind;
import it.sportello.domain.operation.Lane;
import it.sportello.domain.operation.OperationType;
import it.sportello.domain.till.Basket;
import it.sportello.domain.till.BasketTotals;
import it.sportello.domain.till.DocumentDraft;
import it.sportello.domain.till.Postings;
import it.sportello.domain.till.Settlement;
import it.sportello.domain.till.SettlementOutcome;
import it.sportello.domain.till.SettlementRefusal;
import it.sportello.domain.till.Tender;
import it.sportello.domain.till.TillRefusal;
import it.sportello.domain.till.TillSession;
import it.sportello.offlinecache.journal.JournalTransaction;
import it.sportello.offlinecache.journal.OperationDraft;
import it.sportello.offlinecache.journal.PostedEntry;
import it.sportello.offlinecache.journal.PrintJob;
import java.time.Clock;
import java.util.ArrayList;
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

        record TillClosed() implements Result {}
    }

    private static final String SCREEN = "S21";

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

    public Result collect(Payment payment) {
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
            case SettlementOutcome.Settled agreed -> commit(payment, open.get(), agreed.settlement());
        };
    }

    private Optional<Result> against(Payment payment, TillSession session) {
        List<TillRefusal> against = book.againstCollecting(session, clock.instant());
        if (!against.isEmpty()) {
            return Optional.of(new Result.TillRefused(against));
        }
        Map<String, String> settled = settledHere(payment.dues());
        return settled.isEmpty() ? Optional.empty() : Optional.of(new Result.AlreadySettled(settled));
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

    private static Basket basket(List<Dues.DueView> dues) {
        return Basket.of(dues.stream().map(DueForms::due).toList());
    }

    private Result commit(Payment payment, TillSession session, Settlement settlement) {
        return book.journal().commit(transaction -> {
            // Asked again where nobody else can commit: two works of one desk may conclude at the same moment.
            Optional<Result> meanwhile =
                    book.open().map(now -> against(payment, now)).orElseGet(() -> Optional.of(new Result.TillClosed()));
            if (meanwhile.isPresent()) {
                return meanwhile.get();
            }
            List<PostedEntry> entries = new ArrayList<>();
            List<Tills.Document> documents = new ArrayList<>();
            List<String> numbers = new ArrayList<>();
            for (DocumentDraft draft : settlement.documents()) {
                FiscalDocument document = issue(transaction, session, draft);
                List<LedgerEntry> lines = Postings.collection(document, 1, transaction.at());
                entries.addAll(book.post(transaction, lines));
                transaction.putDocument(
                        document.number().printed(),
                        "receipt",
                        UUID.fromString(session.id()),
                        ReceiptForms.stored(
                                document, payment, settlement, book.desk().offline()));
                documents.add(DueForms.onTheWire(document));
                numbers.add(document.number().printed());
            }
            transaction.enqueue(new OperationDraft(
                    OperationType.TILL_COLLECTED,
                    1,
                    Lane.till(session.tillId()),
                    new Tills.Collected(
                            UUID.fromString(session.id()),
                            payment.personId(),
                            payment.dues().stream()
                                    .map(due -> new Tills.DueSettled(due.id(), due.amountCents(), due.version()))
                                    .toList(),
                            documents,
                            List.of(new Tills.TenderLine(
                                    TenderKind.CASH.name(),
                                    settlement.cashKept().cents())),
                            settlement.payable().cents(),
                            settlement.rounding().cents(),
                            settlement.tendered().cents(),
                            settlement.change().cents(),
                            payment.opposed(),
                            entries.stream().map(PostedEntry::onTheWire).toList()),
                    book.desk().author(),
                    book.desk().offline()));
            transaction.logAccess(
                    book.desk().author(),
                    book.desk().offline(),
                    Accesses.Viewed.page(payment.personId(), SCREEN, AccessReason.PAYMENT.name()));
            List<PrintJob> jobs = numbers.stream().map(transaction::queuePrint).toList();
            return new Result.Collected(UUID.fromString(session.id()), settlement, numbers, jobs);
        });
    }

    private FiscalDocument issue(JournalTransaction transaction, TillSession session, DocumentDraft draft) {
        SeriesKey series = SeriesKey.of(
                draft.regime(),
                draft.kind(),
                session.tillId(),
                book.desk().author().epoch(),
                session.accountingDay().getYear());
        DocumentNumber number = transaction.nextNumber(series, session.accountingDay());
        return draft.issue(number, session, transaction.at());
    }

    /** A stored receipt, for whoever shows or prints it again. */
    public Optional<StoredReceipt> receipt(String number) {
        return book.journal().document(number, StoredReceipt.class);
    }
}
