package it.sportello.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.api.Documents;
import it.sportello.api.Tills;
import it.sportello.api.Tills.LedgerSummary;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Facts of the till: stored whatever is odd about them, with a flag for each oddity. */
@Tag("R-TIL-4")
class TillOperationsTest {
    private final TestServer server = TestServer.shared();
    private final World world = server.world;

    @Test
    void aDayOfATillAddsUp() {
        TestDesk desk = TestDesk.with("CASHIER");
        String person = world.person();
        String due = world.due(person, "SPECIALIST_COPAYMENT", 3615, null, null);
        assertEquals(201, desk.send(desk.opening(10_000)).status());
        Reply collected = desk.send(desk.collection(person, due, 3615, 1));
        assertEquals(201, collected.status(), () -> collected.body().toString());
        Reply printed = desk.operate(
                "document.printed", "till:" + desk.till(), new Documents.Printed(desk.number(1), false, "PRINTED"));
        assertEquals(201, printed.status());
        assertEquals(201, desk.send(close(desk, 13_115)).status());
        LedgerSummary ledger = desk.get("/v1/tills/" + desk.till() + "/ledger").as(LedgerSummary.class);
        assertEquals(0, ledger.sumCents());
        assertEquals(5, ledger.entries());
        assertEquals(4, ledger.operations());
        assertEquals(4, ledger.lastSequence());
        assertEquals(List.of(new Tills.SeriesHead("SSN", "RECEIPT", "A", 2026, 1)), ledger.series());
        assertEquals("PAID", world.value(String.class, "select state from due where id = ?", due));
    }

    /** Counted 5.00 short of what the book says. */
    private TestDesk.Ready close(TestDesk desk, long counted) {
        long expected = desk.total();
        Tills.Closed closed = new Tills.Closed(
                desk.tillSession,
                world.today(),
                Map.of(1, (int) counted),
                0,
                expected,
                counted,
                counted - expected,
                10_000,
                counted - 10_000,
                List.of(new Tills.SeriesHead("SSN", "RECEIPT", "A", 2026, 1)),
                List.of(
                        desk.entry("CLOSING_DIFFERENCE", counted - expected, counted, Optional.empty()),
                        desk.entry("DEPOSIT", 10_000 - counted, 10_000, Optional.empty()),
                        desk.entry("FLOAT_CARRIED", -10_000, 0, Optional.empty())));
        return desk.ready("till.closed", "till:" + desk.till(), closed, -expected);
    }

    @Test
    @Tag("R-TIL-20")
    void aTillOfAnotherIsClosedByThePersonResponsibleOnly() {
        assertEquals(List.of("SESSION_OF_OTHER_OPERATOR"), closeForAnother("CASHIER"));
        assertEquals(List.of("CLOSED_FOR_OTHER_OPERATOR"), closeForAnother("CASH_RESPONSIBLE"));
    }

    private List<String> closeForAnother(String role) {
        TestDesk desk = TestDesk.with(role);
        desk.send(desk.opening(10_000));
        desk.send(desk.collection(world.person(), world.due(world.person(), "MUSEUM", 500, null, null), 500, 1));
        world.run("update till_session set operator_id = ? where id = ?", world.operator("CASHIER"), desk.tillSession);
        return desk.send(close(desk, 10_500)).flags();
    }

    @Test
    @Tag("R-SYN-4")
    void twoDesksThatPaidOneDueAreBothStoredAndTheSecondIsFlagged() {
        TestDesk one = TestDesk.with("CASHIER");
        TestDesk other = TestDesk.with("CASHIER");
        String person = world.person();
        String due = world.due(person, "SPECIALIST_COPAYMENT", 2250, null, null);
        one.send(one.opening(5_000));
        other.send(other.opening(5_000));
        assertEquals(201, one.send(one.collection(person, due, 2250, 1)).status());
        Reply second = other.send(other.collection(person, due, 2250, 1));
        assertEquals(202, second.status());
        assertEquals(List.of("DUE_ALREADY_PAID"), second.flags());
        assertEquals(
                7250,
                other.get("/v1/tills/" + other.till() + "/ledger")
                        .as(LedgerSummary.class)
                        .sumCents());
    }

    @Test
    void whatIsOddIsFlaggedAndStored() {
        TestDesk desk = TestDesk.with("CUP");
        String person = world.person();
        String due = world.due(person, "MEDICAL_RECORD", 1000, null, null);
        desk.nextNumber();
        Reply reply = desk.send(desk.collection(person, due, 1500, 1));
        assertEquals(202, reply.status());
        assertEquals(
                List.of("AMOUNT_DIFFERS", "OPERATOR_NOT_ENTITLED", "SERIES_GAP", "SESSION_NOT_OPEN"), reply.flags());
        assertEquals("PAID", world.value(String.class, "select state from due where id = ?", due));
        Reply unknown = desk.send(desk.collection(person, "NO-SUCH-DUE", 500, 1));
        assertTrue(unknown.flags().contains("DUE_UNKNOWN"));
    }

    @Test
    void anAnnulledDocumentOpensItsDueAgainAndAsksForASecondPerson() {
        TestDesk desk = TestDesk.with("CASHIER");
        String person = world.person();
        String due = world.due(person, "SPECIALIST_COPAYMENT", 2250, null, null);
        desk.send(desk.opening(5_000));
        desk.send(desk.collection(person, due, 2250, 1));
        Reply alone = desk.send(annul(desk, desk.number(1), Optional.empty()));
        assertEquals(List.of("APPROVER_MISSING"), alone.flags());
        assertEquals("OPEN", world.value(String.class, "select state from due where id = ?", due));
        desk.send(desk.collection(person, due, 2250, 3));
        Reply twice = desk.send(annul(desk, desk.number(1), Optional.empty()));
        assertTrue(twice.flags().contains("DOCUMENT_ALREADY_ANNULLED"));
        assertEquals("PAID", world.value(String.class, "select state from due where id = ?", due));
        String responsible = world.operator("CASH_RESPONSIBLE");
        desk.send(desk.collection(world.person(), world.due(person, "MUSEUM", 500, null, null), 500, 1));
        Reply approved = desk.send(annul(desk, desk.number(3), Optional.of(responsible)));
        assertEquals(201, approved.status(), () -> approved.flags().toString());
    }

    private TestDesk.Ready annul(TestDesk desk, String number, Optional<String> approver) {
        long cents = desk.total() - 5_000;
        long back = number.equals(desk.number(3)) ? 500 : Math.min(cents, 2250);
        Tills.Annulled annulled = new Tills.Annulled(
                desk.tillSession,
                number,
                "Errore",
                approver,
                List.of(desk.entry("ANNULMENT", -back, desk.total() - back, Optional.of(number))));
        return desk.ready("till.annulled", "till:" + desk.till(), annulled, -back);
    }

    @Test
    void aSecondInstallationGetsTheNextEpochAndTheFirstIsRefused() {
        TestDesk first = TestDesk.with("CASHIER");
        assertEquals("A", first.enrolled.epoch());
        first.send(first.opening(1_000));
        TestDesk second = new TestDesk(server, first.id, "CASHIER");
        assertEquals("B", second.enrolled.epoch());
        Reply old = first.send(first.collection(world.person(), "X", 1, 1));
        assertEquals(409, old.status());
        assertEquals("INSTALLATION_SUPERSEDED", old.code());
        Reply opened = second.send(second.opening(1_000));
        assertEquals(List.of("SESSION_ALREADY_OPEN"), opened.flags());
    }

    @Test
    void anExpiredSignInNeverHoldsMoneyBack() {
        TestDesk desk = TestDesk.with("CASHIER");
        desk.send(desk.opening(1_000));
        assertEquals(204, desk.delete("/v1/sessions/current").status());
        assertEquals(401, desk.get("/v1/parameters").status());
        String person = world.person();
        String due = world.due(person, "SPECIALIST_COPAYMENT", 100, null, null);
        assertEquals(201, desk.send(desk.collection(person, due, 100, 1)).status());
        server.clock.advance(Duration.ofHours(1));
        Reply request = desk.operate(
                "booking.book",
                "booking:late",
                desk.book(java.util.UUID.randomUUID(), person, Optional.empty(), World.VISIT));
        assertEquals("NOT_SIGNED_IN", request.code());
    }

    /** As after the store was put back from a copy made before the operator signed in. */
    @Test
    @Tag("R-SYN-4")
    void aSignInThatTheStoreNoLongerHasNeverHoldsMoneyBack() {
        TestDesk desk = TestDesk.with("CASHIER");
        world.run("delete from session where id = ?", desk.session.sessionId());
        assertEquals(List.of("SIGN_IN_UNKNOWN"), desk.send(desk.opening(1_000)).flags());
        String person = world.person();
        String due = world.due(person, "SPECIALIST_COPAYMENT", 100, null, null);
        assertEquals(201, desk.send(desk.collection(person, due, 100, 1)).status());
        assertEquals(401, desk.get("/v1/parameters").status());
    }
}
