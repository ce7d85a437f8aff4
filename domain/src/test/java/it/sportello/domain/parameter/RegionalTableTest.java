package it.sportello.domain.parameter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.domain.money.Money;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The regional table of the reference text, and layers and dates against a second search. */
class RegionalTableTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final Parameters SHIPPED = Parameters.shipped();
    private static final Parameters VENETO = SHIPPED.within(ParameterScope.ofAuthority("050503"));
    private static final Parameters EMILIA = SHIPPED.within(ParameterScope.ofAuthority("080105"));

    /** Chapter 0: national, Veneto, Emilia-Romagna. */
    @ParameterizedTest
    @CsvSource({
        "priority.U.hours,72,24,72",
        "priority.B.days,10,10,10",
        "priority.D.visit.days,30,30,30",
        "priority.D.diagnostic.days,60,30,60",
        "priority.P.days,120,90,120",
        "copayment.cap,36.15,36.15,36.15",
        "copayment.fixedFee,0.00,0.00,0.00",
        "prescription.maxItems,8,8,8",
        "prescription.maxItems.branch.17,,4,",
        "prescription.maxItems.branch.35,,4,",
        "prescription.maxKinds.branch.12,6,6,6",
        "prescription.validity.days,180,180,180",
        "cancellation.workingDays,2,4,3",
        "cancellation.week,MON_FRI,MON_FRI,MON_SAT",
        "cancellation.patronDayOff,false,true,false",
        "stamp.threshold,77.47,77.47,77.47",
        "stamp.amount,2.00,2.00,2.00",
        "cash.limit,5000.00,5000.00,5000.00",
        "cash.rounding,true,true,true",
        "cash.rounding.step,0.05,0.05,0.05",
        "shortage.days,2,2,2",
        "exemption.income.yearEnd,03-31,03-31,03-31",
        "queue.red.seconds,600,600,600",
        "booking.maxMoves,2,2,2"
    })
    void nationalVenetoAndEmiliaRomagna(
            String key, @Nullable String national, @Nullable String veneto, @Nullable String emilia) {
        assertEquals(national, value(SHIPPED, key, DAY));
        assertEquals(veneto, value(VENETO, key, DAY));
        assertEquals(emilia, value(EMILIA, key, DAY));
    }

    private static @Nullable String value(Parameters parameters, String key, LocalDate day) {
        ParameterRow row = parameters.row(key, day);
        return row == null ? null : row.value();
    }

    /** What changed, on the day before and on the day itself. */
    @ParameterizedTest
    @CsvSource({
        "copayment.fixedFee,2011-07-18,0.00,10.00",
        "copayment.fixedFee,2020-09-01,10.00,0.00",
        "stamp.amount,2013-06-26,1.81,2.00",
        "cash.limit,2022-01-01,2000.00,1000.00",
        "cash.limit,2022-03-01,1000.00,2000.00",
        "cash.limit,2023-01-01,2000.00,5000.00",
        "cash.rounding,2018-01-01,false,true",
        "priority.P.days,2020-01-01,180,120"
    })
    @Tag("R-TIL-3")
    void aValueChangesOnItsDay(String key, LocalDate day, String before, String after) {
        assertEquals(before, value(SHIPPED, key, day.minusDays(1)));
        assertEquals(after, value(SHIPPED, key, day));
    }

    @Test
    void venetoCountedHoursUntilAugust2024() {
        LocalDate last = LocalDate.of(2024, 8, 31);
        assertEquals(Duration.ofDays(2), VENETO.get(ParameterKeys.CANCELLATION_HOURS, last));
        assertTrue(
                VENETO.find(ParameterKeys.CANCELLATION_HOURS, last.plusDays(1)).isEmpty());
        assertEquals(4, VENETO.get(ParameterKeys.CANCELLATION_DAYS, last.plusDays(1)));
        assertEquals(2, VENETO.get(ParameterKeys.CANCELLATION_DAYS, last), "the national floor before");
    }

    @Test
    void noTwoShippedRowsOfOnePlaceAreInForceTogether() {
        List<ParameterRow> rows = SHIPPED.rows();
        for (int i = 0; i < rows.size(); i++) {
            for (int j = i + 1; j < rows.size(); j++) {
                ParameterRow one = rows.get(i);
                ParameterRow other = rows.get(j);
                if (one.key().equals(other.key())
                        && one.layer().equals(other.layer())
                        && one.scope().equals(other.scope())) {
                    assertTrue(endsBefore(one, other) || endsBefore(other, one), one + " and " + other);
                }
            }
        }
    }

    private static boolean endsBefore(ParameterRow one, ParameterRow other) {
        LocalDate end = one.validTo();
        LocalDate begin = other.validFrom();
        return end != null && begin != null && end.isBefore(begin);
    }

    /** The rows that may hold, then the best of them by asking each layer from the most specific one. */
    private static @Nullable ParameterRow secondSearch(List<ParameterRow> rows, ParameterScope place, LocalDate day) {
        String[][] layers = {
            {"site", place.site()}, {"authority", place.authority()}, {"region", place.region()}, {"national", ""}
        };
        for (String[] layer : layers) {
            ParameterRow best = null;
            for (ParameterRow row : rows) {
                boolean here = row.layer().equals(layer[0])
                        && (layer[0].equals("national")
                                || (!layer[1].isEmpty() && row.scope().equals(layer[1])));
                LocalDate from = row.validFrom();
                LocalDate to = row.validTo();
                boolean now = (from == null || !from.isAfter(day)) && (to == null || !to.isBefore(day));
                if (here && now && (best == null || !earlier(row, best))) {
                    best = row;
                }
            }
            if (best != null) {
                return best;
            }
        }
        return null;
    }

    private static boolean earlier(ParameterRow one, ParameterRow other) {
        LocalDate ours = one.validFrom();
        LocalDate theirs = other.validFrom();
        return theirs != null && (ours == null || ours.isBefore(theirs));
    }

    private static ParameterRow random(Random random, int number) {
        List<String> layers = List.of("national", "region", "authority", "site");
        String layer = layers.get(random.nextInt(4));
        String scope = switch (layer) {
            case "national" -> "";
            case "region" -> random.nextBoolean() ? "050" : "080";
            case "authority" -> random.nextBoolean() ? "050503" : "050509";
            default -> random.nextBoolean() ? "S1" : "S2";
        };
        LocalDate from = random.nextInt(3) == 0 ? null : DAY.plusDays(random.nextInt(20) - 10);
        LocalDate to = random.nextInt(2) == 0 ? null : DAY.plusDays(random.nextInt(20) - 5);
        return new ParameterRow(layer, scope, "x", String.valueOf(number), from, to, "test");
    }

    @Test
    void layersAndDatesAgainstASecondSearch() {
        Random random = new Random(4);
        List<ParameterScope> places = List.of(
                ParameterScope.NATIONAL,
                ParameterScope.ofAuthority("050503"),
                ParameterScope.ofAuthority("080105"),
                ParameterScope.ofAuthority("050509").atSite("S1"),
                ParameterScope.ofAuthority("050503").atSite("S2"));
        int decided = 0;
        for (int round = 0; round < 2_000; round++) {
            List<ParameterRow> rows = new ArrayList<>();
            for (int i = random.nextInt(12); i > 0; i--) {
                rows.add(random(random, i));
            }
            int cut = random.nextInt(rows.size() + 1);
            Parameters parameters = Parameters.of(rows.subList(0, cut)).plus(rows.subList(cut, rows.size()));
            for (ParameterScope place : places) {
                LocalDate day = DAY.plusDays(random.nextInt(24) - 12);
                ParameterRow expected = secondSearch(rows, place, day);
                assertSame(expected, parameters.within(place).row("x", day));
                decided += expected == null ? 0 : 1;
            }
        }
        assertTrue(decided > 5_000, "decided " + decided);
    }

    @Test
    void thePlaceStaysWhenRowsAreAdded() {
        Parameters more = VENETO.plus(List.of(
                new ParameterRow("region", "050", "priority.B.days", "7", LocalDate.of(2026, 1, 1), null, "test")));
        assertEquals(7, more.get(ParameterKeys.PRIORITY_B, DAY));
        assertEquals(VENETO.scope(), more.scope());
        assertEquals(10, VENETO.get(ParameterKeys.PRIORITY_B, DAY), "the former values stay as they were");
        assertEquals(10, more.get(ParameterKeys.PRIORITY_B, LocalDate.of(2025, 12, 31)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "36,15 euro", "12.345", "true", "1O"})
    void anAmountThatCannotBeReadIsAnErrorWithItsSource(String value) {
        Parameters one = Parameters.of(
                List.of(new ParameterRow("national", "", "copayment.cap", value, null, null, "Delibera 7")));
        ParameterException unreadable =
                assertThrows(ParameterException.class, () -> one.get(ParameterKeys.COPAYMENT_CAP, DAY));
        assertTrue(String.valueOf(unreadable.getMessage()).contains("Delibera 7"));
        assertEquals("copayment.cap", unreadable.key());
    }

    @Test
    void everyTypeRefusesWhatItCannotRead() {
        List<ParameterKey<?>> keys = Arrays.asList(
                ParameterKey.number("x"),
                ParameterKey.flag("x"),
                ParameterKey.seconds("x"),
                ParameterKey.hours("x"),
                ParameterKey.monthDay("x"),
                ParameterKey.numbers("x"),
                ParameterKey.money("x"),
                ParameterKey.choice("x", ReferenceDate.class));
        for (String value : List.of("?", "TRUE ", "02-30", "1 2 x", "delivery", "1.5h", "9999999999999999999")) {
            Parameters one = Parameters.of(List.of(new ParameterRow("national", "", "x", value, null, null, "test")));
            for (ParameterKey<?> key : keys) {
                assertThrows(ParameterException.class, () -> one.get(key, DAY), key + " of " + value);
            }
        }
        for (ParameterLayer layer : ParameterLayer.values()) {
            assertEquals("", ParameterScope.NATIONAL.at(layer), "at no particular place");
        }
        assertEquals("x", ParameterKey.text("x").toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SPECIALIST_COPAYMENT", "EMERGENCY_ROOM", "PRIVATE_PRACTICE", "PAYING_PATIENT", "PAID_ROOM",
                "MEDICAL_RECORD", "FALSE_DECLARATION", "PENALTY", "UNCOLLECTED_REPORT", "MUSEUM"
            })
    @Tag("R-TIL-23")
    void everyKindOfDueHasItsVat(String kind) {
        assertEquals(kind.equals("PAID_ROOM") ? 1000 : 0, SHIPPED.get(ParameterKeys.vatRate(kind), DAY));
        assertTrue(SHIPPED.get(ParameterKeys.vatText(kind), DAY).matches("[A-Z0-9_]+"));
    }

    @Test
    void anAmountIsReadToTheCent() {
        for (String text : List.of("0.00", "0.01", "36.15", "5000.00")) {
            Parameters one = Parameters.of(List.of(new ParameterRow("national", "", "x", text, null, null, "test")));
            assertEquals(Money.parse(text), one.get(ParameterKey.money("x"), DAY));
        }
    }
}
