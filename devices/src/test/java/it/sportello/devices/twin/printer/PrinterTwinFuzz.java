package it.sportello.devices.twin.printer;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** A printer's twin takes whatever a program sends it. */
public final class PrinterTwinFuzz {
    private static final int DOTS = 576;

    private PrinterTwinFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        Mechanism mechanism = new Mechanism(DOTS);
        new CommandReader(true, command -> {
                    mechanism.feedOf(command);
                    mechanism.obey(command);
                })
                .accept(input, input.length);
        mechanism.cutOff();
    }

    public static List<byte[]> seeds() {
        return Stream.of(
                        "\u001b@\u001bt\u0013Totale \u00d5 36,10\n\u001dVA\u0003",
                        "\u001d(k\u0004\u00001A2\u0000\u001d(k\u0003\u00001C\u0005\u001d(k\u0006\u00001P0abc\u001d(k\u0003\u00001Q0",
                        "\u001dv0\u0000\u0002\u0000\u0002\u0000\u00ff\u00ff\u00ff\u00ff",
                        "\u001dkI\u0007{C\u000c\"8NZ\u001b!0X\u001d!\u0011Y\n\u001bd\u0003")
                .map(text -> text.getBytes(StandardCharsets.ISO_8859_1))
                .toList();
    }
}
