package it.sportello.app.till;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.api.Dues;
import it.sportello.app.service.PrintDesk;
import it.sportello.devices.printer.ReceiptDocument;
import it.sportello.devices.terminal.Ecr17Terminal;
import it.sportello.devices.twin.terminal.TerminalScenario;
import it.sportello.devices.twin.terminal.TerminalScenario.Break;
import it.sportello.domain.money.Money;
import it.sportello.domain.money.TenderKind;
import it.sportello.offlinecache.journal.PrintJob;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The till, the real driver and the terminal's twin over a real connection: money asked for once, whatever breaks. */
@Tag("R-TIL-5")
class CardTwinTest {
    private static final Dues.DueView VISIT = TillDay.due("D1", "SPECIALIST_COPAYMENT", "SSN", 3_615);

    @TempDir
    Path home;

    private final BlockingQueue<CardNews> news = new LinkedBlockingQueue<>();
    private TillDay day;
    private TerminalTwin bench;
    private CardDesk cards;

    @BeforeEach
    void begin() {
        day = new TillDay(home);
        day.opened();
        bench = new TerminalTwin(day.clock);
        cards = cards(bench.terminal);
        bench.terminal.start();
    }

    private CardDesk cards(Ecr17Terminal terminal) {
        PrintDesk prints = new PrintDesk(day.journal(), Optional.empty(), List.of(), day.book.desk(), job -> {});
        CardDesk desk = day.cards(Optional.of(terminal), prints);
        desk.onNews(news::add);
        terminal.addListener(desk::deviceChanged);
        return desk;
    }

    @AfterEach
    void end() {
        bench.close();
        day.close();
    }

    private <T extends CardNews> T next(Class<T> kind) throws InterruptedException {
        while (true) {
            CardNews one = news.poll(60, TimeUnit.SECONDS);
            assertTrue(one != null, () -> "no " + kind.getSimpleName());
            if (kind.isInstance(one)) {
                return kind.cast(one);
            }
        }
    }

    private void pay() {
        assertInstanceOf(CardDesk.Begun.Asking.class, cards.begin(TillDay.payment(0, VISIT), false));
    }

    private Money booked() {
        return day.journal().ledger("T01").ofDocuments(TenderKind.CARD);
    }

    @Test
    @Tag("R-TIL-7")
    void anApprovalBringsTheTerminalsSlipsToOurPrinterBehindTheReceipt() throws InterruptedException {
        bench.twin.script(TerminalScenario.payment().shows(Duration.ofMillis(20), "INSERIRE CARTA"));
        pay();
        assertEquals("INSERIRE CARTA", next(CardNews.Progress.class).text().strip());
        next(CardNews.Collected.class);
        assertEquals(Money.ofCents(3_615), booked());
        List<String> papers = day.journal().prints().open().stream()
                .map(PrintJob::documentKey)
                .toList();
        assertEquals(List.of("SR-T01A/2026/000001", "POS/SR-T01A/2026/000001/1", "POS/SR-T01A/2026/000001/2"), papers);
        ReceiptDocument slip =
                new TerminalSlipSource(day.journal()).slip(papers.get(1), 0).orElseThrow();
        assertTrue(slip.elements().toString().contains("LEFT"));
        assertEquals(3_615, bench.twin.total());
    }

    @Test
    @Tag("Q25")
    void anAnswerLostBehindTheAuthorisationIsFoundAgainByTheLastResult() throws InterruptedException {
        bench.twin.script(TerminalScenario.payment().breaks(Break.AFTER_AUTHORISATION));
        pay();
        next(CardNews.Collected.class);
        assertEquals(Money.ofCents(3_615), booked());
        assertEquals(1, bench.heard('X'));
    }

    /** Another desk pays the same amount at the same terminal while our request is on its way. */
    @Test
    @Tag("Q25")
    void theSameAmountOfAnotherDeskBooksNothingHere() throws InterruptedException {
        bench.twin.script(
                TerminalScenario.command("G").thenElsewhere(3_615),
                TerminalScenario.payment().breaks(Break.BEFORE_AUTHORISATION));
        pay();
        assertEquals("ANOTHER_RESULT", next(CardNews.InDoubt.class).reason());
        assertEquals(Money.ZERO, booked());
        assertEquals(1, cards.open().size());
        assertEquals(3_615, bench.twin.total());
    }

    @Test
    @Tag("Q25")
    void aTerminalThatWasSilentIsAskedByItselfWhenItAnswersAgain() throws InterruptedException {
        cards.resume();
        // The question before the payment is answered; those behind the drop are not, until the terminal comes round.
        bench.twin.script(TerminalScenario.payment().breaks(Break.AFTER_AUTHORISATION), TerminalScenario.command("G"));
        for (int silences = 0; silences < 6; silences++) {
            bench.twin.script(TerminalScenario.command("G").silent());
        }
        pay();
        assertEquals("NO_ANSWER", next(CardNews.InDoubt.class).reason());
        assertInstanceOf(
                CollectDues.Result.AttemptRefused.class, day.collectDues().collect(TillDay.payment(3_615, VISIT)));
        next(CardNews.Collected.class);
        assertEquals(Money.ofCents(3_615), booked());
        assertEquals(1, bench.heard('X'));
        assertEquals(3_615, bench.twin.total());
    }

    @Test
    @Tag("Q25")
    void afterARestartTheSamePaymentIsFoundAtTheTerminal() throws InterruptedException {
        bench.twin.script(TerminalScenario.payment().breaks(Break.AFTER_AUTHORISATION));
        day.crash = step -> {
            if (bench.heard('X') > 0) {
                throw new IllegalStateException("the power fails");
            }
        };
        pay();
        next(CardNews.InDoubt.class);
        bench.terminal.close();
        day.close();
        news.clear();
        day = new TillDay(home);
        try (Ecr17Terminal again = bench.driver(day.clock)) {
            cards = cards(again);
            again.start();
            assertEquals(1, cards.open().size());
            cards.resume();
            next(CardNews.Collected.class);
            assertEquals(Money.ofCents(3_615), booked());
            assertEquals(1, bench.heard('X'));
        }
    }

    @Test
    void whatTheTerminalRefusesIsToldInItsWordsAndCashPays() throws InterruptedException {
        bench.twin.script(TerminalScenario.payment().refuses("FONDI INSUFFICIENTI"));
        pay();
        assertEquals("FONDI INSUFFICIENTI", next(CardNews.Refused.class).words());
        assertInstanceOf(CollectDues.Result.Collected.class, day.collectDues().collect(TillDay.payment(3_615, VISIT)));
    }

    @Test
    @Tag("Q56")
    void theTotalsAndTheStandingComeFromTheTerminalItself() throws InterruptedException {
        pay();
        next(CardNews.Collected.class);
        assertEquals(3_615, cards.totals().orElseThrow().figures().local().cents());
        bench.twin.configure(it.sportello.devices.twin.terminal.TerminalSetup.USUAL.inState('3'));
        assertEquals("DEV-603", cards.look().orElseThrow().code());
    }
}
