package it.sportello.devices.twin.terminal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** A terminal's twin takes whatever a cash desk sends it. */
public final class TerminalTwinFuzz {
    private TerminalTwinFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        for (CheckByte check : CheckByte.values()) {
            TerminalWire wire = new TerminalWire(check);
            wire.add(input, input.length);
            int pieces = 0;
            while (wire.next().isPresent()) {
                pieces++;
            }
            if (pieces > input.length) {
                throw new IllegalStateException("more pieces than bytes");
            }
        }
    }

    public static List<byte[]> seeds() {
        return Stream.of("\u0002123456780s\u00035", "\u0006\u0003z\u0002123456780G00000001000\u00030")
                .map(text -> text.getBytes(StandardCharsets.ISO_8859_1))
                .toList();
    }
}
