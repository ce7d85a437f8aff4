package it.sportello.devices.card;

import it.sportello.devices.ThreadGuard;
import it.sportello.devices.card.internal.LaneCardReader;
import it.sportello.devices.card.internal.SunPcscBackend;
import it.sportello.devices.card.internal.VpcdBackend;
import java.time.Clock;

/** Makes card readers and the ways to them. */
public final class CardReaders {
    private CardReaders() {}

    /**
     * A reader that is not started yet.
     *
     * @param settings the desk's settings
     * @param backend how to reach slots and cards; used by this reader alone
     * @param clock for the moment of a reading and for "expired", which is judged by the date in Rome
     */
    public static CardReader reader(CardReaderSettings settings, CardBackend backend, Clock clock) {
        return new LaneCardReader(settings, backend, clock);
    }

    /**
     * A reader inside this process, for trials on machines where PC/SC has no virtual reader, such as Windows: a virtual
     * card connects to it on the loopback address as it would to vsmartcard's reader.
     *
     * @param port where it listens
     */
    public static CardBackend virtualReader(int port, ThreadGuard guard) {
        return new VpcdBackend(port, guard);
    }

    /**
     * The machine's PC/SC service through {@code java.smartcardio}. To get over a restart of the service the virtual
     * machine needs {@code --add-opens java.smartcardio/sun.security.smartcardio=it.sportello.devices}; without it such a
     * restart ends in {@link CardError#RESTART_NEEDED}. The runtime keeps one context for all: one backend per process.
     */
    public static CardBackend pcsc(CardReaderSettings.Pcsc where, ThreadGuard guard) {
        return new SunPcscBackend(where, guard);
    }
}
