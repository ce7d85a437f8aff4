package it.sportello.devices.printer;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** What a printer sends: answers, reports of its own, markers, texts, all mixed. */
public final class PrinterRepliesFuzz {
    private PrinterRepliesFuzz() {}

    /** The first byte chooses the maker. */
    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length == 0) {
            return;
        }
        boolean custom = (input[0] & 1) != 0;
        PrinterReplies replies =
                new PrinterReplies(custom ? PrinterProfile.StatusDialect.CUSTOM : PrinterProfile.StatusDialect.EPSON);
        replies.accept(input, input.length);
        int taken = 0;
        while (replies.nextAnswer().isPresent() || replies.nextMarker().isPresent()) {
            taken++;
        }
        if (taken > Math.min(input.length, 2 * PrinterReplies.MOST_WAITING)) {
            throw new IllegalStateException("more answers than bytes, or than there is room for");
        }
        replies.newReport();
    }

    public static List<byte[]> seeds() {
        return Stream.of(
                        "0012",
                        "0114000000",
                        "001200127E",
                        "005F544D2D54323000",
                        "01372500",
                        "0110 0F 00 00 00 00".replace(" ", ""))
                .map(HexFormat.of()::parseHex)
                .toList();
    }
}
