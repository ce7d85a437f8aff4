package it.sportello.devices.twin.display;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** The twins of the displays take whatever a program sends them. */
public final class DisplayTwinFuzz {
    private DisplayTwinFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        for (DisplayScreen screen : List.of(
                new AlphaScreen(), new Cd5220Screen(), new DmdScreen(), new AedexScreen(), new FramedScreen())) {
            for (byte b : input) {
                screen.accept(b & 0xFF);
            }
            screen.lines();
        }
    }

    public static List<byte[]> seeds() {
        return Stream.of(
                        "\u0000\u0000\u0000\u0000\u0000\u0001Z00\u0002A0\u001b0bA042\u000301FA\u0004",
                        "\u001b@\u001bQACHIAMATA A042       \r\u001bQBSPORTELLO 3         \r",
                        "\u001f$\u0001\u0002A042\u001fC\u0000\u001fX\u0004\u000b",
                        "!#1CHIAMATA\r!#2SPORTELLO 3\r!#9X\r!#8ab\r",
                        "\u001bl\u0005\u0002X\u000c\u0018\u001b_\u0001")
                .map(text -> text.getBytes(StandardCharsets.ISO_8859_1))
                .toList();
    }
}
