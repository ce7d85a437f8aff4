package it.sportello.app.wiring;

import it.sportello.devices.DeviceKind;
import it.sportello.devices.link.LinkAddress;
import it.sportello.devices.setup.DeviceEntry;
import it.sportello.devices.setup.DeviceSettings;
import it.sportello.devices.setup.DriverCatalogue;
import it.sportello.devices.setup.SettingProblem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The devices given on the command line, as words: {@code printer=tcp:127.0.0.1:9100}, {@code printerProfile=epson-80},
 * {@code scanner=serial:…}, {@code display=…}, {@code displayProtocol=cd5220|alpha}, {@code reader=any} or part of a
 * PC/SC name, or {@code reader=vpcd:35963} for a virtual reader at that port where PC/SC has none, {@code detector=…} or {@code detector=manual}, {@code detectorProtocol=lines|ssp|cctalk},
 * {@code detectorRules=} the rules of its lines with {@code ;;} between them, {@code
 * terminal=…}, {@code terminalId=} eight digits, {@code wedge=F13…F24|speed}, which
 * {@link it.sportello.devices.scanner.WedgeSettings#parse} reads. Each of them is named after its word on
 * the desk, and wins over the device of that name in the settings.
 *
 * @param words what was given, by word
 */
public record DeviceAddresses(Map<String, String> words) {
    /** Words that name a device by its address. */
    private static final List<String> PLACES =
            List.of("printer", "scanner", "display", "reader", "detector", "terminal");

    private static final Set<String> EXTRAS =
            Set.of("printerProfile", "displayProtocol", "detectorProtocol", "detectorRules", "terminalId", "wedge");
    private static final String VIRTUAL_READER = "vpcd:";
    private static final String MANUAL = "manual";

    public DeviceAddresses {
        words = Collections.unmodifiableMap(new TreeMap<>(words));
    }

    /** Nothing was given. */
    public static DeviceAddresses none() {
        return new DeviceAddresses(Map.of());
    }

    /**
     * The same with one more, written as in the class comment.
     *
     * @throws IllegalArgumentException when it is no device or no address
     */
    public DeviceAddresses with(String setting) {
        int equals = setting.indexOf('=');
        if (equals < 0) {
            throw new IllegalArgumentException("a device is name=address");
        }
        String word = setting.substring(0, equals);
        String value = setting.substring(equals + 1);
        if (PLACES.contains(word)) {
            checkPlace(word, value);
        } else if (!EXTRAS.contains(word)) {
            throw new IllegalArgumentException("no such device: " + word);
        }
        Map<String, String> more = new TreeMap<>(words);
        more.put(word, value);
        return new DeviceAddresses(more);
    }

    private static void checkPlace(String word, String value) {
        boolean noLine = word.equals("reader") || (word.equals("detector") && value.equals(MANUAL));
        if (!noLine) {
            LinkAddress.parse(value);
        }
    }

    /** How a keyboard reader is told from a person; empty when nothing was said. */
    public String wedge() {
        return words.getOrDefault("wedge", "");
    }

    /** Names of the devices that were given here. */
    public Set<String> names() {
        Set<String> names = new TreeSet<>(PLACES);
        names.retainAll(words.keySet());
        return names;
    }

    /**
     * The settings of the desk with these in front.
     *
     * @throws IllegalArgumentException when a driver or an option does not exist; the message says which
     */
    public DeviceSettings over(DeviceSettings stored) {
        List<DeviceEntry> given = new ArrayList<>();
        for (String word : PLACES) {
            if (words.containsKey(word)) {
                given.add(entry(word, words.get(word)));
            }
        }
        DeviceSettings alone = new DeviceSettings(wedge(), given);
        List<SettingProblem> problems = alone.problems(DriverCatalogue.shipped());
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("devices given to the workstation: " + problems);
        }
        List<DeviceEntry> all = new ArrayList<>(given);
        stored.devices().stream()
                .filter(entry -> !words.containsKey(entry.id()))
                .forEach(all::add);
        return new DeviceSettings(wedge().isEmpty() ? stored.wedge() : wedge(), all);
    }

    private DeviceEntry entry(String word, String value) {
        return switch (word) {
            case "printer" ->
                option(DeviceEntry.of(word, DeviceKind.RECEIPT_PRINTER, "escpos", value), "profile", "printerProfile");
            case "scanner" -> DeviceEntry.of(word, DeviceKind.BARCODE_READER, "scan-line", value);
            case "display" ->
                DeviceEntry.of(word, DeviceKind.QUEUE_DISPLAY, words.getOrDefault("displayProtocol", "cd5220"), value);
            case "reader" -> reader(word, value);
            case "detector" -> detector(word, value);
            default ->
                option(DeviceEntry.of(word, DeviceKind.PAYMENT_TERMINAL, "ecr17", value), "terminalId", "terminalId");
        };
    }

    private static DeviceEntry reader(String word, String value) {
        return value.startsWith(VIRTUAL_READER)
                ? DeviceEntry.of(
                        word,
                        DeviceKind.CARD_READER,
                        "vpcd",
                        "tcp:127.0.0.1:" + value.substring(VIRTUAL_READER.length()))
                : DeviceEntry.of(
                        word, DeviceKind.CARD_READER, "pcsc", value.isBlank() ? DriverCatalogue.ANY_READER : value);
    }

    private DeviceEntry detector(String word, String value) {
        return value.equals(MANUAL)
                ? DeviceEntry.of(word, DeviceKind.NOTE_DETECTOR, MANUAL, "")
                : withRules(DeviceEntry.of(
                        word, DeviceKind.NOTE_DETECTOR, words.getOrDefault("detectorProtocol", "lines"), value));
    }

    /** One rule a line in the settings; a word of the command line has no lines. */
    private DeviceEntry withRules(DeviceEntry entry) {
        String rules = words.get("detectorRules");
        return rules == null ? entry : entry.with("rules", String.join("\n", rules.split(";;")));
    }

    private DeviceEntry option(DeviceEntry entry, String name, String word) {
        String value = words.get(word);
        return value == null ? entry : entry.with(name, value);
    }
}
