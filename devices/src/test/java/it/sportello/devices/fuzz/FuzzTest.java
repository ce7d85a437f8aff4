package it.sportello.devices.fuzz;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.devices.card.internal.CardFuzz;
import it.sportello.devices.detector.LineFuzz;
import it.sportello.devices.detector.internal.CcTalkFuzz;
import it.sportello.devices.detector.internal.SspFuzz;
import it.sportello.devices.printer.PrinterRepliesFuzz;
import it.sportello.devices.scanner.ScanFuzz;
import it.sportello.devices.scanner.WedgeFuzz;
import it.sportello.devices.terminal.TerminalFuzz;
import it.sportello.devices.twin.display.DisplayTwinFuzz;
import it.sportello.devices.twin.printer.PrinterTwinFuzz;
import it.sportello.devices.twin.terminal.TerminalTwinFuzz;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every parser that reads from a wire or a scanner, under a fuzzer: no crash, no hang, no large allocation. Seconds for
 * each here; {@code ./sportello fuzz} takes an hour.
 */
@Tag("fuzz")
class FuzzTest {
    private static final int USUAL_SECONDS = 5;

    @TempDir
    Path folder;

    /** A parser and the inputs its search begins with. */
    record Target(Class<?> type, List<byte[]> seeds) {
        @Override
        public String toString() {
            return type.getSimpleName();
        }
    }

    static Stream<Target> targets() {
        return Stream.of(
                new Target(ScanFuzz.class, ScanFuzz.seeds()),
                new Target(WedgeFuzz.class, WedgeFuzz.seeds()),
                new Target(CardFuzz.class, CardFuzz.seeds()),
                new Target(PrinterRepliesFuzz.class, PrinterRepliesFuzz.seeds()),
                new Target(LineFuzz.class, LineFuzz.seeds()),
                new Target(SspFuzz.class, SspFuzz.seeds()),
                new Target(CcTalkFuzz.class, CcTalkFuzz.seeds()),
                new Target(TerminalFuzz.class, TerminalFuzz.seeds()),
                new Target(PrinterTwinFuzz.class, PrinterTwinFuzz.seeds()),
                new Target(DisplayTwinFuzz.class, DisplayTwinFuzz.seeds()),
                new Target(TerminalTwinFuzz.class, TerminalTwinFuzz.seeds()));
    }

    @ParameterizedTest
    @MethodSource("targets")
    void noInputBreaksIt(Target target) throws IOException, InterruptedException {
        Fuzzer.Outcome outcome = new Fuzzer(folder).run(target.type(), target.seeds(), seconds());
        assertTrue(outcome.sound(), outcome::report);
    }

    /** For each: the minutes asked for are shared out among all. */
    private static int seconds() {
        int minutes = Integer.getInteger("sportello.fuzz.minutes", 0);
        return minutes == 0 ? USUAL_SECONDS : (int) (minutes * 60L / targets().count());
    }

    @Test
    void aParserThatBreaksIsFound() throws IOException, InterruptedException {
        Fuzzer.Outcome outcome = new Fuzzer(folder).run(BreakableFuzz.class, List.of(new byte[] {1, 2}), 60);
        assertFalse(outcome.sound());
        assertTrue(outcome.report().contains("ArrayIndexOutOfBounds"), outcome::report);
    }
}
