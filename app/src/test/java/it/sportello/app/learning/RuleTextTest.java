package it.sportello.app.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules as a person writes them: the first mistake is told with its line and place. */
@Tag("R-TIL-19")
class RuleTextTest {
    @Test
    void goodRulesAreReadAndEmptyLinesPassed() {
        RuleText.Read read = RuleText.read("IGNORE ^ready\n\n  note ^(?<verdict>[A-Z]+)$\n");
        assertEquals(Optional.empty(), read.mistake());
        assertEquals(
                List.of("IGNORE ^ready", "NOTE ^(?<verdict>[A-Z]+)$"),
                read.rules().stream().map(Object::toString).toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "BANCONOTA ^x|UNKNOWN_ACTION",
                "NOTE|NO_EXPRESSION",
                "NOTE ^(?<verdict>[A-Z]+|NOT_AN_EXPRESSION",
                "NOTE ^(?<colour>[A-Z]+)$|UNKNOWN_GROUP",
                "NOTE ^(?<value>[0-9]+)$|LACKS_VERDICT",
                "TOTAL ^(?<currency>[A-Z]+)$|LACKS_SUM",
                "NOTE ^(?<verdict>([A-Z]+)+)$|TOO_SLOW",
            })
    void aMistakeIsToldAtItsLine(String rule, RuleText.Why why) {
        RuleText.Mistake mistake =
                RuleText.read("IGNORE ^ready\n" + rule).mistake().orElseThrow();
        assertEquals(why, mistake.why());
        assertEquals(2, mistake.line());
        assertEquals(why == RuleText.Why.NOT_AN_EXPRESSION, mistake.place() > 0);
    }
}
