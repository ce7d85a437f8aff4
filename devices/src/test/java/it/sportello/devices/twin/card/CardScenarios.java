package it.sportello.devices.twin.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.devices.DeviceState;
import it.sportello.devices.card.CardBackend;
import it.sportello.devices.card.CardData;
import it.sportello.devices.card.CardError;
import it.sportello.devices.card.CardEvent;
import it.sportello.devices.card.CardEvents;
import it.sportello.devices.card.CardReader;
import it.sportello.devices.card.CardReaderSettings;
import it.sportello.devices.card.CardReaders;
import it.sportello.devices.card.CardReading;
import it.sportello.devices.card.CardType;
import it.sportello.devices.card.CardVectors;
import it.sportello.devices.card.CardWarning;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What may happen between a card and its reader, the same for every way a card is reached. After each scenario no card was
 * given any command but SELECT and READ BINARY: never VERIFY, never any other.
 */
@Tag("Q54")
@Timeout(60)
abstract class CardScenarios {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2025-06-01T08:00:00Z"), ZoneId.of("Europe/Rome"));
    static final CardReaderSettings.Timing QUICK = new CardReaderSettings.Timing(
            Duration.ofMillis(300),
            Duration.ofMillis(50),
            Duration.ofSeconds(3),
            Duration.ofMillis(200),
            List.of(Duration.ofMillis(200)),
            Duration.ofMillis(100));
    private static final Set<Integer> SELECT_AND_READ = Set.of(0xA4, 0xB0);

    final CardEvents events = new CardEvents();
    private final List<VirtualCard> cards = new ArrayList<>();
    CardReader reader;

    /** The way to the slot, a new one each time. */
    abstract CardBackend backend();

    /** Puts a card into the slot. */
    abstract void put(VirtualCard card) throws InterruptedException;

    /** Takes it out. */
    abstract void pull();

    /** Waits until whoever holds the slot has seen the card go. */
    void awaitEmptySlot() throws InterruptedException {}

    @BeforeEach
    void startReader() throws Exception {
        start(QUICK);
    }

    void start(CardReaderSettings.Timing timing) throws Exception {
        CardReaderSettings settings =
                CardReaderSettings.usual("lettore").withReader("Virtual").withTiming(timing);
        reader = CardReaders.reader(settings, backend(), CLOCK);
        reader.addCardListener(events);
        reader.start();
    }

    @AfterEach
    void onlyFilesWereReadAndNoPinWasTried() throws Exception {
        reader.close();
        pull();
        awaitEmptySlot();
        for (VirtualCard card : cards) {
            assertEquals(0, card.pinsTried());
            assertTrue(SELECT_AND_READ.containsAll(card.instructions()), () -> "commands " + card.instructions());
        }
    }

    final void insert(VirtualCard card) throws InterruptedException {
        cards.add(card);
        put(card);
    }

    final void takeOut() throws InterruptedException {
        pull();
        events.next(CardEvent.Removed.class);
    }

    final void insert(CardTrouble trouble) throws InterruptedException {
        insert(VirtualCards.health(CardVectors.maria(), CardBehaviour.USUAL.with(trouble)));
    }

    final void assertFailure(VirtualCard card, CardError error, String... details) throws InterruptedException {
        insert(card);
        assertEquals(new CardEvent.Failed(error, List.of(details)), events.failure());
        takeOut();
    }

    final void assertReadsLuigi() throws InterruptedException {
        insert(VirtualCards.health(CardVectors.luigi()));
        assertIs(CardVectors.V2_ID, "VERDI", events.reading().data());
        takeOut();
    }

    private static void assertIs(String cardId, String surname, CardData data) {
        assertEquals(List.of(surname, cardId), List.of(data.surname(), data.cardId()));
    }

    @Test
    void insertedAndRemovedWhileIdle() throws Exception {
        insert(VirtualCards.health(CardVectors.maria()));
        CardReading first = events.reading();
        assertEquals("RSSMRA80A41H501Y", first.data().codiceFiscale().value());
        assertEquals(DeviceState.READY, reader.status().state());
        assertNull(events.anythingWithin(Duration.ofMillis(900)), "one reading for one insertion");
        takeOut();
        insert(VirtualCards.health(CardVectors.maria()));
        assertEquals(first.data(), events.reading().data());
    }

    @Test
    void aQuickSwapNeverMixesTwoPeople() throws Exception {
        for (int round = 0; round < 3; round++) {
            insert(VirtualCards.health(CardVectors.maria()));
            assertIs(CardVectors.V1_ID, "ROSSI", events.reading().data());
            pull();
            TimeUnit.MILLISECONDS.sleep(100);
            insert(VirtualCards.health(CardVectors.luigi()));
            events.next(CardEvent.Removed.class);
            assertIs(CardVectors.V2_ID, "VERDI", events.reading().data());
            takeOut();
        }
    }

    @Test
    void pulledOutAtEveryCommandThenReadWell() throws Exception {
        for (int commands = 0; commands < 4; commands++) {
            insert(new CardTrouble.PulledAfter(commands));
            assertEquals(CardError.REMOVED, events.failure().error());
            events.next(CardEvent.Removed.class);
        }
        assertReadsLuigi();
    }

    @Test
    void aCardAsSlowAsARealOne() throws Exception {
        insert(new CardTrouble.Slow(Duration.ofMillis(22), Duration.ofMillis(100)));
        assertEquals("MARIA", events.reading().data().names());
        takeOut();
    }

    @Test
    void aCardThatTricklesItsBytes() throws Exception {
        insert(new CardTrouble.Trickle(Duration.ofMillis(3)));
        assertIs(CardVectors.V1_ID, "ROSSI", events.reading().data());
        takeOut();
        assertReadsLuigi();
    }

    @Test
    void aStuckCardIsGivenUpAndTheNextOneIsRead() throws Exception {
        for (int commands = 0; commands < 4; commands++) {
            insert(new CardTrouble.MuteAfter(commands));
            assertEquals(CardError.TIMEOUT, events.failure().error());
            takeOut();
        }
        assertReadsLuigi();
    }

    /** Half an answer keeps the daemon itself waiting, until the card is pulled out. */
    @Test
    void aCardThatStopsInTheMiddleOfAnAnswer() throws Exception {
        for (int commands : List.of(0, 1, 3)) {
            insert(new CardTrouble.PartialAfter(commands));
            assertEquals(CardError.TIMEOUT, events.failure().error());
            takeOut();
        }
        assertReadsLuigi();
    }

    @Test
    void garbageIsNeverTakenForAPerson() throws Exception {
        for (int seed = 0; seed < 6; seed++) {
            insert(new CardTrouble.GarbageAfter(seed % 4, 1000L * seed));
            events.next(CardEvent.Reading.class);
            CardEvent end = events.next(CardEvent.class);
            if (end instanceof CardEvent.Inserted inserted) {
                // Noise after the personal data were read costs the card's number only.
                assertEquals(CardVectors.maria().holder().taxCode(), code(inserted));
                assertTrue(inserted.reading().data().warnings().contains(CardWarning.CARD_ID_UNREADABLE));
            }
            takeOut();
        }
        assertReadsLuigi();
    }

    /** Every answer after it comes one command late: the data are the card's own or there are none. */
    @Test
    void anAnswerSaidTwiceNeverMixesData() throws Exception {
        for (int commands = 0; commands < 4; commands++) {
            insert(new CardTrouble.TwiceAfter(commands));
            events.next(CardEvent.Reading.class);
            CardEvent end = events.next(CardEvent.class);
            if (end instanceof CardEvent.Inserted inserted) {
                assertEquals(CardVectors.maria().holder().taxCode(), code(inserted));
                String cardId = inserted.reading().data().cardId();
                assertTrue(cardId.isEmpty() || cardId.equals(CardVectors.V1_ID));
            }
            takeOut();
        }
        assertReadsLuigi();
    }

    private static String code(CardEvent.Inserted inserted) {
        return inserted.reading().data().codiceFiscale().value();
    }

    @Test
    void aCardThatForgetsWhereItWas() throws Exception {
        for (int commands = 0; commands < 4; commands++) {
            insert(new CardTrouble.ResetAfter(commands));
            assertIs(CardVectors.V1_ID, "ROSSI", events.reading().data());
            takeOut();
        }
    }

    @Test
    @Tag("Q55")
    void cardsOfAnotherKindAndWhatSupportLearnsOfThem() throws Exception {
        assertFailure(VirtualCards.identityCard(), CardError.WRONG_CARD, "IDENTITY_CARD");
        assertEquals(CardType.IDENTITY_CARD, reader.lastStranger().orElseThrow().type());
        assertFailure(VirtualCards.bankCard(), CardError.WRONG_CARD, "BANK_CARD");
        assertFailure(VirtualCards.unknownCard(), CardError.NOT_TSCNS);
        assertEquals(
                "3B8F800180318065B0850300EF120FFF82900073",
                reader.lastStranger().orElseThrow().atr());
        assertReadsLuigi();
        assertTrue(reader.lastStranger().isEmpty(), "nothing is kept of a card that was read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A000000530000B104001021A", "A00000009501004D"})
    @Tag("Q55")
    void newerLotsWantTheirApplicationFirst(String application) throws Exception {
        insert(VirtualCards.health(CardVectors.giovanna(), CardBehaviour.USUAL.onlyInside(application)));
        CardData data = events.reading().data();
        assertIs(CardVectors.V4_ID, "BIANCHI", data);
        assertEquals("VIA GIUSEPPE GARIBALDI 12 INT 3", data.address());
        takeOut();
    }

    @Test
    void cardsThatAreStrictAboutLengths() throws Exception {
        insert(VirtualCards.health(CardVectors.giovanna(), CardBehaviour.USUAL.strictAboutLength()));
        assertIs(CardVectors.V4_ID, "BIANCHI", events.reading().data());
        takeOut();
    }

    @Test
    void blankCards() throws Exception {
        assertFailure(VirtualCards.blank((byte) 0x00), CardError.BLANK, "0");
        assertFailure(VirtualCards.blank((byte) 0xFF), CardError.BLANK, "0");
        assertReadsLuigi();
    }

    @Test
    void aHeaderThatLeavesItselfOut() throws Exception {
        insert(VirtualCards.healthWithText(CardVectors.V2_ID, CardVectors.V7, CardBehaviour.USUAL));
        CardData data = events.reading().data();
        assertIs(CardVectors.V2_ID, "VERDI", data);
        assertEquals(Set.of(CardWarning.HEADER_EXCLUSIVE), data.warnings());
        takeOut();
    }

    @Test
    void corruptedAndTruncatedData() throws Exception {
        assertFailure(text(CardVectors.V1.replace("H501Y", "H501Z")), CardError.FORMAT, "9");
        assertFailure(text(CardVectors.V1.replace("05ROSSI", "FFROSSI")), CardError.FORMAT, "4");
        assertFailure(text(CardVectors.V1.replaceFirst("^000065", "000000")), CardError.FORMAT, "0");
        assertFailure(text(CardVectors.V1.replaceFirst("^000065", "00FFFF")), CardError.FORMAT, "0");
        assertReadsLuigi();
    }

    private static VirtualCard text(String personalData) {
        return VirtualCards.healthWithText(CardVectors.V1_ID, personalData, CardBehaviour.USUAL);
    }

    @Test
    void anExpiredCardIsReadWithAWarning() throws Exception {
        insert(VirtualCards.health(CardVectors.maria().expiring(LocalDate.of(2025, 5, 31))));
        assertEquals(Set.of(CardWarning.EXPIRED), events.reading().data().warnings());
        takeOut();
        insert(VirtualCards.health(CardVectors.maria().expiring(LocalDate.of(2025, 6, 1))));
        assertFalse(events.reading().data().warnings().contains(CardWarning.EXPIRED), "its last day counts");
        takeOut();
    }

    @Test
    void garbageInsteadOfAnAnswerToReset() throws Exception {
        insert(VirtualCards.health(CardVectors.maria(), CardBehaviour.USUAL.withAtr("00112233")));
        assertEquals(CardError.MUTE, events.failure().error());
        takeOut();
        assertReadsLuigi();
    }

    /** No card of the public list speaks T=0; one that does is read by the same commands. */
    @Test
    void aCardOfTheOlderProtocol() throws Exception {
        insert(VirtualCards.health(
                CardVectors.maria(), CardBehaviour.USUAL.withAtr("3B6F0000006B05052000012101434E53103180")));
        assertIs(CardVectors.V1_ID, "ROSSI", events.reading().data());
        takeOut();
    }
}
