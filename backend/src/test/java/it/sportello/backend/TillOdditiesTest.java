package it.sportello.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.api.Documents;
import it.sportello.api.Tills;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each thing that may be odd about a fact of the till has a flag of its own, and the fact is stored all the same. */
@Tag("R-TIL-4")
class TillOdditiesTest {
    private final TestServer server = TestServer.shared();
    private final World world = server.world;

    private Reply send(TestDesk desk, String type, Object payload, long cash) {
        return desk.send(desk.ready(type, "till:" + desk.till(), payload, cash));
    }

    private TestDesk opened() {
        TestDesk desk = TestDesk.with("CASHIER");
        assertEquals(201, desk.send(desk.opening(10_000)).status());
        return desk;
    }

    private String due(String person, long cents) {
        return world.due(person, "SPECIALIST_COPAYMENT", cents, null, null);
    }

    /** A collection of 1000 cents with a document of one's own making. */
    private Tills.Collected collected(TestDesk desk, String person, Tills.Document document) {
        return new Tills.Collected(
                desk.tillSession,
                person,
                List.of(),
                List.of(document),
                List.of(new Tills.TenderLine("CASH", document.totalCents())),
                document.totalCents(),
                0,
                document.totalCents(),
                0,
                false,
                List.of(desk.entry(
                        "COLLECTION",
                        document.totalCents(),
                        desk.total() + document.totalCents(),
                        Optional.of(document.number()))));
    }

    private Tills.Document document(TestDesk desk, long progressive, LocalDate issued, long stamp, long total) {
        return new Tills.Document(
                desk.number(progressive),
                "SSN",
                "RECEIPT",
                "A",
                2026,
                progressive,
                issued,
                List.of(new Tills.DocumentLine("Ticket", "D", 1_000)),
                stamp,
                total);
    }

    @Test
    void aDocumentWhoseLinesDoNotAddUp() {
        TestDesk desk = opened();
        Tills.Document wrong = document(desk, 1, world.today(), 200, 1_000);
        assertEquals(
                List.of("DOCUMENT_TOTAL"),
                send(desk, "till.collected", collected(desk, "P", wrong), 1_000).flags());
        Tills.Document right = document(desk, 2, world.today(), 200, 1_200);
        assertEquals(
                201,
                send(desk, "till.collected", collected(desk, "P", right), 1_200).status());
    }

    @Test
    void aDocumentDatedBeforeTheOneBeforeIt() {
        TestDesk desk = opened();
        LocalDate today = world.today();
        assertEquals(
                201,
                send(desk, "till.collected", collected(desk, "P", document(desk, 1, today, 0, 1_000)), 1_000)
                        .status());
        Reply back = send(
                desk, "till.collected", collected(desk, "P", document(desk, 2, today.minusDays(1), 0, 1_000)), 1_000);
        assertEquals(List.of("SERIES_DATE_BACKWARDS"), back.flags());
    }

    @Test
    void aNumberUsedTwiceAndANumberLeftOut() {
        TestDesk desk = opened();
        Tills.Document first = document(desk, 1, world.today(), 0, 1_000);
        assertEquals(
                201,
                send(desk, "till.collected", collected(desk, "P", first), 1_000).status());
        Reply twice = send(desk, "till.collected", collected(desk, "P", first), 1_000);
        assertEquals(List.of("NUMBER_REPEATED"), twice.flags());
        Tills.Document gap = document(desk, 4, world.today(), 0, 1_000);
        assertEquals(
                List.of("SERIES_GAP"),
                send(desk, "till.collected", collected(desk, "P", gap), 1_000).flags());
        assertEquals(
                2, world.value(Integer.class, "select count(*) from fiscal_document where till_id = ?", desk.till()));
        assertEquals(
                13_000,
                world.value(Integer.class, "select sum(cash_cents) from ledger_entry where till_id = ?", desk.till()),
                "the money of each was taken");
    }

    /** Columns: the printed number with T for the till's, and regime, kind, epoch, year as they stand in the record. */
    @ParameterizedTest
    @CsvSource({
        "'',            SSN,              RECEIPT, A, 2026",
        "'garbage',     SSN,              RECEIPT, A, 2026",
        "'SR-T0A/2026/000001', SSN,       RECEIPT, A, 2026",
        "'SR-{T}B/2026/000001', SSN,      RECEIPT, A, 2026",
        "'SR-{T}A/2025/000001', SSN,      RECEIPT, A, 2026",
        "'SR-{T}A/2026/000002', SSN,      RECEIPT, A, 2026",
        "'SR-{T}A/2026/000001', PRIVATE_PRACTICE, RECEIPT, A, 2026",
        "'SR-{T}A/2026/000001', SSN,      INVOICE, A, 2026",
        "'SR-{T}B/2026/000001', SSN,      RECEIPT, B, 2026",
    })
    void aNumberThatIsNotOfTheSeries(String number, String regime, String kind, String epoch, int year) {
        TestDesk desk = opened();
        Tills.Document document = new Tills.Document(
                number.replace("{T}", desk.till()) + (number.isEmpty() ? desk.till() : ""),
                regime,
                kind,
                epoch,
                year,
                1,
                world.today(),
                List.of(new Tills.DocumentLine("Ticket", "D", 1_000)),
                0,
                1_000);
        Reply reply = send(desk, "till.collected", collected(desk, "P", document), 1_000);
        assertEquals(202, reply.status(), () -> reply.body().toString());
        assertTrue(
                reply.flags().contains("NUMBER_OF_OTHER_SERIES"),
                () -> reply.flags().toString());
    }

    @Test
    void aNumberBelowOneIsMalformed() {
        TestDesk desk = opened();
        Tills.Document document = document(desk, 0, world.today(), 0, 1_000);
        assertEquals(
                "MALFORMED",
                send(desk, "till.collected", collected(desk, "P", document), 1_000)
                        .code());
    }

    @Test
    void totalsThatDoNotMeet() {
        TestDesk desk = opened();
        String person = world.person();
        Tills.Document document = document(desk, 1, world.today(), 0, 1_000);
        Tills.Collected tooLittle = new Tills.Collected(
                desk.tillSession,
                person,
                List.of(),
                List.of(document),
                List.of(new Tills.TenderLine("CASH", 900), new Tills.TenderLine("CARD", 50)),
                1_000,
                0,
                900,
                0,
                false,
                List.of(desk.entry("COLLECTION", 900, desk.total() + 900, Optional.of(document.number()))));
        assertEquals(
                List.of("CARD_NOT_PROVED", "TOTALS_DIFFER"),
                send(desk, "till.collected", tooLittle, 900).flags());
        assertEquals(
                List.of("CASH", "CARD"),
                world.texts(
                        "select t.kind from tender t join operation o on o.id = t.operation_id where o.lane = ? order by position",
                        "till:" + desk.till()));
    }

    @Test
    void aRoundingIsPartOfWhatIsPayable() {
        TestDesk desk = opened();
        Tills.Document document = document(desk, 1, world.today(), 0, 1_000);
        Tills.Collected rounded = new Tills.Collected(
                desk.tillSession,
                "P",
                List.of(),
                List.of(document),
                List.of(new Tills.TenderLine("CASH", 1_002)),
                1_002,
                2,
                1_002,
                0,
                false,
                List.of(desk.entry("COLLECTION", 1_002, desk.total() + 1_002, Optional.of(document.number()))));
        assertEquals(201, send(desk, "till.collected", rounded, 1_002).status());
    }

    @Test
    void aDueThatIsCancelledOfAnotherPersonOrTwiceInOneBasket() {
        TestDesk desk = opened();
        String person = world.person();
        String cancelled = due(person, 500);
        world.run("update due set state = 'CANCELLED' where id = ?", cancelled);
        assertEquals(
                List.of("DUE_CANCELLED"),
                desk.send(desk.collection(person, cancelled, 500, 1)).flags());
        assertEquals("PAID", world.value(String.class, "select state from due where id = ?", cancelled));
        String others = due(world.person(), 600);
        assertEquals(
                List.of("DUE_OF_OTHER_PERSON"),
                desk.send(desk.collection(person, others, 600, 1)).flags());
        String twice = due(person, 700);
        Tills.DueSettled settled = new Tills.DueSettled(twice, 700, 1);
        Tills.Document document = new Tills.Document(
                desk.number(3),
                "SSN",
                "RECEIPT",
                "A",
                2026,
                3,
                world.today(),
                List.of(new Tills.DocumentLine("Ticket", twice, 700), new Tills.DocumentLine("Ticket", twice, 700)),
                0,
                1_400);
        Tills.Collected basket = new Tills.Collected(
                desk.tillSession,
                person,
                List.of(settled, settled),
                List.of(document),
                List.of(new Tills.TenderLine("CASH", 1_400)),
                1_400,
                0,
                1_400,
                0,
                false,
                List.of(desk.entry("COLLECTION", 1_400, desk.total() + 1_400, Optional.of(document.number()))));
        assertEquals(
                List.of("DUE_ALREADY_PAID", "DUE_TWICE_IN_BASKET"),
                send(desk, "till.collected", basket, 1_400).flags());
    }

    @Test
    void aLineOfTheLedgerOutOfPlace() {
        TestDesk desk = opened();
        List<Tills.Entry> ahead =
                List.of(new Tills.Entry(9, "COLLECTION", 100, desk.total() + 100, Optional.empty(), desk.now()));
        Tills.Annulled first = new Tills.Annulled(desk.tillSession, "SR-none", "x", Optional.empty(), ahead);
        assertEquals(
                List.of("DOCUMENT_UNKNOWN", "ENTRY_SEQUENCE"),
                send(desk, "till.annulled", first, 100).flags());
        List<Tills.Entry> again =
                List.of(new Tills.Entry(9, "COLLECTION", 100, desk.total() + 50, Optional.empty(), desk.now()));
        Tills.Annulled second = new Tills.Annulled(desk.tillSession, "SR-none", "x", Optional.empty(), again);
        assertEquals(
                List.of("DOCUMENT_UNKNOWN", "ENTRY_REPEATED", "ENTRY_SEQUENCE", "RUNNING_TOTAL"),
                send(desk, "till.annulled", second, 100).flags());
        Tills.Annulled unknown = new Tills.Annulled(
                desk.tillSession,
                "SR-none",
                "x",
                Optional.empty(),
                List.of(new Tills.Entry(10, "GIFT", 1, desk.total() + 1, Optional.empty(), desk.now())));
        assertEquals("MALFORMED", send(desk, "till.annulled", unknown, 1).code());
    }

    @Test
    void anOpeningThatDoesNotFitItsTill() {
        TestDesk desk = TestDesk.with("CASHIER");
        Tills.Opened odd = new Tills.Opened(
                desk.tillSession,
                "T999",
                "Q",
                world.today(),
                Map.of(500, 2),
                1_000,
                999,
                Optional.of("manca"),
                List.of(desk.entry("FLOAT_OPENING", 999, 999, Optional.empty())));
        assertEquals(
                List.of("COUNT_DIFFERS", "TILL_OR_EPOCH_DIFFERS"),
                send(desk, "till.opened", odd, 999).flags());
        Tills.Opened same = new Tills.Opened(
                desk.tillSession, desk.till(), "A", world.today(), Map.of(), 0, 0, Optional.empty(), List.of());
        assertEquals(
                List.of("SESSION_ALREADY_OPEN", "SESSION_REPEATED"),
                send(desk, "till.opened", same, 0).flags());
        assertEquals(1, world.value(Integer.class, "select count(*) from till_session where till_id = ?", desk.till()));
    }

    private Tills.Closed closed(UUID session, long expected, long counted, long left, long deposit) {
        return new Tills.Closed(
                session,
                world.today(),
                Map.of(1, (int) counted),
                1,
                expected,
                counted,
                counted - expected,
                left,
                deposit,
                List.of(),
                List.of());
    }

    @Test
    void aClosingWhoseCountOrBalanceDoesNotFit() {
        TestDesk desk = opened();
        Reply deposit = send(desk, "till.closed", closed(desk.tillSession, 10_000, 10_000, 0, 9_999), 0);
        assertEquals(List.of("COUNT_DIFFERS"), deposit.flags());
        TestDesk other = opened();
        Reply expected = send(other, "till.closed", closed(other.tillSession, 9_000, 10_000, 0, 10_000), 0);
        assertEquals(List.of("BALANCE_DIFFERS"), expected.flags());
        Reply again = send(other, "till.closed", closed(other.tillSession, 10_000, 10_000, 0, 10_000), 0);
        assertEquals(List.of("SESSION_NOT_OPEN"), again.flags());
        Reply foreign = send(other, "till.closed", closed(desk.tillSession, 10_000, 10_000, 0, 10_000), 0);
        assertEquals(List.of("SESSION_NOT_OPEN"), foreign.flags());
        assertEquals(
                1_000,
                world.value(
                        Integer.class, "select difference_cents from till_session where id = ?", other.tillSession));
    }

    @Test
    void aClosingThatNamesASeriesTheServerDoesNotHave() {
        TestDesk desk = opened();
        Tills.Closed closed = new Tills.Closed(
                desk.tillSession,
                world.today(),
                Map.of(10_000, 1),
                0,
                10_000,
                10_000,
                0,
                10_000,
                0,
                List.of(new Tills.SeriesHead("SSN", "RECEIPT", "A", 2026, 7)),
                List.of());
        assertEquals(
                List.of("SERIES_HEADS_DIFFER"),
                send(desk, "till.closed", closed, 0).flags());
    }

    @Test
    void anActInTheSessionOfAColleague() {
        TestDesk desk = opened();
        world.run("update till_session set operator_id = ? where id = ?", world.operator("CASHIER"), desk.tillSession);
        String person = world.person();
        assertEquals(
                List.of("SESSION_OF_OTHER_OPERATOR"),
                desk.send(desk.collection(person, due(person, 100), 100, 1)).flags());
    }

    /** Columns: who approves, and the flag that must stand. */
    @ParameterizedTest
    @CsvSource({
        "nobody,           APPROVER_MISSING",
        "self,             APPROVER_IS_AUTHOR",
        "CASHIER,          APPROVER_NOT_ENTITLED",
        "AUDITOR,          APPROVER_NOT_ENTITLED",
        "unknown,          APPROVER_NOT_ENTITLED",
        "disabled,         APPROVER_NOT_ENTITLED",
        "SUPERVISOR,       ''",
        "CASH_RESPONSIBLE, ''",
    })
    void anAnnulmentAsksForASecondEntitledPerson(String who, String flag) {
        TestDesk desk = opened();
        String person = world.person();
        desk.send(desk.collection(person, due(person, 2_250), 2_250, 1));
        Optional<String> approver = switch (who) {
            case "nobody" -> Optional.empty();
            case "self" -> Optional.of(desk.operator);
            case "unknown" -> Optional.of("OP-none");
            case "disabled" -> {
                String gone = world.operator("SUPERVISOR");
                world.run("update operator set enabled = false where id = ?", gone);
                yield Optional.of(gone);
            }
            default -> Optional.of(world.operator(who));
        };
        Tills.Annulled annulled = new Tills.Annulled(
                desk.tillSession,
                desk.number(1),
                "Errore",
                approver,
                List.of(desk.entry("ANNULMENT", -2_250, desk.total() - 2_250, Optional.of(desk.number(1)))));
        Reply reply = send(desk, "till.annulled", annulled, -2_250);
        assertEquals(flag.isEmpty() ? List.of() : List.of(flag), reply.flags());
    }

    @Test
    void aDocumentOfAnotherSessionOrAnotherTillIsNotAnnulledUnseen() {
        TestDesk desk = opened();
        String person = world.person();
        desk.send(desk.collection(person, due(person, 1_000), 1_000, 1));
        world.run("update operator set roles = '{CASHIER}' where id = ?", desk.operator);
        String number = desk.number(1);
        TestDesk stranger = opened();
        Tills.Annulled foreign = new Tills.Annulled(stranger.tillSession, number, "x", Optional.empty(), List.of());
        assertEquals(
                List.of("DOCUMENT_UNKNOWN"),
                send(stranger, "till.annulled", foreign, 0).flags());
        UUID second = UUID.randomUUID();
        world.run(
                "insert into till_session (id, till_id, operator_id, accounting_day, opened_at) select ?, till_id, operator_id, accounting_day, opened_at from till_session where id = ?",
                second,
                desk.tillSession);
        Tills.Annulled later = new Tills.Annulled(
                second,
                number,
                "x",
                Optional.of(world.operator("SUPERVISOR")),
                List.of(desk.entry("ANNULMENT", -1_000, desk.total() - 1_000, Optional.of(number))));
        assertEquals(
                List.of("DOCUMENT_OF_OTHER_SESSION"),
                send(desk, "till.annulled", later, -1_000).flags());
    }

    @Test
    void whatBecameOfThePaper() {
        TestDesk desk = opened();
        assertEquals(
                List.of("DOCUMENT_UNKNOWN"),
                send(desk, "document.printed", new Documents.Printed("SR-none", false, "UNCERTAIN"), 0)
                        .flags());
        assertEquals(
                "MALFORMED",
                send(desk, "document.printed", new Documents.Printed("SR-none", false, "BURNT"), 0)
                        .code());
        Reply money = send(desk, "document.printed", new Documents.Printed("SR-none", true, "PRINTED"), 100);
        assertEquals(List.of("DOCUMENT_UNKNOWN", "RUNNING_TOTAL"), money.flags());
    }

    @Test
    void aTillThatIsNotKnownHasNoLedger() {
        TestDesk supervisor = TestDesk.with("SUPERVISOR");
        assertEquals("NOT_FOUND", supervisor.get("/v1/tills/T000/ledger").code());
        TestDesk fresh = TestDesk.with("CASHIER");
        Tills.LedgerSummary empty =
                fresh.get("/v1/tills/" + fresh.till() + "/ledger").as(Tills.LedgerSummary.class);
        assertEquals(new Tills.LedgerSummary(fresh.till(), "", 0, 0, 0, 0, "", 0, List.of(), List.of()), empty);
    }
}
