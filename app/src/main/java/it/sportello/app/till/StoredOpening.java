package it.sportello.app.till;

import it.sportello.app.print.TillSheets;
import it.sportello.domain.money.Money;
import it.sportello.domain.till.Denomination;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** The opening check D09 as the journal keeps it. */
public record StoredOpening(
        String tillId,
        LocalDate day,
        Instant at,
        Map<Denomination, Integer> pieces,
        long carriedCents,
        long countedCents,
        Optional<String> reason) {
    /** Where the opening of a session is kept. */
    static String key(String sessionId) {
        return "D09/" + sessionId;
    }

    static StoredOpening of(TillSheets.Opening opening) {
        return new StoredOpening(
                opening.tillId(),
                opening.day(),
                opening.at(),
                opening.pieces(),
                opening.carried().cents(),
                opening.counted().cents(),
                opening.reason());
    }

    /** As the sheet wants it. */
    public TillSheets.Opening sheet() {
        return new TillSheets.Opening(
                tillId, day, at, pieces, Money.ofCents(carriedCents), Money.ofCents(countedCents), reason);
    }
}
