package it.sportello.devices.scanner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import it.sportello.devices.scanner.KeyboardLayout.Mismatch;
import it.sportello.devices.scanner.ReaderTest.CapitalsSwapped;
import it.sportello.devices.scanner.ReaderTest.Damaged;
import it.sportello.devices.scanner.ReaderTest.Line;
import it.sportello.devices.scanner.ReaderTest.OtherLayout;
import it.sportello.devices.scanner.ReaderTest.Right;
import it.sportello.devices.scanner.ReaderTest.SeparatorLost;
import it.sportello.devices.scanner.ReaderTest.SeparatorReplaced;
import it.sportello.devices.scanner.ReaderTest.Verdict;
import it.sportello.devices.scanner.Scan.TestSheetScan;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("Q51")
class ReaderTestTest {

    private static Verdict judge(String arrived) {
        return ReaderTest.judge(assertInstanceOf(TestSheetScan.class, ScanContent.classify(ScanText.of(arrived))));
    }

    @ParameterizedTest
    @EnumSource(Line.class)
    void aReaderThatIsSetUpIsRight(Line line) {
        assertEquals(new Right(Optional.of(line)), judge(line.code()));
    }

    /** Written out by hand from two keyboards side by side, not by the table under test. */
    @Test
    void anAmericanReaderOnAnItalianComputer() {
        assertEquals(
                new OtherLayout(Optional.of(Line.SIGNS), new Mismatch(KeyboardLayout.AMERICAN, KeyboardLayout.ITALIAN)),
                judge("SP1X\u00E72\u00A7-\u00E7\u00F2'\u00EC\u00E0.,(^_%?/"));
    }

    @ParameterizedTest
    @CsvSource({"AMERICAN,ITALIAN", "GERMAN,ITALIAN", "FRENCH,ITALIAN", "ITALIAN,AMERICAN", "BRITISH,ITALIAN"})
    void everyPairIsToldFromTheOthers(KeyboardLayout reader, KeyboardLayout computer) {
        String arrived = reader.typedOn(computer, Line.SIGNS.code());
        OtherLayout verdict = assertInstanceOf(OtherLayout.class, judge(arrived));
        assertEquals(
                arrived, verdict.layouts().reader().typedOn(verdict.layouts().computer(), Line.SIGNS.code()));
        assertEquals(computer, verdict.layouts().computer());
    }

    @Test
    void capitalsTheOtherWayRound() {
        assertEquals(new CapitalsSwapped(Optional.of(Line.PLAIN)), judge("sp1x:1azAZ0189"));
    }

    @Test
    void aLostSeparatorAndAReplacedOne() {
        assertEquals(new SeparatorLost(Optional.of(Line.SEPARATOR_LINE)), judge("SP1X:3AB"));
        assertEquals(new SeparatorReplaced(Optional.of(Line.SEPARATOR_LINE), "~"), judge("SP1X:3A~B"));
        assertEquals(new SeparatorReplaced(Optional.of(Line.SEPARATOR_LINE), "~"), judge("SP1X\u00E73A~B"));
    }

    @Test
    void whatNothingExplainsIsSaidToBeDamaged() {
        assertInstanceOf(Damaged.class, judge("SP1X:2|/:"));
        assertInstanceOf(Damaged.class, judge("SP1X"));
    }
}
