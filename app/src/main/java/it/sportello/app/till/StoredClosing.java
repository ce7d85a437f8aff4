package it.sportello.app.till;

import it.sportello.app.print.TillSheets;
import it.sportello.domain.money.Money;
import it.sportello.domain.till.Denomination;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The closing check D10 as the journal keeps it, amounts in cents. */
public record StoredClosing(
        UUID sessionId,
        String tillId,
        LocalDate day,
        Instant at,
        Map<Denomination, Integer> pieces,
        long openingFloatCents,
        long collectedCents,
        long paidOutCents,
        long expectedCents,
        long countedCents,
        int recounts,
        long floatLeftCents,
        long depositCents,
        List<TillSheets.SeriesLine> series,
        String chainHead,
        boolean offline) {

    /** Where the closing of a session is kept. */
    static String key(String sessionId) {
        return "D10/" + sessionId;
    }

    static StoredClosing of(UUID sessionId, TillSheets.Closing closing) {
        return new StoredClosing(
                sessionId,
                closing.tillId(),
                closing.day(),
                closing.at(),
                closing.pieces(),
                closing.openingFloat().cents(),
                closing.collected().cents(),
                closing.paidOut().cents(),
                closing.expected().cents(),
                closing.counted().cents(),
                closing.recounts(),
                closing.floatLeft().cents(),
                closing.deposit().cents(),
                closing.series(),
                closing.chainHead(),
                closing.offline());
    }

    /** Counted less expected: negative is a shortage. */
    public Money difference() {
        return Money.ofCents(countedCents - expectedCents);
    }

    /** As the sheet wants it. */
    public TillSheets.Closing sheet() {
        return new TillSheets.Closing(
                tillId,
                day,
                at,
                pieces,
                Money.ofCents(openingFloatCents),
                Money.ofCents(collectedCents),
                Money.ofCents(paidOutCents),
                Money.ofCents(expectedCents),
                Money.ofCents(countedCents),
                recounts,
                Money.ofCents(floatLeftCents),
                Money.ofCents(depositCents),
                series,
                chainHead,
                offline);
    }
}
