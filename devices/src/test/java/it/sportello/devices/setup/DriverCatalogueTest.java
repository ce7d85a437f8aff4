package it.sportello.devices.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.devices.Device;
import it.sportello.devices.DeviceKind;
import it.sportello.devices.DeviceState;
import it.sportello.devices.ThreadGuard;
import it.sportello.devices.detector.ValidatorMemory;
import it.sportello.devices.detector.ValidatorRecord;
import it.sportello.devices.display.DisplayOutcome;
import it.sportello.devices.display.QueueCall;
import it.sportello.devices.display.QueueDisplay;
import it.sportello.devices.printer.FontTextRasterizer;
import it.sportello.devices.twin.TwinPlug;
import it.sportello.devices.twin.detector.VirtualCcTalkValidator;
import it.sportello.devices.twin.detector.VirtualLineDetector;
import it.sportello.devices.twin.detector.VirtualSspValidator;
import it.sportello.devices.twin.dispenser.VirtualDispenser;
import it.sportello.devices.twin.display.VirtualDisplay;
import it.sportello.devices.twin.printer.VirtualPrinter;
import it.sportello.devices.twin.scanner.VirtualScanner;
import it.sportello.devices.twin.terminal.TerminalSetup;
import it.sportello.devices.twin.terminal.VirtualTerminal;
import java.awt.Font;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every driver of the catalogue, made from its settings alone, meets its twin. */
@Timeout(60)
class DriverCatalogueTest {
    private static final DriverCatalogue CATALOGUE = DriverCatalogue.shipped();

    private static final MakerParts PARTS = new MakerParts(
            Clock.systemUTC(),
            ThreadGuard.ANY_THREAD,
            new FontTextRasterizer(List.of(new Font(Font.MONOSPACED, Font.PLAIN, 20))),
            new ValidatorMemory() {
                @Override
                public Optional<String> position(String device) {
                    return Optional.empty();
                }

                @Override
                public void keep(ValidatorRecord entry) {
                    // nothing is asserted of the account here
                }
            },
            Wires.PLAIN);

    private static Device make(String driver, String address) {
        DeviceMaker maker = CATALOGUE.maker(driver).orElseThrow();
        DeviceEntry entry = DeviceEntry.of("prova", maker.kind(), driver, address);
        assertEquals(List.of(), new DeviceSettings("", List.of(entry)).problems(CATALOGUE));
        Device device = maker.make(entry, PARTS);
        assertEquals(maker.kind(), device.kind());
        assertEquals("prova", device.id());
        return device;
    }

    private static void works(String driver, String address) throws InterruptedException {
        try (Device device = make(driver, address)) {
            CountDownLatch ready = new CountDownLatch(1);
            device.addListener(status -> {
                if (status.state() == DeviceState.READY) {
                    ready.countDown();
                }
            });
            device.start();
            assertTrue(ready.await(30, TimeUnit.SECONDS), () -> driver + ": " + device.status());
        }
    }

    @Test
    @Tag("M23")
    void everyDriverOnALineReachesItsTwin() throws Exception {
        try (VirtualPrinter printer = new VirtualPrinter(TwinPlug.tcp(0));
                VirtualScanner scanner = new VirtualScanner(TwinPlug.tcp(0), VirtualScanner.Setup.USUAL);
                VirtualDisplay lamps = new VirtualDisplay(TwinPlug.tcp(0), VirtualDisplay.Dialect.ALPHA);
                VirtualDisplay lines = new VirtualDisplay(TwinPlug.tcp(0), VirtualDisplay.Dialect.CD5220);
                VirtualDisplay dmd = new VirtualDisplay(TwinPlug.tcp(0), VirtualDisplay.Dialect.DMD);
                VirtualDisplay aedex = new VirtualDisplay(TwinPlug.tcp(0), VirtualDisplay.Dialect.AEDEX);
                VirtualTerminal terminal =
                        new VirtualTerminal(TwinPlug.tcp(0), TerminalSetup.USUAL, Clock.systemUTC())) {
            works("escpos", printer.address());
            works("scan-line", scanner.address());
            works("alpha", lamps.address());
            works("cd5220", lines.address());
            works("dmd", dmd.address());
            works("aedex", aedex.address());
            works("ecr17", terminal.address());
        }
        try (VirtualLineDetector lines = new VirtualLineDetector(TwinPlug.tcp(0), VirtualLineDetector.Port.LINES);
                VirtualSspValidator ssp = new VirtualSspValidator(TwinPlug.tcp(0), VirtualSspValidator.Model.MODERN);
                VirtualCcTalkValidator ccTalk =
                        new VirtualCcTalkValidator(TwinPlug.tcp(0), new VirtualCcTalkValidator.Model(true, true))) {
            works("lines", lines.address());
            works("ssp", ssp.address());
            works("cctalk", ccTalk.address());
        }
        try (VirtualDispenser dispenser = new VirtualDispenser(TwinPlug.tcp(0))) {
            works("ticket-line", dispenser.address());
        }
        works("manual", "");
    }

    @Test
    @Tag("M23")
    void aDisplayIsDescribedByItsSettings() throws Exception {
        DeviceMaker maker = CATALOGUE.maker("template").orElseThrow();
        try (VirtualDisplay twin = new VirtualDisplay(TwinPlug.tcp(0), VirtualDisplay.Dialect.FRAMED)) {
            DeviceEntry entry = DeviceEntry.of("prova", maker.kind(), "template", twin.address());
            assertEquals(
                    List.of("Impostazione «call»: manca il messaggio di chiamata."),
                    new DeviceSettings("", List.of(entry))
                            .problems(CATALOGUE)
                            .getFirst()
                            .details());
            DeviceEntry described = entry.with("call", "\\x02C{ticket:4}{deskNumber:2}\\x03{check}")
                    .with("clear", "\\x02X\\x03{check}")
                    .with("check", "xor8 2..")
                    .with("answer", "\\x06");
            assertEquals(List.of(), new DeviceSettings("", List.of(described)).problems(CATALOGUE));
            try (QueueDisplay display = (QueueDisplay) maker.make(described, PARTS)) {
                DisplayOutcome outcome =
                        display.show(new QueueCall(1, "B007", "12")).get(30, TimeUnit.SECONDS);
                assertEquals(new DisplayOutcome.Shown(1, true), outcome);
                assertEquals(List.of("B007", "> 12"), twin.lines());
            }
        }
    }

    @Test
    void everyKindHasADriverAndEveryDriverItsOwnName() {
        for (DeviceKind kind : DeviceKind.values()) {
            assertFalse(CATALOGUE.of(kind).isEmpty(), kind.name());
        }
        DeviceMaker one = CATALOGUE.makers().getFirst();
        List<DeviceMaker> twice = List.of(one, one);
        assertThrows(IllegalArgumentException.class, () -> new DriverCatalogue(twice));
    }

    @Test
    void theStandardOfEveryOptionIsAllowed() {
        CATALOGUE
                .makers()
                .forEach(maker -> maker.options()
                        .forEach(option -> assertTrue(
                                option.accepts().test(option.standard()), () -> maker.driver() + "." + option.name())));
    }

    @Test
    void aCardReaderIsMadeWithoutAnyServiceRunning() {
        try (Device reader = make("pcsc", "any")) {
            assertEquals(DeviceKind.CARD_READER, reader.kind());
        }
    }

    /** A lot of cards that is new this year needs a line in the settings, not a new program. */
    @Test
    @Tag("Q55")
    void applicationsOfNewLotsOfCardsAreASetting() {
        DeviceEntry reader = DeviceEntry.of("lettore", DeviceKind.CARD_READER, "pcsc", "any");
        assertEquals(List.of(), problems(reader.with("applications", "A000000530000B104001021A A0000000991234")));
        assertEquals(1, problems(reader.with("applications", "A0000")).size());
        assertEquals(1, problems(reader.with("applications", "")).size());
    }

    @Test
    void theVirtualReaderIsOfThisComputerOnly() {
        DeviceEntry reader = DeviceEntry.of("lettore", DeviceKind.CARD_READER, "vpcd", "tcp:127.0.0.1:35963");
        assertEquals(List.of(), problems(reader));
        for (String wrong : List.of("tcp:10.0.0.1:35963", "serial:/dev/ttyS0", "35963", "")) {
            assertFalse(problems(reader.at(wrong)).isEmpty(), wrong);
        }
    }

    private static List<SettingProblem> problems(DeviceEntry entry) {
        return new DeviceSettings("", List.of(entry)).problems(CATALOGUE);
    }

    @Test
    @Tag("R-ADD-13")
    void aDeskWithoutAnAccountKeepsItsValidatorClosed() throws Exception {
        DeviceMaker maker = CATALOGUE.maker("ssp").orElseThrow();
        MakerParts nowhere =
                new MakerParts(PARTS.clock(), PARTS.guard(), PARTS.rasterizer(), ValidatorMemory.NOWHERE, Wires.PLAIN);
        try (VirtualSspValidator twin = new VirtualSspValidator(TwinPlug.tcp(0), VirtualSspValidator.Model.MODERN);
                Device device =
                        maker.make(DeviceEntry.of("prova", maker.kind(), maker.driver(), twin.address()), nowhere)) {
            CountDownLatch refused = new CountDownLatch(1);
            device.addListener(status -> {
                if (status.code().equals("DEV-517")) {
                    refused.countDown();
                }
            });
            device.start();
            assertTrue(
                    refused.await(30, TimeUnit.SECONDS), () -> device.status().toString());
        }
    }
}
