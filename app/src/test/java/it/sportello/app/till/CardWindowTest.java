package it.sportello.app.till;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.api.Dues;
import it.sportello.app.frame.CitizenMessage;
import it.sportello.app.frame.Look;
import it.sportello.app.frame.Screen;
import it.sportello.app.frame.ScreenKeys;
import it.sportello.app.till.ScriptedTerminal.Answer;
import it.sportello.app.window.Desk;
import it.sportello.app.window.Promised;
import it.sportello.devices.DeviceState;
import it.sportello.domain.money.Money;
import it.sportello.domain.money.TenderKind;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javafx.scene.Parent;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The card in S21, S22 and S28 in a real window, by keys alone. */
@Tag("R-A11-1")
@Tag("R-A11-2")
@Tag("R-A11-4")
class CardWindowTest {
    private static final Dues.DueView VISIT = TillDay.due("D1", "SPECIALIST_COPAYMENT", "SSN", 3_615);
    private static final Dues.DueView RECORD = TillDay.due("D2", "MEDICAL_RECORD", "SSN", 1_250);

    @TempDir
    Path home;

    private final ScriptedTerminal terminal = new ScriptedTerminal();
    private TillDay day;
    private TillWindow till;
    private List<Dues.DueView> dues = List.of(VISIT);

    @BeforeEach
    void begin() {
        day = new TillDay(home);
        day.opened();
        till = new TillWindow(
                day,
                Optional.empty(),
                Optional.empty(),
                person -> new OpenDues.Result.Known(dues, Optional.empty()),
                Optional.of(terminal));
    }

    @AfterEach
    void end() {
        till.close();
        day.close();
    }

    private void show() {
        till.collect();
        assertEquals("S21", till.screen());
    }

    private void show(Answer answer) {
        terminal.next(answer);
        show();
    }

    /** Waits until the screen has heard of it too. */
    private void after(Predicate<CardNews> wanted, Runnable act) {
        CompletableFuture<CardNews> heard = new CompletableFuture<>();
        till.cards.onNews(news -> {
            if (wanted.test(news)) {
                heard.complete(news);
            }
        });
        act.run();
        heard.orTimeout(30, TimeUnit.SECONDS).join();
        till.desk.settle();
        till.desk.settle();
    }

    private void ended(Runnable act) {
        after(news -> !(news instanceof CardNews.Progress) && !(news instanceof CardNews.Asked), act);
    }

    private Money booked() {
        return day.journal().ledger("T01").ofDocuments(TenderKind.CARD);
    }

    @Test
    @Tag("R-TIL-5")
    @Tag("R-KEY-6")
    @Tag("Q23")
    void theCitizenPaysAtTheTerminalAndTheReceiptFollows() {
        show(Answer.WAITS);
        assertTrue(till.shows("Con carta 36,15 €"), till.shown().toString());
        Promised.check(till.desk, "S21-card-offered");
        after(news -> news instanceof CardNews.Progress, () -> till.keys.hold("Shift+F9", 20));
        assertTrue(till.shows("INSERIRE CARTA"), till.shown().toString());
        assertTrue(till.shows("annulla con il tasto rosso"));
        assertFalse(till.shows("Ricevuto"));
        assertEquals(new CitizenMessage.ToPay(Money.ofCents(3_615)), till.told());
        Promised.check(till.desk, "S21-card-waiting");
        till.keys.press("F12");
        assertEquals("S21", till.screen());
        ended(() -> terminal.decide(Answer.APPROVES, 3_615));
        assertTrue(till.shows("Incassato"), till.shown().toString());
        assertFalse(till.shows("Resto"));
        assertEquals(new CitizenMessage.PaidByCard(Money.ofCents(3_615)), till.told());
        assertEquals("sum", till.focusId());
        Promised.check(till.desk, "S21-card-approved");
        assertEquals(Money.ofCents(3_615), booked());
        assertEquals(List.of(3_615L), terminal.charged);
        till.keys.press("Enter");
        assertEquals("S03", till.screen());
    }

    @Test
    @Tag("R-TIL-5")
    @Tag("R-A11-7")
    void aRefusalSaysWhyAndTheBasketIsAsItWas() {
        show(Answer.REFUSES);
        ended(() -> till.keys.press("Shift+F9"));
        assertTrue(till.shows("Il terminale dice: CARTA SCADUTA."), till.shown().toString());
        assertEquals("received", till.focusId());
        Promised.check(till.desk, "S21-card-refused");
        till.keys.press("Enter");
        assertEquals(Money.ofCents(15_000 + 3_615), day.journal().ledger("T01").runningTotal());
    }

    @Test
    @Tag("R-TIL-5")
    @Tag("Q25")
    void anUnknownEndSaysWhatToDoAndTheNextCitizenIsServed() {
        dues = List.of(VISIT, RECORD);
        show(Answer.LOST);
        ended(() -> till.keys.press("Shift+F9"));
        assertTrue(till.shows("Esito del pagamento incerto"), till.shown().toString());
        assertTrue(till.shows("Non ripetere il pagamento."));
        Promised.check(till.desk, "S21-card-doubt");
        ended(() -> till.keys.alt('e'));
        assertTrue(
                till.shows("non risulta finora nessun nuovo pagamento"),
                till.shown().toString());
        till.keys.press("F12");
        assertEquals("S03", till.screen());
        show();
        assertTrue(
                till.shows("Carta senza esito: prima va risolta"), till.shown().toString());
        assertTrue(till.shows("Carta ferma"), till.shown().toString());
        Promised.check(till.desk, "S21-card-frozen");
        till.keys.press("F12");
        till.keys.press("Shift+F9");
        assertEquals(Money.ofCents(15_000), day.journal().ledger("T01").runningTotal());
        assertEquals(List.of(), terminal.charged);
    }

    @Test
    @Tag("R-TIL-5")
    @Tag("Q25")
    @Tag("R-A11-7")
    void aPersonDecidesWithTheSlipInHandByKeysAlone() {
        show(Answer.LOST);
        ended(() -> till.keys.press("Shift+F9"));
        till.keys.alt('s');
        assertEquals("S22", till.screen());
        till.desk.settle();
        assertTrue(till.shows("36,15 €"), till.shown().toString());
        assertTrue(
                till.shows("Riferimento in fondo allo scontrino: "
                        + till.cards.open().get(0).reference()),
                till.shown().toString());
        Promised.check(till.desk, "S22-doubt");
        theWholePaymentIsSeenInLargeText();
        till.keys.alt('a');
        assertTrue(
                till.shows("Registrare il pagamento come avvenuto"),
                till.shown().toString());
        Promised.check(till.desk, "S22-confirm");
        till.keys.alt('r');
        assertTrue(
                till.shows("Manca il numero dello scontrino (STAN)."),
                till.shown().toString());
        assertEquals("reason", till.focusId());
        Promised.check(till.desk, "S22-missing");
        till.keys.type("scontrino approvato in mano");
        till.keys.press("Shift+Tab");
        till.keys.type("000041");
        till.keys.alt('a');
        till.keys.alt('r');
        till.desk.settle();
        assertEquals(Money.ofCents(3_615), booked());
        assertTrue(
                till.shows("Nessun pagamento con carta senza esito"),
                till.shown().toString());
        Promised.check(till.desk, "S22-none");
    }

    private void theWholePaymentIsSeenInLargeText() {
        Promised.size(till.desk, Look.standard().withTextPercent(200), 1920, 1080);
        boolean whole = Desk.onFx(() -> {
            Parent root = till.desk.window.scene().getRoot();
            Region list = (Region) root.lookup(".card-payments");
            Region row = (Region) root.lookup(".card-payments .list-cell");
            return list.getHeight() >= row.getHeight();
        });
        assertTrue(whole, "who and how much is cut off");
        Promised.size(till.desk, Look.standard(), 1366, 768);
    }

    @Test
    @Tag("Q24")
    void theKeyIsDeadWhileTheTerminalCannotPayAndSaysWhy() {
        terminal.become(DeviceState.FAULT, "DEV-603");
        show();
        assertTrue(till.shows("Il terminale POS non è allineato."), till.shown().toString());
        Promised.check(till.desk, "S21-card-not-aligned");
        till.keys.press("Shift+F9");
        assertTrue(till.message().contains("non è allineato"), till.message());
        assertEquals(List.of(), terminal.charged);
        Desk.run(() -> till.cards.deviceChanged(terminal.status()));
        terminal.become(DeviceState.READY, "");
        till.desk.settle();
    }

    @Test
    @Tag("R-TIL-14")
    void theClosingShowsTheCardsBesideTheTerminalsFigure() {
        show(Answer.APPROVES);
        ended(() -> till.keys.press("Shift+F9"));
        till.keys.press("Enter");
        till.open(ScreenKeys.TILL_CLOSING);
        till.keys.press("F12");
        till.desk.settle();
        till.keys.type("1");
        till.keys.press("F12");
        till.desk.settle();
        till.desk.settle();
        assertTrue(till.shows("Registrato 36,15 €, pagamenti 1"), till.shown().toString());
        assertTrue(till.shows("Totale del terminale dalla sua ultima chiusura 36,15 €. Differenza 0,00 €."));
        Promised.check(till.desk, "S28-cards");
    }

    @Test
    @Tag("R-TIL-14")
    void anOpenPaymentKeepsTheTillFromClosingAndLeadsToItsList() {
        show(Answer.LOST);
        ended(() -> till.keys.press("Shift+F9"));
        till.keys.press("F12");
        till.open(ScreenKeys.TILL_CLOSING);
        assertTrue(
                till.shows("Ci sono pagamenti con carta senza esito"),
                till.shown().toString());
        assertTrue(till.shows("36,15 € delle 8:30"), till.shown().toString());
        Promised.check(till.desk, "S28-card-blocked");
        till.keys.alt('v');
        assertEquals("S22", till.screen());
    }

    @Test
    @Tag("R-SEC-2")
    @Tag("R-I18-1")
    void theTitleSaysNobody() {
        till.open(ScreenKeys.CARD_PAYMENTS);
        assertEquals("Pagamenti con carta", till.current(Screen::title));
        day.roles = Set.of("CASHIER");
        assertFalse(till.shown().toString().contains(TillWindow.SURNAME));
    }
}
