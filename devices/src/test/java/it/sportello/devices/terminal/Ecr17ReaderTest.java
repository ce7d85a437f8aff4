package it.sportello.devices.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.devices.DeviceFault;
import it.sportello.devices.terminal.Ecr17Packet.Message;
import it.sportello.devices.terminal.Ecr17Packet.Progress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cutting the line into packets, from frames and from noise. */
class Ecr17ReaderTest {

    private static final Instant NOW = Instant.parse("2026-11-22T09:30:20Z");

    private static byte[] bytes(String hex) {
        return HexFormat.ofDelimiter(" ").parseHex(hex);
    }

    private static String shown(Ecr17Packet packet) {
        return switch (packet) {
            case Message message ->
                "M " + new String(message.content(), StandardCharsets.ISO_8859_1) + " "
                        + message.checksBy(EnumSet.of(LrcRule.STX));
            case Progress progress -> "P " + progress.text();
            case Ecr17Packet.Taken taken -> "ACK";
            case Ecr17Packet.Rejected rejected -> "NAK";
        };
    }

    private static List<String> read(Ecr17Reader reader) {
        List<String> found = new ArrayList<>();
        for (Optional<Ecr17Packet> next = reader.next(); next.isPresent(); next = reader.next()) {
            found.add(shown(next.get()));
        }
        return found;
    }

    private static List<String> read(byte[] bytes) {
        Ecr17Reader reader = new Ecr17Reader();
        reader.accept(bytes, bytes.length);
        return read(reader);
    }

    @ParameterizedTest
    @CsvSource({
        "06 03 7A 02 41 03 3F,ACK;M A true",
        "06 02 41 03 3F,ACK;M A true",
        "06 03 7C 02 41 03 3F,ACK;M A true",
        // Behind 06 03 one byte belongs to the acknowledgement, even where it looks like another one.
        "06 03 06 06 03 15 15 03 06,ACK;ACK;NAK",
        "15 03 69 06 03 7A,NAK;ACK",
        "15 15,NAK;NAK",
        // The byte behind ETX belongs to the packet, whatever it is.
        "02 7C 03 02 02 41 03 3F,M | true;M A true",
        "02 7D 03 03 06 03 7A,M } true;ACK",
        "02 78 03 06 02 41 03 3F,M x true;M A true",
        "02 41 03 40,M A false",
        // Broken off and begun again.
        "02 42 42 42 02 41 03 3F,M A true",
        "01 42 42 02 41 03 3F,M A true",
        "41 FF 00 03 04 02 41 03 3F,M A true",
        "01 41 42 20 20 04 06 03 7A,P AB;ACK"
    })
    void packets(String hex, String expected) {
        assertEquals(List.of(expected.split(";")), read(bytes(hex)));
    }

    @Test
    void howTheBytesAreSplitDoesNotMatter() {
        byte[] all = bytes("06 03 7A 01 41 42 04 02 31 32 33 34 35 36 37 38 30 73 03 35 15 03 69");
        List<String> whole = read(all);
        assertEquals(List.of("ACK", "P AB", "M 123456780s true", "NAK"), whole);
        for (int cut = 1; cut < all.length; cut++) {
            Ecr17Reader reader = new Ecr17Reader();
            List<String> found = new ArrayList<>();
            reader.accept(all, cut);
            found.addAll(read(reader));
            byte[] rest = java.util.Arrays.copyOfRange(all, cut, all.length);
            reader.accept(rest, rest.length);
            found.addAll(read(reader));
            assertEquals(whole, found, "cut at " + cut);
        }
    }

    @Test
    void aPacketWithoutEndIsGivenUp() {
        Ecr17Reader reader = new Ecr17Reader();
        byte[] endless = new byte[200_000];
        java.util.Arrays.fill(endless, (byte) 'A');
        endless[0] = 2;
        reader.accept(endless, endless.length);
        byte[] good = bytes("02 41 03 3F");
        reader.accept(good, good.length);
        assertEquals(List.of("M A true"), read(reader));
    }

    @Test
    void noMorePacketsAreKeptThanATerminalCanMean() {
        Ecr17Reader reader = new Ecr17Reader();
        byte[] flood = new byte[100_000];
        java.util.Arrays.fill(flood, (byte) 0x15);
        reader.accept(flood, flood.length);
        assertEquals(Ecr17Reader.MOST_PACKETS, read(reader).size());
    }

    /** Noise with a taste for the marks of the protocol; the answers' readers get what comes out. */
    @Test
    @Timeout(30)
    void hostileBytesEndInPacketsOrInTheDeclaredFault() {
        int messages = 0;
        int faults = 0;
        for (long seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            Ecr17Reader reader = new Ecr17Reader();
            byte[] noise = new byte[4096];
            for (int i = 0; i < noise.length; i++) {
                noise[i] = (byte) (random.nextInt(24) == 0 ? random.nextInt(7) : 0x1B + random.nextInt(0x70));
            }
            reader.accept(noise, noise.length);
            for (Optional<Ecr17Packet> next = reader.next(); next.isPresent(); next = reader.next()) {
                if (next.get() instanceof Message message) {
                    messages++;
                    faults += tasted(message.content());
                    faults += tasted(disguised(message.content(), random));
                }
            }
        }
        assertTrue(messages > 1000 && faults > 1000, messages + " messages, " + faults + " faults");
    }

    /** The same content made to look like an answer. */
    private static byte[] disguised(byte[] content, Random random) {
        byte[] like = java.util.Arrays.copyOf(content, Math.max(content.length, random.nextInt(130)));
        byte[] head = ("123456780" + "sEVTC".charAt(random.nextInt(5)) + "00").getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(head, 0, like, 0, Math.min(head.length, like.length));
        return like;
    }

    private static int tasted(byte[] content) {
        int faults = 0;
        List<Runnable> readers = List.of(
                () -> Ecr17Answers.report(content, LrcRule.STX),
                () -> Ecr17Answers.result(content, NOW),
                () -> Ecr17Answers.totals(content),
                () -> Ecr17Answers.closing(content));
        for (Runnable reader : readers) {
            try {
                reader.run();
            } catch (DeviceFault fault) {
                assertTrue(List.of(DeviceFault.BAD_ANSWER, PaymentTerminal.DECLINED)
                        .contains(fault.code()));
                faults++;
            }
        }
        if (content.length >= 10) {
            ReceiptCollector collector = new ReceiptCollector();
            collector.accept(content);
            collector.receipts();
        }
        return faults;
    }
}
