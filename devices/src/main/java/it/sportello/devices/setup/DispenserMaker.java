package it.sportello.devices.setup;

import it.sportello.devices.Device;
import it.sportello.devices.DeviceKind;
import it.sportello.devices.dispenser.LineTemplate;
import it.sportello.devices.dispenser.LineTicketDispenser;
import it.sportello.devices.link.LinkAddress;
import java.time.Duration;
import java.util.List;

/** Ticket dispensers of another maker that say on their line which number they print (R-QUE-4). */
final class DispenserMaker implements DeviceMaker {
    private static final Duration RETRY = Duration.ofSeconds(2);

    /** Which line is a ticket, as {@link LineTemplate#parse} reads it. */
    static final DriverOption TEMPLATE = new DriverOption(
            "template", "(?<letter>[A-Z]) ?(?<number>\\d{1,3}).*", List.of(), DispenserMaker::isTemplate);

    @Override
    public String driver() {
        return "ticket-line";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.TICKET_DISPENSER;
    }

    @Override
    public AddressForm address() {
        return AddressForm.LINK;
    }

    @Override
    public List<DriverOption> options() {
        return List.of(TEMPLATE);
    }

    @Override
    public Device make(DeviceEntry entry, MakerParts parts) {
        return new LineTicketDispenser(
                entry.id(),
                parts.wires().links(entry, LinkAddress.parse(entry.address())),
                LineTemplate.parse(entry.option(TEMPLATE)),
                RETRY,
                parts.clock());
    }

    private static boolean isTemplate(String text) {
        try {
            LineTemplate.parse(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
