package it.sportello.devices.terminal;

import static it.sportello.devices.terminal.TerminalBench.REQUEST;
import static it.sportello.devices.terminal.TerminalBench.faultOf;
import static it.sportello.devices.terminal.TerminalBench.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.devices.DeviceFault;
import it.sportello.devices.DeviceState;
import it.sportello.devices.link.LinkAddress;
import it.sportello.devices.printer.ReceiptDocument;
import it.sportello.devices.printer.ReceiptElement;
import it.sportello.devices.terminal.PaymentOutcome.Approved;
import it.sportello.devices.terminal.PaymentOutcome.NotConfirmed;
import it.sportello.devices.terminal.PaymentOutcome.NotSent;
import it.sportello.devices.terminal.PaymentOutcome.Refused;
import it.sportello.devices.twin.terminal.CardOperation;
import it.sportello.devices.twin.terminal.CheckByte;
import it.sportello.devices.twin.terminal.TerminalScenario;
import it.sportello.devices.twin.terminal.TerminalScenario.Decision;
import it.sportello.devices.twin.terminal.TerminalSetup;
import it.sportello.domain.money.Money;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Driver and twin over TCP: what works, and what terminals do differently from one another. */
@Timeout(60)
class Ecr17TerminalTest {

    private static final List<CardOperation> ONE_PAYMENT = List.of(new CardOperation(false, 3675, "000041", true));

    @Test
    void aPaymentIsApproved() throws Exception {
        try (TerminalBench bench = TerminalBench.patient()) {
            Approved approved = assertInstanceOf(Approved.class, bench.pay());
            assertFalse(approved.recovered());
            assertEquals("000041", approved.result().stan());
            assertEquals("A1B2C3", approved.result().authorization());
            assertEquals(Optional.of(Money.ofCents(3675)), approved.result().amount());
            assertEquals(TerminalReceipts.NONE, approved.receipts());
            assertEquals(ONE_PAYMENT, bench.twin.operations());
            assertEquals(1, bench.twin.printedHere());
            assertEquals(
                    List.of("s", "G", "X"),
                    bench.twin.requests().stream()
                            .map(request -> request.substring(9, 10))
                            .toList());
            assertEquals(DeviceState.READY, bench.driver.status().state());
        }
    }

    @Test
    void thePlainFormIsApprovedToo() throws Exception {
        try (TerminalBench bench = TerminalBench.of(TerminalSetup.USUAL, TerminalBench.plain(TerminalBench.PATIENT))) {
            assertInstanceOf(Approved.class, bench.pay());
            assertEquals(1, bench.heard('P'));
            assertEquals(ONE_PAYMENT, bench.twin.operations());
        }
    }

    @Test
    void aPaymentInAnotherCurrencyIsApproved() throws Exception {
        try (TerminalBench bench = TerminalBench.patient()) {
            bench.twin.script(TerminalScenario.payment().decides(Decision.APPROVE_IN_DOLLARS));
            Approved approved = assertInstanceOf(Approved.class, bench.pay());
            assertEquals(Optional.of(Money.ofCents(3675)), approved.result().amount());
        }
    }

    @ParameterizedTest
    @CsvSource({"REFUSE,DECLINED", "CARD_ABSENT,CARD_ABSENT", "UNKNOWN_TAG,UNKNOWN_TAG"})
    void aRefusalSaysWhy(Decision decision, RefusalCause cause) throws Exception {
        try (TerminalBench bench = TerminalBench.patient()) {
            bench.twin.script(TerminalScenario.payment().refuses("PIN ERRATO").decides(decision));
            Refused refused = assertInstanceOf(Refused.class, bench.pay());
            assertEquals(cause, refused.cause());
            assertEquals("PIN ERRATO", refused.result().reason());
            assertEquals(0, bench.twin.total());
        }
    }

    @Test
    void twoRefusalsAlikeAreTwoRefusals() throws Exception {
        try (TerminalBench bench = TerminalBench.patient()) {
            TerminalScenario absent = TerminalScenario.payment().decides(Decision.CARD_ABSENT);
            bench.twin.script(absent, TerminalScenario.payment().decides(Decision.CARD_ABSENT));
            assertInstanceOf(Refused.class, bench.pay());
            assertInstanceOf(Refused.class, bench.pay());
        }
    }

    @Test
    void progressIsHeardInOrder() throws Exception {
        try (TerminalBench bench = TerminalBench.patient()) {
            List<String> heard = Collections.synchronizedList(new ArrayList<>());
            bench.twin.script(TerminalScenario.payment()
                    .shows(Duration.ofMillis(15), "INSERIRE CARTA", "DIGITARE PIN", "ATTENDERE PREGO"));
            PaymentOutcome outcome = get(bench.driver.pay(REQUEST, new TerminalProgress() {
                @Override
                public void sending(TerminalDoubt doubt) {
                    heard.add(doubt.stanBefore().orElse("") + " " + doubt.amount() + " " + bench.heard('X'));
                }

                @Override
                public void message(String text) {
                    heard.add(text);
                }
            }));
            assertInstanceOf(Approved.class, outcome);
            assertEquals(List.of("000040 36,75 0", "INSERIRE CARTA", "DIGITARE PIN", "ATTENDERE PREGO"), heard);
        }
    }

    /** What terminals do and the documents allow, or real ones do all the same. */
    static Stream<TerminalScenario> oddities() {
        byte[] noise = {0x03, (byte) 0xFF, 0x00, 0x41, 0x04, 0x02, 0x42, 0x43};
        return Stream.of(
                TerminalScenario.payment().refusesPacket(2),
                TerminalScenario.payment().spoils(2),
                TerminalScenario.payment().resultFirst(),
                TerminalScenario.payment().bareAcknowledgement(),
                TerminalScenario.payment().duplicate(),
                TerminalScenario.payment().brokenOffFirst(),
                TerminalScenario.payment().trickles(9),
                TerminalScenario.payment().noise(noise),
                TerminalScenario.payment().answersAs("87654321"),
                TerminalScenario.command("s").refusesPacket(2).spoils(1),
                TerminalScenario.command("s").answersAs("87654321").duplicate(),
                TerminalScenario.command("G").spoils(2).resultFirst());
    }

    @ParameterizedTest
    @MethodSource("oddities")
    void odditiesChangeNothing(TerminalScenario scenario) throws Exception {
        try (TerminalBench bench = TerminalBench.patient()) {
            bench.twin.script(scenario);
            Approved approved = assertInstanceOf(Approved.class, bench.pay());
            assertFalse(approved.recovered());
            assertEquals(ONE_PAYMENT, bench.twin.operations());
        }
    }

    @Test
    void aLostAcknowledgementIsNoReasonToSendAgain() throws Exception {
        try (TerminalBench bench =
                TerminalBench.of(TerminalSetup.USUAL, TerminalBench.settings(TerminalBench.UNACKNOWLEDGED))) {
            bench.twin.script(TerminalScenario.payment().noAcknowledgement().after(Duration.ofMillis(350)));
            assertInstanceOf(Approved.class, bench.pay());
            assertEquals(1, bench.heard('X'));
            assertEquals(ONE_PAYMENT, bench.twin.operations());
        }
    }

    @Test
    void aPacketRefusedThreeTimesMovedNoMoney() throws Exception {
        try (TerminalBench bench = TerminalBench.patient()) {
            bench.twin.script(TerminalScenario.payment().refusesPacket(3));
            assertEquals(new NotSent(PaymentTerminal.REJECTED, List.of()), bench.pay());
            assertEquals(3, bench.heard('X'));
            assertEquals(List.of(), bench.twin.operations());
            assertInstanceOf(Approved.class, bench.pay());
        }
    }

    @ParameterizedTest
    @EnumSource(CheckByte.class)
    void theCheckByteRuleIsFoundOut(CheckByte check) throws Exception {
        try (TerminalBench bench =
                TerminalBench.of(TerminalSetup.USUAL.with(check), TerminalBench.settings(TerminalBench.PATIENT))) {
            TerminalReport report = get(bench.driver.check());
            assertEquals(
                    switch (check) {
                        case WHOLE -> LrcRule.STX;
                        case CONTENT -> LrcRule.STD;
                        case CONTENT_AND_END -> LrcRule.NOEXT;
                        case BEGIN_AND_CONTENT -> LrcRule.STX_NOEXT;
                    },
                    report.lrc());
            assertInstanceOf(Approved.class, bench.pay());
            assertEquals(1, bench.heard('s'), "found out once and kept");
        }
    }

    @Test
    void aFixedRuleThatIsWrongIsToldBeforeAnyPayment() throws Exception {
        try (TerminalBench bench = TerminalBench.of(
                TerminalSetup.USUAL.with(CheckByte.CONTENT), TerminalBench.plain(TerminalBench.PATIENT))) {
            assertEquals(PaymentTerminal.REJECTED, faultOf(bench.driver.check()));
            NotSent notSent = assertInstanceOf(NotSent.class, bench.pay());
            assertEquals(PaymentTerminal.REJECTED, notSent.code());
            assertEquals(DeviceState.FAULT, bench.driver.status().state());
            assertEquals(List.of(), bench.twin.requests());
        }
    }

    @ParameterizedTest
    @CsvSource({"0,DEV-601", "1,DEV-602", "3,DEV-603", "4,DEV-604"})
    @Tag("Q24")
    void aTerminalThatCannotPayIsNotAsked(char state, String code) throws Exception {
        try (TerminalBench bench =
                TerminalBench.of(TerminalSetup.USUAL.inState(state), TerminalBench.settings(TerminalBench.PATIENT))) {
            assertEquals(code, assertInstanceOf(NotSent.class, bench.pay()).code());
            assertEquals(DeviceState.FAULT, bench.driver.status().state());
            assertEquals(code, bench.driver.status().code());
            assertEquals(0, bench.heard('X'));
            bench.twin.configure(TerminalSetup.USUAL);
            assertInstanceOf(Approved.class, bench.pay());
        }
    }

    @ParameterizedTest
    @CsvSource({"5,DEV-605", "6,DEV-606", "8,DEV-607"})
    void aTerminalWithAWarningPays(char state, String code) throws Exception {
        try (TerminalBench bench =
                TerminalBench.of(TerminalSetup.USUAL.inState(state), TerminalBench.settings(TerminalBench.PATIENT))) {
            assertInstanceOf(Approved.class, bench.pay());
            assertEquals(DeviceState.DEGRADED, bench.driver.status().state());
            assertEquals(code, bench.driver.status().code());
        }
    }

    @Test
    void aTerminalThatIsNotThere() throws Exception {
        String address;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            address = "tcp:127.0.0.1:" + free.getLocalPort();
        }
        try (Ecr17Terminal driver = new Ecr17Terminal(
                "prova",
                LinkAddress.parse(address)::newLink,
                TerminalBench.settings(TerminalBench.PATIENT),
                TerminalBench.CLOCK)) {
            PaymentOutcome outcome = get(driver.pay(REQUEST, TerminalProgress.NONE));
            assertEquals(new NotSent(DeviceFault.LINK_UNAVAILABLE, List.of("prova")), outcome);
            assertEquals(DeviceState.DISCONNECTED, driver.status().state());
            assertInstanceOf(CloseOutcome.NotSent.class, get(driver.closeSession()));
            assertEquals(DeviceFault.LINK_UNAVAILABLE, faultOf(driver.totals()));
        }
    }

    @Test
    void aSecondOperationIsTurnedAwayAtOnce() throws Exception {
        try (TerminalBench bench = TerminalBench.patient()) {
            bench.twin.script(TerminalScenario.payment().after(Duration.ofMillis(200)));
            CompletableFuture<PaymentOutcome> first = bench.driver.pay(REQUEST, TerminalProgress.NONE);
            CompletableFuture<PaymentOutcome> second = bench.driver.pay(REQUEST, TerminalProgress.NONE);
            assertTrue(second.isDone());
            assertEquals(new NotSent(PaymentTerminal.BUSY, List.of("prova")), second.get());
            assertEquals(PaymentTerminal.BUSY, faultOf(bench.driver.check()));
            assertInstanceOf(Approved.class, get(first));
            assertEquals(ONE_PAYMENT, bench.twin.operations());
            assertInstanceOf(Approved.class, bench.pay());
        }
    }

    @Test
    void nothingLeavesWhenTheAttemptCannotBeStored() throws Exception {
        try (TerminalBench bench = TerminalBench.patient()) {
            CompletableFuture<PaymentOutcome> future = bench.driver.pay(REQUEST, new TerminalProgress() {
                @Override
                public void sending(TerminalDoubt doubt) {
                    throw new IllegalStateException("disk full");
                }
            });
            ExecutionException thrown = assertThrows(ExecutionException.class, () -> future.get(30, TimeUnit.SECONDS));
            assertInstanceOf(IllegalStateException.class, thrown.getCause());
            assertEquals(0, bench.heard('X'));
            assertInstanceOf(Approved.class, bench.pay());
        }
    }

    private static List<String> lines(ReceiptDocument document) {
        return document.elements().stream()
                .filter(ReceiptElement.Text.class::isInstance)
                .map(ReceiptElement.Text.class::cast)
                .map(text ->
                        text.spans().isEmpty() ? "" : text.spans().getFirst().text())
                .toList();
    }

    @Test
    void theTerminalsReceiptsComeToOurPrinter() throws Exception {
        try (TerminalBench bench = TerminalBench.of(TerminalSetup.USUAL, TerminalBench.withReceipts())) {
            Approved approved = assertInstanceOf(Approved.class, bench.pay());
            assertTrue(approved.receipts().complete());
            assertEquals(2, approved.receipts().copies().size());
            assertEquals(
                    List.of(
                            "   BANCA DI PROVA",
                            "------------------------",
                            "COPIA ESERCENTE",
                            "",
                            "STAN 000041",
                            "EUR 36,75",
                            "TRANSAZIONE APPROVATA"),
                    lines(approved.receipts().copies().getFirst()));
            assertEquals(0, bench.twin.printedHere());
            TerminalReceipts again = get(bench.driver.reprint(ReprintKind.FINANCIAL));
            assertEquals(approved.receipts(), again);
            get(bench.driver.reprintThere(ReprintKind.FINANCIAL));
            assertEquals(1, bench.twin.printedHere());
        }
    }

    @Test
    void aResultSentTwiceDoesNotDisturbTheReceipts() throws Exception {
        try (TerminalBench bench = TerminalBench.of(TerminalSetup.USUAL, TerminalBench.withReceipts())) {
            bench.twin.script(TerminalScenario.payment().duplicate());
            Approved approved = assertInstanceOf(Approved.class, bench.pay());
            assertEquals(2, approved.receipts().copies().size());
            assertEquals(ONE_PAYMENT, bench.twin.operations());
        }
    }

    @Test
    void aTerminalThatKeepsItsReceiptsPaysAllTheSame() throws Exception {
        try (TerminalBench bench = TerminalBench.of(TerminalSetup.USUAL.without("E"), TerminalBench.withReceipts())) {
            Approved approved = assertInstanceOf(Approved.class, bench.pay());
            assertEquals(TerminalReceipts.NONE, approved.receipts());
            assertEquals(1, bench.twin.printedHere());
        }
    }

    @Test
    void aTerminalThatHangsUpBehindEveryCommand() throws Exception {
        try (TerminalBench bench = TerminalBench.of(TerminalSetup.USUAL.thatHangsUp(), TerminalBench.withReceipts())) {
            Approved approved = assertInstanceOf(Approved.class, bench.pay());
            assertFalse(approved.recovered());
            assertEquals(2, approved.receipts().copies().size());
            assertEquals(1, bench.heard('X'));
        }
    }

    @Test
    void thePaymentBeforeIsReversedOnce() throws Exception {
        try (TerminalBench bench = TerminalBench.patient()) {
            Approved paid = assertInstanceOf(Approved.class, bench.pay());
            PaymentOutcome other = get(bench.driver.reverseLast("000099", TerminalProgress.NONE));
            assertInstanceOf(Refused.class, other);
            assertEquals(3675, bench.twin.total());
            bench.pay();
            PaymentOutcome reversed = get(bench.driver.reverseLast("000043", TerminalProgress.NONE));
            assertInstanceOf(Approved.class, reversed);
            assertEquals(3675, bench.twin.total());
            assertEquals("000041", paid.result().stan());
            assertThrows(IllegalArgumentException.class, () -> bench.driver.reverseLast("41", TerminalProgress.NONE));
        }
    }

    @Test
    void totalsAndClosing() throws Exception {
        try (TerminalBench bench = TerminalBench.patient()) {
            bench.pay();
            TerminalTotals totals = new TerminalTotals(Money.ofCents(3675), Optional.of(Money.ofCents(3675)));
            assertEquals(totals, get(bench.driver.totals()));
            bench.twin.script(TerminalScenario.command("C").refuses("RIPROVARE"));
            assertEquals(new CloseOutcome.Refused("RIPROVARE", "912"), get(bench.driver.closeSession()));
            assertEquals(new CloseOutcome.Closed(totals), get(bench.driver.closeSession()));
            assertEquals(0, bench.twin.total());
        }
    }

    @Test
    void aClosingWithoutAnswerIsNotConfirmedAndNotRepeated() throws Exception {
        try (TerminalBench bench = TerminalBench.hasty()) {
            bench.twin.script(TerminalScenario.command("C").silent());
            assertEquals(new CloseOutcome.NotConfirmed(DeviceFault.NO_ANSWER), get(bench.driver.closeSession()));
            assertEquals(1, bench.heard('C'));
            assertEquals(DeviceFault.NO_ANSWER, faultOf(silentTotals(bench)));
            assertEquals(3, bench.heard('T'));
        }
    }

    private static CompletableFuture<TerminalTotals> silentTotals(TerminalBench bench) {
        TerminalScenario mute = TerminalScenario.command("T").silent();
        bench.twin.script(
                mute,
                TerminalScenario.command("T").silent(),
                TerminalScenario.command("T").silent());
        return bench.driver.totals();
    }

    /** Its status is asked for once an hour here: only a knock can notice, and it says nothing to the terminal. */
    @Test
    @Tag("Q53")
    void aTerminalThatWasPulledIsNoticedByKnockingAlone() throws Exception {
        try (TerminalBench bench =
                TerminalBench.of(TerminalSetup.USUAL, TerminalBench.settings(TerminalBench.knocking()))) {
            bench.driver.start();
            bench.awaitStatus(status -> status.state() == DeviceState.READY);
            bench.twin.unplug();
            bench.awaitStatus(status ->
                    status.state() == DeviceState.DISCONNECTED && status.code().equals(DeviceFault.LINK_UNAVAILABLE));
            bench.twin.plugIn();
            bench.awaitStatus(status -> status.state() == DeviceState.READY);
            assertEquals(bench.heard('s'), bench.twin.requests().size(), "nothing but its status was asked for");
            assertInstanceOf(Approved.class, bench.pay());
        }
    }

    @Test
    @Tag("Q53")
    void aDeskKnocksOftenEnoughToSeeWithinFiveSeconds() {
        assertTrue(
                TerminalTimings.USUAL.knock().compareTo(Duration.ofMillis(3500)) <= 0, "1.5 s is for the knock itself");
    }

    @Test
    @Tag("Q56")
    void anIdleTerminalIsLookedAfter() throws Exception {
        try (TerminalBench bench = TerminalBench.patient()) {
            bench.driver.start();
            bench.driver.start();
            bench.awaitStatus(status -> status.state() == DeviceState.READY);
            bench.twin.unplug();
            bench.awaitStatus(status -> status.state() == DeviceState.DISCONNECTED);
            bench.twin.plugIn();
            bench.awaitStatus(status -> status.state() == DeviceState.READY);
        }
    }

    @Test
    void closingEndsThePaymentInDoubtAndLeavesNoThread() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        TerminalBench bench = TerminalBench.patient();
        try (bench) {
            bench.driver.start();
            bench.twin.script(TerminalScenario.payment()
                    .shows(Duration.ofMillis(1), "INSERIRE CARTA")
                    .thenWaits());
            CompletableFuture<PaymentOutcome> paying = bench.driver.pay(REQUEST, new TerminalProgress() {
                @Override
                public void message(String text) {
                    asked.countDown();
                }
            });
            assertTrue(asked.await(20, TimeUnit.SECONDS));
            bench.driver.close();
            NotConfirmed open = assertInstanceOf(NotConfirmed.class, get(paying));
            assertEquals(DeviceFault.CLOSED, open.code());
            assertEquals(DeviceFault.CLOSED, faultOf(bench.driver.check()));
        }
        for (Thread thread : TerminalBench.threads()) {
            thread.join(20_000);
        }
        assertEquals(List.of(), TerminalBench.threads());
    }

    @Test
    void nothingOfTheCardStandsInTheLogForm() throws Exception {
        try (TerminalBench bench = TerminalBench.patient()) {
            PaymentOutcome outcome = bench.pay();
            byte[] shown = outcome.toString().getBytes(StandardCharsets.UTF_8);
            assertFalse(new String(shown, StandardCharsets.UTF_8).contains("4242"));
        }
    }
}
