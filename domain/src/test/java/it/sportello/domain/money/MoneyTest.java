package it.sportello.domain.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {
    @ParameterizedTest
    @Tag("R-TIL-3")
    @CsvSource({
        "'46,5',4650",
        "'46.50',4650",
        "' 46,50 € ',4650",
        "'1.236,15',123615",
        "'0',0",
        "'-5,00',-500",
        "'50',5000"
    })
    void readsWhatAnOperatorTypes(String typed, long cents) {
        assertEquals(Money.ofCents(cents), Money.parse(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "dieci", "1,234", "1.234", "12,3,4", "--5", "9999999999999", "1e3", "NaN"})
    void refusesWhatIsNotAnAmount(String typed) {
        assertNull(Money.parse(typed));
    }

    @Test
    void showsItalianNotation() {
        assertEquals("1.236,15\u00a0€", Money.ofCents(123615).display());
        assertEquals("-0,05", Money.ofCents(-5).plain());
        assertEquals("1.000.000,00", Money.ofCents(100000000).plain());
    }

    @Test
    void overflowIsAnErrorNeverAWrongFigure() {
        assertThrows(
                ArithmeticException.class, () -> Money.ofCents(Long.MAX_VALUE).plus(Money.ofCents(1)));
        assertThrows(
                ArithmeticException.class, () -> Money.ofCents(Long.MAX_VALUE).times(2));
    }
}
