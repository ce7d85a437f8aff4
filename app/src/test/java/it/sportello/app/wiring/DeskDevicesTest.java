package it.sportello.app.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.app.frame.Citizen.Tone;
import it.sportello.app.frame.Lamp;
import it.sportello.app.frame.Reading;
import it.sportello.devices.DeviceKind;
import it.sportello.devices.DeviceState;
import it.sportello.devices.DeviceStatus;
import it.sportello.devices.ThreadGuard;
import it.sportello.devices.detector.ValidatorMemory;
import it.sportello.devices.printer.FontTextRasterizer;
import it.sportello.devices.printer.ReceiptPrinter;
import it.sportello.devices.setup.DeviceEntry;
import it.sportello.devices.setup.DeviceSettings;
import it.sportello.devices.setup.DriverCatalogue;
import it.sportello.devices.setup.MakerParts;
import it.sportello.devices.trace.DeviceTraces;
import it.sportello.devices.twin.TwinPlug;
import it.sportello.devices.twin.printer.VirtualPrinter;
import it.sportello.devices.twin.scanner.VirtualScanner;
import java.awt.Font;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The devices of a desk change while it works. */
@Timeout(60)
class DeskDevicesTest {
    private final DeviceTraces traces = new DeviceTraces(Clock.systemUTC());
    private final DeskDevices devices = new DeskDevices(
            DriverCatalogue.shipped(),
            new MakerParts(
                    Clock.systemUTC(),
                    ThreadGuard.ANY_THREAD,
                    new FontTextRasterizer(List.of(new Font(Font.MONOSPACED, Font.PLAIN, 20))),
                    ValidatorMemory.NOWHERE,
                    traces),
            traces);
    private final BlockingQueue<DeviceStatus> states = new LinkedBlockingQueue<>();

    @AfterEach
    void close() {
        devices.close();
    }

    private static DeviceEntry printer(String id, String address) {
        return DeviceEntry.of(id, DeviceKind.RECEIPT_PRINTER, "escpos", address);
    }

    private static DeviceSettings desk(DeviceEntry... entries) {
        return new DeviceSettings("", List.of(entries));
    }

    private void until(Predicate<DeviceStatus> wanted) throws InterruptedException {
        List<DeviceStatus> seen = new ArrayList<>();
        while (true) {
            DeviceStatus status = states.poll(30, TimeUnit.SECONDS);
            assertTrue(status != null, () -> "only " + seen);
            seen.add(status);
            if (wanted.test(status)) {
                return;
            }
        }
    }

    @Test
    void newSettingsCloseWhatGoesAndLeaveWhatStays() throws Exception {
        List<String> gone = new ArrayList<>();
        devices.onGone(gone::add);
        devices.onStatus(states::add);
        try (VirtualPrinter one = new VirtualPrinter(TwinPlug.tcp(0));
                VirtualPrinter two = new VirtualPrinter(TwinPlug.tcp(0))) {
            devices.use(desk(printer("printer", one.address()), printer("second", two.address())));
            devices.start();
            until(status -> status.id().equals("printer") && status.state() == DeviceState.READY);
            assertTrue(traces.of("printer").statistics().sent() > 0);
            ReceiptPrinter before = devices.printer().orElseThrow();

            devices.use(desk(printer("printer", one.address())));
            assertSame(before, devices.printer().orElseThrow());
            assertEquals(List.of("second"), gone);

            devices.use(desk(printer("printer", two.address())));
            assertNotSame(before, devices.printer().orElseThrow());
            states.clear();
            until(status -> status.state() == DeviceState.READY);
        }
    }

    @Test
    void aScannerThatComesLaterIsHeardByWhoListenedBefore() throws Exception {
        BlockingQueue<Reading> readings = new LinkedBlockingQueue<>();
        devices.onReading(readings::add);
        devices.onStatus(states::add);
        devices.start();
        try (VirtualScanner twin = new VirtualScanner(TwinPlug.tcp(0), VirtualScanner.Setup.USUAL)) {
            devices.use(desk(
                    DeviceEntry.of("scanner", DeviceKind.BARCODE_READER, "scan-line", twin.address()),
                    printer("broken", "lpt1")));
            until(status -> status.state() == DeviceState.READY);
            Reading heard = null;
            while (heard == null) {
                twin.scan("SP1Q:A42");
                heard = readings.poll(200, TimeUnit.MILLISECONDS);
            }
            assertTrue(heard.toString().contains("Code"), heard::toString);
            assertEquals(1, devices.all().size());
        }
    }

    @Test
    void whoListensToTheKeyboardHearsThatItsReaderIsSetOtherwise() {
        List<String> heard = new ArrayList<>();
        devices.onWedge(() -> heard.add(devices.wedge()));
        devices.use(new DeviceSettings("F13", List.of()));
        devices.use(new DeviceSettings("F13", List.of()));
        devices.use(new DeviceSettings("", List.of()));
        assertEquals(List.of("F13", ""), heard);
    }

    @Test
    void eachKindSpeaksTheWordsOfItsOwnPackage() {
        ObservableList<Lamp> lamps = FXCollections.observableArrayList();
        DeviceLamps words = new DeviceLamps(lamps);
        Instant now = Instant.EPOCH;
        words.show(new DeviceStatus(
                DeviceKind.PAYMENT_TERMINAL, "terminal", DeviceState.FAULT, false, "DEV-610", List.of("?"), now));
        words.show(new DeviceStatus(
                DeviceKind.NOTE_DETECTOR, "validatore", DeviceState.FAULT, false, "DEV-511", List.of(), now));

        assertTrue(lamps.stream().noneMatch(lamp -> lamp.detail().startsWith("Codice")), lamps::toString);
        assertEquals("Rilevatore banconote «validatore»", lamps.get(1).label());
        assertEquals(Tone.DANGER, lamps.get(1).tone());

        words.gone("terminal");
        assertEquals(1, lamps.size());
    }
}
