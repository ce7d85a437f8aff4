package it.sportello.devices.twin.detector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.devices.link.Link;
import it.sportello.devices.link.LinkAddress;
import it.sportello.devices.link.LinkException;
import it.sportello.devices.printer.Hex;
import it.sportello.devices.twin.TwinPlug;
import it.sportello.devices.twin.detector.VirtualSspValidator.Model;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The twins against published frames, without the drivers, and against noise. */
@Timeout(20)
class TwinAgainstReferenceTest {

    private static Link call(String address) throws LinkException {
        Link link = LinkAddress.parse(address).newLink();
        link.open();
        return link;
    }

    private static String ask(Link link, String question, int length) throws LinkException {
        link.writeAll(Hex.bytes(question), Duration.ofSeconds(1));
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        byte[] buffer = new byte[300];
        int count = link.read(buffer, Duration.ofMillis(100));
        while (count > 0) {
            answer.write(buffer, 0, count);
            count = answer.size() < length ? link.read(buffer, Duration.ofMillis(100)) : 0;
        }
        return Hex.of(answer.toByteArray());
    }

    private static void noise(Link link) throws LinkException {
        Random random = new Random(9);
        byte[] bytes = new byte[20_000];
        random.nextBytes(bytes);
        for (int i = 0; i < bytes.length; i += 1 + random.nextInt(9)) {
            bytes[i] = (byte) (random.nextBoolean() ? 0x7F : 0x28);
        }
        link.writeAll(bytes, Duration.ofSeconds(5));
    }

    /** Asks until the twin has found its way back. */
    private static void untilAnswered(Link link, String question, String answer) throws LinkException {
        String heard = "";
        while (!heard.endsWith(answer)) {
            heard = ask(link, question, answer.length() / 3);
        }
        assertTrue(heard.endsWith(answer));
    }

    @Test
    void ssp() throws Exception {
        try (VirtualSspValidator twin = new VirtualSspValidator(TwinPlug.tcp(0), Model.OLD);
                Link link = call(twin.address())) {
            assertEquals("7F 80 01 F0 23 80", ask(link, "7F 80 01 11 65 82", 6));
            assertEquals(
                    "7F 00 1F F0 00 30 33 33 33 45 55 52 00 00 01 07 05 0A 14 32 64 C8 00 02 02 02 02 02 02 02 "
                            + "00 00 64 04 5B CA",
                    ask(link, "7F 00 01 05 1E 08", 36));
            assertEquals("7F 80 03 F0 F1 E8 BF 8C", ask(link, "7F 80 01 07 12 02", 8));
            assertEquals("7F 80 03 F0 F1 E8 BF 8C", ask(link, "7F 80 01 07 12 02", 8), "asked again");
            assertEquals("", ask(link, "7F 00 01 07 11 89", 1), "wrong CRC");
            noise(link);
            untilAnswered(link, "7F 80 01 11 65 82", "7F 80 01 F0 23 80");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "false, 28 00 01 FE D9, 01 00 28 00 D7, 28 00 B6 FE 21",
        "true, 28 00 B6 FE 21, 01 00 30 00 37, 28 00 01 FE D9"
    })
    void ccTalk(boolean crc, String poll, String answer, String other) throws Exception {
        VirtualCcTalkValidator.Model model = new VirtualCcTalkValidator.Model(crc, false);
        try (VirtualCcTalkValidator twin = new VirtualCcTalkValidator(TwinPlug.tcp(0), model);
                Link link = call(twin.address())) {
            assertEquals(answer, ask(link, poll, 5));
            assertEquals("", ask(link, other, 1), "other checksum");
            noise(link);
            untilAnswered(link, poll, answer);
        }
    }

    @Test
    void lines() throws Exception {
        try (VirtualLineDetector twin = new VirtualLineDetector(TwinPlug.tcp(0), VirtualLineDetector.Port.PRINTER);
                Link link = call(twin.address())) {
            noise(link);
            twin.say("still here");
            String heard = "";
            while (!heard.contains("73 74 69 6C 6C")) {
                heard += " " + ask(link, "12", 24);
            }
            assertEquals(0, twin.waiting());
        }
    }
}
