package it.sportello.app.till;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.api.Dues;
import it.sportello.app.frame.Background;
import it.sportello.app.frame.CitizenMessage;
import it.sportello.app.frame.Screen;
import it.sportello.app.service.HeldBackground;
import it.sportello.app.service.PlayedPrinter;
import it.sportello.app.service.PrintNews;
import it.sportello.app.window.Desk;
import it.sportello.app.window.Promised;
import it.sportello.devices.printer.ReceiptPrinter;
import it.sportello.domain.money.Money;
import it.sportello.offlinecache.journal.PrintJob;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** S21 in a real window, in every state it has, by keys alone. */
class CollectionWindowTest {
    private static final Dues.DueView VISIT = TillDay.due("D1", "SPECIALIST_COPAYMENT", "SSN", 3_615);
    private static final Dues.DueView RECORD = TillDay.due("D2", "MEDICAL_RECORD", "SSN", 1_250);
    private static final Dues.DueView PENALTY = TillDay.due("D3", "PENALTY", "SSN", 2_000);

    @TempDir
    Path home;

    private TillDay day;
    private TillWindow till;
    private OpenDues.Result known = now(VISIT);

    private static OpenDues.Result now(Dues.DueView... dues) {
        return new OpenDues.Result.Known(List.of(dues), Optional.empty());
    }

    @BeforeEach
    void begin() {
        day = new TillDay(home);
        day.opened();
    }

    @AfterEach
    void end() {
        till.close();
        day.close();
    }

    private void show() {
        show(Optional.empty(), Optional.empty());
    }

    private void show(Optional<ReceiptPrinter> printer, Optional<Background> slow) {
        till = new TillWindow(day, printer, slow, person -> known);
        till.collect();
        assertEquals("S21", till.screen());
    }

    private Money cash() {
        return day.journal().ledger("T01").runningTotal();
    }

    @Test
    @Tag("R-A11-4")
    void whileTheDuesAreAskedForNothingIsSaidOfThem() {
        HeldBackground slow = new HeldBackground();
        show(Optional.empty(), Optional.of(slow));
        assertFalse(till.shows("Nessun dovuto aperto"), till.shown().toString());
        assertFalse(till.shows("Da pagare in contanti"));
        Promised.check(till.desk, "S21-loading");
        Desk.run(() -> slow.end(0));
        till.desk.settle();
        assertTrue(till.shows("Da pagare in contanti"));
        assertEquals("received", till.focusId());
    }

    @Test
    @Tag("R-A11-4")
    void whoOwesNothingIsToldSo() {
        known = now();
        show();
        assertTrue(till.shows("Nessun dovuto aperto"));
        till.keys.press("F12");
        assertTrue(till.message().contains("Non c'è nulla da incassare nel carrello."), till.message());
        Promised.check(till.desk, "S21-empty");
    }

    @Test
    @Tag("R-A11-4")
    @Tag("R-A11-7")
    void offLineAnUnknownPersonIsNotTakenForOneWhoOwesNothing() {
        known = new OpenDues.Result.Unknown("UNREACHABLE");
        show();
        assertFalse(till.shows("Nessun dovuto aperto"), till.shown().toString());
        Promised.check(till.desk, "S21-unknown");
        till.keys.press("F12");
        assertEquals(Money.ofCents(15_000), cash());
    }

    @Test
    @Tag("R-A11-4")
    void duesOfTheDeskBearTheirAge() {
        known = new OpenDues.Result.Known(List.of(VISIT), Optional.of(Instant.parse("2026-11-23T06:00:00Z")));
        show();
        assertTrue(till.shows("Dovuti come li conosceva la postazione"));
        Promised.check(till.desk, "S21-cached");
    }

    @Test
    @Tag("R-A11-1")
    @Tag("R-A11-2")
    @Tag("R-A11-4")
    @Tag("R-KEY-4")
    void severalDuesAreChosenWithSpaceAndCollectedTogether() {
        known = now(VISIT, RECORD, PENALTY);
        show();
        assertTrue(till.shows("68,65 €"));
        assertEquals(new CitizenMessage.ToPay(Money.ofCents(6_865)), till.told());
        Promised.check(till.desk, "S21-several");
        till.keys.press("Shift+Tab");
        assertEquals("dues", till.focusId());
        till.keys.press("Home");
        till.keys.press("Down");
        till.keys.press("Space");
        assertTrue(till.shows("56,15 €"), till.shown().toString());
        Promised.check(till.desk, "S21-two-of-three");
        till.keys.press("Tab");
        till.keys.type("60");
        till.keys.press("Enter");
        assertEquals(Money.ofCents(15_000 + 5_615), cash());
        assertTrue(till.shows("3,85 €"), till.shown().toString());
        assertEquals(
                new CitizenMessage.Paid(Money.ofCents(5_615), Money.ofCents(6_000), Money.ofCents(385)), till.told());
    }

    @Test
    @Tag("R-A11-1")
    @Tag("R-A11-4")
    @Tag("R-A11-7")
    void aWrongAmountStaysUnderTheEyesOfWhoTypedIt() {
        show();
        till.keys.type("cinquanta");
        till.keys.press("Shift+Tab");
        till.keys.press("F12");
        assertEquals("received", till.focusId());
        assertEquals("cinquanta", till.typed());
        assertTrue(till.shows("Questo non è un importo. Scrivere per esempio 50 oppure 46,50."));
        assertEquals(Money.ofCents(15_000), cash());
        Promised.check(till.desk, "S21-no-amount");
        till.keys.type("50");
        till.keys.press("Enter");
        assertEquals(Money.ofCents(15_000 + 3_615), cash());
    }

    @Test
    @Tag("R-A11-1")
    @Tag("R-A11-4")
    @Tag("R-A11-7")
    void tooLittleCashSaysHowMuchIsMissingAndWhatToDo() {
        show();
        till.keys.type("30");
        till.keys.press("Enter");
        assertEquals("received", till.focusId());
        assertEquals("30", till.typed());
        assertTrue(till.shows("Mancano 6,15 €."), till.shown().toString());
        assertTrue(till.shows("Aggiungere contante"), till.shown().toString());
        assertEquals(Money.ofCents(15_000), cash());
        Promised.check(till.desk, "S21-too-little");
    }

    @ParameterizedTest
    @ValueSource(strings = {"50,5", "50.5", "50,50", "50.50"})
    @Tag("R-KEY-3")
    void commaAndPointBothMeanTheDecimalMark(String typed) {
        show();
        till.keys.type(typed);
        till.keys.press("Enter");
        assertTrue(till.shows("14,35 €"), till.shown().toString());
        assertEquals(Money.ofCents(15_000 + 3_615), cash());
    }

    @Test
    @Tag("R-A11-1")
    @Tag("R-A11-4")
    @Tag("R-KEY-6")
    @Tag("Q23")
    void theChangeComesAfterTheCommitAndAHeldEnterDoesNotHideIt() {
        show();
        till.keys.type("50");
        assertFalse(till.shows("Resto"));
        till.keys.hold("Enter", 20);
        assertEquals(Money.ofCents(15_000 + 3_615), cash());
        assertEquals("S21", till.screen());
        assertTrue(till.shows("Resto"));
        assertTrue(till.shows("13,85 €"));
        assertEquals("change", till.focusId());
        assertEquals("Incasso registrato.", till.message());
        Promised.check(till.desk, "S21-change");
        till.keys.press("Enter");
        assertEquals("S03", till.screen());
    }

    @Test
    @Tag("R-KEY-4")
    void altAndTheUnderlinedLetterCollect() {
        show();
        till.keys.alt('o');
        till.keys.alt('i');
        assertEquals(Money.ofCents(15_000 + 3_615), cash());
        till.keys.alt('p');
        assertEquals("S03", till.screen());
    }

    @Test
    @Tag("R-A11-4")
    @Tag("R-A11-7")
    @Tag("Q23")
    void aDueSettledMeanwhileNamesItsDocument() {
        show();
        day.collectDues().collect(TillDay.payment(3_615, VISIT));
        till.keys.press("Enter");
        assertTrue(till.shows("SR-T01A/2026/000001"), till.shown().toString());
        assertEquals(Money.ofCents(15_000 + 3_615), cash());
        Promised.check(till.desk, "S21-settled");
        till.keys.press("Esc");
        assertEquals("S21", till.screen());
    }

    @Test
    @Tag("R-A11-4")
    @Tag("R-KEY-4")
    @Tag("Q31")
    void thePrintWaitsForPaperWhileTheMoneyIsBooked() {
        PlayedPrinter printer = PlayedPrinter.withoutPaper();
        show(Optional.of(printer), Optional.empty());
        CompletableFuture<PrintNews> waits = heard(news -> news.waitingFor().isPresent());
        till.keys.press("F12");
        waits.orTimeout(30, TimeUnit.SECONDS).join();
        till.desk.settle();
        assertTrue(till.shows("La stampante ha finito la carta."), till.shown().toString());
        assertEquals(Money.ofCents(15_000 + 3_615), cash());
        Promised.check(till.desk, "S21-no-paper");
        CompletableFuture<PrintNews> doubted = heard(news -> news.job().state() == PrintJob.State.UNCERTAIN);
        till.keys.alt('a');
        doubted.orTimeout(30, TimeUnit.SECONDS).join();
        till.desk.settle();
        assertTrue(
                till.shows("Non si sa se è uscito: guardare la carta"),
                till.shown().toString());
        Promised.check(till.desk, "S21-in-doubt");
        CompletableFuture<PrintNews> again = heard(news -> news.waitingFor().isPresent());
        till.keys.alt('n');
        again.orTimeout(30, TimeUnit.SECONDS).join();
        CompletableFuture<PrintNews> printed = heard(news -> news.job().state() == PrintJob.State.PRINTED);
        printer.paper();
        printed.orTimeout(30, TimeUnit.SECONDS).join();
        till.desk.settle();
        assertTrue(till.shows("Stampato"), till.shown().toString());
        Promised.check(till.desk, "S21-printed");
        assertEquals(Money.ofCents(15_000 + 3_615), cash());
    }

    /** Heard after the screen, which listens longer. */
    private CompletableFuture<PrintNews> heard(Predicate<PrintNews> wanted) {
        CompletableFuture<PrintNews> heard = new CompletableFuture<>();
        till.prints.onNews(news -> {
            if (wanted.test(news)) {
                heard.complete(news);
            }
        });
        return heard;
    }

    @Test
    @Tag("R-SEC-2")
    void theTitlesSayNobody() {
        show();
        assertEquals("Carrello e incasso", till.current(Screen::title));
        assertEquals(
                "Sportello",
                Desk.onFx(() -> ((javafx.stage.Stage) till.desk.window.scene().getWindow()).getTitle()));
    }

    @Test
    @Tag("Q02")
    void aClosedTillIsOpenedFirst() {
        day.closeTill().begin(true, List.of());
        day.closeTill().count(TillDay.count(15_000));
        day.closeTill().book(Money.ofCents(15_000));
        show();
        till.keys.press("F12");
        assertEquals("S20", till.screen());
        assertEquals("La cassa è chiusa: aprirla prima di incassare.", till.message());
    }
}
