package it.sportello.app.wiring;

import it.sportello.app.frame.Reading;
import it.sportello.devices.Device;
import it.sportello.devices.DeviceListener;
import it.sportello.devices.card.CardReader;
import it.sportello.devices.detector.CounterfeitDetector;
import it.sportello.devices.detector.DetectorListener;
import it.sportello.devices.detector.LineListener;
import it.sportello.devices.detector.NoteValidator;
import it.sportello.devices.detector.TextLineDetector;
import it.sportello.devices.detector.ValidatorListener;
import it.sportello.devices.dispenser.DispensedTicket;
import it.sportello.devices.dispenser.TicketDispenser;
import it.sportello.devices.display.QueueDisplay;
import it.sportello.devices.printer.DrawerListener;
import it.sportello.devices.printer.ReceiptPrinter;
import it.sportello.devices.scanner.BarcodeScanner;
import it.sportello.devices.setup.DeviceEntry;
import it.sportello.devices.setup.DeviceMaker;
import it.sportello.devices.setup.DeviceSettings;
import it.sportello.devices.setup.DriverCatalogue;
import it.sportello.devices.setup.MakerParts;
import it.sportello.devices.terminal.PaymentTerminal;
import it.sportello.devices.trace.DeviceTraces;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The devices of the desk as the settings name them: made, started, changed and closed together. The settings may change
 * while the desk works; who asks for a device gets the one of now, and listeners follow to the new ones.
 */
public final class DeskDevices implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DeskDevices.class);
    private static final int INHIBIT_SECONDS = 2;

    private final DriverCatalogue catalogue;
    private final MakerParts parts;
    private final DeviceTraces traces;
    private final NumberDisplay numbers;
    private final List<Consumer<Reading>> readers = new CopyOnWriteArrayList<>();
    private final List<Consumer<Optional<String>>> badges = new CopyOnWriteArrayList<>();
    private final List<Consumer<DispensedTicket>> ticketListeners = new CopyOnWriteArrayList<>();
    private final List<DeviceListener> watchers = new CopyOnWriteArrayList<>();
    private final List<DetectorListener> detectorListeners = new CopyOnWriteArrayList<>();
    private final List<ValidatorListener> validatorListeners = new CopyOnWriteArrayList<>();
    private final List<LineListener> lineListeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<String>> farewells = new CopyOnWriteArrayList<>();
    private final List<DrawerListener> drawers = new CopyOnWriteArrayList<>();
    private final List<Runnable> wedges = new CopyOnWriteArrayList<>();
    private final Object change = new Object();
    private volatile List<Fitted> fitted = List.of();
    private volatile String wedge = "";
    private boolean started;
    private boolean closed;

    /** A device and the settings it was made of. */
    public record Fitted(DeviceEntry entry, Device device) {}

    /** No devices yet: {@link #use} makes them. */
    public DeskDevices(DriverCatalogue catalogue, MakerParts parts, DeviceTraces traces) {
        this.catalogue = catalogue;
        this.parts = parts;
        this.traces = traces;
        this.numbers = new CalledNumbers(this::display, parts.clock());
    }

    /**
     * Works with these settings from now on. Devices whose entry stayed the same go on undisturbed; the others are
     * closed, and made and started anew. Entries with a problem are left out. May wait for a device to let go; never on
     * the window's thread.
     */
    public void use(DeviceSettings settings) {
        DeviceSettings usable = settings.usable(catalogue);
        synchronized (change) {
            if (closed) {
                return;
            }
            List<Fitted> before = fitted;
            List<Fitted> staying = before.stream()
                    .filter(one -> usable.devices().contains(one.entry()))
                    .toList();
            before.stream().filter(one -> !staying.contains(one)).forEach(this::letGo);
            List<Fitted> next = new ArrayList<>();
            List<Fitted> fresh = new ArrayList<>();
            for (DeviceEntry entry : usable.devices()) {
                Optional<Fitted> old = staying.stream()
                        .filter(one -> one.entry().equals(entry))
                        .findFirst();
                Fitted one = old.orElseGet(() -> make(entry));
                next.add(one);
                if (old.isEmpty()) {
                    fresh.add(one);
                }
            }
            boolean otherWedge = !wedge.equals(usable.wedge());
            wedge = usable.wedge();
            fitted = List.copyOf(next);
            fresh.forEach(this::listen);
            if (started) {
                fresh.forEach(one -> one.device().start());
            }
            if (otherWedge) {
                wedges.forEach(Runnable::run);
            }
        }
    }

    private Fitted make(DeviceEntry entry) {
        DeviceMaker maker = catalogue
                .maker(entry.driver())
                .orElseThrow(() -> new IllegalArgumentException("no driver " + entry.driver()));
        return new Fitted(entry, maker.make(entry, parts));
    }

    private void letGo(Fitted one) {
        fitted = fitted.stream().filter(each -> !each.equals(one)).toList();
        shut(one.device());
        one.device().close();
        traces.forget(one.entry().id());
        farewells.forEach(listener -> listener.accept(one.entry().id()));
    }

    /** A validator takes nothing any more before nobody hears it; one that is not reached closes by itself unasked. */
    private static void shut(Device device) {
        if (device instanceof NoteValidator validator && validator.isAccepting()) {
            try {
                validator.inhibit().get(INHIBIT_SECONDS, TimeUnit.SECONDS);
            } catch (ExecutionException | TimeoutException unreached) {
                LOG.warn("{} did not say that it is closed", validator.id(), unreached);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void listen(Fitted one) {
        traces.follow(one.device());
        one.device().addListener(status -> {
            if (fitted.contains(one)) {
                watchers.forEach(watcher -> watcher.statusChanged(status));
            }
        });
        switch (one.device()) {
            case BarcodeScanner scanner -> scanner.addScanListener(scan -> tell(new Reading.Code(scan)));
            case CardReader reader -> {
                reader.addCardListener(event -> CardWords.reading(event).ifPresent(this::tell));
                reader.addCardListener(new BadgeEvents(badge -> badges.forEach(listener -> listener.accept(badge))));
            }
            case ReceiptPrinter printer ->
                printer.addDrawerListener(
                        (open, asked) -> drawers.forEach(listener -> listener.drawerMoved(open, asked)));
            case TicketDispenser dispenser ->
                dispenser.addTicketListener(ticket -> ticketListeners.forEach(listener -> listener.accept(ticket)));
            case CounterfeitDetector detector -> {
                detector.addDetectorListener(event -> detectorListeners.forEach(each -> each.detected(event)));
                if (detector instanceof TextLineDetector lines) {
                    lines.addLineListener((line, meaning) -> lineListeners.forEach(each -> each.heard(line, meaning)));
                }
            }
            case NoteValidator validator ->
                validator.addValidatorListener(event -> validatorListeners.forEach(each -> each.happened(event)));
            default -> {
                // the others read nothing
            }
        }
    }

    private void tell(Reading reading) {
        readers.forEach(listener -> listener.accept(reading));
    }

    /** The printer of the receipts, as it is now. */
    public Optional<ReceiptPrinter> printer() {
        return first(ReceiptPrinter.class);
    }

    public Optional<QueueDisplay> display() {
        return first(QueueDisplay.class);
    }

    /** The detectors that give notes back. */
    public List<CounterfeitDetector> detectors() {
        return every(CounterfeitDetector.class);
    }

    /** The validators that take notes in. */
    public List<NoteValidator> validators() {
        return every(NoteValidator.class);
    }

    public Optional<PaymentTerminal> terminal() {
        return first(PaymentTerminal.class);
    }

    private <T> Optional<T> first(Class<T> port) {
        return every(port).stream().findFirst();
    }

    private <T> List<T> every(Class<T> port) {
        return fitted.stream()
                .map(Fitted::device)
                .filter(port::isInstance)
                .map(port::cast)
                .toList();
    }

    /** The display as the queue uses it, whichever it is at the moment of a call. */
    public NumberDisplay numbers() {
        return numbers;
    }

    /** How a keyboard reader is told from a person, as in the settings. */
    public String wedge() {
        return wedge;
    }

    /** Told when {@link #wedge()} has changed, on the thread that brought the settings; must return at once. */
    public void onWedge(Runnable listener) {
        wedges.add(listener);
    }

    /** Every device with its settings, in their order. */
    public List<Fitted> all() {
        return fitted;
    }

    /** Told of every code and card, on the devices' threads; must return at once. */
    public void onReading(Consumer<Reading> listener) {
        readers.add(listener);
    }

    /** Told of an operator's card by its identifier, and with an empty text when it has gone; on the readers' threads. */
    public void onBadge(Consumer<Optional<String>> listener) {
        badges.add(listener);
    }

    /** Told of every move of the cash drawer that a printer sees, on the devices' threads. */
    public void onDrawer(DrawerListener listener) {
        drawers.add(listener);
    }

    /** Told of every number that a ticket dispenser prints, on its thread; must return at once. */
    public void onTicket(Consumer<DispensedTicket> listener) {
        ticketListeners.add(listener);
    }

    /** Told of everything detectors judge, whichever they are at the moment; on their threads, must return at once. */
    public void onDetected(DetectorListener listener) {
        detectorListeners.add(listener);
    }

    /** Told of every line of a detector that writes lines; on its thread, must return at once. */
    public void onLine(LineListener listener) {
        lineListeners.add(listener);
    }

    /** Told of everything validators say, whichever they are at the moment; on their threads, must return at once. */
    public void onValidated(ValidatorListener listener) {
        validatorListeners.add(listener);
    }

    /** Told of every change of state, the present one first, on the devices' threads. */
    public void onStatus(DeviceListener listener) {
        synchronized (change) {
            watchers.add(listener);
            fitted.forEach(one -> listener.statusChanged(one.device().status()));
        }
    }

    /** Told the name of every device that is no longer in use. */
    public void onGone(Consumer<String> listener) {
        farewells.add(listener);
    }

    /** Begins to reach them all. */
    public void start() {
        synchronized (change) {
            started = true;
            fitted.forEach(one -> one.device().start());
        }
    }

    @Override
    public void close() {
        synchronized (change) {
            closed = true;
            fitted.forEach(one -> shut(one.device()));
            fitted.forEach(one -> one.device().close());
        }
    }
}
