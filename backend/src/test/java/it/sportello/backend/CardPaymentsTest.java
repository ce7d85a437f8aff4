package it.sportello.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import it.sportello.api.Tills.LedgerSummary;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Payments by card as the desks tell of them: apart from the drawer, each proved by one attempt, none twice. */
@Tag("R-TIL-5")
class CardPaymentsTest {
    private final World world = TestServer.shared().world;
    private final UUID attempt = UUID.randomUUID();
    private final TestDesk desk = TestDesk.with("CASHIER");
    private final String person = world.person();
    private final String due = world.due(person, "SPECIALIST_COPAYMENT", 3615, null, null);

    @BeforeEach
    void open() {
        desk.send(desk.opening(5_000));
    }

    private List<String> collect() {
        return desk.send(CardPayments.collection(desk, person, due, 3615)).flags();
    }

    @Test
    @Tag("R-TIL-2")
    void whatTheCardPaidMovesNoCashAndIsSquaredApart() {
        assertEquals(
                List.of(),
                desk.send(CardPayments.approved(desk, attempt, 3615, due, "000041"))
                        .flags());
        assertEquals(List.of(), collect());
        assertEquals("PAID", world.value(String.class, "select state from due where id = ?", due));
        assertEquals(
                List.of(), desk.send(CardPayments.squared(desk, "CARD", 3615)).flags());
        LedgerSummary ledger = desk.get("/v1/tills/" + desk.till() + "/ledger").as(LedgerSummary.class);
        assertEquals(5_000, ledger.sumCents());
        assertEquals(
                "4242",
                world.value(String.class, "select card_ending from card_attempt where attempt_id = ?", attempt));
    }

    @Test
    void moneyBookedByCardWithoutItsAttemptIsTold() {
        assertEquals(List.of("CARD_NOT_PROVED"), collect());
        assertEquals("PAID", world.value(String.class, "select state from due where id = ?", due));
    }

    @Test
    @Tag("Q25")
    void oneAttemptPaysOneCollection() {
        desk.send(CardPayments.approved(desk, attempt, 3615, due, "000041"));
        assertEquals(List.of(), collect());
        assertEquals(List.of("CARD_NOT_PROVED", "DUE_ALREADY_PAID"), collect());
    }

    @Test
    void anAttemptOfAnotherAmountProvesNothing() {
        desk.send(CardPayments.approved(desk, attempt, 3614, due, "000041"));
        assertEquals(List.of("CARD_NOT_PROVED"), collect());
    }

    @Test
    @Tag("Q25")
    void aDoubtMayEndEitherWayAndAnEndIsNeverChanged() {
        assertEquals(List.of(), told("UNKNOWN", "TERMINAL", Optional.empty()));
        assertEquals(
                List.of("RESOLVED_BY_HAND"),
                told("APPROVED", "OPERATOR", Optional.of(CardPayments.slip(desk, "000042"))));
        assertEquals(List.of("ATTEMPT_ALREADY_ENDED"), told("REFUSED", "TERMINAL", Optional.empty()));
    }

    @Test
    @Tag("Q25")
    void whatTheTerminalApprovedAndTheDeskCouldNotBookIsTold() {
        assertEquals(
                List.of("APPROVED_NOT_BOOKED"),
                told("UNKNOWN", "TERMINAL", Optional.of(CardPayments.slip(desk, "000041"))));
        assertEquals(List.of(), told("APPROVED", "TERMINAL", Optional.of(CardPayments.slip(desk, "000041"))));
    }

    /** One of the two documents of a basket goes: what the card paid for the other stands. */
    @Test
    void anAnnulledDocumentTakesItsPartOffTheSumOfTheCards() {
        String other = world.due(person, "SPECIALIST_COPAYMENT", 3615, null, null);
        desk.send(CardPayments.basket(desk, person, due, other, 3615));
        desk.send(CardPayments.annulled(desk, desk.number(1)));
        assertEquals(
                List.of(), desk.send(CardPayments.squared(desk, "CARD", 3615)).flags());
        desk.send(CardPayments.annulled(desk, desk.number(2)));
        assertEquals(List.of(), desk.send(CardPayments.squared(desk, "CARD", 0)).flags());
    }

    @Test
    void aSlipWithoutNumberOrWithThatOfAnotherPaymentIsTold() {
        assertEquals(List.of("SLIP_DIFFERS"), told("APPROVED", "TERMINAL", Optional.empty()));
        desk.send(CardPayments.approved(desk, UUID.randomUUID(), 500, "D", "000041"));
        assertEquals(
                List.of("STAN_REPEATED"),
                desk.send(CardPayments.approved(desk, UUID.randomUUID(), 700, "E", "000041"))
                        .flags());
        assertEquals(
                List.of("STAN_MISSING"),
                desk.send(CardPayments.approved(desk, UUID.randomUUID(), 700, "E", "000000"))
                        .flags());
    }

    private List<String> told(String state, String source, Optional<it.sportello.api.Tills.CardSlip> slip) {
        return desk.send(CardPayments.attempted(desk, attempt, state, source, slip))
                .flags();
    }
}
