package it.sportello.quality.day.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.quality.day.story.Served;
import it.sportello.quality.day.story.TillBalance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A proof that cannot fail proves nothing: each one is shown green once and red for every number changed. */
class ProofsTest {
    private static final Instant AT = Instant.parse("2026-11-23T08:00:00Z");
    private static final String SERIES = "SSN|RECEIPT|T04|A|2026";

    private List<TillBalance> reckoned = List.of(new TillBalance("T04", "SP04", 13_615, 3_615, 1_790, 500));
    private List<DeskFacts.Line> deskLines = lines(3_615);
    private List<DeskFacts.Line> serverLines = lines(3_615);
    private List<ServerFacts.Document> documents =
            List.of(document(1, "SR-T04A/2026/000001"), document(2, "SR-T04A/2026/000002"));
    private Map<String, Integer> lastNumbers = Map.of("SR-T04A/2026", 2);
    private Map<String, DeskFacts.Head> deskHeads = Map.of("till:T04", new DeskFacts.Head(9, "ab"));
    private Map<String, DeskFacts.Head> serverHeads = Map.of("till:T04", new DeskFacts.Head(9, "ab"));
    private List<PaperFacts.Receipt> papers = List.of(
            new PaperFacts.Receipt("SR-T04A/2026/000001", false), new PaperFacts.Receipt("SR-T04A/2026/000002", true));
    private List<ServerFacts.View> views = List.of(new ServerFacts.View("SP04", "P1", AT));
    private List<String> secondPrints = List.of("original UNCERTAIN", "copy PRINTED");
    private long tendered = 3_615;
    private long byCard = 1_790;
    private long difference = -500;
    private long overCapacity;
    private int pending;
    private List<String> tasks = List.of();
    private int people = 25;

    private static List<DeskFacts.Line> lines(long collected) {
        return List.of(
                new DeskFacts.Line(1, "FLOAT_OPENING", 10_000, 10_000),
                new DeskFacts.Line(2, "COLLECTION", collected, 10_000 + collected),
                new DeskFacts.Line(3, "CLOSING_DIFFERENCE", -500, 9_500 + collected),
                new DeskFacts.Line(4, "DEPOSIT", -collected, 9_500),
                new DeskFacts.Line(5, "FLOAT_CARRIED", -9_500, 0));
    }

    private static ServerFacts.Document document(int progressive, String number) {
        return new ServerFacts.Document("T04", SERIES, progressive, number, 1_800);
    }

    private Proofs proofs() {
        DeskFacts desk = new DeskFacts(
                "SP04",
                deskLines,
                lastNumbers,
                deskHeads,
                Map.of("SR-T04A/2026/000001", List.of("original PRINTED"), "SR-T04A/2026/000002", secondPrints),
                pending,
                tasks,
                List.of());
        ServerFacts server = new ServerFacts(
                Map.of("T04", serverLines),
                documents,
                Map.of("T04", tendered),
                Map.of("T04", byCard),
                Map.of("T04", difference),
                serverHeads,
                overCapacity,
                3,
                views);
        return new Proofs(new Evidence(
                reckoned,
                List.of(new Served.Shown("SP04", "P1", AT.plusSeconds(1))),
                people,
                List.of(desk),
                server,
                papers));
    }

    @Test
    void aGoodDayIsProved() {
        proofs().all().forEach(verdict -> assertTrue(verdict.holds(), verdict.what() + ": " + verdict.detail()));
        assertEquals(9, proofs().all().size());
    }

    @Test
    void oneCentLessOnTheServerIsSeen() {
        serverLines = lines(3_614);
        assertFalse(proofs().booksAgree().holds());
    }

    @Test
    void aRunningTotalThatDoesNotAddUpIsSeen() {
        List<DeskFacts.Line> wrong = new ArrayList<>(lines(3_615));
        wrong.set(1, new DeskFacts.Line(2, "COLLECTION", 3_615, 13_616));
        deskLines = List.copyOf(wrong);
        serverLines = deskLines;
        assertFalse(proofs().booksAgree().holds());
    }

    @Test
    void aBookThatTheDayReckonedOtherwiseIsSeen() {
        reckoned = List.of(new TillBalance("T04", "SP04", 13_620, 3_615, 1_790, 500));
        assertFalse(proofs().tillBalances().holds());
        reckoned = List.of(new TillBalance("T04", "SP04", 13_615, 3_615, 1_790, 0));
        assertFalse(proofs().tillBalances().holds());
        reckoned = List.of(new TillBalance("T04", "SP04", 13_615, 3_615, 1_790, 500));
        tendered = 3_610;
        assertFalse(proofs().tillBalances().holds());
        tendered = 3_615;
        byCard = 0;
        assertFalse(proofs().tillBalances().holds());
        byCard = 1_790;
        difference = 0;
        assertFalse(proofs().tillBalances().holds());
    }

    @Test
    void aHoleInTheNumbersIsSeen() {
        documents = List.of(document(1, "SR-T04A/2026/000001"), document(3, "SR-T04A/2026/000003"));
        assertFalse(proofs().numbersGapless().holds());
    }

    @Test
    void aNumberOfTheDeskThatTheServerLacksIsSeen() {
        lastNumbers = Map.of("SR-T04A/2026", 3);
        assertFalse(proofs().numbersGapless().holds());
    }

    @Test
    void aReceiptPrintedTwiceOrNeverIsSeen() {
        papers = List.of(
                new PaperFacts.Receipt("SR-T04A/2026/000001", false),
                new PaperFacts.Receipt("SR-T04A/2026/000002", false),
                new PaperFacts.Receipt("SR-T04A/2026/000002", false));
        assertFalse(proofs().paperOnce().holds());
        papers = List.of(new PaperFacts.Receipt("SR-T04A/2026/000001", false));
        assertFalse(proofs().paperOnce().holds());
    }

    @Test
    void aPrintThatTheDeskBelievesMissingIsSeen() {
        secondPrints = List.of("original UNCERTAIN");
        assertFalse(proofs().paperOnce().holds());
    }

    @Test
    void anotherEndOfAChainIsSeen() {
        serverHeads = Map.of("till:T04", new DeskFacts.Head(8, "ab"));
        assertFalse(proofs().chainsIntact().holds());
        serverHeads = Map.of("till:T04", new DeskFacts.Head(9, "cd"));
        assertFalse(proofs().chainsIntact().holds());
        deskHeads = Map.of();
        assertFalse(proofs().chainsIntact().holds());
    }

    @Test
    void aPlaceOverItsRoomIsSeen() {
        overCapacity = 1;
        assertFalse(proofs().capacity().holds());
    }

    @Test
    void aViewThatIsMissingOrLateIsSeen() {
        views = List.of();
        assertFalse(proofs().viewsLogged().holds());
        views = List.of(new ServerFacts.View("SP04", "P1", AT.plusSeconds(2)));
        assertFalse(proofs().viewsLogged().holds());
        views = List.of(new ServerFacts.View("SP05", "P1", AT));
        assertFalse(proofs().viewsLogged().holds());
    }

    @Test
    void somethingLeftToSendOrToDecideIsSeen() {
        pending = 1;
        assertFalse(proofs().outboxEmpty().holds());
        pending = 0;
        tasks = List.of("till.closed FLAGGED");
        assertFalse(proofs().outboxEmpty().holds());
    }

    @Test
    void aDayWithTooFewPeopleIsSeen() {
        people = 24;
        assertFalse(proofs().people().holds());
    }
}
