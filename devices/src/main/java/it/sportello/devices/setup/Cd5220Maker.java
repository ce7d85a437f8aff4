package it.sportello.devices.setup;

import it.sportello.devices.Device;
import it.sportello.devices.DeviceKind;
import it.sportello.devices.display.Cd5220Protocol;
import it.sportello.devices.display.LinkQueueDisplay;
import it.sportello.devices.link.LinkAddress;
import java.util.List;
import java.util.Locale;

/** Two-line displays that understand CD5220. */
final class Cd5220Maker implements DeviceMaker {
    @Override
    public String driver() {
        return "cd5220";
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
        return List.of();
    }

    @Override
    public Device make(DeviceEntry entry, MakerParts parts) {
        return new LinkQueueDisplay(
                entry.id(),
                parts.wires().links(entry, LinkAddress.parse(entry.address())),
                new Cd5220Protocol(Locale.ITALIAN),
                LinkQueueDisplay.KEEP_USUAL,
                parts.clock());
    }
}
