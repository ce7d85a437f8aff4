package it.sportello.devices.terminal;

import static it.sportello.devices.terminal.TerminalBench.REQUEST;
import static it.sportello.devices.terminal.TerminalBench.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.devices.DeviceFault;
import it.sportello.devices.link.LinkAddress;
import it.sportello.devices.terminal.PaymentOutcome.Approved;
import it.sportello.devices.terminal.PaymentOutcome.NotConfirmed;
import it.sportello.devices.terminal.PaymentOutcome.Refused;
import it.sportello.devices.twin.TwinLoop;
import it.sportello.devices.twin.TwinPlug;
import it.sportello.devices.twin.terminal.TerminalScenario;
import it.sportello.devices.twin.terminal.TerminalScenario.Break;
import it.sportello.devices.twin.terminal.TerminalSetup;
import it.sportello.domain.money.Money;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is lost on the way, a payment leaves once, and only proof makes it approved. */
@Tag("R-TIL-5")
@Tag("Q25")
@Timeout(60)
class LostAnswerTest {

    private static NotConfirmed inDoubt(TerminalBench bench, DoubtEvidence evidence) throws Exception {
        NotConfirmed open = assertInstanceOf(NotConfirmed.class, bench.pay());
        assertEquals(evidence, open.evidence());
        assertEquals(1, bench.heard('X') + bench.heard('P'), "sent once");
        return open;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aDropBehindTheAuthorisationIsRecovered(boolean reset) throws Exception {
        try (TerminalBench bench = TerminalBench.patient()) {
            TerminalScenario drop = TerminalScenario.payment().breaks(Break.AFTER_AUTHORISATION);
            bench.twin.script(reset ? drop.hard() : drop);
            Approved approved = assertInstanceOf(Approved.class, bench.pay());
            assertTrue(approved.recovered());
            assertEquals("000041", approved.result().stan());
            assertEquals(1, bench.heard('X'));
            assertEquals(3675, bench.twin.total());
        }
    }

    @Test
    void aDropInTheMiddleOfTheResultIsRecovered() throws Exception {
        try (TerminalBench bench = TerminalBench.patient()) {
            bench.twin.script(TerminalScenario.payment().brokenOffFirst().breaks(Break.AFTER_AUTHORISATION));
            Approved approved = assertInstanceOf(Approved.class, bench.pay());
            assertTrue(approved.recovered());
            assertEquals(1, bench.heard('X'));
        }
    }

    @Test
    void aRefusalIsRecoveredToo() throws Exception {
        try (TerminalBench bench = TerminalBench.patient()) {
            bench.twin.script(TerminalScenario.payment().refuses("FONDI").breaks(Break.AFTER_AUTHORISATION));
            Refused refused = assertInstanceOf(Refused.class, bench.pay());
            assertTrue(refused.recovered());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aDropBeforeTheAuthorisationStaysInDoubt(boolean reset) throws Exception {
        try (TerminalBench bench = TerminalBench.patient()) {
            TerminalScenario drop = TerminalScenario.payment().breaks(Break.BEFORE_AUTHORISATION);
            bench.twin.script(reset ? drop.hard() : drop);
            NotConfirmed open = inDoubt(bench, DoubtEvidence.NOTHING_NEW);
            assertEquals(DeviceFault.LINK_LOST, open.code());
            assertEquals(0, bench.twin.total());
            assertEquals(3, bench.heard('G'), "once before, twice behind");
        }
    }

    @Test
    void theSecondLookFindsWhatTheFirstCouldNot() throws Exception {
        try (TerminalBench bench = TerminalBench.patient()) {
            bench.twin.script(TerminalScenario.payment()
                    .breaks(Break.DURING_AUTHORISATION)
                    .after(Duration.ofMillis(60)));
            Approved approved = assertInstanceOf(Approved.class, bench.pay());
            assertTrue(approved.recovered());
            assertEquals(1, bench.heard('X'));
        }
    }

    static Stream<TerminalScenario> neverAnswered() {
        return Stream.of(
                TerminalScenario.payment().silent(), TerminalScenario.payment().silentBehindAcknowledgement());
    }

    @ParameterizedTest
    @MethodSource("neverAnswered")
    void silenceStaysInDoubt(TerminalScenario scenario) throws Exception {
        try (TerminalBench bench = TerminalBench.hasty()) {
            bench.twin.script(scenario);
            NotConfirmed open = inDoubt(bench, DoubtEvidence.NOTHING_NEW);
            assertEquals(DeviceFault.NO_ANSWER, open.code());
        }
    }

    @Test
    void anAnswerThatNeverArrivesWholeIsRecovered() throws Exception {
        try (TerminalBench bench = TerminalBench.hasty()) {
            bench.twin.script(TerminalScenario.payment().spoils(3));
            Approved approved = assertInstanceOf(Approved.class, bench.pay());
            assertTrue(approved.recovered());
            assertEquals(1, bench.heard('X'));
        }
    }

    @Test
    void anotherAmountIsNotThisPayment() throws Exception {
        try (TerminalBench bench = TerminalBench.patient()) {
            bench.twin.script(TerminalScenario.payment().takesOtherAmount());
            NotConfirmed open = inDoubt(bench, DoubtEvidence.ANOTHER_RESULT);
            assertEquals(
                    Optional.of(Money.ofCents(3676)), open.last().orElseThrow().amount());
        }
    }

    @Test
    void aPaymentOfAnotherDeskIsNotTakenForThisOne() throws Exception {
        try (TerminalBench bench = TerminalBench.patient()) {
            bench.twin.payElsewhere(3675);
            bench.twin.script(TerminalScenario.payment().breaks(Break.BEFORE_AUTHORISATION));
            NotConfirmed open = inDoubt(bench, DoubtEvidence.NOTHING_NEW);
            assertEquals(Optional.of("000041"), open.doubt().stanBefore());
        }
    }

    @Test
    void anotherDesksPaymentInBetweenIsNotTakenForThisOne() throws Exception {
        try (TerminalBench bench = TerminalBench.patient()) {
            bench.twin.script(TerminalScenario.payment().breaks(Break.BEFORE_AUTHORISATION));
            PaymentOutcome outcome = get(bench.driver.pay(REQUEST, new TerminalProgress() {
                @Override
                public void sending(TerminalDoubt doubt) {
                    bench.twin.payElsewhere(1200);
                }
            }));
            assertEquals(
                    DoubtEvidence.ANOTHER_RESULT,
                    assertInstanceOf(NotConfirmed.class, outcome).evidence());
        }
    }

    /** Two desks, one terminal, one amount: whose answer was lost must not take the other's payment for its own. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theSameAmountPaidByAnotherDeskMeanwhileIsNotThisPayment(boolean withReference) throws Exception {
        try (TerminalBench bench = TerminalBench.of(TerminalSetup.USUAL, TerminalBench.shared(TerminalBench.PATIENT))) {
            bench.twin.script(TerminalScenario.payment().breaks(Break.BEFORE_AUTHORISATION));
            PaymentRequest request = PaymentRequest.of(Money.ofCents(3675), withReference ? "RIF 0A1B2C3D4E" : "");
            PaymentOutcome outcome = get(bench.driver.pay(request, new TerminalProgress() {
                @Override
                public void sending(TerminalDoubt doubt) {
                    bench.twin.payElsewhere(3675);
                }
            }));
            assertEquals(
                    DoubtEvidence.ANOTHER_RESULT,
                    assertInstanceOf(NotConfirmed.class, outcome).evidence());
            assertEquals(1, bench.heard('X'));
        }
    }

    @Test
    void atASharedTerminalOurReferenceOnTheSlipIsTheProof() throws Exception {
        try (TerminalBench bench = TerminalBench.of(TerminalSetup.USUAL, TerminalBench.shared(TerminalBench.PATIENT))) {
            bench.twin.script(TerminalScenario.payment().breaks(Break.AFTER_AUTHORISATION));
            PaymentOutcome outcome = get(
                    bench.driver.pay(PaymentRequest.of(Money.ofCents(3675), "RIF 0A1B2C3D4E"), TerminalProgress.NONE));
            assertTrue(assertInstanceOf(Approved.class, outcome).recovered());
            assertEquals(1, bench.heard('X'));
            assertEquals(1, bench.heard('R'));
        }
    }

    @Test
    void aTerminalThatHandsOverNoSlipLeavesItToAPerson() throws Exception {
        try (TerminalBench bench =
                TerminalBench.of(TerminalSetup.USUAL.without("R"), TerminalBench.shared(TerminalBench.PATIENT))) {
            bench.twin.script(TerminalScenario.payment().breaks(Break.AFTER_AUTHORISATION));
            PaymentOutcome outcome = get(
                    bench.driver.pay(PaymentRequest.of(Money.ofCents(3675), "RIF 0A1B2C3D4E"), TerminalProgress.NONE));
            assertEquals(
                    DoubtEvidence.ANOTHER_RESULT,
                    assertInstanceOf(NotConfirmed.class, outcome).evidence());
        }
    }

    /** The slip is that of the result only when nobody has paid between the two. */
    @Test
    void aPaymentBetweenTheResultAndItsSlipProvesNothing() throws Exception {
        try (TerminalBench bench = TerminalBench.of(TerminalSetup.USUAL, TerminalBench.shared(TerminalBench.PATIENT))) {
            bench.twin.script(
                    TerminalScenario.payment().breaks(Break.AFTER_AUTHORISATION),
                    TerminalScenario.command("R").thenElsewhere(3675));
            PaymentOutcome outcome = get(
                    bench.driver.pay(PaymentRequest.of(Money.ofCents(3675), "RIF 0A1B2C3D4E"), TerminalProgress.NONE));
            assertEquals(
                    DoubtEvidence.ANOTHER_RESULT,
                    assertInstanceOf(NotConfirmed.class, outcome).evidence());
        }
    }

    @Test
    void aResultAnHourAwayIsNotThisPayment() throws Exception {
        Clock other = Clock.offset(TerminalBench.CLOCK, Duration.ofHours(1));
        try (TerminalBench bench = TerminalBench.withBankClock(other)) {
            bench.twin.script(TerminalScenario.payment().breaks(Break.AFTER_AUTHORISATION));
            inDoubt(bench, DoubtEvidence.ANOTHER_RESULT);
        }
    }

    @Test
    void withoutTheAmountNothingIsProved() throws Exception {
        try (TerminalBench bench = TerminalBench.of(TerminalSetup.USUAL, TerminalBench.plain(TerminalBench.PATIENT))) {
            bench.twin.script(TerminalScenario.payment().breaks(Break.AFTER_AUTHORISATION));
            inDoubt(bench, DoubtEvidence.ANOTHER_RESULT);
        }
    }

    @Test
    void aTerminalThatKeepsNoLastResult() throws Exception {
        try (TerminalBench bench =
                TerminalBench.of(TerminalSetup.USUAL.without("G"), TerminalBench.settings(TerminalBench.PATIENT))) {
            assertInstanceOf(Approved.class, bench.pay());
            bench.twin.script(TerminalScenario.payment().breaks(Break.AFTER_AUTHORISATION));
            NotConfirmed open = assertInstanceOf(NotConfirmed.class, bench.pay());
            assertEquals(DoubtEvidence.NO_ANSWER, open.evidence());
            assertEquals(Optional.empty(), open.doubt().stanBefore());
        }
    }

    @Test
    void anOldResultThatComesLateIsNotTakenForTheNewOne() throws Exception {
        try (TerminalBench bench = TerminalBench.patient()) {
            bench.pay();
            byte[] old = Ecr17Frames.packet(bench.twin.lastResult().getBytes(StandardCharsets.ISO_8859_1), LrcRule.STX);
            bench.twin.script(TerminalScenario.payment().noise(old));
            Approved approved = assertInstanceOf(Approved.class, bench.pay());
            assertEquals("000042", approved.result().stan());
            assertEquals(7350, bench.twin.total());
        }
    }

    @Test
    void afterARestartTheStoredDoubtIsResolved() throws Exception {
        try (TerminalBench bench =
                TerminalBench.of(TerminalSetup.USUAL, TerminalBench.settings(TerminalBench.UNANSWERED))) {
            AtomicReference<TerminalDoubt> stored = new AtomicReference<>();
            bench.twin.script(
                    TerminalScenario.payment().breaks(Break.AFTER_AUTHORISATION),
                    TerminalScenario.command("G"),
                    TerminalScenario.command("G").silentBehindAcknowledgement(),
                    TerminalScenario.command("G").silentBehindAcknowledgement());
            PaymentOutcome before = get(bench.driver.pay(REQUEST, new TerminalProgress() {
                @Override
                public void sending(TerminalDoubt doubt) {
                    stored.set(doubt);
                }
            }));
            assertEquals(
                    DoubtEvidence.NO_ANSWER,
                    assertInstanceOf(NotConfirmed.class, before).evidence());
            bench.restart();
            Approved approved = assertInstanceOf(Approved.class, get(bench.driver.lastResult(stored.get())));
            assertTrue(approved.recovered());
            assertEquals(1, bench.heard('X'));
            bench.twin.unplug();
            NotConfirmed open = assertInstanceOf(NotConfirmed.class, get(bench.driver.lastResult(stored.get())));
            assertEquals(DoubtEvidence.NO_ANSWER, open.evidence());
        }
    }

    @Test
    void aLostReversalIsRecovered() throws Exception {
        try (TerminalBench bench = TerminalBench.patient()) {
            bench.pay();
            bench.twin.script(TerminalScenario.payment().breaks(Break.AFTER_AUTHORISATION));
            PaymentOutcome outcome = get(bench.driver.reverseLast("000041", TerminalProgress.NONE));
            assertTrue(assertInstanceOf(Approved.class, outcome).recovered());
            assertEquals(1, bench.heard('S'));
            assertEquals(0, bench.twin.total());
        }
    }

    /** Something answers that is no terminal: every payment ends, and none approved. */
    @Test
    void aPeerThatTalksNonsense() throws Exception {
        Random random = new Random(17);
        AtomicReference<TwinLoop> peer = new AtomicReference<>();
        TwinLoop loop = new TwinLoop("nonsense", TwinPlug.tcp(0), (buffer, count) -> {
            byte[] noise = new byte[random.nextInt(2000)];
            random.nextBytes(noise);
            for (int i = 0; i < noise.length; i += 1 + random.nextInt(9)) {
                noise[i] =
                        "\u0001\u0002\u0003\u0004\u0006\u0015".getBytes(StandardCharsets.US_ASCII)[random.nextInt(6)];
            }
            peer.get().write(noise);
        });
        peer.set(loop);
        loop.start();
        try (loop;
                Ecr17Terminal driver = new Ecr17Terminal(
                        "prova",
                        LinkAddress.parse(loop.address())::newLink,
                        TerminalBench.settings(TerminalBench.HASTY),
                        TerminalBench.CLOCK)) {
            for (int i = 0; i < 3; i++) {
                PaymentOutcome outcome = get(driver.pay(REQUEST, TerminalProgress.NONE));
                // Noise may pass for a status by chance, never for an approval: that is 71 characters that fit.
                assertFalse(outcome instanceof Approved, outcome::toString);
            }
        }
    }
}
