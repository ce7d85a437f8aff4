package it.sportello.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import it.sportello.api.Json;
import it.sportello.api.Tills;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;

/** What the mapping of the wire refuses, field by field: each case once turned into a figure that nobody sent. */
class WireTest {
    /** One of every shape that the contract uses. */
    record Shapes(
            Instant at,
            LocalDate on,
            LocalDateTime civil,
            long cents,
            int pieces,
            boolean opposed,
            String text,
            Optional<String> note,
            Optional<LocalDate> until,
            List<String> codes,
            Map<Integer, Integer> count) {}

    private static final Shapes GOOD = new Shapes(
            Instant.parse("2026-11-23T08:00:00.123456Z"),
            LocalDate.of(2026, 11, 23),
            LocalDateTime.of(2026, 11, 23, 9, 0),
            57,
            3,
            false,
            "à\"\\\n",
            Optional.empty(),
            Optional.of(LocalDate.of(2027, 1, 1)),
            List.of("a", "b"),
            Map.of(100, 2));

    private static String changed(String field, String value) {
        return Json.strict()
                .writeValueAsString(GOOD)
                .replaceFirst(
                        "\"" + field + "\":(\"[^\"]*\"|[0-9]+|true|false|null|\\[[^]]*]|\\{[^}]*})",
                        java.util.regex.Matcher.quoteReplacement("\"" + field + "\":" + value));
    }

    private static void assertRefused(String text) {
        assertThrows(JacksonException.class, () -> Json.strict().readValue(text, Shapes.class), text);
        assertThrows(JacksonException.class, () -> Json.feed().readValue(text, Shapes.class), text);
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        String text = Json.strict().writeValueAsString(GOOD);
        assertEquals(GOOD, Json.strict().readValue(text, Shapes.class));
        assertEquals(GOOD, Json.feed().readValue(text, Shapes.class));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7",
                "1763884800",
                "1763884800.5",
                "null",
                "true",
                "\"\"",
                "\"2026-11-23\"",
                "\"2026-11-23T08:00:00\"",
                "\"+12026-11-23T08:00:00Z\"",
                "\"-0001-11-23T08:00:00Z\"",
                "\"+1000000000-12-31T23:59:59.999999999Z\"",
                "\"2026-13-01T00:00:00Z\"",
                "\"1763884800\"",
                "[2026,11,23]"
            })
    void aMomentIsTextOfIso8601(String value) {
        assertRefused(changed("at", value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "20415",
                "null",
                "\"\"",
                "\"2026-02-29\"",
                "\"26-11-23\"",
                "\"23/11/2026\"",
                "\"+999999999-12-31\"",
                "\"2026-11-23T00:00:00Z\"",
                "[2026,11,23]"
            })
    void aDateIsTextOfIso8601(String value) {
        assertRefused(changed("on", value));
        if (!value.equals("null")) {
            assertRefused(changed("until", value));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "null", "\"2026-11-23\"", "\"+12026-11-23T09:00\"", "[2026,11,23,9,0]"})
    void aCivilTimeIsTextOfIso8601(String value) {
        assertRefused(changed("civil", value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5.7", "5.0", "\"57\"", "null", "true", "1e2", "9223372036854775808", "\"\"", "[57]", "{}"})
    void anAmountIsAWholeNumber(String value) {
        assertRefused(changed("cents", value));
        assertRefused(changed("pieces", value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "\"true\"", "null", "\"\""})
    void aTruthValueIsOne(String value) {
        assertRefused(changed("opposed", value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "5.7", "true", "null", "[]", "{}"})
    void aTextIsText(String value) {
        assertRefused(changed("text", value));
        if (!value.equals("null")) {
            assertRefused(changed("note", value));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"a\"", "[null]", "[\"a\",null]", "[7]", "[[\"a\"]]", "{}"})
    void aListHoldsTextsAndNothingElse(String value) {
        assertRefused(changed("codes", value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "[]",
                "{\"100\":null}",
                "{\"100\":\"2\"}",
                "{\"100\":2.5}",
                "{\"cento\":2}",
                "{\"100.5\":2}",
                "{\"100\":2,\"100\":3}"
            })
    void aCountHoldsWholeNumbersByWholeNumbers(String value) {
        assertRefused(changed("count", value));
    }

    @Test
    void noFieldIsForgottenDoubledOrAdded() {
        String good = Json.strict().writeValueAsString(GOOD);
        assertRefused(good.replaceFirst("\"cents\":57,", ""));
        assertRefused(good.replaceFirst("\"note\":null,", ""));
        assertRefused(good.replaceFirst("\"cents\":57", "\"cents\":57,\"cents\":58"));
        assertRefused(good + "{}");
        assertRefused("[" + good + "]");
        String more = good.replaceFirst("\"cents\":57", "\"cents\":57,\"more\":1");
        assertThrows(JacksonException.class, () -> Json.strict().readValue(more, Shapes.class));
        assertEquals(GOOD, Json.feed().readValue(more, Shapes.class), "a newer server may say more");
    }

    @Test
    void listsOfRecordsHoldNoNull() {
        TypeReference<List<Tills.DueSettled>> dues = new TypeReference<>() {};
        assertEquals(
                1,
                Json.strict()
                        .readValue("[{\"dueId\":\"D\",\"amountCents\":1,\"seenVersion\":1}]", dues)
                        .size());
        assertThrows(
                JacksonException.class,
                () -> Json.strict()
                        .readValue(
                                "{\"tillId\":\"T\",\"entries\":0,\"sumCents\":0,\"lastSequence\":0,\"operations\":0,"
                                        + "\"chainHead\":\"\",\"series\":[null],\"lines\":[]}",
                                Tills.LedgerSummary.class));
    }

    @Test
    void depthLengthAndNumbersHaveTheirLimits() {
        assertRefused(changed("text", "\"" + "x".repeat(65_537) + "\""));
        assertRefused(changed("cents", "9".repeat(33)));
        assertRefused("[".repeat(33) + "]".repeat(33));
    }
}
