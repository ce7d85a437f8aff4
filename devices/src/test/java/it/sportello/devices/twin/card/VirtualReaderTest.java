package it.sportello.devices.twin.card;

import static org.junit.jupiter.api.Assertions.assertThrows;

import it.sportello.devices.DeviceFault;
import it.sportello.devices.ThreadGuard;
import it.sportello.devices.card.CardBackend;
import it.sportello.devices.card.CardReaders;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Every scenario with the reader that a workstation without PC/SC is itself; the card comes over the network. */
class VirtualReaderTest extends CardScenarios {
    private final int port = freePort();
    private final VirtualCardSlot slot = new VirtualCardSlot(VpcdDoor.port(port));

    @Override
    CardBackend backend() {
        return CardReaders.virtualReader(port, ThreadGuard.ANY_THREAD);
    }

    /** The reader listens from its first look on; a card may be quicker. */
    @Override
    void put(VirtualCard card) throws InterruptedException {
        for (int tries = 0; ; tries++) {
            try {
                slot.insert(card);
                return;
            } catch (DeviceFault notYet) {
                if (tries > 400) {
                    throw notYet;
                }
                TimeUnit.MILLISECONDS.sleep(20);
            }
        }
    }

    @Override
    void pull() {
        slot.remove();
    }

    @Test
    void aClosedReaderGivesItsPortBack() throws Exception {
        insert(VirtualCards.unknownCard());
        events.failure();
        reader.close();
        pull();
        assertThrows(DeviceFault.class, () -> slot.insert(VirtualCards.unknownCard()));
        start(QUICK);
        assertReadsLuigi();
    }

    private static int freePort() {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        } catch (IOException none) {
            throw new IllegalStateException(none);
        }
    }
}
