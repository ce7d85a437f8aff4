package it.sportello.app.wiring;

import it.sportello.app.frame.Reading;
import it.sportello.devices.Device;
import it.sportello.devices.DeviceListener;
import it.sportello.devices.ThreadGuard;
import it.sportello.devices.card.CardReader;
import it.sportello.devices.card.CardReaderSettings;
import it.sportello.devices.card.CardReaders;
import it.sportello.devices.display.AlphaProtocol;
import it.sportello.devices.display.Cd5220Protocol;
import it.sportello.devices.display.DisplayProtocol;
import it.sportello.devices.display.LinkQueueDisplay;
import it.sportello.devices.display.QueueDisplay;
import it.sportello.devices.link.LinkAddress;
import it.sportello.devices.printer.EscPosReceiptPrinter;
import it.sportello.devices.printer.FontTextRasterizer;
import it.sportello.devices.printer.PrinterProfile;
import it.sportello.devices.printer.PrinterTimings;
import it.sportello.devices.printer.ReceiptPrinter;
import it.sportello.devices.scanner.BarcodeScanner;
import it.sportello.devices.scanner.ScannerTimings;
import it.sportello.devices.scanner.SerialScanner;
import java.awt.Font;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** The devices of the desk as the settings name them: made, started and closed together. */
public final class DeskDevices implements AutoCloseable {
    private static final Duration KEEP_DISPLAY = Duration.ofSeconds(5);
    private static final String ANY_READER = "any";

    private final List<Device> devices = new ArrayList<>();
    private final Optional<ReceiptPrinter> printer;
    private final Optional<BarcodeScanner> scanner;
    private final Optional<QueueDisplay> display;
    private final Optional<CardReader> reader;
    private final Clock clock;

    /** Makes the devices; nothing is reached before {@link #start}. */
    public DeskDevices(DeviceAddresses addresses, Clock clock, ThreadGuard guard, List<Font> printerFonts) {
        this.clock = clock;
        this.printer = addresses.printer().map(address -> printer(address, addresses.printerProfile(), printerFonts));
        this.scanner = addresses
                .scanner()
                .map(address -> new SerialScanner("scanner", address::newLink, ScannerTimings.USUAL, clock));
        this.display = addresses.display().map(address -> display(address, addresses.displayProtocol()));
        this.reader = addresses.reader().map(name -> reader(name, guard));
        reader.ifPresent(devices::add);
        scanner.ifPresent(devices::add);
        printer.ifPresent(devices::add);
        display.ifPresent(devices::add);
    }

    private ReceiptPrinter printer(LinkAddress address, String profile, List<Font> fonts) {
        PrinterProfile table = PrinterProfile.known().stream()
                .filter(known -> known.name().equals(profile))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no printer profile " + profile));
        return new EscPosReceiptPrinter(
                "printer", address::newLink, table, new FontTextRasterizer(fonts), PrinterTimings.USUAL, clock);
    }

    private QueueDisplay display(LinkAddress address, String protocol) {
        DisplayProtocol spoken = protocol.equals("alpha")
                ? new AlphaProtocol(AlphaProtocol.Position.FILL, AlphaProtocol.Content.NUMBER, true, true)
                : new Cd5220Protocol(Locale.ITALIAN);
        return new LinkQueueDisplay("display", address::newLink, spoken, KEEP_DISPLAY, clock);
    }

    private CardReader reader(String name, ThreadGuard guard) {
        CardReaderSettings usual = CardReaderSettings.usual("reader");
        CardReaderSettings settings = name.equals(ANY_READER) ? usual : usual.withReader(name);
        return CardReaders.reader(settings, CardReaders.pcsc(CardReaderSettings.Pcsc.MACHINE, guard), clock);
    }

    public Optional<ReceiptPrinter> printer() {
        return printer;
    }

    public Optional<QueueDisplay> display() {
        return display;
    }

    /** The display as the queue uses it. */
    public NumberDisplay numbers() {
        return display.<NumberDisplay>map(real -> new CalledNumbers(real, clock))
                .orElseGet(NumberDisplay::none);
    }

    /** Every device, for its lamp. */
    public List<Device> all() {
        return List.copyOf(devices);
    }

    /** Told of every code and card, on the devices' threads; must return at once. */
    public void onReading(Consumer<Reading> listener) {
        scanner.ifPresent(
                real -> real.addScanListener(scan -> listener.accept(new Reading.Code(ScanWords.text(scan)))));
        reader.ifPresent(
                real -> real.addCardListener(event -> CardWords.reading(event).ifPresent(listener)));
    }

    /** Told of every change of state, on the devices' threads. */
    public void onStatus(DeviceListener listener) {
        devices.forEach(device -> device.addListener(listener));
    }

    /** Begins to reach them all. */
    public void start() {
        devices.forEach(Device::start);
    }

    @Override
    public void close() {
        devices.forEach(Device::close);
    }
}
