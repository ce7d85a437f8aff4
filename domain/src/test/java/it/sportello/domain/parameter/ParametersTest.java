package it.sportello.domain.parameter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.domain.money.Money;
import java.time.Duration;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParametersTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final ParameterKey<Integer> KEY = ParameterKey.number("x");

    private static ParameterRow row(
            String layer, String scope, String value, @Nullable String from, @Nullable String to) {
        return new ParameterRow(
                layer,
                scope,
                "x",
                value,
                from == null ? null : LocalDate.parse(from),
                to == null ? null : LocalDate.parse(to),
                "test");
    }

    @Test
    void theMostSpecificLayerWins() {
        Parameters all = Parameters.of(List.of(
                row("site", "S1", "4", null, null),
                row("national", "", "1", null, null),
                row("authority", "050503", "3", null, null),
                row("region", "050", "2", null, null)));
        ParameterScope authority = ParameterScope.ofAuthority("050503");
        assertEquals(1, all.get(KEY, DAY));
        assertEquals(1, all.within(ParameterScope.ofAuthority("080105")).get(KEY, DAY));
        assertEquals(2, all.within(ParameterScope.ofAuthority("050509")).get(KEY, DAY));
        assertEquals(3, all.within(authority).get(KEY, DAY));
        assertEquals(4, all.within(authority.atSite("S1")).get(KEY, DAY));
        assertEquals(3, all.within(authority.atSite("S2")).get(KEY, DAY));
    }

    @Test
    void theValueInForceAtTheReferenceDate() {
        Parameters all = Parameters.of(List.of(
                row("national", "", "2", "2020-01-01", "2020-12-31"), row("national", "", "3", "2021-01-01", null)));
        assertEquals(2, all.get(KEY, LocalDate.of(2020, 1, 1)));
        assertEquals(2, all.get(KEY, LocalDate.of(2020, 12, 31)));
        assertEquals(3, all.get(KEY, LocalDate.of(2021, 1, 1)));
        assertTrue(all.find(KEY, LocalDate.of(2019, 12, 31)).isEmpty());
    }

    @Test
    void theRowThatBeganLastWinsAndAmongEqualsTheLastOne() {
        Parameters all = Parameters.of(List.of(
                row("national", "", "5", "2022-01-01", null),
                row("national", "", "1", null, null),
                row("national", "", "4", "2021-01-01", null)));
        assertEquals(5, all.get(KEY, DAY));
        assertEquals(
                6,
                all.plus(List.of(row("national", "", "6", "2022-01-01", null))).get(KEY, DAY));
        assertEquals(
                5,
                all.plus(List.of(row("national", "", "7", "2021-06-01", null))).get(KEY, DAY));
    }

    @Test
    void aMissingValueNamesKeyAndDate() {
        ParameterException missing = assertThrows(
                ParameterException.class, () -> Parameters.of(List.of()).get(KEY, DAY));
        assertEquals("x", missing.key());
        assertEquals(DAY, missing.day());
        assertTrue(String.valueOf(missing.getMessage()).contains("2026-11-22"));
    }

    @Test
    void anUnreadableValueIsAnErrorNeverADefault() {
        Parameters all = Parameters.of(List.of(row("national", "", "many", null, null)));
        assertThrows(ParameterException.class, () -> all.get(KEY, DAY));
        assertThrows(ParameterException.class, () -> all.find(ParameterKey.flag("x"), DAY));
        assertThrows(ParameterException.class, () -> all.get(ParameterKey.money("x"), DAY));
        assertThrows(ParameterException.class, () -> all.get(ParameterKey.monthDay("x"), DAY));
        assertThrows(ParameterException.class, () -> all.get(ParameterKey.choice("x", ReferenceDate.class), DAY));
        assertThrows(IllegalArgumentException.class, () -> Parameters.of(List.of(row("town", "", "1", null, null))));
    }

    @Test
    void keysReadTheirTypes() {
        Parameters texts = Parameters.of(List.of(row("national", "", "60 90", null, null)));
        assertEquals(List.of(60, 90), texts.get(ParameterKey.numbers("x"), DAY));
        assertEquals(List.of("60", "90"), texts.get(ParameterKey.texts("x"), DAY));
        Parameters blank = Parameters.of(List.of(row("national", "", "", null, null)));
        assertEquals(List.of(), blank.get(ParameterKey.texts("x"), DAY));
        assertEquals("", blank.get(ParameterKey.text("x"), DAY));
    }

    @ParameterizedTest
    @CsvSource({
        "copayment.cap,36.15",
        "copayment.fixedFee,0.00",
        "stamp.threshold,77.47",
        "stamp.amount,2.00",
        "cash.limit,5000.00",
        "cash.rounding.step,0.05",
        "document.voidAlone,0.00"
    })
    void shippedAmounts(String key, String expected) {
        assertEquals(Money.parse(expected), Parameters.shipped().get(ParameterKey.money(key), DAY));
    }

    @Test
    void shippedTable() {
        Parameters shipped = Parameters.shipped();
        assertEquals(Duration.ofMinutes(5), shipped.get(ParameterKeys.SLOT_HOLD, DAY));
        assertEquals(Duration.ofMinutes(3), shipped.get(ParameterKeys.SLOT_HOLD_EXTENSION, DAY));
        assertEquals(MonthDay.of(3, 31), shipped.get(ParameterKeys.EXEMPTION_YEAR_END, DAY));
        assertEquals(8, shipped.get(ParameterKeys.PRESCRIPTION_MAX_ITEMS, DAY));
        assertTrue(shipped.get(ParameterKeys.CASH_ROUNDING, DAY));
        assertFalse(shipped.get(ParameterKeys.CASH_ROUNDING, LocalDate.of(2017, 12, 31)));
        assertEquals(Money.ofCents(1000), shipped.get(ParameterKeys.COPAYMENT_FIXED_FEE, LocalDate.of(2020, 8, 31)));
        Parameters veneto = shipped.within(ParameterScope.ofAuthority("050503"));
        assertEquals(Duration.ofHours(24), veneto.get(ParameterKeys.PRIORITY_U, DAY));
        assertEquals(4, veneto.get(ParameterKeys.CANCELLATION_DAYS, DAY));
    }

    @Test
    void everyShippedRowHasASourceAndAReadableLayer() {
        for (ParameterRow row : Parameters.shipped().rows()) {
            assertFalse(row.source().isBlank(), row.key());
            assertEquals(row.layer().equals("national"), row.scope().isEmpty(), row.key());
        }
    }

    @Test
    void everyDeclaredKeyHasAValueToday() throws ReflectiveOperationException {
        Parameters shipped = Parameters.shipped();
        for (java.lang.reflect.Field field : ParameterKeys.class.getFields()) {
            ParameterKey<?> key = (ParameterKey<?>) field.get(null);
            if (key.equals(ParameterKeys.CANCELLATION_HOURS)) {
                continue;
            }
            assertTrue(shipped.find(key, DAY).isPresent(), key.name());
        }
    }
}
