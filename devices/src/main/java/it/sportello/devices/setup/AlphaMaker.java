package it.sportello.devices.setup;

import it.sportello.devices.Device;
import it.sportello.devices.DeviceKind;
import it.sportello.devices.display.AlphaProtocol;
import it.sportello.devices.display.LinkQueueDisplay;
import it.sportello.devices.link.LinkAddress;
import java.util.List;

/** Displays with lamps that understand the Alpha sign protocol. */
final class AlphaMaker implements DeviceMaker {
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
        return List.of();
    }

    @Override
    public Device make(DeviceEntry entry, MakerParts parts) {
        return new LinkQueueDisplay(
                entry.id(),
                parts.wires().links(entry, LinkAddress.parse(entry.address())),
                new AlphaProtocol(AlphaProtocol.Position.FILL, AlphaProtocol.Content.NUMBER, true, true),
                LinkQueueDisplay.KEEP_USUAL,
                parts.clock());
    }
}
