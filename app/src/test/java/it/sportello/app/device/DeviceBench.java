package it.sportello.app.device;

import it.sportello.app.wiring.DeskDevices;
import it.sportello.devices.DeviceKind;
import it.sportello.devices.DeviceState;
import it.sportello.devices.ThreadGuard;
import it.sportello.devices.detector.ValidatorMemory;
import it.sportello.devices.printer.FontTextRasterizer;
import it.sportello.devices.setup.DeviceEntry;
import it.sportello.devices.setup.DeviceSettings;
import it.sportello.devices.setup.DriverCatalogue;
import it.sportello.devices.setup.MakerParts;
import it.sportello.devices.trace.DeviceTraces;
import it.sportello.devices.twin.TwinPlug;
import it.sportello.devices.twin.printer.VirtualPrinter;
import it.sportello.devices.twin.scanner.VirtualScanner;
import java.awt.Font;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A desk with a printer and a scanner on the real channel, and a display that is not there. */
final class DeviceBench implements AutoCloseable {
    final VirtualPrinter printer;
    final VirtualScanner scanner;
    final DeviceTraces traces;
    final DeskDevices devices;
    final DevicePanel panel;

    DeviceBench(Path folder, Clock clock) throws IOException {
        printer = new VirtualPrinter(TwinPlug.tcp(0));
        scanner = new VirtualScanner(TwinPlug.tcp(0), VirtualScanner.Setup.USUAL);
        traces = new DeviceTraces(clock);
        devices = new DeskDevices(
                DriverCatalogue.shipped(),
                new MakerParts(
                        clock,
                        ThreadGuard.ANY_THREAD,
                        new FontTextRasterizer(List.of(new Font(Font.MONOSPACED, Font.PLAIN, 20))),
                        ValidatorMemory.NOWHERE,
                        traces),
                traces);
        panel = new DevicePanel(devices, traces, folder, clock);
    }

    /** Starts the three and waits until each has said how it is. */
    void start() {
        devices.use(settings());
        devices.start();
        await(() -> state("printer") == DeviceState.READY && state("scanner") == DeviceState.READY);
        await(() -> panel.rows().stream().anyMatch(row -> row.status().code().equals("DEV-010")));
    }

    DeviceSettings settings() {
        return new DeviceSettings(
                "",
                List.of(
                        DeviceEntry.of("printer", DeviceKind.RECEIPT_PRINTER, "escpos", printer.address())
                                .with("profile", "custom-80"),
                        DeviceEntry.of("scanner", DeviceKind.BARCODE_READER, "scan-line", scanner.address()),
                        DeviceEntry.of(
                                "display-sala",
                                DeviceKind.QUEUE_DISPLAY,
                                "cd5220",
                                "serial:/dev/serial/by-id/usb-assente")));
    }

    DeviceState state(String id) {
        return panel.rows().stream()
                .filter(row -> row.entry().id().equals(id))
                .map(row -> row.status().state())
                .findFirst()
                .orElseThrow();
    }

    static void await(BooleanSupplier reached) {
        for (int i = 0; i < 1200; i++) {
            if (reached.getAsBoolean()) {
                return;
            }
            try {
                TimeUnit.MILLISECONDS.sleep(25);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        throw new AssertionError("did not happen");
    }

    @Override
    public void close() throws IOException {
        devices.close();
        scanner.close();
        printer.close();
    }
}
