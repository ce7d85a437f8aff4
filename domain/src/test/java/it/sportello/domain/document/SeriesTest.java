package it.sportello.domain.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("R-TIL-4")
class SeriesTest {
    private static final SeriesKey KEY = new SeriesKey(Regime.SSN, DocumentKind.RECEIPT, "T01", "A", 2026);
    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);

    private static Series.Next.Numbered numbered(Series series, LocalDate day) {
        return assertInstanceOf(Series.Next.Numbered.class, series.next(day));
    }

    @Test
    @Tag("Q37")
    void numbersRunFromOneWithoutAGap() {
        Series series = Series.empty(KEY);
        for (int expected = 1; expected <= 1000; expected++) {
            Series.Next.Numbered next = numbered(series, DAY.plusDays(expected / 10));
            assertEquals(expected, next.number().progressive());
            series = next.after();
        }
    }

    @Test
    void askingWithoutCommittingConsumesNothing() {
        Series series = new Series(KEY, 41, DAY);
        assertEquals(numbered(series, DAY).number(), numbered(series, DAY).number());
        assertEquals(42, numbered(series, DAY).number().progressive());
    }

    @Test
    void theYearComesFromTheAccountingDay() {
        Series series = new Series(KEY, 41, LocalDate.of(2026, 12, 31));
        assertEquals(new Series.Next.OtherYear(2026, LocalDate.of(2027, 1, 1)), series.next(LocalDate.of(2027, 1, 1)));
        assertEquals(42, numbered(series, LocalDate.of(2026, 12, 31)).number().progressive());
        SeriesKey newYear = new SeriesKey(Regime.SSN, DocumentKind.RECEIPT, "T01", "A", 2027);
        assertEquals(
                1,
                numbered(Series.empty(newYear), LocalDate.of(2027, 1, 1))
                        .number()
                        .progressive());
        assertEquals(
                new Series.Next.OtherYear(2027, LocalDate.of(2026, 12, 31)),
                Series.empty(newYear).next(LocalDate.of(2026, 12, 31)));
    }

    @Test
    void theDateMayNotGoBackwards() {
        Series series = new Series(KEY, 41, DAY);
        assertEquals(new Series.Next.DateBackwards(DAY, DAY.minusDays(1)), series.next(DAY.minusDays(1)));
        assertInstanceOf(Series.Next.Numbered.class, series.next(DAY));
        assertInstanceOf(Series.Next.Numbered.class, series.next(DAY.plusDays(1)));
    }

    @Test
    void theLastNumberIsNotFollowedByAnother() {
        Series series = new Series(KEY, DocumentNumber.LAST_PROGRESSIVE - 1, DAY);
        series = numbered(series, DAY).after();
        assertEquals(new Series.Next.Exhausted(KEY), series.next(DAY));
    }

    @Test
    void regimeKindTillEpochAndYearShowInThePrintedNumber() {
        assertEquals("SR-T01A/2026/000123", new DocumentNumber(KEY, 123).printed());
        assertEquals(
                "LN-C12B/2027/999999",
                new DocumentNumber(
                                new SeriesKey(Regime.PRIVATE_PRACTICE, DocumentKind.CREDIT_NOTE, "C12", "B", 2027),
                                999_999)
                        .printed());
    }

    @Test
    void everyPrintedNumberReadsBackAndFitsTheExpenseRegister() {
        for (Regime regime : Regime.values()) {
            for (DocumentKind kind : DocumentKind.values()) {
                for (String till : new String[] {"T1", "T01", "T999", "CA12", "CA1"}) {
                    for (String epoch : new String[] {"A", "Z", "AA", "ZZ"}) {
                        if (till.length() + epoch.length() <= 5) {
                            DocumentNumber number =
                                    new DocumentNumber(new SeriesKey(regime, kind, till, epoch, 2026), 7);
                            assertEquals(number, DocumentNumber.parse(number.printed()));
                            assertTrue(number.printed().matches("[A-Za-z0-9_./-]{1,20}"), number.printed());
                        }
                    }
                }
            }
        }
        assertEquals(new DocumentNumber(KEY, 123), DocumentNumber.parse(" sr-t01a/2026/000123 "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "SR-T01A/2026/000000",
                "SR-T01A/2026/123",
                "XR-T01A/2026/000001",
                "SX-T01A/2026/000001",
                "SR-T01/2026/000001",
                "SR-01A/2026/000001",
                "SR-T01A/1999/000001",
                "SR-T01A/2026/0000001",
                "SR-T999AA/2026/000001",
                "SR-T01A/2026/000001x"
            })
    void whatIsNotANumberIsNotRead(String text) {
        assertNull(DocumentNumber.parse(text));
    }

    @Test
    void aKeyThatCannotBePrintedDoesNotExist() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new SeriesKey(Regime.SSN, DocumentKind.RECEIPT, "T999", "AA", 2026));
        assertThrows(
                IllegalArgumentException.class, () -> new SeriesKey(Regime.SSN, DocumentKind.RECEIPT, "t1", "A", 2026));
        assertThrows(
                IllegalArgumentException.class, () -> new SeriesKey(Regime.SSN, DocumentKind.RECEIPT, "T1", "1", 2026));
        assertThrows(IllegalArgumentException.class, () -> new DocumentNumber(KEY, 0));
        assertThrows(IllegalArgumentException.class, () -> new Series(KEY, 1, null));
    }

    @Test
    void numbersSortBySeriesThenProgressive() {
        DocumentNumber second = new DocumentNumber(KEY, 2);
        assertTrue(new DocumentNumber(KEY, 1).compareTo(second) < 0);
        SeriesKey other = new SeriesKey(Regime.PRIVATE_PRACTICE, DocumentKind.RECEIPT, "T01", "A", 2026);
        assertTrue(new DocumentNumber(other, 9).compareTo(second) < 0);
    }
}
