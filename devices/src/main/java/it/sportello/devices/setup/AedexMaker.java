package it.sportello.devices.setup;

import it.sportello.devices.Device;
import it.sportello.devices.DeviceKind;
import it.sportello.devices.display.AedexProtocol;
import it.sportello.devices.display.LinkQueueDisplay;
import it.sportello.devices.link.LinkAddress;
import java.util.List;
import java.util.Locale;

/** Two-line displays in AEDEX mode. */
final class AedexMaker implements DeviceMaker {
    /** Characters of one line, 16 to 40. */
    static final DriverOption COLUMNS = DriverOption.text("columns", "20", "1[6-9]|[23][0-9]|40");

    /** The two characters before every command; other than the factory only where the display was set so. */
    static final DriverOption ATTENTION =
            DriverOption.text("attention", AedexProtocol.FACTORY_ATTENTION, "[\\x20-\\x7E]{2}");

    @Override
    public String driver() {
        return "aedex";
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
        return List.of(COLUMNS, ATTENTION);
    }

    @Override
    public Device make(DeviceEntry entry, MakerParts parts) {
        return new LinkQueueDisplay(
                entry.id(),
                parts.wires().links(entry, LinkAddress.parse(entry.address())),
                new AedexProtocol(Locale.ITALIAN, Integer.parseInt(entry.option(COLUMNS)), entry.option(ATTENTION)),
                LinkQueueDisplay.KEEP_USUAL,
                parts.clock());
    }
}
