package it.sportello.domain.till;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import it.sportello.domain.money.Money;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a validator's container should hold, beside the drawer. */
@Tag("R-ADD-13")
class NoteContainerTest {
    private static final NoteContainer CONTAINER = new NoteContainer(
            Money.ofCents(2_000), List.of(Denomination.NOTE_50, Denomination.NOTE_50, Denomination.NOTE_5), false);

    @Test
    void itShouldHoldWhatWasLeftAndWhatWasStacked() {
        assertEquals(Money.ofCents(12_500), CONTAINER.expected());
        assertEquals(
                Money.ofCents(-5_000),
                CONTAINER.difference(
                        new Count(Map.of(Denomination.NOTE_50, 1, Denomination.NOTE_20, 1, Denomination.NOTE_5, 1))));
        assertEquals(Money.ofCents(17_500), CONTAINER.drawerShare(Money.ofCents(30_000)));
    }

    @Test
    void aCoinIsNeverInside() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new NoteContainer(Money.ZERO, List.of(Denomination.COIN_2), false));
    }

    @Test
    void twoCountsAreOne() {
        Count drawer = new Count(Map.of(Denomination.NOTE_50, 2, Denomination.COIN_1, 3));
        Count both = drawer.plus(new Count(Map.of(Denomination.NOTE_50, 1, Denomination.NOTE_5, 4)));
        assertEquals(Map.of(Denomination.NOTE_50, 3, Denomination.NOTE_5, 4, Denomination.COIN_1, 3), both.pieces());
    }
}
