package it.sportello.app.device;

import it.sportello.app.wiring.DeskDevices;
import it.sportello.devices.Device;
import it.sportello.devices.DeviceFault;
import it.sportello.devices.DeviceStatus;
import it.sportello.devices.printer.ReceiptPrinter;
import it.sportello.devices.setup.DeviceEntry;
import it.sportello.devices.terminal.PaymentTerminal;
import it.sportello.devices.trace.DeviceStatistics;
import it.sportello.devices.trace.DeviceTraces;
import it.sportello.devices.trace.TraceFile;
import it.sportello.devices.trace.TraceFrame;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/**
 * What S55 may know and do of the devices. {@link #rows()} and {@link #frames} look at memory only; everything else may
 * wait and is not for the window's thread.
 */
public final class DevicePanel {
    private static final long TEST_SECONDS = 25;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

    private final DeskDevices devices;
    private final DeviceTraces traces;
    private final Path folder;
    private final Clock clock;

    /** One device now. */
    public record Row(DeviceEntry entry, DeviceStatus status, DeviceStatistics statistics, boolean canTest) {}

    /**
     * How a test ended.
     *
     * @param answered whether the device answered; otherwise the code says why not
     */
    public record Tested(boolean answered, DeviceStatus status, String code) {}

    /** @param folder where traces go when somebody exports them */
    public DevicePanel(DeskDevices devices, DeviceTraces traces, Path folder, Clock clock) {
        this.devices = devices;
        this.traces = traces;
        this.folder = folder;
        this.clock = clock;
    }

    /** Every device with its state and what was counted. */
    public List<Row> rows() {
        return devices.all().stream()
                .map(one -> new Row(
                        one.entry(),
                        one.device().status(),
                        traces.of(one.entry().id()).statistics(),
                        asks(one.device())))
                .toList();
    }

    /** A self-test asks the device and waits for its answer; a device that only speaks cannot be asked. */
    private static boolean asks(Device device) {
        return device instanceof ReceiptPrinter || device instanceof PaymentTerminal;
    }

    /** Asks a device how it is. Waits; empty when it is not there any more or cannot be asked. */
    public Optional<Tested> test(String id) throws InterruptedException {
        Optional<DeskDevices.Fitted> found = devices.all().stream()
                .filter(one -> one.entry().id().equals(id))
                .findFirst();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Device device = found.get().device();
        return switch (device) {
            case ReceiptPrinter printer -> Optional.of(ended(device, printer.checkNow()));
            case PaymentTerminal terminal -> Optional.of(ended(device, terminal.check()));
            default -> Optional.empty();
        };
    }

    private static Tested ended(Device device, CompletableFuture<?> answer) throws InterruptedException {
        try {
            answer.get(TEST_SECONDS, TimeUnit.SECONDS);
            return new Tested(true, device.status(), device.status().code());
        } catch (ExecutionException failure) {
            String code = failure.getCause() instanceof DeviceFault fault ? fault.code() : DeviceFault.BAD_ANSWER;
            return new Tested(false, device.status(), code);
        } catch (TimeoutException late) {
            return new Tested(false, device.status(), DeviceFault.NO_ANSWER);
        }
    }

    /** The last frames of a device, oldest first. */
    public List<TraceFrame> frames(String id) {
        return traces.of(id).frames();
    }

    /**
     * Writes the trace of a device as a file for the makers.
     *
     * @throws IOException when the folder cannot be written to
     */
    public Path exportTrace(String id) throws IOException {
        DeviceEntry entry = devices.all().stream()
                .map(DeskDevices.Fitted::entry)
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IOException("the device is no longer in use"));
        String options = entry.options().entrySet().stream()
                .map(option -> option.getKey() + "=" + option.getValue())
                .collect(Collectors.joining(" "));
        TraceFile trace = new TraceFile(id, entry.kind(), entry.driver(), options, frames(id));
        return write("traccia-" + id + "-" + moment() + ".txt", trace.text());
    }

    /**
     * Writes a request of supplies as a note for who buys them.
     *
     * @param lines what stands in it, in Italian, without personal data
     * @throws IOException when the folder cannot be written to
     */
    public Path requestSupplies(String id, List<String> lines) throws IOException {
        return write("materiale-" + id + "-" + moment() + ".txt", String.join("\n", lines) + "\n");
    }

    private String moment() {
        return MOMENT.format(clock.instant().atZone(clock.getZone()));
    }

    private Path write(String name, String text) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve(name);
        Path beside = folder.resolve(name + ".part");
        Files.writeString(beside, text, StandardCharsets.UTF_8);
        return Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The names of the simulators' places: loopback, and the lines of the virtual desk. */
    public static boolean isSimulator(DeviceEntry entry, Map<String, String> environment) {
        String address = entry.address();
        return address.startsWith("tcp:127.")
                || address.startsWith("tcp:localhost:")
                || address.startsWith("tcp:[::1]:")
                || address.startsWith("serial:/dev/pts/")
                || (address.startsWith("serial:/") && address.contains("/virtual/"))
                || (entry.driver().equals("pcsc") && environment.containsKey("PCSCLITE_CSOCK_NAME"));
    }
}
