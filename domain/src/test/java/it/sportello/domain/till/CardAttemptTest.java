package it.sportello.domain.till;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.domain.money.Money;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The way of an attempt to be paid by card, and all that stands against a second charge. */
@Tag("R-TIL-5")
class CardAttemptTest {
    private static final Instant AT = Instant.parse("2026-11-23T08:00:00Z");
    private static final CardAttempt.Place PLACE = new CardAttempt.Place("T01", "S1", "O1", "D01", "terminal");
    private static final CardSlip SLIP = new CardSlip("000041", "A1B2C3", "4242", "2", "88", AT);

    private static CardAttempt created(String id, String... dues) {
        return CardAttempt.create(id, PLACE, Money.ofCents(3_615), List.of(dues), true, AT);
    }

    private static CardAttempt sent(String id, String... dues) {
        return done(created(id, dues).sent(new CardAttempt.Sending(AT, true, "000040")));
    }

    private static CardAttempt unknown(String id, String... dues) {
        return done(sent(id, dues).unknown(said(AttemptSource.TERMINAL, "DEV-011")));
    }

    private static CardAttempt.Decision said(AttemptSource source, String reason) {
        return new CardAttempt.Decision(source, reason, "O1", AT);
    }

    private static CardAttempt done(AttemptStep step) {
        return assertInstanceOf(AttemptStep.Done.class, step).attempt();
    }

    private static List<AttemptRefusal> refused(AttemptStep step) {
        return assertInstanceOf(AttemptStep.Refused.class, step).refusals();
    }

    @Test
    void anAttemptIsOpenUntilItIsKnownWhetherMoneyMoved() {
        assertEquals(DueState.IN_PAYMENT, created("A", "D1").dueState());
        assertEquals(DueState.IN_PAYMENT, sent("A", "D1").dueState());
        assertEquals(DueState.UNCERTAIN, unknown("A", "D1").dueState());
        CardAttempt approved = done(sent("A", "D1").approve(SLIP, said(AttemptSource.TERMINAL, "00"), List.of()));
        assertEquals(DueState.SETTLED, approved.dueState());
        assertFalse(approved.state().isOpen());
        CardAttempt denied = done(sent("A", "D1").refuse(said(AttemptSource.TERMINAL, "CARTA SCADUTA")));
        assertEquals(DueState.OPEN, denied.dueState());
        assertFalse(denied.state().isOpen());
    }

    @Test
    void anEndIsNeverChanged() {
        CardAttempt approved = done(sent("A", "D1").approve(SLIP, said(AttemptSource.TERMINAL, "00"), List.of()));
        CardAttempt denied = done(sent("A", "D1").refuse(said(AttemptSource.TERMINAL, "no")));
        for (CardAttempt ended : List.of(approved, denied)) {
            List<AttemptRefusal> already = List.of(new AttemptRefusal.AlreadyEnded(ended.state()));
            CardAttempt.Decision again = said(AttemptSource.OPERATOR, "prova");
            assertEquals(already, refused(ended.sent(new CardAttempt.Sending(AT, true, null))));
            assertEquals(already, refused(ended.unknown(again)));
            assertEquals(already, refused(ended.refuse(again)));
            assertEquals(already, refused(ended.approve(CardSlip.byHand("000050"), again, List.of())));
        }
    }

    @Test
    void moneyThatWasNotAskedForWasNotApproved() {
        assertEquals(
                List.of(new AttemptRefusal.AlreadyEnded(AttemptState.CREATED)),
                refused(created("A", "D1").approve(SLIP, said(AttemptSource.TERMINAL, "00"), List.of())));
        assertEquals(
                AttemptState.REFUSED,
                done(created("A", "D1").refuse(said(AttemptSource.TERMINAL, "DEV-010")))
                        .state());
    }

    @Test
    void aRequestLeavesOnce() {
        assertEquals(
                List.of(new AttemptRefusal.AlreadyEnded(AttemptState.SENT)),
                refused(sent("A", "D1").sent(new CardAttempt.Sending(AT, true, "000041"))));
        assertInstanceOf(
                AttemptStep.Refused.class, unknown("A", "D1").sent(new CardAttempt.Sending(AT, true, "000041")));
    }

    @Test
    @Tag("Q25")
    void whatHangsOnAnAttemptIsNotChargedAgainAndItsTerminalNotAskedAnew() {
        List<CardAttempt> open = List.of(unknown("A", "D1", "D2"));
        assertEquals(
                List.of(new AttemptRefusal.DueInDoubt("D2", "A"), new AttemptRefusal.TerminalInDoubt("A")),
                CardAttempt.againstCharging(List.of("D2", "D3"), "terminal", open));
        assertEquals(
                List.of(new AttemptRefusal.DueInDoubt("D1", "A")),
                CardAttempt.againstCharging(List.of("D1"), "other terminal", open));
        assertEquals(List.of(), CardAttempt.againstCharging(List.of("D3"), "other terminal", open));
        CardAttempt denied = done(open.get(0).refuse(said(AttemptSource.OPERATOR, "nessuno scontrino")));
        assertEquals(List.of(), CardAttempt.againstCharging(List.of("D1"), "terminal", List.of(denied)));
    }

    @Test
    @Tag("Q25")
    void aPersonWhoDecidesNamesTheSlipAndTheReason() {
        CardAttempt open = unknown("A", "D1");
        CardAttempt.Decision silent = said(AttemptSource.OPERATOR, " ");
        CardAttempt.Decision spoken = said(AttemptSource.OPERATOR, "scontrino visto");
        assertEquals(
                List.of(new AttemptRefusal.ReasonMissing(), new AttemptRefusal.StanMissing()),
                refused(open.approve(CardSlip.byHand(""), silent, List.of())));
        assertEquals(
                List.of(new AttemptRefusal.StanMissing()),
                refused(open.approve(CardSlip.byHand("000000"), spoken, List.of())));
        assertEquals(
                List.of(new AttemptRefusal.StanOfEarlierOperation("000040")),
                refused(open.approve(CardSlip.byHand("000040"), spoken, List.of())));
        assertEquals(List.of(new AttemptRefusal.ReasonMissing()), refused(open.refuse(silent)));
        assertEquals(
                AttemptState.APPROVED,
                done(open.approve(CardSlip.byHand("000041"), spoken, List.of())).state());
    }

    @Test
    @Tag("Q25")
    void theSlipOfAnotherPaymentProvesNothing() {
        CardAttempt other = done(sent("B", "D9").approve(SLIP, said(AttemptSource.TERMINAL, "00"), List.of()));
        CardAttempt open = unknown("A", "D1");
        for (AttemptSource source : List.of(AttemptSource.LAST_RESULT, AttemptSource.OPERATOR)) {
            assertEquals(
                    List.of(new AttemptRefusal.StanUsed("000041", "B")),
                    refused(open.approve(SLIP, said(source, "visto"), List.of(other))));
        }
        // The terminal's own answer to this very request is a fact, whatever number it bears.
        assertTrue(open.approve(SLIP, said(AttemptSource.TERMINAL, "00"), List.of(other)) instanceof AttemptStep.Done);
    }

    @Test
    @Tag("R-SEC-2")
    void ofACardNothingButItsLastDigitsIsKept() {
        assertThrows(
                IllegalArgumentException.class, () -> new CardSlip("000041", "", "4242424242424242", "", "", null));
        assertEquals("************4242", SLIP.maskedCard());
        assertEquals("", CardSlip.byHand("000041").maskedCard());
        assertFalse(SLIP.toString().contains("4242"));
    }
}
