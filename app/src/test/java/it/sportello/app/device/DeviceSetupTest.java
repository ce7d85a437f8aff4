package it.sportello.app.device;

import static org.junit.jupiter.api.Assertions.assertEquals;

import it.sportello.app.wiring.DeviceAddresses;
import it.sportello.app.wiring.DeviceFile;
import it.sportello.devices.DeviceKind;
import it.sportello.devices.ThreadGuard;
import it.sportello.devices.printer.ReceiptDocument;
import it.sportello.devices.setup.DeviceEntry;
import it.sportello.devices.setup.DeviceSettings;
import it.sportello.devices.setup.PlaceFinder;
import it.sportello.devices.setup.SettingProblem;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The set-up used from two screens at once. */
@Timeout(120)
class DeviceSetupTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path home;

    @Test
    void whatIsStoredDuringATrialIsInUseAfterIt() throws Exception {
        try (DeviceBench bench = new DeviceBench(home.resolve("notes"), Clock.systemUTC())) {
            DeviceSetup setup = new DeviceSetup(
                    bench.devices,
                    new DeviceFile(home),
                    DeviceAddresses.none(),
                    new PlaceFinder(ThreadGuard.ANY_THREAD),
                    home.resolve("notes"),
                    Clock.systemUTC(),
                    new DeviceTrial.Patience(30, 60));
            bench.devices.start();
            DeviceEntry scanner =
                    DeviceEntry.of("scanner", DeviceKind.BARCODE_READER, "scan-line", bench.scanner.address());
            DeviceEntry printer =
                    DeviceEntry.of("printer", DeviceKind.RECEIPT_PRINTER, "escpos", bench.printer.address());
            ReceiptDocument slip = ReceiptDocument.builder().cut().build();
            FutureTask<DeviceTrial.Result> trial = new FutureTask<>(() -> setup.tryOut(scanner, slip));
            FutureTask<List<SettingProblem>> storing =
                    new FutureTask<>(() -> setup.save(new DeviceSettings("", List.of(printer))));
            start(trial);
            DeviceBench.await(() -> bench.devices.all().size() == 1);
            Thread saver = start(storing);
            DeviceBench.await(() -> saver.getState() == Thread.State.WAITING || storing.isDone());
            while (!trial.isDone()) {
                bench.scanner.scan("SP1Q:A42");
                TimeUnit.MILLISECONDS.sleep(50);
            }
            assertEquals(List.of(), storing.get(30, TimeUnit.SECONDS));
            assertEquals(DeviceTrial.Ending.WORKED, trial.get().ending());
            assertEquals(
                    List.of(printer),
                    bench.devices.all().stream().map(one -> one.entry()).toList());
        }
    }

    private static Thread start(Runnable work) {
        Thread thread = new Thread(work, "set-up");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
