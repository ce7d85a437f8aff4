package it.sportello.devices.terminal;

import it.sportello.devices.DeviceFault;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Packets of a payment terminal: only a sound approval is one. */
public final class TerminalFuzz {
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    private TerminalFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        Ecr17Reader reader = new Ecr17Reader();
        reader.accept(input, input.length);
        ReceiptCollector receipts = new ReceiptCollector();
        for (Optional<Ecr17Packet> next = reader.next(); next.isPresent(); next = reader.next()) {
            if (next.get() instanceof Ecr17Packet.Message message) {
                LrcRule rule = LrcRule.STX;
                attempt(() -> Ecr17Answers.report(message.content(), rule));
                attempt(() -> result(message.content()));
                attempt(() -> Ecr17Answers.totals(message.content()));
                attempt(() -> Ecr17Answers.closing(message.content()));
                if (message.content().length >= 10) {
                    receipts.accept(message.content());
                }
            }
        }
        receipts.receipts();
    }

    private static void result(byte[] content) {
        TerminalResult result = Ecr17Answers.result(content, NOW);
        String text = new String(content, StandardCharsets.ISO_8859_1);
        if (result.code().equals("00") != text.startsWith("00", 10)) {
            throw new IllegalStateException("an approval out of something else");
        }
    }

    private static void attempt(Runnable reading) {
        try {
            reading.run();
        } catch (DeviceFault refused) {
            if (!refused.code().equals(DeviceFault.BAD_ANSWER)
                    && !refused.code().equals(PaymentTerminal.DECLINED)) {
                throw refused;
            }
        }
    }

    public static List<byte[]> seeds() {
        return Stream.of(
                        "\u0006\u0003z\u0002123456780s0000000000231126090002RELEASE 1\u0003A",
                        "\u0001ATTENDERE           \u0004\u0002123456780E00" + "0".repeat(58) + "\u00031",
                        "\u0002123456780E01CARTA RIFIUTATA         000000000000\u0003B",
                        "\u0002123456780S\u007fTOTALE}}}}}}\u001b\u0003C",
                        "\u0002123456780T000000000000003610000000000000361\u00031")
                .map(text -> text.getBytes(StandardCharsets.ISO_8859_1))
                .toList();
    }
}
