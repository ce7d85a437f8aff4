package it.sportello.quality.day.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class PaperFactsTest {
    private static final String WHOLE = "Azienda\nRicevuta\nSR-T04A/2026/000001\nTOTALE 36,15\n"
            + "[barcode SP1RSR-T04A/2026/000001]\nModello D03/1 - operatore 40017";
    private static final String TORN = "Azienda\nRicevuta\nSR-T04A/2026/000002\nTOT";
    private static final String COPY = "Azienda\nRicevuta\nSR-T04A/2026/000002\nDUPLICATO N. 1\nTOTALE 25,00\n"
            + "Modello D03/1 - operatore 40017";

    @Test
    void aWholeReceiptCountsOnce() {
        assertEquals(
                List.of(new PaperFacts.Receipt("SR-T04A/2026/000001", false)), PaperFacts.receipts(List.of(WHOLE)));
    }

    @Test
    void whatBreaksOffDoesNotCountAndTheCopyBelowItDoes() {
        assertEquals(
                List.of(new PaperFacts.Receipt("SR-T04A/2026/000002", true)),
                PaperFacts.receipts(List.of(TORN + "\n" + COPY)));
    }

    @Test
    void otherPapersAreNoReceipts() {
        assertEquals(List.of(), PaperFacts.receipts(List.of("Promemoria\nModello D01/1", "")));
    }
}
