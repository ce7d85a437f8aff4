package it.sportello.devices.twin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.devices.Device;
import it.sportello.devices.DeviceFault;
import it.sportello.devices.detector.CcTalkSettings;
import it.sportello.devices.detector.LineRules;
import it.sportello.devices.detector.LineShape;
import it.sportello.devices.detector.NoteValidator;
import it.sportello.devices.detector.NoteValidators;
import it.sportello.devices.detector.TextLineDetector;
import it.sportello.devices.detector.TextLineSettings;
import it.sportello.devices.detector.ValidatorEvent;
import it.sportello.devices.detector.ValidatorMemory;
import it.sportello.devices.detector.ValidatorRecord;
import it.sportello.devices.detector.ValidatorSettings;
import it.sportello.devices.display.AlphaProtocol;
import it.sportello.devices.display.DisplayOutcome;
import it.sportello.devices.display.LinkQueueDisplay;
import it.sportello.devices.display.QueueCall;
import it.sportello.devices.display.QueueDisplay;
import it.sportello.devices.link.Link;
import it.sportello.devices.link.LinkAddress;
import it.sportello.devices.printer.EscPosReceiptPrinter;
import it.sportello.devices.printer.FontTextRasterizer;
import it.sportello.devices.printer.PrintJob;
import it.sportello.devices.printer.PrintOutcome;
import it.sportello.devices.printer.PrintProgress;
import it.sportello.devices.printer.PrinterProfile;
import it.sportello.devices.printer.PrinterTimings;
import it.sportello.devices.printer.ReceiptDocument;
import it.sportello.devices.printer.ReceiptPrinter;
import it.sportello.devices.scanner.BarcodeScanner;
import it.sportello.devices.scanner.ScannerTimings;
import it.sportello.devices.scanner.SerialScanner;
import it.sportello.devices.terminal.Ecr17Terminal;
import it.sportello.devices.terminal.PaymentForm;
import it.sportello.devices.terminal.PaymentOutcome;
import it.sportello.devices.terminal.PaymentRequest;
import it.sportello.devices.terminal.PaymentTerminal;
import it.sportello.devices.terminal.TerminalProgress;
import it.sportello.devices.terminal.TerminalSettings;
import it.sportello.devices.terminal.TerminalTimings;
import it.sportello.devices.terminal.TerminalUse;
import it.sportello.devices.twin.detector.VirtualCcTalkValidator;
import it.sportello.devices.twin.detector.VirtualLineDetector;
import it.sportello.devices.twin.detector.VirtualSspValidator;
import it.sportello.devices.twin.display.VirtualDisplay;
import it.sportello.devices.twin.printer.VirtualPrinter;
import it.sportello.devices.twin.scanner.VirtualScanner;
import it.sportello.devices.twin.terminal.TerminalSetup;
import it.sportello.devices.twin.terminal.VirtualTerminal;
import it.sportello.domain.money.Money;
import it.sportello.domain.till.Denomination;
import java.awt.Font;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The families, with short times. */
enum FaultBenches {
    SCANNER {
        @Override
        FaultBench open(TwinPlug plug) throws IOException {
            VirtualScanner twin = new VirtualScanner(plug, VirtualScanner.Setup.USUAL);
            BarcodeScanner driver =
                    new SerialScanner("bench", links(twin), new ScannerTimings(GAP, Duration.ZERO, GAP), CLOCK);
            Lines lines = new Lines();
            driver.addScanListener(scan -> lines.add(scan.raw().text()));
            return new Bench(twin, driver, () -> {
                String code = lines.next("CODE");
                twin.scan(code);
                return lines.comesOnce(code);
            });
        }
    },
    TEXT_DETECTOR {
        @Override
        FaultBench open(TwinPlug plug) throws IOException {
            VirtualLineDetector twin = new VirtualLineDetector(plug, VirtualLineDetector.Port.LINES);
            TextLineSettings settings = new TextLineSettings(
                    LineShape.USUAL, LineRules.of(List.of()), false, Duration.ofMillis(300), GAP, GAP);
            TextLineDetector driver = new TextLineDetector("bench", links(twin), settings, CLOCK);
            Lines lines = new Lines();
            driver.addLineListener((line, meaning) -> lines.add(line));
            return new Bench(twin, driver, () -> {
                String line = lines.next("EUR 50 PASS ");
                twin.say(line);
                return lines.comesOnce(line);
            });
        }
    },
    DISPLAY {
        @Override
        FaultBench open(TwinPlug plug) throws IOException {
            VirtualDisplay twin = new VirtualDisplay(plug, VirtualDisplay.Dialect.ALPHA);
            QueueDisplay driver = new LinkQueueDisplay(
                    "bench",
                    links(twin),
                    new AlphaProtocol(AlphaProtocol.Position.FILL, AlphaProtocol.Content.NUMBER_AND_DESK, true, true),
                    GAP,
                    CLOCK);
            int[] calls = {0};
            return new Bench(twin, driver, () -> {
                calls[0]++;
                DisplayOutcome outcome = driver.show(new QueueCall(calls[0], "A" + (100 + calls[0]), "3"))
                        .get(PATIENCE, TimeUnit.SECONDS);
                boolean shown = outcome instanceof DisplayOutcome.Shown;
                if (shown) {
                    assertEquals(List.of("A" + (100 + calls[0]) + " > 3"), twin.lines());
                }
                return shown;
            });
        }
    },
    PRINTER {
        @Override
        FaultBench open(TwinPlug plug) throws IOException {
            VirtualPrinter twin = new VirtualPrinter(plug);
            PrinterTimings times = new PrinterTimings(
                    GAP, 3, GAP, Duration.ofMillis(900), Duration.ofSeconds(3), Duration.ofMillis(200));
            ReceiptPrinter driver = new EscPosReceiptPrinter(
                    "bench",
                    links(twin),
                    PrinterProfile.EPSON_80,
                    new FontTextRasterizer(List.of(new Font(Font.MONOSPACED, Font.PLAIN, 20))),
                    times,
                    CLOCK);
            int[] jobs = {0};
            return new Bench(twin, driver, () -> {
                String number = "R" + ++jobs[0];
                ReceiptDocument paper =
                        ReceiptDocument.builder().columns(number, "10,00").cut().build();
                PrintOutcome outcome = driver.print(new PrintJob(number, paper), PrintProgress.NONE)
                        .get(PATIENCE, TimeUnit.SECONDS);
                long papers = twin.receipts().stream()
                        .filter(receipt -> receipt.text().contains(number + " "))
                        .count();
                assertTrue(papers <= 1, "printed twice");
                assertTrue(papers == 0 || !(outcome instanceof PrintOutcome.NotPrinted), "printed and denied");
                return outcome instanceof PrintOutcome.Printed && papers == 1;
            });
        }
    },
    TERMINAL {
        @Override
        FaultBench open(TwinPlug plug) throws IOException {
            VirtualTerminal twin = new VirtualTerminal(plug, TerminalSetup.USUAL, CLOCK);
            TerminalTimings times = new TerminalTimings(
                    Duration.ofMillis(400),
                    Duration.ofMillis(400),
                    Duration.ofMillis(900),
                    Duration.ofMillis(200),
                    Duration.ofMillis(300),
                    Duration.ofMinutes(3),
                    Duration.ofMillis(30),
                    Duration.ofSeconds(3));
            PaymentTerminal driver = new Ecr17Terminal(
                    "bench",
                    links(twin),
                    new TerminalSettings(
                            "12345678",
                            "00000001",
                            Optional.empty(),
                            PaymentForm.EXTENDED,
                            false,
                            TerminalUse.OWN,
                            times),
                    CLOCK);
            return new Bench(twin, driver, () -> {
                int before = twin.operations().size();
                PaymentOutcome outcome = driver.pay(PaymentRequest.of(Money.ofCents(3675)), TerminalProgress.NONE)
                        .get(PATIENCE, TimeUnit.SECONDS);
                int paid = twin.operations().size() - before;
                assertTrue(paid <= 1, "paid twice");
                assertTrue(paid == 1 || !(outcome instanceof PaymentOutcome.Approved), "approved and not paid");
                assertTrue(paid == 0 || !(outcome instanceof PaymentOutcome.NotSent), "paid and denied");
                return outcome instanceof PaymentOutcome.Approved;
            });
        }
    },
    SSP {
        @Override
        FaultBench open(TwinPlug plug) throws IOException {
            VirtualSspValidator twin = new VirtualSspValidator(plug, VirtualSspValidator.Model.MODERN);
            Memory memory = new Memory();
            NoteValidator driver = NoteValidators.ssp("bench", links(twin), VALIDATOR, memory, CLOCK);
            return validator(twin, driver, memory, twin::insert, twin::container);
        }
    },
    CCTALK {
        @Override
        FaultBench open(TwinPlug plug) throws IOException {
            VirtualCcTalkValidator twin =
                    new VirtualCcTalkValidator(plug, new VirtualCcTalkValidator.Model(true, true));
            Memory memory = new Memory();
            NoteValidator driver =
                    NoteValidators.ccTalk("bench", links(twin), VALIDATOR, CcTalkSettings.USUAL, memory, CLOCK);
            return validator(twin, driver, memory, twin::insert, twin::container);
        }
    };

    private static final Clock CLOCK = Clock.systemUTC();
    private static final Duration GAP = Duration.ofMillis(100);
    private static final int PATIENCE = 40;
    private static final ValidatorSettings VALIDATOR = new ValidatorSettings(
            ValidatorSettings.Use.KEEP,
            ValidatorSettings.USUAL.notes(),
            Duration.ofMillis(5),
            Duration.ofMillis(100),
            10,
            Duration.ofMillis(30));

    /** Twin and started driver on this plug. */
    abstract FaultBench open(TwinPlug plug) throws IOException;

    private static Supplier<Link> links(Twin twin) {
        return LinkAddress.parse(twin.address())::newLink;
    }

    /** A note counts when the twin holds it and the desk's memory knows of it by name. */
    private static FaultBench validator(
            Twin twin,
            NoteValidator driver,
            Memory memory,
            Predicate<Denomination> insert,
            Supplier<List<Denomination>> container) {
        return new Bench(twin, driver, () -> {
            if (!opened(driver)) {
                return false;
            }
            int before = container.get().size();
            int told = memory.notes();
            if (!insert.test(Denomination.NOTE_20)) {
                return false;
            }
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(2);
            while (System.nanoTime() < end && memory.notes() < told + 1) {
                Thread.onSpinWait();
            }
            assertTrue(memory.notes() <= container.get().size(), () -> "a note was counted twice: " + memory);
            return container.get().size() == before + 1 && memory.notes() == told + 1;
        });
    }

    /** While the line is down the gate cannot be opened, and the driver says so. */
    private static boolean opened(NoteValidator driver) throws InterruptedException, TimeoutException {
        try {
            driver.accept().get(PATIENCE, TimeUnit.SECONDS);
            return true;
        } catch (ExecutionException told) {
            assertInstanceOf(DeviceFault.class, told.getCause());
            return false;
        }
    }

    /** One operation. */
    @FunctionalInterface
    private interface Operation {
        boolean run() throws Exception;
    }

    private record Bench(Twin twin, Device device, Operation operation) implements FaultBench {
        @Override
        public boolean operate() throws Exception {
            return operation.run();
        }
    }

    /** Lines heard, each of which may come once. */
    private static final class Lines {
        private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        private int count;

        void add(String line) {
            heard.add(line);
        }

        String next(String words) {
            count++;
            return words + (1000 + count);
        }

        boolean comesOnce(String wanted) throws InterruptedException {
            String line = heard.poll(1, TimeUnit.SECONDS);
            while (line != null && !line.equals(wanted)) {
                line = heard.poll(1, TimeUnit.SECONDS);
            }
            return line != null;
        }
    }

    /** Stands for the journal of the desk. */
    private static final class Memory implements ValidatorMemory {
        private final Map<String, String> positions = new HashMap<>();
        private final List<ValidatorEvent> events = new ArrayList<>();

        @Override
        public synchronized Optional<String> position(String device) {
            return Optional.ofNullable(positions.get(device));
        }

        @Override
        public synchronized void keep(ValidatorRecord entry) {
            positions.put(entry.device(), entry.position());
            events.addAll(entry.events());
        }

        /** Notes told by name; one that fell in unseen is told without, and not counted here. */
        synchronized int notes() {
            return (int) events.stream()
                    .filter(ValidatorEvent.Stacked.class::isInstance)
                    .count();
        }

        @Override
        public synchronized String toString() {
            return events.toString();
        }
    }
}
