package it.sportello.devices.detector.internal;

import it.sportello.domain.till.Denomination;
import java.util.Arrays;
import java.util.Optional;

/** The seven euro notes by their value. */
final class EuroNotes {

    private EuroNotes() {}

    static Optional<Denomination> of(long cents) {
        return Arrays.stream(Denomination.values())
                .filter(each -> each.isNote() && each.cents() == cents)
                .findFirst();
    }
}
