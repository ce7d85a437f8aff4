package it.sportello.devices.trace;

import it.sportello.devices.Device;
import it.sportello.devices.card.CardBackend;
import it.sportello.devices.link.Link;
import it.sportello.devices.link.LinkAddress;
import it.sportello.devices.setup.DeviceEntry;
import it.sportello.devices.setup.Wires;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The traces of all devices of a desk. Drivers get their links from here and need not know. */
public final class DeviceTraces implements Wires {
    private final InstantSource clock;
    private final Map<String, DeviceTrace> traces = new ConcurrentHashMap<>();

    public DeviceTraces(InstantSource clock) {
        this.clock = clock;
    }

    /** The trace of a device; an empty one when it has none yet. */
    public DeviceTrace of(String id) {
        return traces.computeIfAbsent(id, name -> new DeviceTrace(clock));
    }

    /** Follows the states of a device that was made with these wires. */
    public void follow(Device device) {
        device.addListener(of(device.id())::heard);
    }

    /** Forgets a device that is not in use any more; one of the same name begins anew. */
    public void forget(String id) {
        traces.remove(id);
    }

    @Override
    public Supplier<Link> links(DeviceEntry entry, LinkAddress address) {
        DeviceTrace trace = of(entry.id());
        return () -> new WatchedLink(address.newLink(), trace, entry.kind());
    }

    @Override
    public CardBackend cards(DeviceEntry entry, CardBackend backend) {
        return new WatchedCards(backend, of(entry.id()));
    }
}
