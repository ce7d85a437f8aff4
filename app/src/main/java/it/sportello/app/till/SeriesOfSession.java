package it.sportello.app.till;

import it.sportello.app.print.StoredReceipt;
import it.sportello.app.print.TillSheets;
import it.sportello.domain.document.DocumentNumber;
import it.sportello.offlinecache.journal.Journal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** The numbers that a session gave out, by series. */
final class SeriesOfSession {
    private SeriesOfSession() {}

    static List<TillSheets.SeriesLine> lines(Journal journal, UUID sessionId) {
        Map<String, List<DocumentNumber>> bySeries = new TreeMap<>();
        for (StoredReceipt receipt : journal.documentsOf(sessionId, "receipt", StoredReceipt.class)) {
            DocumentNumber number = DocumentNumber.parse(receipt.number());
            if (number == null) {
                throw new IllegalStateException("a stored document has no number");
            }
            bySeries.computeIfAbsent(number.series().printed(), none -> new ArrayList<>())
                    .add(number);
        }
        return bySeries.entrySet().stream()
                .map(entry -> new TillSheets.SeriesLine(
                        entry.getKey(),
                        entry.getValue().stream()
                                .sorted()
                                .findFirst()
                                .orElseThrow()
                                .printed(),
                        entry.getValue().stream()
                                .max(DocumentNumber::compareTo)
                                .orElseThrow()
                                .printed(),
                        entry.getValue().size()))
                .toList();
    }
}
