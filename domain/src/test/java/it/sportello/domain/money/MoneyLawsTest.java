package it.sportello.domain.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The laws of amounts, held against whole numbers of any size. */
@Tag("R-TIL-3")
class MoneyLawsTest {
    private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);

    private static BigInteger big(Money money) {
        return BigInteger.valueOf(money.cents());
    }

    private static boolean fits(BigInteger cents) {
        return cents.compareTo(LEAST) >= 0 && cents.compareTo(MOST) <= 0;
    }

    /** Small, large and extreme amounts alike. */
    private static Money any(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> Money.ofCents(random.nextLong());
            case 1 -> Money.ofCents(Long.MAX_VALUE - random.nextInt(3));
            case 2 -> Money.ofCents(Long.MIN_VALUE + random.nextInt(3));
            default -> Money.ofCents(random.nextInt(200_001) - 100_000);
        };
    }

    private static void same(BigInteger expected, java.util.function.Supplier<Money> operation, String what) {
        if (fits(expected)) {
            assertEquals(expected, big(operation.get()), what);
        } else {
            assertThrows(ArithmeticException.class, operation::get, what);
        }
    }

    @Test
    void everyOperationIsExactOrFails() {
        Random random = new Random(20_261_101);
        for (int i = 0; i < 5_000; i++) {
            Money one = any(random);
            Money two = any(random);
            String what = one.cents() + " and " + two.cents();
            same(big(one).add(big(two)), () -> one.plus(two), what);
            same(big(one).subtract(big(two)), () -> one.minus(two), what);
            same(big(one).multiply(big(two)), () -> one.times(two.cents()), what);
            same(big(one).negate(), one::negated, what);
            assertEquals(big(one).min(big(two)), big(one.min(two)), what);
            assertEquals(Integer.signum(big(one).compareTo(big(two))), Integer.signum(one.compareTo(two)), what);
            assertEquals(one.compareTo(two) == 0, one.equals(two), what);
        }
    }

    @Test
    void exactlyOneOfPositiveNegativeAndZero() {
        for (long cents : new long[] {Long.MIN_VALUE, -1, 0, 1, Long.MAX_VALUE}) {
            Money money = Money.ofCents(cents);
            assertEquals(cents > 0, money.isPositive());
            assertEquals(cents < 0, money.isNegative());
            assertEquals(cents == 0, money.isZero());
        }
        assertTrue(Money.ZERO.isZero());
    }

    @Test
    void theOrderOfAdditionDoesNotMatter() {
        Random random = new Random(3);
        for (int round = 0; round < 200; round++) {
            List<Money> amounts = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                amounts.add(Money.ofCents(random.nextInt(2_000_001) - 1_000_000));
            }
            Money sum = amounts.stream().reduce(Money.ZERO, Money::plus);
            Collections.shuffle(amounts, random);
            assertEquals(sum, amounts.stream().reduce(Money.ZERO, Money::plus));
            Money back = sum;
            for (Money amount : amounts) {
                back = back.minus(amount);
            }
            assertEquals(Money.ZERO, back, "what was added and taken away leaves nothing");
        }
    }

    @Test
    void timesIsRepeatedAddition() {
        Random random = new Random(8);
        for (int i = 0; i < 500; i++) {
            Money unit = Money.ofCents(random.nextInt(100_000));
            int factor = random.nextInt(20);
            Money sum = Money.ZERO;
            for (int j = 0; j < factor; j++) {
                sum = sum.plus(unit);
            }
            assertEquals(sum, unit.times(factor));
        }
    }

    @Test
    @Tag("R-KEY-3")
    void whatIsShownReadsBack() {
        Random random = new Random(15);
        List<Long> amounts =
                new ArrayList<>(List.of(0L, 1L, 9L, 10L, 99L, 100L, 99_999L, 100_000L, 99_999_999_999_999L));
        for (int i = 0; i < 1_500; i++) {
            amounts.add(random.nextLong(99_999_999_999_999L) >>> random.nextInt(44));
        }
        for (long cents : amounts) {
            for (Money money : List.of(Money.ofCents(cents), Money.ofCents(-cents))) {
                assertEquals(money, Money.parse(money.plain()), money.plain());
                assertEquals(money, Money.parse(money.display()), "with a no-break space before the sign");
                assertEquals(money, Money.parse(money.plain().replace(".", "").replace(',', '.')), "decimal dot");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0,'0,00'",
        "1,'0,01'",
        "-1,'-0,01'",
        "-99,'-0,99'",
        "-100,'-1,00'",
        "99999,'999,99'",
        "100000,'1.000,00'"
    })
    void theTextOfSmallAmounts(long cents, String text) {
        assertEquals(text, Money.ofCents(cents).plain());
    }

    @Test
    void theTextIsThatOfADecimalNumber() {
        Random random = new Random(16);
        for (int i = 0; i < 5_000; i++) {
            long cents = random.nextInt(20) == 0 ? random.nextLong() : random.nextInt(2_000_001) - 1_000_000;
            String text = Money.ofCents(cents).plain();
            assertEquals(
                    BigDecimal.valueOf(cents, 2),
                    new BigDecimal(text.replace(".", "").replace(',', '.')),
                    () -> "text of " + cents);
            assertTrue(text.matches("-?[0-9]{1,3}(\\.[0-9]{3})*,[0-9]{2}"), text);
            assertEquals(text, Money.ofCents(cents).toString());
        }
    }

    @ParameterizedTest
    @Tag("R-KEY-3")
    @CsvSource({
        "'36,15',3615",
        "'36.15',3615",
        "'36.1',3610",
        "'36,1',3610",
        "'€ 36,15',3615",
        "'€36,15',3615",
        "'36,15€',3615",
        "'36,15 €',3615",
        "'  36  ',3600",
        "'0,01',1",
        "'0,00',0",
        "'-0',0",
        "'007',700",
        "'1.000,5',100050",
        "'12.345.678,90',1234567890",
        "'999999999999,99',99999999999999",
        "'-1.236,15',-123615"
    })
    void oneTextOneAmount(String typed, long cents) {
        assertEquals(Money.ofCents(cents), Money.parse(typed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2€50",
                "2 € 50",
                "1€2€3",
                "€",
                "€€5",
                "5-",
                "+5",
                "- 5",
                "5 0",
                "1 000",
                "1.23.456,00",
                "1.2345,00",
                ".5",
                ",5",
                "5,",
                "5.",
                "5,,0",
                "1.000.000",
                "1,000.50",
                "0x10",
                "1e2",
                "٣٦",
                "３６",
                "36,15 EUR",
                "36;15",
                "36,155",
                "1000000000000",
                "Infinity",
                "5\n0",
                "5\u0000",
                "-"
            })
    void aTextThatMightMeanTwoAmountsMeansNone(String typed) {
        assertNull(Money.parse(typed), typed);
    }

    @Test
    void noTextMakesTheReaderFail() {
        Random random = new Random(77);
        String alphabet = "0123456789,.-+€ \u00a0eE\t'xX\u0661\uff11";
        for (int i = 0; i < 15_000; i++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(14);
            for (int j = 0; j < length; j++) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            Money read = Money.parse(text.toString());
            if (read != null) {
                assertEquals(read, Money.parse(read.plain()), () -> "read from \"" + text + "\"");
                assertTrue(text.chars().anyMatch(c -> c >= '0' && c <= '9'), text::toString);
            }
        }
        assertNull(Money.parse("9".repeat(1_000_000)));
    }

    @Test
    void onlyCashLeavesNoTrace() {
        EnumSet<TenderKind> traceable = EnumSet.allOf(TenderKind.class);
        traceable.removeIf(kind -> !kind.isTraceable());
        assertEquals(EnumSet.complementOf(EnumSet.of(TenderKind.CASH)), traceable);
        assertFalse(TenderKind.CASH.isTraceable());
    }
}
