package it.sportello.app.virtual;

import it.sportello.devices.DeviceFault;
import it.sportello.devices.twin.TwinPlug;
import it.sportello.devices.twin.card.CardBehaviour;
import it.sportello.devices.twin.card.CardHolder;
import it.sportello.devices.twin.card.CardProfile;
import it.sportello.devices.twin.card.PcscDaemon;
import it.sportello.devices.twin.card.VirtualCardSlot;
import it.sportello.devices.twin.card.VirtualCards;
import it.sportello.devices.twin.card.VpcdDoor;
import it.sportello.devices.twin.detector.VirtualLineDetector;
import it.sportello.devices.twin.display.VirtualDisplay;
import it.sportello.devices.twin.printer.VirtualPrinter;
import it.sportello.devices.twin.scanner.VirtualScanner;
import it.sportello.devices.twin.terminal.TerminalSetup;
import it.sportello.devices.twin.terminal.VirtualTerminal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The twins of one desk, each on its real channel. */
public final class VirtualDesk implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(VirtualDesk.class);
    private static final String SAMPLE_CHIP = "6050000000001";

    /** How the lines of the virtual detector are understood, as an installer would write it. */
    private static final List<String> DETECTOR_RULES = List.of(
            "REPORT_START ^\\*\\*\\* COUNT",
            "REPORT_END ^\\*\\*\\* END",
            "TOTAL ^TOTAL (?<currency>[A-Z]{3}) (?<total>[0-9.,]+)$",
            "TOTAL ^(?<currency>[A-Z]{3}) +(?<value>[0-9]+) x +(?<count>[0-9]+) = (?<total>[0-9.,]+)$",
            "NOTE ^(?<currency>[A-Z]{3}) +(?<value>[0-9]+) (?<verdict>[A-Z]+)(?: (?<serial>[A-Z0-9]+))?$");

    private final VirtualPrinter printer;
    private final VirtualScanner scanner;
    private final VirtualDisplay display;
    private final VirtualDisplay secondDisplay;
    private final VirtualLineDetector detector;
    private final VirtualTerminal terminal;
    private final Reader reader;
    private final VirtualCardSlot slot;

    private VirtualDesk(
            VirtualPrinter printer,
            VirtualScanner scanner,
            List<VirtualDisplay> displays,
            VirtualLineDetector detector,
            VirtualTerminal terminal,
            Reader reader,
            VirtualCardSlot slot) {
        this.printer = printer;
        this.scanner = scanner;
        this.display = displays.getFirst();
        this.secondDisplay = displays.getLast();
        this.detector = detector;
        this.terminal = terminal;
        this.reader = reader;
        this.slot = slot;
    }

    /** Plugs every twin in; the lines get fixed names inside the folder. */
    public static VirtualDesk start(Path folder) throws IOException {
        return start(folder, InstantSource.system());
    }

    /** The same with the time of a terminal that stands beside the desk: the two clocks must agree. */
    public static VirtualDesk start(Path folder, InstantSource clock) throws IOException {
        Files.createDirectories(folder);
        Reader reader = Reader.start(folder.resolve("pcsc"));
        return new VirtualDesk(
                new VirtualPrinter(TwinPlug.tcp(0)),
                new VirtualScanner(TwinPlug.line(folder.resolve("scanner")), VirtualScanner.Setup.USUAL),
                List.of(
                        new VirtualDisplay(TwinPlug.line(folder.resolve("display")), VirtualDisplay.Dialect.CD5220),
                        new VirtualDisplay(TwinPlug.tcp(0), VirtualDisplay.Dialect.ALPHA)),
                new VirtualLineDetector(TwinPlug.line(folder.resolve("detector")), VirtualLineDetector.Port.LINES),
                new VirtualTerminal(TwinPlug.tcp(0), TerminalSetup.USUAL, clock),
                reader,
                new VirtualCardSlot(reader.door()));
    }

    /** The reader: of the real daemon, or where there is none the workstation itself plays it at a port we choose. */
    private record Reader(Optional<PcscDaemon> daemon, VpcdDoor door, List<String> words) {
        static Reader start(Path folder) throws IOException {
            try {
                PcscDaemon daemon = PcscDaemon.start(folder, true);
                List<String> words = new ArrayList<>(List.of("reader=any"));
                Optional.ofNullable(daemon.socket()).ifPresent(socket -> words.add("socket=" + socket));
                return new Reader(Optional.of(daemon), daemon.slot(0), words);
            } catch (DeviceFault noVirtualReader) {
                LOG.warn("no PC/SC daemon with a virtual reader here: the workstation plays it", noVirtualReader);
                int port = freePort();
                return new Reader(Optional.empty(), VpcdDoor.port(port), List.of("reader=vpcd:" + port));
            }
        }

        private static int freePort() throws IOException {
            try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                return probe.getLocalPort();
            }
        }
    }

    /** Where a workstation finds the devices: words of the form {@code kind=address}; of readers it takes the first. */
    public List<String> addresses() {
        List<String> words = new ArrayList<>(List.of(
                "printer=" + printer.address(),
                "scanner=" + scanner.address(),
                "display=" + display.address(),
                "detector=" + detector.address(),
                "detectorRules=" + String.join(";;", DETECTOR_RULES),
                "terminal=" + terminal.address(),
                "terminalId=" + TerminalSetup.USUAL.terminalId()));
        words.addAll(reader.words());
        return words;
    }

    public VirtualPrinter printer() {
        return printer;
    }

    public VirtualScanner scanner() {
        return scanner;
    }

    public VirtualTerminal terminal() {
        return terminal;
    }

    public VirtualDisplay display() {
        return display;
    }

    /** A sign of another make, for a desk with two displays; the settings of the desk have to name it. */
    public VirtualDisplay secondDisplay() {
        return secondDisplay;
    }

    /** A desk detector that writes lines. */
    public VirtualLineDetector detector() {
        return detector;
    }

    /** Puts the health card of somebody into the reader. */
    public void insertCard(SampleFile.Persona persona, LocalDate today) {
        insertCard(persona, today, CardBehaviour.USUAL);
    }

    /** The same, with a card that misbehaves. */
    public void insertCard(SampleFile.Persona persona, LocalDate today, CardBehaviour behaviour) {
        slot.remove();
        slot.insert(VirtualCards.health(profile(persona, today), behaviour));
    }

    /** An electronic identity card instead of a health card. */
    public void insertIdentityCard() {
        slot.remove();
        slot.insert(VirtualCards.identityCard());
    }

    public void removeCard() {
        slot.remove();
    }

    public boolean hasCard() {
        return slot.isOccupied();
    }

    private static CardProfile profile(SampleFile.Persona persona, LocalDate today) {
        String chip = persona.chipNumber().orElse(SAMPLE_CHIP + "002");
        return CardProfile.of(
                chip,
                today.minusYears(2),
                today.plusYears(4),
                new CardHolder(
                        persona.surname(),
                        persona.names(),
                        persona.birthDate(),
                        persona.sex(),
                        persona.code(),
                        persona.birthPlaceCode(),
                        persona.municipalityCode()));
    }

    @Override
    public void close() {
        slot.close();
        reader.daemon().ifPresent(PcscDaemon::close);
        scanner.close();
        display.close();
        secondDisplay.close();
        detector.close();
        terminal.close();
        printer.close();
    }
}
