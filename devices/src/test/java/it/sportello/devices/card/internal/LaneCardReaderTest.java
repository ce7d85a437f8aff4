package it.sportello.devices.card.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.devices.DeviceState;
import it.sportello.devices.ThreadGuard;
import it.sportello.devices.card.CardActivation;
import it.sportello.devices.card.CardBackend;
import it.sportello.devices.card.CardCertificate;
import it.sportello.devices.card.CardError;
import it.sportello.devices.card.CardEvent;
import it.sportello.devices.card.CardEvents;
import it.sportello.devices.card.CardFault;
import it.sportello.devices.card.CardReader;
import it.sportello.devices.card.CardReaderSettings;
import it.sportello.devices.card.CardReaders;
import it.sportello.devices.card.CardReading;
import it.sportello.devices.card.CardVectors;
import it.sportello.devices.card.CardWarning;
import it.sportello.devices.twin.card.CardBehaviour;
import it.sportello.devices.twin.card.CardTrouble;
import it.sportello.devices.twin.card.InProcessCardBackend;
import it.sportello.devices.twin.card.VirtualCard;
import it.sportello.devices.twin.card.VirtualCards;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The reader over a slot in this process: everything that is not PC/SC itself. */
@Timeout(20)
class LaneCardReaderTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2025-06-01T08:00:00Z"), ZoneId.of("Europe/Rome"));
    private static final CardReaderSettings.Timing QUICK = new CardReaderSettings.Timing(
            Duration.ofMillis(50),
            Duration.ofMillis(1),
            Duration.ofMillis(400),
            Duration.ofMillis(20),
            List.of(Duration.ofMillis(20)),
            Duration.ofMillis(5));
    private static final CardReaderSettings SETTINGS =
            CardReaderSettings.usual("lettore").withTiming(QUICK);

    private final InProcessCardBackend slot = new InProcessCardBackend();
    private final CardEvents events = new CardEvents();
    private CardReader reader = CardReaders.reader(SETTINGS, slot, CLOCK);

    @AfterEach
    void close() {
        reader.close();
    }

    private void start(CardBackend backend, CardReaderSettings settings) {
        reader = CardReaders.reader(settings, backend, CLOCK);
        reader.addCardListener(events);
        reader.start();
    }

    @Test
    void aCardThatSatThereBeforeTheStartIsRead() throws Exception {
        slot.insert(VirtualCards.health(CardVectors.maria()));
        start(slot, SETTINGS);
        assertEquals("ROSSI", events.reading().data().surname());
        slot.remove();
        assertEquals("Virtual slot", events.next(CardEvent.Removed.class).reader());
    }

    @Test
    void everyVectorThroughTheCommands() throws Exception {
        start(slot, SETTINGS);
        for (List<String> vector : List.of(
                List.of(CardVectors.V3, CardVectors.V3_ID, "POPESCU"),
                List.of(CardVectors.V4, CardVectors.V4_ID, "BIANCHI"),
                List.of(CardVectors.V5, CardVectors.V5_ID, "D'ANGELO"),
                List.of(CardVectors.V6, CardVectors.V6_ID, "ROSSI"),
                List.of(CardVectors.V7, CardVectors.V2_ID, "VERDI"))) {
            slot.insert(VirtualCards.healthWithText(vector.get(1), vector.get(0), CardBehaviour.USUAL));
            assertEquals(vector.get(2), events.reading().data().surname());
            slot.remove();
            events.next(CardEvent.Removed.class);
        }
    }

    @Test
    void aFileLongerThanOneCommandIsReadWhole() throws Exception {
        start(slot, SETTINGS);
        String address = "VIA " + "LUNGA ".repeat(30) + "1";
        String text = CardVectors.V4
                .replaceFirst("1FVIA GIUSEPPE GARIBALDI 12 INT 3", String.format("%02X%s", address.length(), address))
                .replaceFirst("^00009E", String.format("%06X", 158 - 31 + address.length()));
        slot.insert(VirtualCards.healthWithText(CardVectors.V4_ID, text, CardBehaviour.USUAL));
        assertEquals(address, events.reading().data().address());
    }

    @Test
    void whatTheOperatorIsToldOfOtherCards() throws Exception {
        start(slot, SETTINGS);
        assertFailure(VirtualCards.identityCard(), CardError.WRONG_CARD, "IDENTITY_CARD");
        assertFailure(VirtualCards.bankCard(), CardError.WRONG_CARD, "BANK_CARD");
        assertFailure(VirtualCards.professionalCard(), CardError.WRONG_CARD, "PROFESSIONAL_CARD");
        assertFailure(VirtualCards.unknownCard(), CardError.NOT_TSCNS);
        assertFailure(VirtualCards.blank((byte) 0x00), CardError.BLANK, "0");
        assertFailure(VirtualCards.blank((byte) 0xFF), CardError.BLANK, "0");
        assertFailure(
                VirtualCards.healthWithText(
                        CardVectors.V1_ID, CardVectors.V1.replace("05ROSSI", "FFROSSI"), CardBehaviour.USUAL),
                CardError.FORMAT,
                "4");
    }

    @Test
    void aCardWithoutItsIdentifierIsReadWithAWarning() throws Exception {
        start(slot, SETTINGS);
        slot.insert(VirtualCards.healthWithText("", CardVectors.V1, CardBehaviour.USUAL));
        assertTrue(events.reading().data().warnings().contains(CardWarning.CARD_ID_UNREADABLE));
    }

    @Test
    void aMuteCardAndAPulledOne() throws Exception {
        start(slot, SETTINGS);
        CardBehaviour mute = CardBehaviour.USUAL.with(new CardTrouble.MuteAfter(2));
        assertFailure(VirtualCards.health(CardVectors.maria(), mute), CardError.TIMEOUT);
        CardBehaviour pulled = CardBehaviour.USUAL.with(new CardTrouble.PulledAfter(1));
        slot.insert(VirtualCards.health(CardVectors.maria(), pulled));
        assertEquals(CardError.REMOVED, events.failure().error());
    }

    @Test
    void retriesWhatIsWorthIt() throws Exception {
        ScriptedBackend backend = new ScriptedBackend(slot);
        backend.failFirst(CardError.BUSY, 3);
        start(backend, SETTINGS);
        slot.insert(VirtualCards.health(CardVectors.maria()));
        assertEquals("ROSSI", events.reading().data().surname());
        slot.remove();
        events.next(CardEvent.Removed.class);
        backend.failFirst(CardError.BUSY, 4);
        assertFailure(VirtualCards.health(CardVectors.maria()), CardError.BUSY);
        backend.failFirst(CardError.MUTE, 1);
        slot.insert(VirtualCards.health(CardVectors.luigi()));
        assertEquals("VERDI", events.reading().data().surname());
        slot.remove();
        events.next(CardEvent.Removed.class);
        backend.failFirst(CardError.REMOVED, 1);
        assertFailure(VirtualCards.health(CardVectors.luigi()), CardError.REMOVED);
    }

    @Test
    void aCardResetByAnotherProgramIsSelectedAgain() throws Exception {
        VirtualCard card = VirtualCards.health(CardVectors.maria());
        ScriptedBackend backend = new ScriptedBackend(slot);
        backend.resetBeforeFirstRead(card);
        start(backend, SETTINGS);
        slot.insert(card);
        assertEquals("ROSSI", events.reading().data().surname());
    }

    @Test
    void theContactSlotGoesBeforeTheContactlessOne() throws Exception {
        ScriptedBackend backend = new ScriptedBackend(slot);
        backend.name("ACS Dual CL 00 00", "ACS Dual 00 01");
        slot.insert(VirtualCards.health(CardVectors.maria()));
        start(backend, SETTINGS);
        assertEquals("ACS Dual 00 01", events.reading().reader());
        assertNull(events.anythingWithin(Duration.ofMillis(200)), "the same card is not read twice");
    }

    @Test
    void theConfiguredReaderAlone() throws Exception {
        ScriptedBackend backend = new ScriptedBackend(slot);
        backend.name("Lettore A 00 00", "Lettore B 00 00");
        slot.insert(VirtualCards.health(CardVectors.maria()));
        start(backend, SETTINGS.withReader("Lettore B"));
        assertEquals("Lettore B 00 00", events.reading().reader());
        assertNull(events.anythingWithin(Duration.ofMillis(200)));
    }

    @Test
    void aReaderThatIsNotThereLeavesItToTheOthers() throws Exception {
        ScriptedBackend backend = new ScriptedBackend(slot);
        backend.name("Lettore A 00 00");
        slot.insert(VirtualCards.health(CardVectors.maria()));
        start(backend, SETTINGS.withReader("lettore b"));
        assertEquals("Lettore A 00 00", events.reading().reader());
    }

    @Test
    @Tag("Q55")
    void aCardHalfWayInIsToBePushedIn() throws Exception {
        ScriptedBackend backend = new ScriptedBackend(slot);
        backend.name("ACS Dual CLESS 00 00");
        start(backend, SETTINGS);
        assertFailure(VirtualCards.unknownCard(), CardError.PUSH_IN);
        assertFailure(VirtualCards.identityCard(), CardError.WRONG_CARD, "IDENTITY_CARD");
        slot.insert(VirtualCards.health(
                CardVectors.maria(), CardBehaviour.USUAL.withAtr("3B80800101").onlyInside("A00000009501004D")));
        assertEquals("ROSSI", events.reading().data().surname(), "a lot that is read without contact is read");
    }

    @Test
    void theCardOfAnOperatorIsNobodysHealthCard() throws Exception {
        start(slot, SETTINGS);
        String professional = "9120000000042007";
        slot.insert(VirtualCards.professionalCard(professional));
        assertBadge(professional);
        slot.insert(VirtualCards.healthWithText(professional, CardVectors.V2, CardBehaviour.USUAL));
        assertBadge(professional);
        assertFailure(VirtualCards.professionalCard("91200"), CardError.WRONG_CARD, "PROFESSIONAL_CARD");
    }

    private void assertBadge(String cardId) throws InterruptedException {
        events.next(CardEvent.Reading.class);
        CardEvent.Badge badge = events.next(CardEvent.Badge.class);
        assertEquals(cardId, badge.badge().cardId());
        assertEquals("OperatorBadge[***]", badge.badge().toString());
        slot.remove();
        events.next(CardEvent.Removed.class);
    }

    @Test
    @Tag("R-MUL-6")
    void anActivationGetsTheCardWithItsCertificate() throws Exception {
        start(slot, SETTINGS);
        VirtualCard card = VirtualCards.health(CardVectors.maria());
        slot.insert(card);
        CardReading reading = events.reading();
        CardActivation activation = reader.readForActivation().get(10, TimeUnit.SECONDS);
        assertEquals(reading.data(), activation.card());
        assertEquals(
                new CardCertificate(
                        "RSSMRA80A41H501Y",
                        CardVectors.V1_ID,
                        Instant.parse("2024-03-15T00:00:00Z"),
                        Instant.parse("2030-03-14T23:59:59Z"),
                        "Regione di prova - CA Cittadini"),
                activation.certificate());
        assertEquals(Set.of(), activation.warnings());
        assertEquals(Set.of(0xA4, 0xB0), card.instructions(), "no PIN, nothing written");
        slot.remove();
        events.next(CardEvent.Removed.class);
        ExecutionException gone = assertThrows(
                ExecutionException.class, () -> reader.readForActivation().get(10, TimeUnit.SECONDS));
        assertEquals(
                CardError.NO_CARD,
                assertInstanceOf(CardFault.class, gone.getCause()).error());
    }

    @Test
    @Tag("R-MUL-6")
    void whatIsOddAboutACertificate() throws Exception {
        start(slot, SETTINGS);
        assertCertificate(
                VirtualCards.withCertificateOf(CardVectors.luigi(), CardVectors.maria()),
                CardWarning.CERTIFICATE_MISMATCH);
        assertCertificate(
                VirtualCards.health(CardVectors.maria().expiring(LocalDate.of(2025, 5, 31))),
                CardWarning.CERTIFICATE_EXPIRED);
        assertCertificate(
                VirtualCards.healthWithText(CardVectors.V1_ID, CardVectors.V1, CardBehaviour.USUAL),
                CardWarning.CERTIFICATE_UNREADABLE);
    }

    private void assertCertificate(VirtualCard card, CardWarning warning) throws Exception {
        slot.insert(card);
        events.reading();
        CardActivation activation = reader.readForActivation().get(10, TimeUnit.SECONDS);
        assertEquals(Set.of(warning), activation.warnings());
        slot.remove();
        events.next(CardEvent.Removed.class);
    }

    @Test
    void aMuteCardEndsAnActivationToo() throws Exception {
        start(slot, SETTINGS);
        slot.insert(VirtualCards.health(CardVectors.maria(), CardBehaviour.USUAL.with(new CardTrouble.MuteAfter(6))));
        events.reading();
        ExecutionException late = assertThrows(
                ExecutionException.class, () -> reader.readForActivation().get(10, TimeUnit.SECONDS));
        assertEquals(
                CardError.TIMEOUT,
                assertInstanceOf(CardFault.class, late.getCause()).error());
    }

    @Test
    void aServiceThatComesBack() throws Exception {
        ScriptedBackend backend = new ScriptedBackend(slot);
        backend.down(true);
        start(backend, SETTINGS);
        await(DeviceState.DISCONNECTED, CardError.NO_SERVICE);
        backend.down(false);
        slot.insert(VirtualCards.health(CardVectors.maria()));
        events.reading();
        assertTrue(backend.rebuilds() > 0);
        assertEquals(DeviceState.READY, reader.status().state());
        backend.down(true);
        events.next(CardEvent.Removed.class);
    }

    @Test
    void aRuntimeThatCannotRenewItsContextAsksForARestart() throws Exception {
        ScriptedBackend backend = new ScriptedBackend(slot);
        backend.down(true);
        backend.stale(true);
        start(backend, SETTINGS);
        await(DeviceState.FAULT, CardError.RESTART_NEEDED);
        Thread.sleep(100);
        assertEquals(DeviceState.FAULT, reader.status().state());
        backend.down(false);
        slot.insert(VirtualCards.health(CardVectors.maria()));
        events.reading();
        assertEquals(DeviceState.READY, reader.status().state());
    }

    @Test
    void aReaderThatIsSwitchedOffDoesNothing() throws Exception {
        ScriptedBackend backend = new ScriptedBackend(slot);
        start(backend, SETTINGS.enabled(false));
        slot.insert(VirtualCards.health(CardVectors.maria()));
        assertNull(events.anythingWithin(Duration.ofMillis(150)));
        assertEquals(DeviceState.DISABLED, reader.status().state());
    }

    @Test
    void aThreadThatMustNotWaitIsRefused() {
        ThreadGuard window = () -> {
            throw new IllegalStateException("the window's thread");
        };
        CardBackend pcsc = CardReaders.pcsc(CardReaderSettings.Pcsc.MACHINE, window);
        assertThrows(IllegalStateException.class, pcsc::slots);
        assertThrows(IllegalStateException.class, () -> pcsc.waitForChange(Duration.ofMillis(1)));
    }

    private void assertFailure(VirtualCard card, CardError error, String... details) throws Exception {
        slot.insert(card);
        assertEquals(new CardEvent.Failed(error, List.of(details)), events.failure());
        slot.remove();
        events.next(CardEvent.Removed.class);
        assertEquals(0, card.pinsTried());
    }

    private void await(DeviceState state, CardError error) throws InterruptedException {
        for (int turn = 0; turn < 200 && !reader.status().code().equals(error.code()); turn++) {
            Thread.sleep(10);
        }
        assertEquals(error.code(), reader.status().code());
        assertEquals(state, reader.status().state());
    }

    /** The slot in this process under other names, with failures on demand. */
    private static final class ScriptedBackend implements CardBackend {
        private final InProcessCardBackend inner;
        private final AtomicInteger rebuilds = new AtomicInteger();
        private volatile List<String> names = List.of("Virtual slot");
        private volatile boolean down;
        private volatile boolean stale;
        private volatile CardError failure = CardError.BUSY;
        private final AtomicInteger failures = new AtomicInteger();
        private volatile VirtualCard toReset;

        ScriptedBackend(InProcessCardBackend inner) {
            this.inner = inner;
        }

        void name(String... slotNames) {
            names = List.of(slotNames);
        }

        void down(boolean now) {
            down = now;
        }

        void stale(boolean now) {
            stale = now;
        }

        void failFirst(CardError error, int times) {
            failure = error;
            failures.set(times);
        }

        void resetBeforeFirstRead(VirtualCard card) {
            toReset = card;
        }

        int rebuilds() {
            return rebuilds.get();
        }

        @Override
        public List<CardSlot> slots() {
            if (down) {
                throw new CardFault(CardError.NO_SERVICE);
            }
            CardSlot slot = inner.slots().get(0);
            return names.stream()
                    .<CardSlot>map(name -> new NamedSlot(name, slot))
                    .toList();
        }

        @Override
        public boolean waitForChange(Duration atMost) {
            return inner.waitForChange(atMost);
        }

        @Override
        public void rebuild() {
            rebuilds.incrementAndGet();
            if (stale) {
                throw new CardFault(CardError.RESTART_NEEDED);
            }
        }

        private final class NamedSlot implements CardSlot {
            private final String name;
            private final CardSlot slot;

            NamedSlot(String name, CardSlot slot) {
                this.name = name;
                this.slot = slot;
            }

            @Override
            public String name() {
                return name;
            }

            @Override
            public boolean isCardPresent() {
                return slot.isCardPresent();
            }

            @Override
            public CardConnection connect() {
                if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                    throw new CardFault(failure);
                }
                return new ResettingConnection(slot.connect());
            }
        }

        private final class ResettingConnection implements CardConnection {
            private final CardConnection connection;

            ResettingConnection(CardConnection connection) {
                this.connection = connection;
            }

            @Override
            public byte[] atr() {
                return connection.atr();
            }

            @Override
            public byte[] transmit(byte[] command) {
                VirtualCard card = toReset;
                if (card != null && command[1] == (byte) 0xB0) {
                    card.reset();
                    toReset = null;
                }
                return connection.transmit(command);
            }

            @Override
            public void close() {
                connection.close();
            }
        }
    }
}
