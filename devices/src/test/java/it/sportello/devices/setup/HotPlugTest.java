package it.sportello.devices.setup;

import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.devices.Device;
import it.sportello.devices.DeviceState;
import it.sportello.devices.ThreadGuard;
import it.sportello.devices.detector.ValidatorMemory;
import it.sportello.devices.detector.ValidatorRecord;
import it.sportello.devices.printer.FontTextRasterizer;
import it.sportello.devices.trace.DeviceTraces;
import it.sportello.devices.twin.TwinPlug;
import it.sportello.devices.twin.detector.VirtualCcTalkValidator;
import it.sportello.devices.twin.detector.VirtualLineDetector;
import it.sportello.devices.twin.detector.VirtualSspValidator;
import it.sportello.devices.twin.display.VirtualDisplay;
import it.sportello.devices.twin.printer.VirtualPrinter;
import it.sportello.devices.twin.scanner.VirtualScanner;
import java.awt.Font;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A serial device is pulled out and put back at the same name, which leads to another port of the system: every driver,
 * as the desk makes it, notices both by itself.
 */
@Timeout(120)
@Tag("Q53")
class HotPlugTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final DeviceTraces traces = new DeviceTraces(Clock.systemUTC());
    private final BlockingQueue<DeviceState> states = new LinkedBlockingQueue<>();

    /** A twin as far as its plug goes. */
    private record Plugged(String address, Runnable unplug, Runnable plugIn, AutoCloseable twin) {}

    private Plugged twin(String driver) throws Exception {
        TwinPlug line = TwinPlug.line(folder.resolve("by-id"));
        return switch (driver) {
            case "escpos" -> {
                VirtualPrinter twin = new VirtualPrinter(line);
                yield new Plugged(twin.address(), twin::unplug, twin::plugIn, twin);
            }
            case "scan-line" -> {
                VirtualScanner twin = new VirtualScanner(line, VirtualScanner.Setup.USUAL);
                yield new Plugged(twin.address(), twin::unplug, twin::plugIn, twin);
            }
            case "cd5220", "alpha" -> {
                VirtualDisplay.Dialect dialect =
                        driver.equals("alpha") ? VirtualDisplay.Dialect.ALPHA : VirtualDisplay.Dialect.CD5220;
                VirtualDisplay twin = new VirtualDisplay(line, dialect);
                yield new Plugged(twin.address(), twin::unplug, twin::plugIn, twin);
            }
            case "lines" -> {
                VirtualLineDetector twin = new VirtualLineDetector(line, VirtualLineDetector.Port.LINES);
                yield new Plugged(twin.address(), twin::unplug, twin::plugIn, twin);
            }
            case "ssp" -> {
                VirtualSspValidator twin = new VirtualSspValidator(line, VirtualSspValidator.Model.MODERN);
                yield new Plugged(twin.address(), twin::unplug, twin::plugIn, twin);
            }
            default -> {
                VirtualCcTalkValidator twin =
                        new VirtualCcTalkValidator(line, new VirtualCcTalkValidator.Model(true, true));
                yield new Plugged(twin.address(), twin::unplug, twin::plugIn, twin);
            }
        };
    }

    private static final class Account implements ValidatorMemory {
        @Override
        public Optional<String> position(String device) {
            return Optional.empty();
        }

        @Override
        public void keep(ValidatorRecord entry) {
            // nothing is asserted of it here
        }
    }

    private void until(DeviceState wanted) throws InterruptedException {
        DeviceState last = DeviceState.DISABLED;
        while (last != wanted) {
            DeviceState next = states.poll(40, TimeUnit.SECONDS);
            assertTrue(next != null, "never " + wanted);
            last = next;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"escpos", "scan-line", "cd5220", "alpha", "lines", "ssp", "cctalk"})
    void pullingOutAndPuttingBackIsNoticedByItself(String driver) throws Exception {
        DeviceMaker maker = DriverCatalogue.shipped().maker(driver).orElseThrow();
        MakerParts parts = new MakerParts(
                Clock.systemUTC(),
                ThreadGuard.ANY_THREAD,
                new FontTextRasterizer(List.of(new Font(Font.MONOSPACED, Font.PLAIN, 20))),
                new Account(),
                traces);
        Plugged plugged = twin(driver);
        try (AutoCloseable twin = plugged.twin();
                Device device = maker.make(DeviceEntry.of("prova", maker.kind(), driver, plugged.address()), parts)) {
            assertTrue(twin != null);
            traces.follow(device);
            device.addListener(status -> states.add(status.state()));
            device.start();
            until(DeviceState.READY);

            plugged.unplug().run();
            until(DeviceState.DISCONNECTED);

            plugged.plugIn().run();
            until(DeviceState.READY);
            assertTrue(traces.of("prova").statistics().reconnects() > 0);
        }
    }
}
