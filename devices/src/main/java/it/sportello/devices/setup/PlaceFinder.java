package it.sportello.devices.setup;

import com.fazecast.jSerialComm.SerialPort;
import it.sportello.devices.ThreadGuard;
import it.sportello.devices.card.CardBackend;
import it.sportello.devices.card.CardFault;
import it.sportello.devices.card.CardReaderSettings;
import it.sportello.devices.card.CardReaders;
import it.sportello.devices.printer.PrintQueues;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for devices on this computer: serial ports by the name that stays the same wherever the plug goes, printer files,
 * card readers, print queues. What hangs on the network, and pseudo-terminals, are typed by hand. Waits; nothing is
 * opened but the card service.
 */
public final class PlaceFinder {
    private static final Logger LOG = LoggerFactory.getLogger(PlaceFinder.class);
    private static final Path BY_ID = Path.of("/dev/serial/by-id");
    private static final Path PRINTERS = Path.of("/dev/usb");
    private static final Pattern SCANNER =
            Pattern.compile("honeywell|datalogic|zebra|symbol|metrologic|newland|opticon|scanner|barcode|reader");
    private static final Pattern PRINTER = Pattern.compile("epson|custom|star_|bixolon|printer|tm-|thermal");
    private static final Pattern VALIDATOR = Pattern.compile("itl|innovative|nv9|nv10|validator");

    private final ThreadGuard guard;
    private final Path serials;
    private final Path printers;

    /**
     * Somewhere a device may be.
     *
     * @param address in the form the proposed driver asks for
     * @param driver the driver to try first; empty when nothing speaks for one
     */
    public record Place(String address, String driver) {}

    public PlaceFinder(ThreadGuard guard) {
        this(guard, BY_ID, PRINTERS);
    }

    PlaceFinder(ThreadGuard guard, Path serials, Path printers) {
        this.guard = guard;
        this.serials = serials;
        this.printers = printers;
    }

    /** Every place found, serial ports first. */
    public List<Place> find() {
        guard.check();
        List<Place> found = new ArrayList<>(serialPorts());
        for (Path file : list(printers, "lp*")) {
            found.add(new Place("usb:" + file, "escpos"));
        }
        found.addAll(cardReaders());
        PrintQueues.SYSTEM.names().forEach(name -> found.add(new Place(name, "escpos-queue")));
        return found;
    }

    private List<Place> serialPorts() {
        List<Place> found = new ArrayList<>();
        Set<Path> known = new HashSet<>();
        for (Path link : list(serials, "*")) {
            try {
                known.add(link.toRealPath());
            } catch (IOException e) {
                LOG.debug("a port went away while it was looked at", e);
            }
            found.add(new Place("serial:" + link, proposal(link.getFileName().toString())));
        }
        for (SerialPort port : SerialPort.getCommPorts()) {
            String path = port.getSystemPortPath();
            // Windows knows its ports by name.
            String name = path.startsWith("/") ? path : port.getSystemPortName();
            if (!path.startsWith("/") || !known.contains(Path.of(path))) {
                found.add(new Place(
                        "serial:" + name, proposal(port.getPortDescription() + " " + port.getDescriptivePortName())));
            }
        }
        return found;
    }

    /** The driver a port's name speaks for; empty for an adapter that says nothing. */
    static String proposal(String portName) {
        String name = portName.toLowerCase(Locale.ROOT);
        if (VALIDATOR.matcher(name).find()) {
            return "ssp";
        }
        if (PRINTER.matcher(name).find()) {
            return "escpos";
        }
        return SCANNER.matcher(name).find() ? "scan-line" : "";
    }

    /** The driver a typed address speaks for, by the port it names; empty when nothing does. */
    public static String proposalFor(String address) {
        if (address.startsWith("usb:") || address.matches("tcp:.*:91\\d\\d")) {
            return "escpos";
        }
        if (address.matches("tcp:.*:(10000|8081|5040|9999)")) {
            return "ecr17";
        }
        return address.startsWith("serial:") ? proposal(address) : "";
    }

    private List<Place> cardReaders() {
        CardBackend pcsc = CardReaders.pcsc(CardReaderSettings.Pcsc.MACHINE, guard);
        try {
            return pcsc.slots().stream()
                    .map(slot -> new Place(slot.name(), "pcsc"))
                    .toList();
        } catch (CardFault noService) {
            LOG.debug("no card service to look for readers", noService);
            return List.of();
        }
    }

    private static List<Path> list(Path folder, String pattern) {
        List<Path> found = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, pattern)) {
                files.forEach(found::add);
            } catch (IOException unreadable) {
                LOG.debug("{} cannot be listed", folder, unreadable);
            }
        }
        found.sort(null);
        return found;
    }
}
