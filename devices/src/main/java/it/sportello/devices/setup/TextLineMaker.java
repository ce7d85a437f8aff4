package it.sportello.devices.setup;

import it.sportello.devices.Device;
import it.sportello.devices.DeviceKind;
import it.sportello.devices.detector.LineRule;
import it.sportello.devices.detector.LineRules;
import it.sportello.devices.detector.LineShape;
import it.sportello.devices.detector.TextLineDetector;
import it.sportello.devices.detector.TextLineSettings;
import it.sportello.devices.link.LinkAddress;
import java.util.List;
import java.util.stream.Stream;

/** Desk detectors and counters that write lines. Their rules are written on the spot, with the learning view. */
final class TextLineMaker implements DeviceMaker {
    private static final String YES = "yes";

    /** The rules, one a line, as {@link LineRule#parse} reads them. */
    static final DriverOption RULES = new DriverOption("rules", "", List.of(), TextLineMaker::areRules);

    /** What stands behind a line. */
    static final DriverOption END = DriverOption.oneOf(
            "end",
            Stream.of(LineShape.End.CRLF, LineShape.End.CR, LineShape.End.LF, LineShape.End.PAUSE)
                    .map(LineShape.End::name)
                    .toList());

    /** The mark before the cents. */
    static final DriverOption DECIMAL = DriverOption.oneOf("decimal", List.of(",", "."));

    /** Whether the device takes us for its printer. */
    static final DriverOption AS_PRINTER = DriverOption.oneOf("asPrinter", List.of("no", YES));

    @Override
    public String driver() {
        return "lines";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.NOTE_DETECTOR;
    }

    @Override
    public AddressForm address() {
        return AddressForm.LINK;
    }

    @Override
    public List<DriverOption> options() {
        return List.of(RULES, END, DECIMAL, AS_PRINTER);
    }

    @Override
    public Device make(DeviceEntry entry, MakerParts parts) {
        LineRules rules = new LineRules(
                rules(entry.option(RULES)),
                LineRules.GENUINE,
                LineRules.SUSPECT,
                LineRules.REJECTED,
                entry.option(DECIMAL).charAt(0));
        TextLineSettings usual =
                TextLineSettings.of(rules, entry.option(AS_PRINTER).equals(YES));
        LineShape shape = new LineShape(
                LineShape.USUAL.charset(),
                LineShape.End.valueOf(entry.option(END)),
                LineShape.USUAL.idleGap(),
                LineShape.LONGEST);
        TextLineSettings settings = new TextLineSettings(
                shape, rules, usual.actAsPrinter(), usual.duplicateWindow(), usual.reportIdle(), usual.retry());
        return new TextLineDetector(
                entry.id(), parts.wires().links(entry, LinkAddress.parse(entry.address())), settings, parts.clock());
    }

    private static List<LineRule> rules(String text) {
        return text.lines().filter(line -> !line.isBlank()).map(LineRule::parse).toList();
    }

    private static boolean areRules(String text) {
        try {
            rules(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
