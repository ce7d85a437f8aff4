package it.sportello.devices.twin.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import it.sportello.devices.card.CardVectors;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
        awaitCard();
    }

    private static void awaitCard() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(1000);
        for (int turn = 0; turn < 300 && !text(run("opensc-tool", "-l")).contains("Yes"); turn++) {
            TimeUnit.MILLISECONDS.sleep(100);
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

    /** The certificate is one for OpenSC too, with the common name published for this card. */
    @Test
    void readsTheCertificate() throws CertificateException {
        String list = text(run("pkcs15-tool", "-c"));
        assertTrue(list.contains("X.509 Certificate"), list);
        Matcher identifier = Pattern.compile("ID\\s*:\\s*([0-9a-fA-F]+)").matcher(list);
        assertTrue(identifier.find(), list);
        byte[] pem = run("pkcs15-tool", "--read-certificate", identifier.group(1));
        X509Certificate certificate = assertInstanceOf(
                X509Certificate.class,
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(pem)));
        String subject = certificate.getSubjectX500Principal().getName().replace("\\", "");
        assertTrue(subject.contains("RSSMRA80A41H501Y/6090000000017002.5YBH7/FqpGSWS/3Yenmj7ge+aKw="), subject);
        assertEquals(0, card.pinsTried());
    }

    /** The same commands by another program's hand: a lot that wants its application gives its files inside it. */
    @Test
    void findsTheFilesOfALotThatWantsItsApplication() throws InterruptedException {
        slot.insert(
                VirtualCards.health(CardVectors.maria(), CardBehaviour.USUAL.onlyInside("A000000530000B104001021A")));
        try {
            awaitCard();
            String answers = text(run(
                    "opensc-tool",
                    "--card-driver",
                    "default",
                    "-s",
                    "00:A4:08:00:04:11:00:11:02",
                    "-s",
                    "00:A4:04:00:0C:A0:00:00:05:30:00:0B:10:40:01:02:1A",
                    "-s",
                    "00:A4:09:00:04:11:00:11:02",
                    "-s",
                    "00:B0:00:00:06"));
            assertTrue(answers.contains("SW1=0x6A, SW2=0x82"), answers);
            assertTrue(answers.contains("30 30 30 30 36 35"), answers);
        } finally {
            slot.insert(card);
            awaitCard();
        }
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
