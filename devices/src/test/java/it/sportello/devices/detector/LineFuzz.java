package it.sportello.devices.detector;

import it.sportello.devices.detector.internal.LineFramer;
import it.sportello.devices.detector.internal.PrinterStandIn;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Lines of desk detectors and counters, the rules an installer writes for them, and counters that believe in a printer. */
public final class LineFuzz {
    private static final LineRules USUAL = LineRules.of(List.of(
            LineRule.parse("NOTE ^(?<currency>EUR) +(?<value>[0-9]+) +(?<verdict>[A-Z]+)( SN:(?<serial>[A-Z0-9]+))?$"),
            LineRule.parse("TOTAL ^TOTAL +(?<count>[0-9]+) +(?<total>[0-9.,]+)$"),
            LineRule.parse("NOTE ^ERR +(?<error>.+)$"),
            LineRule.parse("REPORT_START ^=+ REPORT")));

    private LineFuzz() {}

    /** Up to the first zero byte an expression for a rule, behind it what comes over the line. */
    public static void fuzzerTestOneInput(byte[] input) {
        int zero = 0;
        while (zero < input.length && input[zero] != 0) {
            zero++;
        }
        byte[] stream = Arrays.copyOfRange(input, Math.min(input.length, zero + 1), input.length);
        read(USUAL, stream);
        try {
            LineRule own = LineRule.parse(new String(input, 0, zero, StandardCharsets.ISO_8859_1));
            read(LineRules.of(List.of(own)), stream);
        } catch (IllegalArgumentException refused) {
            // the installer is told what is wrong with the rule
        }
        PrinterStandIn printer = new PrinterStandIn();
        PrinterStandIn.Heard heard = printer.accept(stream, stream.length);
        read(USUAL, heard.text());
    }

    private static void read(LineRules rules, byte[] stream) {
        LineParser parser = new LineParser(rules);
        LineFramer framer = new LineFramer(LineShape.USUAL);
        framer.accept(stream, stream.length, 0).forEach(line -> parser.parse(line.text()));
        framer.idle(Long.MAX_VALUE).ifPresent(line -> parser.parse(line.text()));
    }

    public static List<byte[]> seeds() {
        return Stream.of(
                        "NOTE (?<value>[0-9]+) (?<verdict>\\w+)\u000050 OK\r\nEUR 50 PASS SN:X123\r\n",
                        "TOTAL (?<count>\\d+)\u0000TOTAL 12 345,00\r\n",
                        "IGNORE x(a|b)*\u0000\u001b@\u001dv0\u0000\u0002\u0000\u0001\u0000AAERR jam\r\n")
                .map(text -> text.getBytes(StandardCharsets.ISO_8859_1))
                .toList();
    }
}
