package it.sportello.devices.scanner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.devices.DeviceState;
import it.sportello.devices.link.LinkAddress;
import it.sportello.devices.scanner.Scan.PersonCodeScan;
import it.sportello.devices.scanner.Scan.PrescriptionPart1;
import it.sportello.devices.scanner.Scan.PrescriptionPart2;
import it.sportello.devices.scanner.Scan.QueueNumberScan;
import it.sportello.devices.twin.TwinFault;
import it.sportello.devices.twin.TwinPlug;
import it.sportello.devices.twin.scanner.VirtualScanner;
import it.sportello.devices.twin.scanner.VirtualScanner.Setup;
import it.sportello.devices.twin.scanner.VirtualScanner.Suffix;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Driver and twin over a real serial line of the system. */
@Timeout(20)
class SerialScannerTest {

    private static final ScannerTimings QUICK =
            new ScannerTimings(Duration.ofMillis(80), Duration.ofMillis(300), Duration.ofMillis(100));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final BlockingQueue<Scan> scans = new LinkedBlockingQueue<>();

    private BarcodeScanner driver(String address) {
        LinkAddress place = LinkAddress.parse(address);
        BarcodeScanner scanner = new SerialScanner("prova", place::newLink, QUICK, Clock.systemUTC());
        scanner.addScanListener(scans::add);
        scanner.start();
        return scanner;
    }

    private Scan next() throws InterruptedException {
        Scan scan = scans.poll(5, TimeUnit.SECONDS);
        return scan == null ? new Scan.Unknown(new RawScan("", "nothing came"), Scan.Reason.NO_KIND) : scan;
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + 20_000_000_000L;
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            Thread.sleep(10);
        }
        assertTrue(condition.getAsBoolean(), "did not happen in time");
    }

    @Test
    @Tag("Q51")
    void everySetUpOfAReaderIsUnderstood() throws Exception {
        try (VirtualScanner twin = new VirtualScanner(TwinPlug.line(folder.resolve("reader")), Setup.USUAL);
                BarcodeScanner scanner = driver(twin.address())) {
            await(() -> scanner.status().state() == DeviceState.READY);
            int number = 0;
            for (Suffix suffix : Suffix.values()) {
                for (boolean marks : List.of(false, true)) {
                    twin.configure(new Setup(suffix, marks, marks));
                    number++;
                    twin.scan("SP1Q:A" + number);
                    assertEquals(
                            "A" + number,
                            assertInstanceOf(QueueNumberScan.class, next()).number());
                }
            }
            assertTrue(scans.isEmpty());
        }
    }

    @Test
    void threeCodesOfAReminderInARow() throws Exception {
        try (VirtualScanner twin = new VirtualScanner(TwinPlug.line(folder.resolve("reader")), Setup.USUAL);
                BarcodeScanner scanner = driver(twin.address())) {
            await(() -> scanner.status().state() == DeviceState.READY);
            twin.scan("A0", "1234567890");
            twin.scan("A0", "1234567890");
            twin.scan("A0", "0504A");
            twin.scan("A0", "RSSMRA80A01H501U");
            assertInstanceOf(PrescriptionPart2.class, next());
            assertInstanceOf(PrescriptionPart1.class, next());
            assertInstanceOf(PersonCodeScan.class, next());
            assertTrue(scans.isEmpty());
        }
    }

    @Test
    @Tag("Q53")
    void anUnpluggedReaderIsSeenAndWorksAgainWhenPutBack() throws Exception {
        try (VirtualScanner twin = new VirtualScanner(TwinPlug.line(folder.resolve("reader")), Setup.USUAL);
                BarcodeScanner scanner = driver(twin.address())) {
            await(() -> scanner.status().state() == DeviceState.READY);
            twin.unplug();
            await(() -> scanner.status().state() == DeviceState.DISCONNECTED);
            assertTrue(ScannerTexts.bundle(Locale.ITALIAN)
                    .containsKey("device." + scanner.status().code()));
            twin.plugIn();
            await(() -> scanner.status().state() == DeviceState.READY);
            twin.scan("SP1Q:B007");
            assertEquals("B007", assertInstanceOf(QueueNumberScan.class, next()).number());
        }
    }

    @Test
    void noiseOnTheLineIsSurvived() throws Exception {
        try (VirtualScanner twin = new VirtualScanner(TwinPlug.line(folder.resolve("reader")), Setup.USUAL);
                BarcodeScanner scanner = driver(twin.address())) {
            await(() -> scanner.status().state() == DeviceState.READY);
            byte[] noise = new byte[2000];
            new java.util.Random(1).nextBytes(noise);
            twin.noise(noise);
            twin.noise(new byte[] {'\r'});
            twin.scan("SP1Q:C001");
            Scan read = next();
            while (!(read instanceof QueueNumberScan) && !read.raw().text().equals("nothing came")) {
                read = next();
            }
            assertInstanceOf(QueueNumberScan.class, read);
            assertEquals(DeviceState.READY, scanner.status().state());
        }
    }

    private BarcodeScanner driver(String address, String refusedCommand) {
        LinkAddress place = LinkAddress.parse(address);
        BarcodeScanner scanner = new SerialScanner("prova", place::newLink, QUICK, Clock.systemUTC(), refusedCommand);
        scanner.addScanListener(scans::add);
        scanner.start();
        return scanner;
    }

    @Test
    void aReaderWithCommandsIsToldOfARefusedCodeAndItsAnswerIsNoCode() throws Exception {
        try (VirtualScanner twin = new VirtualScanner(TwinPlug.line(folder.resolve("reader")), Setup.USUAL);
                BarcodeScanner scanner = driver(twin.address(), "BEPEXE2.")) {
            await(() -> scanner.status().state() == DeviceState.READY);
            twin.scan("NON-NOTO");
            assertInstanceOf(Scan.Unknown.class, next());
            await(() -> twin.commands().equals(List.of("BEPEXE2.")));
            twin.scan("SP1Q:A042");
            assertEquals("A042", assertInstanceOf(QueueNumberScan.class, next()).number());
            assertTrue(scans.isEmpty(), "the answer was taken for a code");
        }
    }

    @ParameterizedTest
    @EnumSource(TwinFault.class)
    @Tag("Q53")
    void afterEveryFaultTheNextCodeIsRead(TwinFault fault) throws Exception {
        try (VirtualScanner twin = new VirtualScanner(TwinPlug.line(folder.resolve("reader")), Setup.USUAL);
                BarcodeScanner scanner = driver(twin.address())) {
            await(() -> scanner.status().state() == DeviceState.READY);
            twin.wire().delay(Duration.ofMillis(200));
            twin.wire().script(List.of(fault));
            twin.scan("SP1Q:A001");
            if (fault == TwinFault.DISCONNECT) {
                await(() -> scanner.status().state() == DeviceState.DISCONNECTED);
                twin.plugIn();
            }
            // A person who sees nothing happen reads the code once more, until it is heard.
            List<String> read = new ArrayList<>();
            for (int i = 0; i < 50 && !read.contains("A002"); i++) {
                twin.scan("SP1Q:A002");
                Scan scan = scans.poll(400, TimeUnit.MILLISECONDS);
                while (scan != null) {
                    read.add(scan.content());
                    scan = scans.poll();
                }
            }
            assertTrue(read.contains("A002"), read.toString());
            long times = read.stream().filter("A001"::equals).count();
            assertTrue(times <= 1, "a duplicate counts once: " + read);
        }
    }

    @Test
    void everyReasonHasItsText() {
        for (Scan.Reason reason : Scan.Reason.values()) {
            assertTrue(ScannerTexts.bundle(Locale.ITALIAN).containsKey("scan." + reason.name() + ".action"));
        }
    }
}
