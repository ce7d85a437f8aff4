package it.sportello.app.till;

import it.sportello.domain.money.Money;
import it.sportello.domain.till.Count;
import it.sportello.domain.till.Denomination;
import it.sportello.domain.till.TillSession;
import it.sportello.domain.till.TillState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A till session as the journal keeps it. Amounts in cents, counts by denomination.
 */
public record StoredTill(
        UUID id,
        String tillId,
        String operatorId,
        String deskId,
        LocalDate accountingDay,
        TillState state,
        long expectedFloatCents,
        Optional<Map<Denomination, Integer>> openingCount,
        Optional<String> openingReason,
        List<Map<Denomination, Integer>> closingCounts,
        Optional<Instant> extendedUntil) {

    /** To be stored. */
    static StoredTill of(TillSession session) {
        return new StoredTill(
                UUID.fromString(session.id()),
                session.tillId(),
                session.operatorId(),
                session.deskId(),
                session.accountingDay(),
                session.state(),
                session.expectedFloat().cents(),
                Optional.ofNullable(session.openingCount()).map(StoredTill::pieces),
                Optional.ofNullable(session.openingReason()),
                session.closingCounts().stream().map(StoredTill::pieces).toList(),
                Optional.ofNullable(session.extendedUntil()));
    }

    /** As the rules know it. */
    TillSession session() {
        return new TillSession(
                id.toString(),
                tillId,
                operatorId,
                deskId,
                accountingDay,
                state,
                Money.ofCents(expectedFloatCents),
                openingCount.map(Count::new).orElse(null),
                openingReason.orElse(null),
                closingCounts.stream().map(Count::new).toList(),
                extendedUntil.orElse(null));
    }

    /** Pieces by denomination, as they are stored. */
    static Map<Denomination, Integer> pieces(Count count) {
        return new EnumMap<>(count.pieces().isEmpty() ? new EnumMap<>(Denomination.class) : count.pieces());
    }

    /** Pieces by value in cents, as they travel. */
    static Map<Integer, Integer> onTheWire(Count count) {
        Map<Integer, Integer> pieces = new java.util.TreeMap<>();
        count.pieces().forEach((denomination, number) -> pieces.put(denomination.cents(), number));
        return pieces;
    }
}
