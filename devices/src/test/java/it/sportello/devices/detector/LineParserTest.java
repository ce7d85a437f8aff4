package it.sportello.devices.detector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import it.sportello.devices.detector.LineLearning.LearnedLine;
import it.sportello.devices.detector.LineMeaning.Complaint;
import it.sportello.devices.detector.LineMeaning.NotUnderstood;
import it.sportello.devices.detector.LineMeaning.Note;
import it.sportello.devices.detector.LineMeaning.Total;
import it.sportello.devices.detector.LineMeaning.Why;
import it.sportello.domain.money.Money;
import it.sportello.domain.till.Denomination;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class LineParserTest {

    /** Rules for the words of the twin. */
    static final LineRules RULES = LineRules.of(List.of(
            LineRule.parse("IGNORE ^(?<error>ERR.*)$"),
            LineRule.parse("REPORT_START ^\\*\\*\\* COUNT"),
            LineRule.parse("REPORT_END ^\\*\\*\\* END"),
            LineRule.parse("TOTAL ^(?<currency>EUR) +(?<value>[0-9]+) x +(?<count>[0-9]+) = (?<total>[0-9.,]+)$"),
            LineRule.parse("TOTAL ^TOTAL (?<currency>[A-Z]{3}) (?<total>[0-9.,]+)$"),
            LineRule.parse(
                    "NOTE ^(?<currency>[A-Z]{3}) +(?<value>[0-9]+) (?<verdict>[A-Z]+)(?: (?<serial>[A-Z0-9]+))?$"),
            LineRule.parse("IGNORE ^ready")));

    private final LineParser parser = new LineParser(RULES);

    @Test
    void aNoteWithVerdictValueAndNumber() {
        assertEquals(
                new Note(NoteVerdict.GENUINE, Optional.of(Denomination.NOTE_50), "EUR", "X12345678901"),
                parser.parse("EUR  50 PASS X12345678901"));
        assertEquals(
                new Note(NoteVerdict.SUSPECT, Optional.of(Denomination.NOTE_20), "EUR", ""),
                parser.parse("eur  20 Counterfeit"));
        assertEquals(
                NoteVerdict.REJECTED,
                assertInstanceOf(Note.class, parser.parse("EUR 5 REJECT")).verdict());
        assertEquals(
                NoteVerdict.UNKNOWN,
                assertInstanceOf(Note.class, parser.parse("EUR 5 HMM")).verdict());
        assertEquals(new Note(NoteVerdict.GENUINE, Optional.empty(), "USD", ""), parser.parse("USD 20 PASS"));
    }

    @Test
    void aValueThatNoNoteHasIsNeverGuessed() {
        assertEquals(new NotUnderstood(Why.BAD_NUMBER), parser.parse("EUR 30 PASS"));
        assertEquals(new NotUnderstood(Why.BAD_NUMBER), parser.parse("EUR 2 PASS"));
        assertEquals(new NotUnderstood(Why.BAD_NUMBER), parser.parse("EUR  20 x   12 = 2,4,0"));
        assertEquals(new NotUnderstood(Why.NO_RULE), parser.parse("something else"));
        assertEquals(new NotUnderstood(Why.TOO_LONG), parser.parse("E".repeat(201)));
    }

    @Test
    void sumsAndComplaints() {
        assertEquals(
                new Total(new CountRow(
                        Optional.of(Denomination.NOTE_20), OptionalInt.of(12), Optional.of(Money.ofCents(24_000)))),
                parser.parse("EUR  20 x   12 = 240,00"));
        assertEquals(
                new Total(new CountRow(Optional.empty(), OptionalInt.empty(), Optional.of(Money.ofCents(123_450)))),
                parser.parse("TOTAL EUR 1.234,50"));
        assertEquals(new Complaint("ERR 12 double note"), parser.parse("ERR 12 double note"));
    }

    @Test
    void aDecimalPointIsASetting() {
        LineRules point = new LineRules(RULES.rules(), Set.of("ok"), Set.of(), Set.of(), '.');
        assertEquals(
                new Total(new CountRow(Optional.empty(), OptionalInt.empty(), Optional.of(Money.ofCents(123_450)))),
                new LineParser(point).parse("TOTAL EUR 1,234.50"));
        assertThrows(
                IllegalArgumentException.class,
                () -> new LineRules(List.of(), Set.of("OK"), Set.of("ok"), Set.of(), '.'));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NOTE ^(a+)+$ (?<verdict>x)",
                "NOTE ((?<verdict>[a-z]*))*",
                "NOTE (?<verdict>(?:x{2,}){3})",
                "NOTE (?<verdict>a)\\1",
                "NOTE (?<verdict>a)\\k<verdict>",
                "NOTE ^no group says it",
                "TOTAL (?<verdict>OK)",
                "NOTE (?<verdict>OK)(?<colour>x)",
                "NOTE (?<verdict>OK",
                "PAY (?<verdict>OK)",
                "NOTE"
            })
    void aRuleThatIsWrongOrCouldRunForEverIsRefused(String rule) {
        assertThrows(IllegalArgumentException.class, () -> LineRule.parse(rule));
    }

    @Test
    void aRuleReadsBackAsItWasWritten() {
        for (LineRule rule : RULES.rules()) {
            assertEquals(rule, LineRule.parse(rule.toString()));
        }
        assertEquals(
                "NOTE [(a+)+]\\((?<verdict>OK)",
                LineRule.parse("note [(a+)+]\\((?<verdict>OK)").toString());
    }

    @Test
    void whatSlipsThroughIsStoppedWhileItRuns() {
        LineRules slow = LineRules.of(List.of(LineRule.parse("NOTE .*.*.*.*.*.*=(?<verdict>OK)")));
        assertEquals(new NotUnderstood(Why.TOO_SLOW), new LineParser(slow).parse("x".repeat(200)));
    }

    @Test
    void hostileLinesAreSurvived() {
        Random random = new Random(11);
        String signs = "EUR 0123456789.,*xPASSTOTALOKFALSA=\u20AC\uFFFD\u0000";
        for (int i = 0; i < 50_000; i++) {
            StringBuilder line = new StringBuilder();
            for (int length = random.nextInt(60); length > 0; length--) {
                line.append(signs.charAt(random.nextInt(signs.length())));
            }
            LineMeaning meaning = parser.parse(line.toString());
            if (meaning instanceof Note note && note.note().isPresent()) {
                assertEquals("EUR", note.currency());
            }
        }
    }

    @Test
    void theLearningViewTriesNewRulesOnOldLines() {
        LineLearning learning = new LineLearning(LineRules.of(List.of()));
        learning.heard("ready", parser.parse("ready"));
        learning.heard("EUR 50 PASS", new NotUnderstood(Why.NO_RULE));
        learning.heard("EUR 5", new NotUnderstood(Why.BROKEN));
        assertEquals(3, learning.notUnderstood());
        learning.use(RULES);
        assertEquals(1, learning.notUnderstood());
        LearnedLine line = learning.lines().get(1);
        assertInstanceOf(Note.class, line.meaning());
        assertEquals(5, line.rule());
        assertEquals(-1, learning.lines().get(2).rule());
        for (int i = 0; i < 500; i++) {
            learning.heard("line " + i, new NotUnderstood(Why.NO_RULE));
        }
        assertEquals(200, learning.lines().size());
    }

    @Test
    @Tag("R-TIL-19")
    void theOperatorsOwnVerdictIsMarkedAsTheirs() throws InterruptedException {
        Heard<DetectorEvent> heard = new Heard<>();
        try (ManualDetector manual = new ManualDetector("manuale", java.time.Clock.systemUTC())) {
            manual.start();
            manual.addDetectorListener(heard::add);
            NoteReading reading = manual.enter(NoteVerdict.SUSPECT, Optional.of(Denomination.NOTE_20), "X1");
            assertEquals(NoteReading.Origin.OPERATOR, reading.origin());
            assertEquals(new DetectorEvent.NoteRead(reading), heard.next());
            assertThrows(
                    IllegalArgumentException.class,
                    () -> manual.enter(NoteVerdict.SUSPECT, Optional.of(Denomination.COIN_2), ""));
        }
    }
}
