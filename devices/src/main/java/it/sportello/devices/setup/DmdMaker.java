package it.sportello.devices.setup;

import it.sportello.devices.Device;
import it.sportello.devices.DeviceKind;
import it.sportello.devices.display.DmdProtocol;
import it.sportello.devices.display.LinkQueueDisplay;
import it.sportello.devices.link.LinkAddress;
import java.util.List;
import java.util.Locale;

/** Two-line displays of the Epson DM-D family. */
final class DmdMaker implements DeviceMaker {
    private static final String YES = "yes";

    /** Whether it hangs on the second plug of a receipt printer and shares its line. */
    static final DriverOption BEHIND_PRINTER = DriverOption.oneOf("behindPrinter", List.of("no", YES));

    @Override
    public String driver() {
        return "dmd";
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
        return List.of(BEHIND_PRINTER);
    }

    @Override
    public Device make(DeviceEntry entry, MakerParts parts) {
        return new LinkQueueDisplay(
                entry.id(),
                parts.wires().links(entry, LinkAddress.parse(entry.address())),
                new DmdProtocol(Locale.ITALIAN, entry.option(BEHIND_PRINTER).equals(YES)),
                LinkQueueDisplay.KEEP_USUAL,
                parts.clock());
    }
}
