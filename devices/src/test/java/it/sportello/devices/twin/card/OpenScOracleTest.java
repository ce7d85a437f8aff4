package it.sportello.devices.twin.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import it.sportello.devices.card.CardVectors;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * OpenSC, which knows the Italian card from other sources than ours, reads the virtual card: so the card is more than
 * consistent with our own parser.
 */
@Tag("oracle")
@Timeout(60)
class OpenScOracleTest {
    private static PcscDaemon daemon;
    private static VirtualCardSlot slot;
    private static VirtualCard card;

    @BeforeAll
    static void insertCard() throws IOException, InterruptedException {
        Path folder = TestDaemonFolder.get();
        daemon = PcscDaemon.start(folder, true);
        slot = new VirtualCardSlot(daemon.slot(0));
        card = VirtualCards.health(CardVectors.maria());
        slot.insert(card);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
        while (System.nanoTime() < end && !text(run("opensc-tool", "-l")).contains("Yes")) {
            Thread.sleep(100);
        }
    }

    @AfterAll
    static void stop() {
        slot.close();
        daemon.close();
    }

    @Test
    void recognisesTheCardByItsAnswerToReset() {
        assertTrue(text(run("opensc-tool", "-n")).contains("CNS card"));
    }

    @Test
    void findsNameAndSerialNumber() {
        String dump = text(run("pkcs15-tool", "-D"));
        assertTrue(dump.contains("MARIA ROSSI"), dump);
        assertTrue(dump.contains(CardVectors.V1_ID), dump);
        assertTrue(dump.contains("EF_DatiPersonali"), dump);
    }

    @Test
    void readsTheWholePersonalDataFile() {
        byte[] file = run("pkcs15-tool", "--raw", "--read-data-object", "EF_DatiPersonali");
        byte[] expected = Arrays.copyOf(CardVectors.V1.getBytes(StandardCharsets.US_ASCII), 400);
        assertEquals(hex(expected), hex(file));
        assertEquals(0, card.pinsTried());
    }

    private static String hex(byte[] bytes) {
        return java.util.HexFormat.of().formatHex(bytes);
    }

    private static String text(byte[] output) {
        return new String(output, StandardCharsets.UTF_8);
    }

    private static byte[] run(String... command) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        Path socket = daemon.socket();
        if (socket != null) {
            builder.environment().put("PCSCLITE_CSOCK_NAME", Objects.toString(socket));
        }
        try {
            Process process = builder.start();
            byte[] output = process.getInputStream().readAllBytes();
            process.waitFor();
            return output;
        } catch (IOException absent) {
            return fail("OpenSC is needed to judge the virtual card: install the package opensc", absent);
        } catch (InterruptedException stopped) {
            return fail("interrupted during " + List.of(command), stopped);
        }
    }
}
