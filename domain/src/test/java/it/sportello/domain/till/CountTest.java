package it.sportello.domain.till;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import it.sportello.domain.money.Money;
import it.sportello.domain.till.CountReading.Row;
import it.sportello.domain.till.CountViolation.Field;
import it.sportello.domain.till.CountViolation.Reason;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CountTest {
    private static Row pieces(String typed) {
        return new Row(typed, "");
    }

    @Test
    void fifteenDenominationsSevenNotesEightCoins() {
        assertEquals(15, Denomination.values().length);
        assertEquals(
                7,
                Arrays.stream(Denomination.values())
                        .filter(Denomination::isNote)
                        .count());
        Map<Denomination, Integer> one = new EnumMap<>(Denomination.class);
        Arrays.stream(Denomination.values()).forEach(denomination -> one.put(denomination, 1));
        assertEquals(Money.ofCents(88_888), new Count(one).total());
    }

    @Test
    void readsPiecesAndRolls() {
        CountReading reading = Count.read(Map.of(
                Denomination.NOTE_20, pieces(" 3 "),
                Denomination.COIN_2, new Row("4", "2"),
                Denomination.CENT_1, new Row("", "1")));
        Count count = assertInstanceOf(CountReading.Counted.class, reading).count();
        assertEquals(54, count.pieces(Denomination.COIN_2));
        assertEquals(Money.ofCents(6000 + 10_800 + 50), count.total());
        assertEquals(Money.ofCents(10_800), count.value(Denomination.COIN_2));
    }

    @Test
    void everyWrongRowIsToldAndNothingIsCounted() {
        CountReading reading = Count.read(Map.of(
                Denomination.NOTE_50, pieces("tre"),
                Denomination.NOTE_20, pieces("-1"),
                Denomination.NOTE_10, pieces("1,5"),
                Denomination.NOTE_5, new Row("1", "1"),
                Denomination.COIN_1, pieces("100000"),
                Denomination.CENT_50, new Row("0", "2500"),
                Denomination.CENT_2, pieces("99999999999999999999")));
        assertEquals(
                List.of(
                        new CountViolation(Denomination.NOTE_50, Field.PIECES, Reason.NOT_A_WHOLE_NUMBER),
                        new CountViolation(Denomination.NOTE_20, Field.PIECES, Reason.NEGATIVE),
                        new CountViolation(Denomination.NOTE_10, Field.PIECES, Reason.NOT_A_WHOLE_NUMBER),
                        new CountViolation(Denomination.NOTE_5, Field.ROLLS, Reason.NO_ROLLS_OF_NOTES),
                        new CountViolation(Denomination.COIN_1, Field.PIECES, Reason.TOO_MANY),
                        new CountViolation(Denomination.CENT_50, Field.ROLLS, Reason.TOO_MANY),
                        new CountViolation(Denomination.CENT_2, Field.PIECES, Reason.TOO_MANY)),
                assertInstanceOf(CountReading.Violations.class, reading).violations());
    }

    @Test
    void anEmptyCountIsACountOfNothing() {
        assertEquals(new CountReading.Counted(Count.empty()), Count.read(Map.of()));
        assertEquals(Money.ZERO, Count.empty().total());
        assertEquals(Count.empty(), Count.empty().with(Denomination.CENT_5, 0));
        assertFalse(Count.empty().equals(Count.empty().with(Denomination.CENT_5, 1)));
    }

    @Test
    void negativePiecesCannotExist() {
        assertThrows(IllegalArgumentException.class, () -> Count.empty().with(Denomination.NOTE_5, -1));
    }
}
