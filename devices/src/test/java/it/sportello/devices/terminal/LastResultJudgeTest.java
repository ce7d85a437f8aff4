package it.sportello.devices.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import it.sportello.devices.terminal.LastResultJudge.Verdict;
import it.sportello.domain.money.Money;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sent at 10:30:20 in Italy, with three minutes of tolerance and two of payment. */
@Tag("Q25")
class LastResultJudgeTest {

    private static final Instant SENT = Instant.parse("2026-11-22T09:30:20Z");

    private final LastResultJudge judge = new LastResultJudge(TerminalTimings.USUAL, TerminalUse.OWN);
    private final LastResultJudge shared = new LastResultJudge(TerminalTimings.USUAL, TerminalUse.SHARED);

    private static TerminalDoubt doubt(TerminalOperation operation, String before) {
        return doubt(operation, before, "");
    }

    private static TerminalDoubt doubt(TerminalOperation operation, String before, String reference) {
        Money amount = operation == TerminalOperation.REVERSAL ? Money.ZERO : Money.ofCents(3675);
        return new TerminalDoubt(
                operation, amount, SENT, before.isEmpty() ? Optional.empty() : Optional.of(before), reference);
    }

    private static TerminalResult result(String code, String stan, String time, int cents, String authorization) {
        return new TerminalResult(
                "12345678",
                code,
                "",
                "4242",
                "CLI",
                authorization,
                time.isEmpty() ? Optional.empty() : Optional.of(Instant.parse("2026-11-22T" + time + ":00Z")),
                "2",
                "88105000001",
                stan,
                "007042",
                "000",
                cents == 0 ? Optional.empty() : Optional.of(Money.ofCents(cents)));
    }

    @ParameterizedTest
    @CsvSource({
        "00,000041,09:30,3675,000040,OWN",
        "00,000041,09:32,3675,000040,OWN",
        "00,000041,09:27,3675,000040,OWN",
        "00,000041,09:25,3675,000040,UNPROVED",
        "00,000041,09:36,3675,000040,UNPROVED",
        "00,000041,09:30,3676,000040,UNPROVED",
        "00,000041,09:30,0,000040,UNPROVED",
        "00,000041,'',3675,000040,UNPROVED",
        "00,000041,09:30,3675,'',UNPROVED",
        "00,000040,09:30,3675,000040,NOTHING_NEW",
        "00,000000,09:30,3675,000040,UNPROVED",
        "01,000041,'',3675,000040,OWN",
        "01,000041,'',0,000040,UNPROVED",
        "01,000041,'',100,000040,UNPROVED",
        "01,000040,'',3675,000040,NOTHING_NEW",
        "00,000042,09:30,3675,000040,UNPROVED",
        "01,000042,'',3675,000040,UNPROVED",
        "00,000001,09:30,3675,999999,OWN",
        "00,000039,09:30,3675,000040,UNPROVED"
    })
    void allMustAgreeAndTheNumberBeTheNext(
            String code, String stan, String time, int cents, String before, Verdict expected) {
        TerminalResult last = result(code, stan, time, cents, "A1B2C3");
        assertEquals(expected, judge.judge(doubt(TerminalOperation.EXTENDED_PAYMENT, before), last));
    }

    @Test
    void withoutAnAmountNothingIsEverProved() {
        TerminalResult last = result("00", "000041", "09:30", 3675, "A1B2C3");
        assertEquals(Verdict.UNPROVED, judge.judge(doubt(TerminalOperation.PAYMENT, "000040"), last));
    }

    @ParameterizedTest
    @CsvSource({
        "00,09:30,0,000000,OWN",
        "00,09:30,0,'',OWN",
        "00,09:30,0,A1B2C3,UNPROVED",
        "00,09:30,3675,000000,UNPROVED",
        "00,09:40,0,000000,UNPROVED",
        "01,'',0,'',UNPROVED"
    })
    void aReversalLooksLikeOne(String code, String time, int cents, String authorization, Verdict expected) {
        TerminalResult last = result(code, "000041", time, cents, authorization);
        assertEquals(expected, judge.judge(doubt(TerminalOperation.REVERSAL, "000040"), last));
    }

    @ParameterizedTest
    @CsvSource({
        "00,000041,09:30,3675,RIF 1,ASK_THE_SLIP",
        "00,000043,09:30,3675,RIF 1,ASK_THE_SLIP",
        "00,000041,09:30,3675,'',UNPROVED",
        "00,000041,09:30,3676,RIF 1,UNPROVED",
        "00,000041,09:25,3675,RIF 1,UNPROVED",
        "00,000040,09:30,3675,RIF 1,NOTHING_NEW",
        "01,000041,'',3675,RIF 1,ASK_THE_SLIP",
        "01,000042,'',3675,RIF 1,UNPROVED",
        "01,000041,'',3675,'',UNPROVED"
    })
    void whereOthersPayTooOnlyTheSlipCanProve(
            String code, String stan, String time, int cents, String reference, Verdict expected) {
        TerminalResult last = result(code, stan, time, cents, "A1B2C3");
        TerminalDoubt doubt = doubt(TerminalOperation.EXTENDED_PAYMENT, "000040", reference);
        assertEquals(expected, shared.judge(doubt, last));
    }
}
