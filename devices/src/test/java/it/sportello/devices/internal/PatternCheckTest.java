package it.sportello.devices.internal;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an installer writes can never keep a device's thread for long. */
@Tag("R-TIL-19")
class PatternCheckTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "(a+)+$ NESTED 3",
                "(?:x{2,}){3} NESTED 8",
                "(a)\\1 REFERENCE 3",
                "(?<v>a)\\k<v> REFERENCE 7",
                "(a?|b?)x EMPTY 3",
                "(a|) EMPTY 3",
                "(|a) EMPTY 1",
                "a|b* EMPTY 3",
                "(){2000000000} EMPTY 1",
                "(a?)* EMPTY 3",
                "^? EMPTY 0",
                "\\b* EMPTY 0",
                "(?=a)+ EMPTY 4",
                "(?<!a)? EMPTY 5",
                "(?:(?=a)|b) EMPTY 8",
                "(\\x41?|b) EMPTY 6",
                "(\\Q\\E|b) EMPTY 5",
                "(a{0,3}|b) EMPTY 7",
                "(?i:a?|b) EMPTY 6",
                "(?x)a COMMENTS 0",
            })
    void whatCouldRunForEverIsRefusedWithItsPlace(String expression, String reason, int place) {
        SlowPattern refused = assertThrows(SlowPattern.class, () -> PatternCheck.refuseSlow(expression));
        assertEquals(SlowPattern.Reason.valueOf(reason), refused.reason());
        assertEquals(place, refused.position());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "^(?<currency>[A-Z]{3}) +(?<value>[0-9]+) (?<verdict>[A-Z]+)(?: (?<serial>[A-Z0-9]+))?$",
                "^(?:EUR|€) *(?<total>[0-9.,]+)(?:\\s|$x)",
                "[(a+)+]\\((?<verdict>OK)",
                "[]|](?<verdict>[^]|]+)",
                "\\p{L}+(?:\\p{Lu}|\\d{1,3})",
                "(?i)ok|(?-i)KO",
                "\\Q(a|)+\\E(?<verdict>ok)",
                "a??b*?c++",
                "(?=.*EUR)(?<verdict>OK|KO)",
                "[a[b|]&&[^c]](x|y)",
                "^$",
            })
    void whatDetectorsNeedPasses(String expression) {
        assertDoesNotThrow(() -> PatternCheck.refuseSlow(expression));
        assertDoesNotThrow(() -> Pattern.compile(expression));
    }

    /** Pieces put together at random: whatever passes comes to an end on a line that fits it badly. */
    @Test
    @Timeout(120)
    void whateverPassesEnds() {
        List<String> pieces = List.of(
                "(", "(?:", "(?=", ")", ")?", ")*", ")+", "|", "a", "a?", "b*", "x+", "a{0,2}", ".*", "[ab]", "^", "$",
                "\\b", "\\z");
        Random random = new Random(7);
        int passed = 0;
        for (int i = 0; i < 60_000; i++) {
            StringBuilder expression = new StringBuilder();
            for (int length = 1 + random.nextInt(60); length > 0; length--) {
                expression.append(pieces.get(random.nextInt(pieces.size())));
            }
            if (ends(expression.toString())) {
                passed++;
            }
        }
        assertTrue(passed > 1_000, passed + " passed");
        assertTrue(ends("(?:a|b)?".repeat(30) + "\\z"));
        assertTrue(ends(".*" + "(?:a|b)?".repeat(30) + "x"));
    }

    private static boolean ends(String expression) {
        Pattern pattern;
        try {
            PatternCheck.refuseSlow(expression);
            pattern = Pattern.compile(expression);
        } catch (SlowPattern | PatternSyntaxException refused) {
            return false;
        }
        for (String line : List.of("", "ab".repeat(100), "aaaaaaaaaaaaaaaaaaaa!")) {
            try {
                pattern.matcher(new BoundedText(line)).find();
            } catch (BoundedText.Spent spent) {
                assertEquals("the expression takes too long", spent.getMessage());
            }
        }
        return true;
    }
}
