package it.sportello.devices.trace;

import it.sportello.devices.Device;
import it.sportello.devices.DeviceKind;
import it.sportello.devices.detector.LineRule;
import it.sportello.devices.detector.LineRules;
import it.sportello.devices.detector.LineShape;
import it.sportello.devices.detector.NoteValidators;
import it.sportello.devices.detector.TextLineDetector;
import it.sportello.devices.detector.TextLineSettings;
import it.sportello.devices.detector.ValidatorMemory;
import it.sportello.devices.detector.ValidatorRecord;
import it.sportello.devices.detector.ValidatorSettings;
import it.sportello.devices.display.Cd5220Protocol;
import it.sportello.devices.display.LinkQueueDisplay;
import it.sportello.devices.display.QueueCall;
import it.sportello.devices.display.QueueDisplay;
import it.sportello.devices.link.Link;
import it.sportello.devices.printer.EscPosReceiptPrinter;
import it.sportello.devices.printer.FontTextRasterizer;
import it.sportello.devices.printer.PrintJob;
import it.sportello.devices.printer.PrintProgress;
import it.sportello.devices.printer.PrinterProfile;
import it.sportello.devices.printer.PrinterTimings;
import it.sportello.devices.printer.ReceiptDocument;
import it.sportello.devices.printer.ReceiptPrinter;
import it.sportello.devices.scanner.ScannerTimings;
import it.sportello.devices.scanner.SerialScanner;
import it.sportello.devices.terminal.Ecr17Terminal;
import it.sportello.devices.terminal.LrcRule;
import it.sportello.devices.terminal.PaymentForm;
import it.sportello.devices.terminal.PaymentRequest;
import it.sportello.devices.terminal.PaymentTerminal;
import it.sportello.devices.terminal.TerminalProgress;
import it.sportello.devices.terminal.TerminalSettings;
import it.sportello.devices.terminal.TerminalTimings;
import it.sportello.devices.terminal.TerminalUse;
import it.sportello.domain.money.Money;
import java.awt.Font;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** One driver of each family as it is recorded and played again: made and used in the same way both times. */
enum TraceScene {
    PRINTER(DeviceKind.RECEIPT_PRINTER, "escpos"),
    SCANNER(DeviceKind.BARCODE_READER, "scan-line"),
    DISPLAY(DeviceKind.QUEUE_DISPLAY, "cd5220"),
    LINES(DeviceKind.NOTE_DETECTOR, "lines"),
    VALIDATOR(DeviceKind.NOTE_DETECTOR, "ssp"),
    TERMINAL(DeviceKind.PAYMENT_TERMINAL, "ecr17");

    /** Synthetic. */
    static final String PERSON = "RSSMRA80A01H501U";

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T09:30:20Z"), ZoneOffset.UTC);

    final DeviceKind kind;
    final String driver;

    TraceScene(DeviceKind kind, String driver) {
        this.kind = kind;
        this.driver = driver;
    }

    String file() {
        return name().toLowerCase(Locale.ROOT) + ".trace";
    }

    Device device(Supplier<Link> links) {
        return switch (this) {
            case PRINTER -> printer(links);
            case SCANNER ->
                new SerialScanner(
                        "prova",
                        links,
                        new ScannerTimings(Duration.ofMillis(80), Duration.ZERO, Duration.ofMillis(150)),
                        Clock.systemUTC());
            case DISPLAY ->
                new LinkQueueDisplay(
                        "prova", links, new Cd5220Protocol(Locale.ITALIAN), Duration.ofMillis(150), Clock.systemUTC());
            case LINES -> lines(links);
            case VALIDATOR -> validator(links);
            case TERMINAL -> terminal(links);
        };
    }

    /** What the desk does once the device is ready for the first time; ends when that is done. */
    CompletableFuture<?> use(Device device) {
        return switch (device) {
            case ReceiptPrinter printer ->
                printer.print(
                        new PrintJob(
                                "1",
                                ReceiptDocument.builder()
                                        .text("Quietanza di " + PERSON)
                                        .cut()
                                        .build()),
                        PrintProgress.NONE);
            case QueueDisplay display -> display.show(new QueueCall(1, "A042", "3"));
            case PaymentTerminal terminal ->
                terminal.pay(PaymentRequest.of(Money.ofCents(3675)), TerminalProgress.NONE);
            default -> CompletableFuture.completedFuture("these only speak");
        };
    }

    private static Device printer(Supplier<Link> links) {
        PrinterTimings quick = new PrinterTimings(
                Duration.ofMillis(1000),
                2,
                Duration.ofMillis(100),
                Duration.ofSeconds(10),
                Duration.ofSeconds(60),
                Duration.ofMillis(250));
        return new EscPosReceiptPrinter(
                "prova",
                links,
                PrinterProfile.CUSTOM_80,
                new FontTextRasterizer(List.of(new Font(Font.MONOSPACED, Font.PLAIN, 20))),
                quick,
                Clock.systemUTC());
    }

    private static Device lines(Supplier<Link> links) {
        LineRules rules = LineRules.of(List.of(
                LineRule.parse(
                        "NOTE ^(?<currency>[A-Z]{3}) +(?<value>[0-9]+) (?<verdict>[A-Z]+)(?: (?<serial>[A-Z0-9]+))?$"),
                LineRule.parse("IGNORE ^ready")));
        TextLineSettings settings = new TextLineSettings(
                LineShape.USUAL, rules, false, Duration.ofMillis(250), Duration.ofSeconds(5), Duration.ofMillis(150));
        return new TextLineDetector("prova", links, settings, Clock.systemUTC());
    }

    private static Device validator(Supplier<Link> links) {
        ValidatorSettings settings = new ValidatorSettings(
                ValidatorSettings.Use.GIVE_BACK,
                ValidatorSettings.USUAL.notes(),
                Duration.ofMillis(120),
                Duration.ofSeconds(2),
                3,
                Duration.ofMillis(150));
        return NoteValidators.ssp("prova", links, settings, new Forgetful(), Clock.systemUTC());
    }

    private static Device terminal(Supplier<Link> links) {
        TerminalTimings timings = new TerminalTimings(
                Duration.ofSeconds(3),
                Duration.ofSeconds(5),
                Duration.ofSeconds(10),
                Duration.ofMillis(500),
                Duration.ofMillis(300),
                Duration.ofMinutes(3),
                Duration.ofMillis(300),
                Duration.ofSeconds(3));
        TerminalSettings settings = new TerminalSettings(
                "12345678",
                "00000001",
                Optional.of(LrcRule.STX),
                PaymentForm.EXTENDED,
                true,
                TerminalUse.SHARED,
                timings);
        return new Ecr17Terminal("prova", links, settings, CLOCK);
    }

    /** Every scene begins with a validator never seen. */
    private static final class Forgetful implements ValidatorMemory {
        @Override
        public Optional<String> position(String device) {
            return Optional.empty();
        }

        @Override
        public void keep(ValidatorRecord entry) {
            // the account is proved elsewhere
        }
    }
}
