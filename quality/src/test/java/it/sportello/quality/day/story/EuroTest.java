package it.sportello.quality.day.story;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EuroTest {
    @Test
    void amountsAreWrittenAsOnTheScreen() {
        assertEquals("36,15 €", Euro.words(3_615));
        assertEquals("1.236,05 €", Euro.words(123_605));
        assertEquals("40", Euro.typed(4_000));
        assertEquals("17,45", Euro.typed(1_745));
    }

    @Test
    void cashIsRoundedToTheNearestFiveCents() {
        long[] rounded = IntStream.rangeClosed(0, 10)
                .mapToLong(cents -> Euro.inCash(cents))
                .toArray();
        assertEquals(
                "0 0 0 5 5 5 5 5 10 10 10",
                String.join(
                        " ",
                        IntStream.range(0, 11)
                                .mapToObj(i -> Long.toString(rounded[i]))
                                .toList()));
    }

    @Test
    void piecesMakeUpTheAmount() {
        int[] pieces = Euro.pieces(13_118);
        long sum = 0;
        for (int i = 0; i < pieces.length; i++) {
            sum += (long) pieces[i] * Euro.denomination(i);
        }
        assertEquals(13_118, sum);
        assertEquals(6, pieces[4]);
    }
}
