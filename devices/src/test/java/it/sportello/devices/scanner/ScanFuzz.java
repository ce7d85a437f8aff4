package it.sportello.devices.scanner;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What a barcode reader sends on its line, and what the contents are taken for. */
public final class ScanFuzz {
    private static final long MILLISECOND = 1_000_000L;

    private ScanFuzz() {}

    /** The first byte says how the line cuts the rest into pieces. */
    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length == 0) {
            return;
        }
        ScanFramer framer = new ScanFramer(Duration.ofMillis(80));
        int piece = Math.max(1, input[0] & 0x7F);
        long pause = input[0] < 0 ? 100 * MILLISECOND : MILLISECOND;
        long now = 0;
        for (int from = 1; from < input.length; from += piece) {
            byte[] bytes = Arrays.copyOfRange(input, from, Math.min(input.length, from + piece));
            framer.accept(bytes, bytes.length, now).forEach(ScanFuzz::classify);
            now += pause;
        }
        framer.idle(now + 1000 * MILLISECOND).ifPresent(ScanFuzz::classify);
        classify(new RawScan("", new String(input, StandardCharsets.UTF_8)));
    }

    private static void classify(RawScan raw) {
        Scan scan = ScanContent.classify(raw);
        if (!scan.raw().equals(raw)) {
            throw new IllegalStateException("another reading came out");
        }
    }

    public static List<byte[]> seeds() {
        return Stream.of(
                        "\u0010RSSMRA80A01H501U\r\n",
                        "\u0010]A0RSSMRA80A01H501U\r",
                        "\u0010PAGOPA|002|301123456789012316|80000000001|3610\r",
                        "\u0008]C1010123456789012817261231\u001d10ABC\u001d21XYZ\r",
                        "\u00020CSSBD\t",
                        "\u0010codfase=NBPA;183011234567890123161200001234567810000000361038961P180000000001RSSMRA80A01H501U\n",
                        "\u000080380000900000000174\r",
                        "\u0010;80380000900000000174=29121234?\r",
                        "\u0010%TSRSSMRA80A01H501U ROSSI  MARIO?\r",
                        "\u0003ABC45\u0003",
                        "\u0002SR1:D:SR-T01A/2026/000123\r")
                .map(text -> text.getBytes(StandardCharsets.ISO_8859_1))
                .toList();
    }
}
