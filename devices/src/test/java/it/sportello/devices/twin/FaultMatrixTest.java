package it.sportello.devices.twin;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every driver meets every fault of the line: it comes back to work by itself, without a restart and without a person, and
 * nothing is ever printed, paid or counted twice. (The card has its own: a fault of its line is a fault of its reader.)
 */
@Tag("Q53")
class FaultMatrixTest {
    private static final int ANSWERS = 3;

    @TempDir
    private Path folder;

    static Stream<Arguments> everyFamilyAndFault() {
        return Arrays.stream(FaultBenches.values())
                .flatMap(family -> Arrays.stream(TwinFault.values()).map(fault -> Arguments.of(family, fault)));
    }

    @ParameterizedTest
    @MethodSource("everyFamilyAndFault")
    @Timeout(120)
    void theDriverComesBackByItself(FaultBenches family, TwinFault fault) throws Exception {
        boolean network = family == FaultBenches.PRINTER || family == FaultBenches.TERMINAL;
        TwinPlug plug = network ? TwinPlug.tcp(0) : TwinPlug.line(folder.resolve("line"));
        try (FaultBench bench = family.open(plug)) {
            bench.device().start();
            works(bench, "before the fault");
            // Validators are asked all the time: a later answer is the one that tells of the note.
            int answers = family == FaultBenches.SSP || family == FaultBenches.CCTALK ? 3 * ANSWERS : ANSWERS;
            for (int answer = 1; answer <= answers; answer++) {
                bench.twin().wire().plan(fault, answer, answer % ANSWERS == 0 ? 1 : FaultyWire.ALL_BUT_ONE);
                bench.operate();
                bench.twin().wire().heal();
                works(bench, "after the fault at answer " + answer);
            }
        }
    }

    private static void works(FaultBench bench, String when) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(40);
        boolean works = false;
        while (!works && System.nanoTime() < end) {
            works = bench.device().status().state().isUsable() && bench.operate();
            Thread.onSpinWait();
        }
        assertTrue(works, when + ": " + bench.device().status());
    }
}
