package it.sportello.devices.twin.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import it.sportello.devices.DeviceState;
import it.sportello.devices.ThreadGuard;
import it.sportello.devices.card.CardError;
import it.sportello.devices.card.CardEvent;
import it.sportello.devices.card.CardEvents;
import it.sportello.devices.card.CardReader;
import it.sportello.devices.card.CardReaderSettings;
import it.sportello.devices.card.CardReaders;
import it.sportello.devices.card.CardReading;
import it.sportello.devices.card.CardVectors;
import it.sportello.devices.card.CardWarning;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The driver through {@code java.smartcardio} and the real PC/SC daemon to the virtual card, and back. */
@Timeout(40)
class PcscDaemonTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2025-06-01T08:00:00Z"), ZoneId.of("Europe/Rome"));
    private static final CardReaderSettings.Timing QUICK = new CardReaderSettings.Timing(
            Duration.ofMillis(300),
            Duration.ofMillis(150),
            Duration.ofSeconds(2),
            Duration.ofMillis(200),
            List.of(Duration.ofMillis(200)),
            Duration.ofMillis(100));

    private static Path folder;
    private static PcscDaemon daemon;

    private final CardEvents events = new CardEvents();
    private final List<VirtualCard> cards = new ArrayList<>();
    private VirtualCardSlot slot;
    private CardReader reader;

    @BeforeAll
    static void startDaemon() throws IOException {
        folder = TestDaemonFolder.get();
        daemon = PcscDaemon.start(folder, true);
    }

    @AfterAll
    static void stopDaemon() {
        daemon.close();
    }

    @BeforeEach
    void startReader() {
        slot = new VirtualCardSlot(daemon.slot(0));
        CardReaderSettings settings =
                CardReaderSettings.usual("lettore").withReader("Virtual PCD").withTiming(QUICK);
        reader = CardReaders.reader(
                settings,
                CardReaders.pcsc(new CardReaderSettings.Pcsc(null, daemon.socket()), ThreadGuard.ANY_THREAD),
                CLOCK);
        reader.addCardListener(events);
        reader.start();
    }

    @AfterEach
    void noPinWasEverTried() throws InterruptedException {
        reader.close();
        slot.close();
        for (VirtualCard card : cards) {
            assertEquals(0, card.pinsTried());
        }
        // The daemon looks into its slots every 0.4 s: the next test begins with an empty one.
        Thread.sleep(500);
    }

    @Test
    void readsOnceEachTimeACardIsPutIn() throws Exception {
        insert(VirtualCards.health(CardVectors.maria()));
        CardReading first = events.reading();
        assertEquals("RSSMRA80A41H501Y", first.data().codiceFiscale().value());
        assertEquals(CardVectors.V1_ID, first.data().cardId());
        assertEquals(DeviceState.READY, reader.status().state());
        assertNull(events.anythingWithin(Duration.ofMillis(900)), "one reading for one insertion");
        slot.remove();
        events.next(CardEvent.Removed.class);
        insert(VirtualCards.health(CardVectors.maria()));
        assertEquals(first.data(), events.reading().data());
    }

    @Test
    void aQuickSwapNeverMixesTwoPeople() throws Exception {
        for (int round = 0; round < 2; round++) {
            insert(VirtualCards.health(CardVectors.maria()));
            CardReading maria = events.reading();
            slot.remove();
            Thread.sleep(100);
            insert(VirtualCards.health(CardVectors.luigi()));
            events.next(CardEvent.Removed.class);
            CardReading luigi = events.reading();
            assertEquals(
                    List.of("ROSSI", CardVectors.V1_ID),
                    List.of(maria.data().surname(), maria.data().cardId()));
            assertEquals(
                    List.of("VERDI", CardVectors.V2_ID),
                    List.of(luigi.data().surname(), luigi.data().cardId()));
            slot.remove();
            events.next(CardEvent.Removed.class);
        }
    }

    @Test
    void pulledOutTooEarlyThenReadWell() throws Exception {
        for (int commands = 0; commands < 4; commands++) {
            insert(VirtualCards.health(
                    CardVectors.maria(), CardBehaviour.USUAL.with(new CardTrouble.PulledAfter(commands))));
            assertEquals(CardError.REMOVED, events.failure().error());
            events.next(CardEvent.Removed.class);
        }
        insert(VirtualCards.health(CardVectors.maria()));
        assertEquals("MARIA", events.reading().data().names());
    }

    @Test
    void aMuteCardIsGivenUpAndTheNextOneIsRead() throws Exception {
        insert(VirtualCards.health(CardVectors.maria(), CardBehaviour.USUAL.with(new CardTrouble.MuteAfter(1))));
        assertEquals(CardError.TIMEOUT, events.failure().error());
        slot.remove();
        events.next(CardEvent.Removed.class);
        insert(VirtualCards.health(CardVectors.luigi()));
        assertEquals("LUIGI", events.reading().data().names());
    }

    @Test
    void garbageInsteadOfAnAnswerToReset() throws Exception {
        insert(VirtualCards.health(CardVectors.maria(), CardBehaviour.USUAL.withAtr("00112233")));
        assertEquals(CardError.MUTE, events.failure().error());
    }

    @Test
    void newerLotsWantTheirApplicationFirst() throws Exception {
        for (String application : List.of("A000000530000B104001021A", "A00000009501004D")) {
            insert(VirtualCards.health(CardVectors.giovanna(), CardBehaviour.USUAL.onlyInside(application)));
            assertEquals(
                    "VIA GIUSEPPE GARIBALDI 12 INT 3", events.reading().data().address());
            slot.remove();
            events.next(CardEvent.Removed.class);
        }
    }

    @Test
    void cardsThatAreStrictAboutLengths() throws Exception {
        insert(VirtualCards.health(CardVectors.giovanna(), CardBehaviour.USUAL.strictAboutLength()));
        assertEquals("BIANCHI", events.reading().data().surname());
    }

    @Test
    void otherCards() throws Exception {
        insert(VirtualCards.identityCard());
        assertEquals(new CardEvent.Failed(CardError.WRONG_CARD, List.of("IDENTITY_CARD")), events.failure());
        slot.remove();
        events.next(CardEvent.Removed.class);
        insert(VirtualCards.unknownCard());
        assertEquals(CardError.NOT_TSCNS, events.failure().error());
    }

    @Test
    void expiredAndCorruptedCards() throws Exception {
        insert(VirtualCards.health(CardVectors.maria().expiring(LocalDate.of(2025, 5, 31))));
        assertTrue(events.reading().data().warnings().contains(CardWarning.EXPIRED));
        slot.remove();
        events.next(CardEvent.Removed.class);
        insert(VirtualCards.healthWithText(
                CardVectors.V1_ID, CardVectors.V1.replace("H501Y", "H501Z"), CardBehaviour.USUAL));
        assertEquals(new CardEvent.Failed(CardError.FORMAT, List.of("9")), events.failure());
    }

    @Test
    void aRestartOfTheServiceIsGotOver() throws Exception {
        insert(VirtualCards.health(CardVectors.maria()));
        events.reading();
        daemon.close();
        assertFalse(daemon.isAlive());
        events.next(CardEvent.Removed.class);
        until(DeviceState.DISCONNECTED, CardError.NO_SERVICE);
        daemon = PcscDaemon.start(folder, true);
        slot = new VirtualCardSlot(daemon.slot(0));
        insert(VirtualCards.health(CardVectors.luigi()));
        assertEquals("LUIGI", events.reading().data().names());
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
        insert(VirtualCards.health(CardVectors.maria()));
        assertEquals("MARIA", events.reading().data().names());
    }

    /** With the driver's delays cured a whole reading is a matter of milliseconds; a real card takes 0.3 s. */
    @Test
    @Tag("latency")
    void theTimeOfAReadingIsTold() throws Exception {
        insert(VirtualCards.health(CardVectors.maria()));
        Duration quick = events.reading().took();
        slot.remove();
        events.next(CardEvent.Removed.class);
        insert(VirtualCards.health(
                CardVectors.maria(),
                CardBehaviour.USUAL.with(new CardTrouble.Slow(Duration.ofMillis(22), Duration.ofMillis(100)))));
        Duration real = events.reading().took();
        System.out.println("complete reading: twin " + quick.toMillis() + " ms, at the speed of a real card "
                + real.toMillis() + " ms");
        assertTrue(real.compareTo(Duration.ofMillis(244)) >= 0, "the delays of the card are real: " + real);
    }

    private void insert(VirtualCard card) {
        cards.add(card);
        slot.insert(card);
    }

    private void until(DeviceState state, CardError error) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (System.nanoTime() < end
                && !(reader.status().state() == state && reader.status().code().equals(error.code()))) {
            Thread.sleep(20);
        }
        assertEquals(state, reader.status().state());
        assertEquals(error.code(), reader.status().code());
        assertNotNull(daemon);
    }
}
