package it.sportello.domain.till;

import static it.sportello.domain.till.TillFixtures.rules;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.domain.document.VatTreatment;
import it.sportello.domain.money.Money;
import it.sportello.domain.till.CountReading.Row;
import it.sportello.domain.till.CountViolation.Field;
import it.sportello.domain.till.CountViolation.Reason;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Fifteen denominations, and cents that nobody can pay. */
class CountAndRoundingTest {
    private static CollectionRules step(int cents) {
        CollectionRules five = rules();
        return new CollectionRules(
                five.stampThreshold(), five.stampDuty(), cents, five.cashLimit(), true, true, five.vat());
    }

    @Test
    void sevenNotesAndEightCoinsFromTheLargest() {
        assertEquals(
                List.of(50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100, 50, 20, 10, 5, 2, 1),
                Arrays.stream(Denomination.values()).map(Denomination::cents).toList());
        assertEquals(
                7,
                Arrays.stream(Denomination.values())
                        .filter(Denomination::isNote)
                        .count());
        for (Denomination denomination : Denomination.values()) {
            assertEquals(denomination.cents() >= 500, denomination.isNote(), denomination.name());
            assertEquals(Money.ofCents(denomination.cents()), denomination.value());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "COIN_2,25,50.00",
        "COIN_1,25,25.00",
        "CENT_50,40,20.00",
        "CENT_20,40,8.00",
        "CENT_10,40,4.00",
        "CENT_5,50,2.50",
        "CENT_2,50,1.00",
        "CENT_1,50,0.50"
    })
    void aRollOfTheEuroArea(Denomination coin, int pieces, String worth) {
        assertEquals(pieces, coin.rollPieces());
        CountReading reading = Count.read(Map.of(coin, new Row("3", "1")));
        Count count = assertInstanceOf(CountReading.Counted.class, reading).count();
        assertEquals(pieces + 3, count.pieces(coin), "loose pieces and those of the roll");
        assertEquals(Money.parse(worth), coin.value().times(coin.rollPieces()));
    }

    @ParameterizedTest
    @EnumSource(Denomination.class)
    void onePieceIsWorthItsValueAndNoOtherRowChanges(Denomination denomination) {
        Count one = Count.empty().with(denomination, 1);
        assertEquals(denomination.value(), one.total());
        for (Denomination other : Denomination.values()) {
            assertEquals(other == denomination ? 1 : 0, one.pieces(other));
            assertEquals(other == denomination ? other.value() : Money.ZERO, one.value(other));
        }
        assertEquals(Count.empty(), one.with(denomination, 0), "none and absent are the same");
        assertEquals(
                denomination.value().times(Count.MOST_PIECES),
                one.with(denomination, Count.MOST_PIECES).total());
        assertThrows(IllegalArgumentException.class, () -> one.with(denomination, Count.MOST_PIECES + 1));
        assertThrows(IllegalArgumentException.class, () -> one.with(denomination, -1));
    }

    @Test
    void theTotalIsTheSumOfTheRowsHoweverTheyAreTyped() {
        Random random = new Random(15);
        for (int round = 0; round < 1_000; round++) {
            Map<Denomination, Row> typed = new EnumMap<>(Denomination.class);
            Count built = Count.empty();
            long cents = 0;
            for (Denomination row : Denomination.values()) {
                if (random.nextInt(3) > 0) {
                    int loose = random.nextInt(300);
                    int rolls = row.isNote() ? 0 : random.nextInt(6);
                    typed.put(row, new Row(" " + loose + " ", rolls == 0 ? "" : String.valueOf(rolls)));
                    int pieces = loose + rolls * row.rollPieces();
                    built = built.with(row, pieces);
                    cents += (long) pieces * row.cents();
                }
            }
            Count read = assertInstanceOf(CountReading.Counted.class, Count.read(typed))
                    .count();
            assertEquals(built, read);
            assertEquals(Money.ofCents(cents), read.total());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'-1','',PIECES,NEGATIVE",
        "'','-2',ROLLS,NEGATIVE",
        "'1,5','',PIECES,NOT_A_WHOLE_NUMBER",
        "'1.5','',PIECES,NOT_A_WHOLE_NUMBER",
        "'x','',PIECES,NOT_A_WHOLE_NUMBER",
        "'1e3','',PIECES,NOT_A_WHOLE_NUMBER",
        "'+1','',PIECES,NOT_A_WHOLE_NUMBER",
        "'--1','',PIECES,NOT_A_WHOLE_NUMBER",
        "'-','',PIECES,NOT_A_WHOLE_NUMBER",
        "'١','',PIECES,NOT_A_WHOLE_NUMBER",
        "'2 0','',PIECES,NOT_A_WHOLE_NUMBER",
        "'','1 rotolo',ROLLS,NOT_A_WHOLE_NUMBER",
        "'100000','',PIECES,TOO_MANY",
        "'99999','1',ROLLS,TOO_MANY",
        "'','4000',ROLLS,TOO_MANY",
        "'9999999999','',PIECES,TOO_MANY",
        "'99999999999999999999','',PIECES,TOO_MANY",
        "'','99999999999999999999',ROLLS,TOO_MANY"
    })
    void whatIsNoCountSaysWhereAndWhy(String pieces, String rolls, Field field, Reason reason) {
        CountReading reading = Count.read(Map.of(Denomination.COIN_1, new Row(pieces, rolls)));
        assertEquals(
                List.of(new CountViolation(Denomination.COIN_1, field, reason)),
                assertInstanceOf(CountReading.Violations.class, reading).violations());
    }

    @Test
    void everyWrongRowIsNamed() {
        Map<Denomination, Row> rows = new HashMap<>();
        for (Denomination row : Denomination.values()) {
            rows.put(row, row.isNote() ? new Row("1", "1") : new Row("x", "y"));
        }
        List<CountViolation> violations = assertInstanceOf(CountReading.Violations.class, Count.read(rows))
                .violations();
        assertEquals(7 + 2 * 8, violations.size());
        for (Denomination row : Denomination.values()) {
            List<Reason> reasons = violations.stream()
                    .filter(violation -> violation.denomination() == row)
                    .map(CountViolation::reason)
                    .toList();
            assertEquals(
                    row.isNote()
                            ? List.of(Reason.NO_ROLLS_OF_NOTES)
                            : List.of(Reason.NOT_A_WHOLE_NUMBER, Reason.NOT_A_WHOLE_NUMBER),
                    reasons,
                    row.name());
        }
        assertEquals(
                new CountReading.Counted(Count.empty().with(Denomination.COIN_1, Count.MOST_PIECES)),
                Count.read(Map.of(Denomination.COIN_1, new Row("99999", ""))));
    }

    /** x.x1 and x.x2 down, x.x3 and x.x4 up, x.x6 and x.x7 down, x.x8 and x.x9 up (DL 50/2017 art. 13-quater). */
    @Test
    @Tag("R-TIL-3")
    void everyAmountUpToFiftyEuroGoesToTheNearestFiveCents() {
        int[] change = {0, -1, -2, 2, 1, 0, -1, -2, 2, 1};
        for (int cents = 0; cents <= 5_000; cents++) {
            assertEquals(
                    Money.ofCents(change[cents % 10]), rules().cashRounding(Money.ofCents(cents)), cents + " cents");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 10, 50, 100})
    @Tag("R-TIL-3")
    void theRoundedAmountIsTheNearestMultipleAndHalvesGoUp(int step) {
        Random random = new Random(step);
        for (int i = 0; i < 5_000; i++) {
            long cents = random.nextInt(3_000_000);
            long rounded = cents + step(step).cashRounding(Money.ofCents(cents)).cents();
            assertEquals(0, rounded % step, "payable with pieces of " + step);
            assertTrue(2 * Math.abs(rounded - cents) <= step, cents + " became " + rounded);
            if (2 * Math.abs(rounded - cents) == step) {
                assertTrue(rounded > cents, "a half goes up: " + cents);
            }
            assertEquals(Money.ZERO, step(step).cashRounding(Money.ofCents(rounded)), "rounded once and for all");
        }
    }

    @Test
    @Tag("R-TIL-23")
    void rulesAreWholeOrDoNotExist() {
        CollectionRules right = rules();
        assertThrows(IllegalArgumentException.class, () -> step(0));
        assertThrows(IllegalArgumentException.class, () -> step(-5));
        assertThrows(
                IllegalArgumentException.class,
                () -> new CollectionRules(
                        right.stampThreshold(), Money.ofCents(-1), 5, right.cashLimit(), true, true, right.vat()));
        for (DueKind missing : DueKind.values()) {
            Map<DueKind, VatTreatment> vat = new EnumMap<>(right.vat());
            vat.remove(missing);
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new CollectionRules(
                            right.stampThreshold(), right.stampDuty(), 5, right.cashLimit(), true, true, vat));
            assertEquals(right.vat().get(missing), right.vatOf(missing));
        }
    }
}
