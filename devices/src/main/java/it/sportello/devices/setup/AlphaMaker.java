package it.sportello.devices.setup;

import it.sportello.devices.Device;
import it.sportello.devices.DeviceKind;
import it.sportello.devices.display.AlphaProtocol;
import it.sportello.devices.display.LinkQueueDisplay;
import it.sportello.devices.link.LinkAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Displays with lamps that understand the Alpha sign protocol. Most are shipped for 9600 7E1. */
final class AlphaMaker implements DeviceMaker {
    private static final String YES = "yes";
    private static final String NO = "no";

    /** Where the text stands on signs with more than one line. */
    static final DriverOption POSITION = DriverOption.oneOf("position", positions());

    /** Whether the desk stands beside the number: one sign for a whole room. */
    static final DriverOption DESK = DriverOption.oneOf("desk", List.of(NO, YES));

    /** Whether frames are closed with their sum. */
    static final DriverOption CHECKSUM = DriverOption.oneOf("checksum", List.of(YES, NO));

    /** Whether the sign is asked to confirm, which those of protocol 2.0 and later can. */
    static final DriverOption CONFIRM = DriverOption.oneOf("confirm", List.of(YES, NO));

    /** Two hexadecimal digits, 00 for every sign on the line. */
    static final DriverOption ADDRESS = DriverOption.text("address", AlphaProtocol.EVERY_SIGN, "[0-9A-F?]{2}");

    private static List<String> positions() {
        List<String> names = new ArrayList<>(List.of(AlphaProtocol.Position.FILL.name()));
        Stream.of(AlphaProtocol.Position.values())
                .map(AlphaProtocol.Position::name)
                .filter(name -> !names.contains(name))
                .forEach(names::add);
        return names;
    }

    private static AlphaProtocol protocol(DeviceEntry entry) {
        return new AlphaProtocol(
                AlphaProtocol.Position.valueOf(entry.option(POSITION)),
                entry.option(DESK).equals(YES) ? AlphaProtocol.Content.NUMBER_AND_DESK : AlphaProtocol.Content.NUMBER,
                entry.option(CHECKSUM).equals(YES),
                entry.option(CONFIRM).equals(YES),
                entry.option(ADDRESS));
    }

    @Override
    public String driver() {
        return "alpha";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.QUEUE_DISPLAY;
    }

    @Override
    public AddressForm address() {
        return AddressForm.LINK;
    }

    @Override
    public List<DriverOption> options() {
        return List.of(POSITION, DESK, CHECKSUM, CONFIRM, ADDRESS);
    }

    @Override
    public Device make(DeviceEntry entry, MakerParts parts) {
        return new LinkQueueDisplay(
                entry.id(),
                parts.wires().links(entry, LinkAddress.parse(entry.address())),
                protocol(entry),
                LinkQueueDisplay.KEEP_USUAL,
                parts.clock());
    }
}
