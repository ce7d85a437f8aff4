package it.sportello.app.till;

import it.sportello.app.print.StoredReceipt;
import it.sportello.domain.document.DocumentKind;
import it.sportello.domain.document.FiscalDocument;
import it.sportello.domain.till.Settlement;
import java.util.Map;
import java.util.Optional;

/** A fiscal document as it is kept, to be printed now and again later. */
final class ReceiptForms {
    private ReceiptForms() {}

    static StoredReceipt stored(
            FiscalDocument document, CollectDues.Payment payment, Settlement settlement, boolean offline) {
        boolean alone = settlement.documents().size() == 1;
        boolean change = alone && settlement.change().isPositive();
        return new StoredReceipt(
                document.number().printed(),
                document.number().series().kind() == DocumentKind.INVOICE,
                document.issuedAt(),
                payment.holder(),
                payment.code(),
                document.lines().stream()
                        .map(line -> new StoredReceipt.Line(
                                line.description(), line.amount().cents()))
                        .toList(),
                document.stamp().cents(),
                document.rounding().cents(),
                document.payable().cents(),
                document.payments().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(paid -> new StoredReceipt.Tender(
                                paid.getKey().name(), paid.getValue().cents()))
                        .toList(),
                change ? Optional.of(settlement.tendered().cents()) : Optional.empty(),
                change ? settlement.change().cents() : 0,
                document.lines().stream()
                        .map(line -> line.vat().textCode())
                        .distinct()
                        .toList(),
                payment.opposed(),
                offline);
    }
}
