package it.sportello.quality.bench;

import it.sportello.devices.Device;
import it.sportello.devices.DeviceKind;
import it.sportello.devices.ThreadGuard;
import it.sportello.devices.card.CardEvent;
import it.sportello.devices.card.CardReader;
import it.sportello.devices.card.CardReaderSettings;
import it.sportello.devices.card.CardReaders;
import it.sportello.devices.detector.CounterfeitDetector;
import it.sportello.devices.detector.ValidatorMemory;
import it.sportello.devices.display.DisplayOutcome;
import it.sportello.devices.display.QueueCall;
import it.sportello.devices.display.QueueDisplay;
import it.sportello.devices.printer.FontTextRasterizer;
import it.sportello.devices.printer.PrintJob;
import it.sportello.devices.printer.PrintOutcome;
import it.sportello.devices.printer.PrintProgress;
import it.sportello.devices.printer.ReceiptDocument;
import it.sportello.devices.printer.ReceiptPrinter;
import it.sportello.devices.scanner.BarcodeScanner;
import it.sportello.devices.setup.DeviceEntry;
import it.sportello.devices.setup.DriverCatalogue;
import it.sportello.devices.setup.MakerParts;
import it.sportello.devices.setup.Wires;
import it.sportello.devices.terminal.PaymentTerminal;
import it.sportello.devices.twin.card.CardHolder;
import it.sportello.devices.twin.card.CardProfile;
import it.sportello.devices.twin.card.InProcessCardBackend;
import it.sportello.devices.twin.card.VirtualCards;
import it.sportello.quality.day.inside.Vitals;
import java.awt.Font;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The drivers of a desk in a process of their own, given one event after the other as fast as they take them. What only
 * the outside can do (a scan, a note) is asked of the parent by a line on standard output.
 *
 * <p>Arguments: addresses of scanner, display, printer, detector, terminal; number of events.
 */
public final class SoakDesk {
    static final String SCAN = "SOAK-SCAN";
    static final String NOTE = "SOAK-NOTE";
    static final String VITALS = "SOAK-VITALS";
    static final String DONE = "SOAK-DONE";

    private static final int TENTHS = 10;
    private static final long PATIENCE_SECONDS = 30;
    /** What a hundred events are made of, in this order of kinds; the rest are scans. */
    private static final int CARDS = 1;

    private static final int TERMINALS = 4;
    private static final int RECEIPTS = 10;
    private static final int NOTES = 22;
    private static final int CALLS = 40;

    private final Clock clock = Clock.system(ZoneId.of("Europe/Rome"));
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final InProcessCardBackend cards = new InProcessCardBackend();
    private final BarcodeScanner scanner;
    private final QueueDisplay display;
    private final ReceiptPrinter printer;
    private final CounterfeitDetector detector;
    private final PaymentTerminal terminal;
    private final CardReader reader;

    private SoakDesk(String[] addresses) {
        scanner = (BarcodeScanner) made("scanner", DeviceKind.BARCODE_READER, "scan-line", addresses[0]);
        display = (QueueDisplay) made("display", DeviceKind.QUEUE_DISPLAY, "cd5220", addresses[1]);
        printer = (ReceiptPrinter) made("printer", DeviceKind.RECEIPT_PRINTER, "escpos", addresses[2]);
        DeviceEntry lines = DeviceEntry.of("detector", DeviceKind.NOTE_DETECTOR, "lines", addresses[3])
                .with("rules", "NOTE ^EUR +(?<value>[0-9]+) +(?<verdict>[A-Z]+) +(?<serial>[A-Z0-9]+)$");
        detector = (CounterfeitDetector) made(lines);
        terminal = (PaymentTerminal) made("terminal", DeviceKind.PAYMENT_TERMINAL, "ecr17", addresses[4]);
        reader = CardReaders.reader(CardReaderSettings.usual("reader"), cards, clock);
    }

    private Device made(String id, DeviceKind kind, String driver, String address) {
        return made(DeviceEntry.of(id, kind, driver, address));
    }

    private Device made(DeviceEntry entry) {
        MakerParts parts = new MakerParts(
                clock,
                ThreadGuard.ANY_THREAD,
                new FontTextRasterizer(List.of(new Font(Font.MONOSPACED, Font.PLAIN, 24))),
                ValidatorMemory.NOWHERE,
                Wires.PLAIN);
        return DriverCatalogue.shipped().maker(entry.driver()).orElseThrow().make(entry, parts);
    }

    public static void main(String[] arguments) throws InterruptedException {
        SoakDesk desk = new SoakDesk(arguments);
        int failures = desk.live(Integer.parseInt(arguments[5]));
        System.out.println(DONE + " " + failures);
        System.exit(0);
    }

    private int live(int events) throws InterruptedException {
        scanner.addScanListener(scan -> heard.add("scan"));
        detector.addDetectorListener(event -> heard.add("note"));
        reader.addCardListener(event -> {
            if (event instanceof CardEvent.Inserted || event instanceof CardEvent.Removed) {
                heard.add(event instanceof CardEvent.Inserted ? "card" : "gone");
            }
        });
        List<Device> all = List.of(scanner, display, printer, detector, terminal, reader);
        all.forEach(Device::start);
        for (Device each : all) {
            while (!each.status().state().isUsable()) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }
        int failures = 0;
        int tenth = Math.max(1, events / TENTHS);
        for (int i = 0; i < events; i++) {
            if (i % tenth == 0) {
                System.out.println(VITALS + " " + i + " " + Vitals.now().word());
            }
            failures += happens(i) ? 0 : 1;
        }
        System.out.println(VITALS + " " + events + " " + Vitals.now().word());
        all.forEach(Device::close);
        return failures;
    }

    private boolean happens(int number) throws InterruptedException {
        int kind = number % 100;
        if (kind < CARDS) {
            cards.insert(VirtualCards.health(profile()));
            boolean read = hears("card");
            cards.remove();
            return hears("gone") && read;
        }
        try {
            if (kind < TERMINALS) {
                terminal.check().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
                return true;
            }
            if (kind < RECEIPTS) {
                PrintOutcome outcome =
                        printer.print(receipt(number), PrintProgress.NONE).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
                return outcome instanceof PrintOutcome.Printed;
            }
            if (kind >= NOTES && kind < CALLS) {
                QueueCall call = new QueueCall(number, "A" + (100 + kind), "3");
                return display.show(call).get(PATIENCE_SECONDS, TimeUnit.SECONDS) instanceof DisplayOutcome.Shown;
            }
        } catch (ExecutionException | TimeoutException e) {
            System.out.println("event " + number + " failed: " + e);
            return false;
        }
        System.out.println((kind < NOTES ? NOTE : SCAN) + " " + number);
        return hears(kind < NOTES ? "note" : "scan");
    }

    private boolean hears(String what) throws InterruptedException {
        String next = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        return what.equals(next);
    }

    private static PrintJob receipt(int number) {
        return new PrintJob(
                "soak-" + number,
                ReceiptDocument.builder()
                        .text("Ricevuta " + number)
                        .columns("Totale \u20ac", "36,15")
                        .cut()
                        .build());
    }

    private CardProfile profile() {
        LocalDate today = LocalDate.now(clock);
        return CardProfile.of(
                "6050000000001002",
                today.minusYears(1),
                today.plusYears(4),
                new CardHolder("ROSSI", "MARIA", LocalDate.of(1980, 1, 1), "F", "RSSMRA80A41H501Y", "H501", "D612"));
    }
}
