package it.sportello.devices.setup;

import it.sportello.devices.card.CardBackend;
import it.sportello.devices.link.Link;
import it.sportello.devices.link.LinkAddress;
import java.util.function.Supplier;

/** What stands between a driver and its device: nothing, or somebody who watches what passes. */
public interface Wires {

    /** New links to an address, one for every connection. */
    Supplier<Link> links(DeviceEntry entry, LinkAddress address);

    /** The way to the cards of a reader. */
    CardBackend cards(DeviceEntry entry, CardBackend backend);

    /** Nobody watches. */
    Wires PLAIN = new Wires() {
        @Override
        public Supplier<Link> links(DeviceEntry entry, LinkAddress address) {
            return address::newLink;
        }

        @Override
        public CardBackend cards(DeviceEntry entry, CardBackend backend) {
            return backend;
        }
    };
}
