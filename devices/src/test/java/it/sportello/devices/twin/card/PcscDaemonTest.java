package it.sportello.devices.twin.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import it.sportello.devices.DeviceState;
import it.sportello.devices.ThreadGuard;
import it.sportello.devices.card.CardBackend;
import it.sportello.devices.card.CardBackend.CardSlot;
import it.sportello.devices.card.CardError;
import it.sportello.devices.card.CardEvent;
import it.sportello.devices.card.CardFault;
import it.sportello.devices.card.CardReaderSettings;
import it.sportello.devices.card.CardReaders;
import it.sportello.devices.card.CardVectors;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every scenario through {@code java.smartcardio} and the real PC/SC daemon to the virtual card, and those of the daemon. */
class PcscDaemonTest extends CardScenarios {
    private static final String SLOT = "Virtual PCD 00 00";

    private static Path folder;
    private static PcscDaemon daemon;

    private VirtualCardSlot slot = new VirtualCardSlot(daemon.slot(0));

    @BeforeAll
    static void startDaemon() throws IOException {
        folder = TestDaemonFolder.get();
        daemon = PcscDaemon.start(folder, true);
    }

    @AfterAll
    static void stopDaemon() {
        daemon.close();
    }

    @Override
    CardBackend backend() {
        return CardReaders.pcsc(new CardReaderSettings.Pcsc(null, daemon.socket()), ThreadGuard.ANY_THREAD);
    }

    @Override
    void put(VirtualCard card) {
        slot.insert(card);
    }

    @Override
    void pull() {
        slot.remove();
    }

    /** The daemon looks into its slots every 0.4 s: the next scenario begins with an empty one. */
    @Override
    void awaitEmptySlot() throws InterruptedException {
        CardBackend pcsc = backend();
        until(() -> present(pcsc).isEmpty(), "the slot is empty");
    }

    private static String present(CardBackend pcsc) {
        try {
            return pcsc.slots().stream()
                    .filter(CardSlot::isCardPresent)
                    .map(CardSlot::name)
                    .findFirst()
                    .orElse("");
        } catch (CardFault service) {
            // A scenario left the runtime without a living context.
            pcsc.rebuild();
            return service.code();
        }
    }

    /** The watchdog as it is at a desk; the card hangs up by itself long after it. */
    @Test
    void theWatchdogOfADeskBitesAfterFiveSeconds() throws Exception {
        assertEquals(Duration.ofSeconds(5), CardReaderSettings.Timing.USUAL.watchdog());
        reader.close();
        start(CardReaderSettings.Timing.USUAL);
        insert(new CardTrouble.MuteAfter(1));
        assertEquals(CardError.TIMEOUT, events.failure().error());
        assertTrue(slot.isOccupied(), "the card is still in");
        takeOut();
        assertReadsLuigi();
    }

    @Test
    void aRestartOfTheServiceIsGotOver() throws Exception {
        for (int restart = 0; restart < 2; restart++) {
            insert(VirtualCards.health(CardVectors.maria()));
            events.reading();
            daemon.close();
            assertFalse(daemon.isAlive());
            events.next(CardEvent.Removed.class);
            until(DeviceState.DISCONNECTED, CardError.NO_SERVICE);
            daemon = PcscDaemon.start(folder, true);
            slot = new VirtualCardSlot(daemon.slot(0));
            assertReadsLuigi();
        }
    }

    /** Without a private daemon, which only the superuser may start, the machine's own one keeps its reader. */
    @Test
    void noReaderThenOne() throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")), "a private daemon needs the superuser");
        daemon.close();
        daemon = PcscDaemon.start(folder, false);
        until(DeviceState.DISCONNECTED, CardError.NO_READER);
        daemon.close();
        daemon = PcscDaemon.start(folder, true);
        slot = new VirtualCardSlot(daemon.slot(0));
        assertReadsLuigi();
    }

    @Test
    void aCardThatAnotherProgramHoldsForItself() throws Exception {
        reader.close();
        insert(VirtualCards.health(CardVectors.maria()));
        CardBackend pcsc = backend();
        until(() -> present(pcsc).equals(SLOT), "the card is seen");
        OtherProgram other = OtherProgram.holding(SLOT, true, daemon.socket());
        try {
            start(QUICK);
            assertEquals(CardError.BUSY, events.failure().error());
        } finally {
            other.letGo();
        }
        takeOut();
        assertReadsLuigi();
    }

    /** PC/SC lets a transaction wait for another for ever: the watchdog ends that too. */
    @Test
    void aCardThatAnotherProgramHasATransactionWith() throws Exception {
        reader.close();
        insert(VirtualCards.health(CardVectors.maria()));
        CardBackend pcsc = backend();
        until(() -> present(pcsc).equals(SLOT), "the card is seen");
        OtherProgram other = OtherProgram.holding(SLOT, false, daemon.socket());
        try {
            start(QUICK);
            assertEquals(CardError.TIMEOUT, events.failure().error());
        } finally {
            other.letGo();
        }
        takeOut();
        assertReadsLuigi();
    }

    /** With the driver's delays cured a whole reading is a matter of milliseconds; a real card takes 0.3 s. */
    @Test
    @Tag("latency")
    void theTimeOfAReadingIsTold() throws Exception {
        insert(VirtualCards.health(CardVectors.maria()));
        Duration quick = events.reading().took();
        takeOut();
        insert(new CardTrouble.Slow(Duration.ofMillis(22), Duration.ofMillis(100)));
        Duration real = events.reading().took();
        System.out.println("complete reading: twin " + quick.toMillis() + " ms, at the speed of a real card "
                + real.toMillis() + " ms");
        assertTrue(real.compareTo(Duration.ofMillis(244)) >= 0, "the delays of the card are real: " + real);
        takeOut();
    }

    private void until(DeviceState state, CardError error) throws InterruptedException {
        until(
                () -> reader.status().state() == state && reader.status().code().equals(error.code()),
                state + " " + error);
    }

    private static void until(BooleanSupplier condition, String what) throws InterruptedException {
        for (int turn = 0; turn < 1000 && !condition.getAsBoolean(); turn++) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        assertTrue(condition.getAsBoolean(), what);
    }
}
