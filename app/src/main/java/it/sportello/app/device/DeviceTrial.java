package it.sportello.app.device;

import it.sportello.app.wiring.DeskDevices;
import it.sportello.devices.Device;
import it.sportello.devices.DeviceFault;
import it.sportello.devices.DeviceListener;
import it.sportello.devices.DeviceStatus;
import it.sportello.devices.detector.CounterfeitDetector;
import it.sportello.devices.detector.DetectorEvent;
import it.sportello.devices.detector.DetectorListener;
import it.sportello.devices.detector.ManualDetector;
import it.sportello.devices.display.DisplayOutcome;
import it.sportello.devices.display.QueueCall;
import it.sportello.devices.display.QueueDisplay;
import it.sportello.devices.printer.PrintJob;
import it.sportello.devices.printer.PrintOutcome;
import it.sportello.devices.printer.PrintProgress;
import it.sportello.devices.printer.ReceiptDocument;
import it.sportello.devices.printer.ReceiptPrinter;
import it.sportello.devices.scanner.BarcodeScanner;
import it.sportello.devices.scanner.ScanListener;
import it.sportello.devices.setup.DeviceEntry;
import it.sportello.devices.setup.DeviceSettings;
import it.sportello.devices.terminal.PaymentTerminal;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Tries a device as it would be set up: a test print, a test scan, a test number, one note. The desk works with the draft
 * for as long as the trial lasts, so that nobody holds the port twice, and with its own settings again afterwards. Waits.
 */
final class DeviceTrial {
    private final DeskDevices devices;
    private final Clock clock;
    private final Patience patience;

    /**
     * How long is waited.
     *
     * @param reach seconds until the device is reached
     * @param act seconds for the device's answer or for a person to scan or show a note
     */
    record Patience(int reach, int act) {
        static final Patience USUAL = new Patience(12, 30);
    }

    /** How a trial ended. */
    enum Ending {
        /** It did what it is for, or answered. */
        WORKED,
        /** Reached, but it shows only in use whether it works. */
        REACHED,
        /** Something came out and nobody knows from here what: look at it. */
        UNCERTAIN,
        /** Nobody scanned, or showed a note, in time. */
        NOTHING_CAME,
        /** The code says why. */
        FAILED
    }

    /**
     * The result.
     *
     * @param code of the fault; empty when it worked
     */
    record Result(DeviceEntry entry, Ending ending, String code, List<String> details) {}

    DeviceTrial(DeskDevices devices, Clock clock, Patience patience) {
        this.devices = devices;
        this.clock = clock;
        this.patience = patience;
    }

    /**
     * Tries one device.
     *
     * @param entry settings without problems
     * @param working what the desk works with, before and after
     * @param slip what the test print says, already in Italian
     */
    Result run(DeviceEntry entry, DeviceSettings working, ReceiptDocument slip) throws InterruptedException {
        try {
            devices.use(working.with(entry));
            Device device = devices.all().stream()
                    .filter(one -> one.entry().equals(entry))
                    .map(DeskDevices.Fitted::device)
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("settings with problems"));
            DeviceStatus status = reached(device);
            return status.state().isUsable() ? act(entry, device, slip) : failed(entry, status);
        } finally {
            devices.use(working);
        }
    }

    private static Result failed(DeviceEntry entry, DeviceStatus status) {
        String code = status.code().isEmpty() ? DeviceFault.NO_ANSWER : status.code();
        return new Result(entry, Ending.FAILED, code, status.details());
    }

    private DeviceStatus reached(Device device) throws InterruptedException {
        CompletableFuture<DeviceStatus> usable = new CompletableFuture<>();
        DeviceListener listener = status -> {
            if (status.state().isUsable()) {
                usable.complete(status);
            }
        };
        device.addListener(listener);
        try {
            return usable.get(patience.reach(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException late) {
            return device.status();
        } finally {
            device.removeListener(listener);
        }
    }

    private Result act(DeviceEntry entry, Device device, ReceiptDocument slip) throws InterruptedException {
        try {
            return switch (device) {
                case ReceiptPrinter printer -> print(entry, printer, slip);
                case QueueDisplay display -> show(entry, display);
                case PaymentTerminal terminal -> {
                    terminal.check().get(patience.act(), TimeUnit.SECONDS);
                    yield new Result(entry, Ending.WORKED, "", List.of());
                }
                case BarcodeScanner scanner -> scan(entry, scanner);
                case ManualDetector manual -> new Result(entry, Ending.WORKED, "", List.of());
                case CounterfeitDetector detector -> note(entry, detector);
                default -> new Result(entry, Ending.REACHED, "", List.of());
            };
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof DeviceFault fault) {
                return new Result(entry, Ending.FAILED, fault.code(), fault.details());
            }
            throw new IllegalStateException(failure.getCause());
        } catch (TimeoutException late) {
            return new Result(entry, Ending.NOTHING_CAME, "", List.of());
        }
    }

    private Result print(DeviceEntry entry, ReceiptPrinter printer, ReceiptDocument slip)
            throws InterruptedException, ExecutionException, TimeoutException {
        CompletableFuture<PrintOutcome> printing = printer.print(new PrintJob("prova", slip), PrintProgress.NONE);
        PrintOutcome outcome;
        try {
            outcome = printing.get(patience.act(), TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            printer.stopWaiting();
            outcome = printing.get(patience.act(), TimeUnit.SECONDS);
        }
        return switch (outcome) {
            case PrintOutcome.Printed printed -> new Result(entry, Ending.WORKED, "", List.of());
            case PrintOutcome.NotPrinted not ->
                new Result(entry, Ending.FAILED, not.cause().code(), List.of());
            case PrintOutcome.Uncertain uncertain ->
                new Result(entry, Ending.UNCERTAIN, uncertain.cause().code(), List.of());
        };
    }

    private Result show(DeviceEntry entry, QueueDisplay display)
            throws InterruptedException, ExecutionException, TimeoutException {
        DisplayOutcome outcome =
                display.show(new QueueCall(clock.millis(), "A001", "1")).get(patience.act(), TimeUnit.SECONDS);
        return switch (outcome) {
            case DisplayOutcome.Shown shown ->
                new Result(entry, shown.acknowledged() ? Ending.WORKED : Ending.REACHED, "", List.of());
            case DisplayOutcome.Overtaken overtaken -> new Result(entry, Ending.REACHED, "", List.of());
            case DisplayOutcome.NotShown not -> new Result(entry, Ending.FAILED, not.code(), List.of());
        };
    }

    private Result scan(DeviceEntry entry, BarcodeScanner scanner)
            throws InterruptedException, ExecutionException, TimeoutException {
        CompletableFuture<Boolean> came = new CompletableFuture<>();
        ScanListener listener = scan -> came.complete(true);
        scanner.addScanListener(listener);
        try {
            came.get(patience.act(), TimeUnit.SECONDS);
            return new Result(entry, Ending.WORKED, "", List.of());
        } finally {
            scanner.removeScanListener(listener);
        }
    }

    private Result note(DeviceEntry entry, CounterfeitDetector detector)
            throws InterruptedException, ExecutionException, TimeoutException {
        CompletableFuture<Boolean> came = new CompletableFuture<>();
        DetectorListener listener = event -> {
            if (event instanceof DetectorEvent.NoteRead) {
                came.complete(true);
            }
        };
        detector.addDetectorListener(listener);
        try {
            came.get(patience.act(), TimeUnit.SECONDS);
            return new Result(entry, Ending.WORKED, "", List.of());
        } finally {
            detector.removeDetectorListener(listener);
        }
    }
}
