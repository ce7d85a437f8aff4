package it.sportello.app.till;

import it.sportello.api.Accesses;
import it.sportello.api.Tills;
import it.sportello.app.service.AccessReason;
import it.sportello.domain.document.DocumentNumber;
import it.sportello.domain.document.FiscalDocument;
import it.sportello.domain.document.SeriesKey;
import it.sportello.domain.ledger.LedgerEntry;
import it.sportello.domain.money.Money;
import it.sportello.domain.money.TenderKind;
import it.sportello.domain.operation.Lane;
import it.sportello.domain.operation.OperationType;
import it.sportello.domain.till.DocumentDraft;
import it.sportello.domain.till.Postings;
import it.sportello.domain.till.Settlement;
import it.sportello.domain.till.TillSession;
import it.sportello.offlinecache.journal.Author;
import it.sportello.offlinecache.journal.JournalTransaction;
import it.sportello.offlinecache.journal.OperationDraft;
import it.sportello.offlinecache.journal.PostedEntry;
import it.sportello.offlinecache.journal.PrintJob;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A basket that was paid, as one transaction writes it: numbers, lines of the book, documents, operation, access row and
 * print jobs, whichever way it was paid.
 */
final class Collection {
    private static final String SCREEN = "S21";

    private final TillBook book;
    private final Author author;
    private final CollectDues.Payment payment;
    private final TillSession session;
    private final Settlement settlement;
    private final List<JudgedNote> notes;
    private final List<PostedEntry> entries = new ArrayList<>();
    private final List<Tills.Document> documents = new ArrayList<>();
    private final List<String> numbers = new ArrayList<>();

    /** @param notes what was judged meanwhile: kept with the receipts, paying nothing */
    Collection(
            TillBook book,
            Author author,
            CollectDues.Payment payment,
            TillSession session,
            Settlement settlement,
            List<JudgedNote> notes) {
        this.notes = notes;
        this.book = book;
        this.author = author;
        this.payment = payment;
        this.session = session;
        this.settlement = settlement;
    }

    /**
     * Writes all of it; to be called once.
     *
     * @param proof the card attempt that paid it, told to the server just before; empty for cash
     */
    CollectDues.Result.Collected write(JournalTransaction transaction, Optional<Tills.Attempted> proof) {
        boolean offline = book.desk().offline();
        for (DocumentDraft draft : settlement.documents()) {
            issue(transaction, draft, offline);
        }
        proof.ifPresent(attempted -> enqueue(transaction, OperationType.TILL_ATTEMPTED, attempted, offline));
        enqueue(transaction, OperationType.TILL_COLLECTED, onTheWire(), offline);
        StoredNotes.put(transaction, UUID.fromString(session.id()), numbers, notes);
        transaction.logAccess(
                author, offline, Accesses.Viewed.page(payment.personId(), SCREEN, AccessReason.PAYMENT.name()));
        List<PrintJob> jobs = numbers.stream().map(transaction::queuePrint).toList();
        return new CollectDues.Result.Collected(UUID.fromString(session.id()), settlement, numbers, jobs);
    }

    private void issue(JournalTransaction transaction, DocumentDraft draft, boolean offline) {
        SeriesKey series = SeriesKey.of(
                draft.regime(),
                draft.kind(),
                session.tillId(),
                author.epoch(),
                session.accountingDay().getYear());
        DocumentNumber number = transaction.nextNumber(series, session.accountingDay());
        FiscalDocument document = draft.issue(number, session, transaction.at());
        List<LedgerEntry> lines = Postings.collection(document, 1, transaction.at());
        entries.addAll(book.post(transaction, lines));
        transaction.putDocument(
                number.printed(),
                "receipt",
                UUID.fromString(session.id()),
                ReceiptForms.stored(document, payment, settlement, offline));
        documents.add(DueForms.onTheWire(document));
        numbers.add(number.printed());
    }

    private void enqueue(JournalTransaction transaction, OperationType type, Object payload, boolean offline) {
        transaction.enqueue(new OperationDraft(type, 1, Lane.till(session.tillId()), payload, author, offline));
    }

    private Tills.Collected onTheWire() {
        return new Tills.Collected(
                UUID.fromString(session.id()),
                payment.personId(),
                payment.dues().stream()
                        .map(due -> new Tills.DueSettled(due.id(), due.amountCents(), due.version()))
                        .toList(),
                documents,
                tenders(),
                settlement.payable().cents(),
                settlement.rounding().cents(),
                settlement.tendered().cents(),
                settlement.change().cents(),
                payment.opposed(),
                entries.stream().map(PostedEntry::onTheWire).toList());
    }

    /** What each way of paying brought, over all documents. */
    private List<Tills.TenderLine> tenders() {
        Map<TenderKind, Money> sums = new EnumMap<>(TenderKind.class);
        settlement
                .documents()
                .forEach(draft -> draft.payments().forEach((kind, amount) -> sums.merge(kind, amount, Money::plus)));
        return sums.entrySet().stream()
                .map(sum ->
                        new Tills.TenderLine(sum.getKey().name(), sum.getValue().cents()))
                .toList();
    }
}
