package it.sportello.app.till;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.api.Dues;
import it.sportello.app.frame.Background;
import it.sportello.app.frame.Reading;
import it.sportello.app.frame.ScanRouter;
import it.sportello.app.frame.ScreenKeys;
import it.sportello.app.service.HeldBackground;
import it.sportello.app.window.Desk;
import it.sportello.app.window.Promised;
import it.sportello.domain.money.Money;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A payment notice read at S21 in a real window: it chooses its due or says why not, and never brings money. */
@Tag("R-IDN-1")
class NoticeScanWindowTest {
    private static final String NUMBER = "301123456789012316";
    private static final Dues.DueView VISIT = TillDay.due("D1", "SPECIALIST_COPAYMENT", "SSN", 3_615);
    private static final Dues.DueView NOTIFIED = notified(TillDay.due("D2", "MEDICAL_RECORD", "SSN", 3_610));

    @TempDir
    Path home;

    private TillDay day;
    private TillWindow till;
    private OpenDues.Result known = new OpenDues.Result.Known(List.of(VISIT, NOTIFIED), Optional.empty());
    private boolean nobody;

    private static Dues.DueView notified(Dues.DueView due) {
        return new Dues.DueView(
                due.id(),
                due.personId(),
                due.kind(),
                due.regime(),
                due.amountCents(),
                "Copia di cartella clinica",
                due.referenceDate(),
                due.prescriptionNumber(),
                Optional.of(NUMBER),
                due.exemptionCode(),
                due.rows(),
                due.state(),
                due.version());
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

    private void show(Optional<Background> slow) {
        till = new TillWindow(day, Optional.empty(), slow, person -> known);
        till.collect();
        assertEquals("S21", till.screen());
    }

    private void show() {
        show(Optional.empty());
    }

    /** As the desk's own router hands it on. */
    private void read(String number, long cents) {
        Desk.run(() -> new ScanRouter(till.desk.parts.navigator(), () -> nobody = true)
                .route(new Reading.Code("PAGOPA|002|" + number + "|80000000001|" + cents)));
        till.desk.settle();
        assertFalse(nobody, "S21 takes every notice");
    }

    private Money cash() {
        return day.journal().ledger("T01").runningTotal();
    }

    private String said() {
        return till.message().replace('\u00a0', ' ');
    }

    @Test
    @Tag("R-A11-1")
    @Tag("R-A11-4")
    void aNoticeOfTheListIsPutIntoTheBasketAndHasTheFocus() {
        show();
        till.keys.type("80");
        till.keys.press("Shift+Tab");
        till.keys.press("End");
        till.keys.press("Space");
        assertTrue(till.shows("36,15 €"), till.shown().toString());
        till.keys.press("Home");
        till.keys.press("Tab");
        read(NUMBER, 3_610);
        assertTrue(till.shows("72,25 €"), till.shown().toString());
        assertEquals("dues", till.focusId());
        assertEquals("Avviso di pagamento 301123456789012316, importo 36,10 €. Il suo dovuto è nel carrello.", said());
        Promised.check(till.desk, "S21-notice");
        read(NUMBER, 3_610);
        assertTrue(till.shows("72,25 €"), "read twice it stays in the basket");
        till.keys.press("Space");
        assertTrue(till.shows("36,15 €"), "the focus is on its line");
        assertEquals(Money.ofCents(15_000), cash());
        till.keys.press("Tab");
        assertEquals("80", till.typed());
    }

    @Test
    @Tag("R-A11-4")
    @Tag("R-A11-7")
    void aNoticeOfNobodyHereSaysWhatItIsAndWhatToDo() {
        show();
        read("001123456789012313", 150);
        assertTrue(said().startsWith("Avviso di pagamento 001123456789012313, importo 1,50 €. Nessun dovuto aperto"));
        assertTrue(said().contains("identificarla e leggerlo di nuovo"), said());
        assertFalse(said().contains("cifre di controllo"), said());
        assertTrue(till.shows("72,25 €"), till.shown().toString());
        assertEquals("received", till.focusId());
        Promised.check(till.desk, "S21-notice-none");
        read("001123456789012399", 150);
        assertTrue(said().contains("Le cifre di controllo del numero non tornano"), said());
    }

    @Test
    @Tag("R-A11-7")
    void anAmountOnPaperIsNeverTheAmountCollected() {
        show();
        read(NUMBER, 4_000);
        assertTrue(said().contains("importo 40,00 €. Il suo dovuto è nel carrello per 36,10 €"), said());
        assertTrue(till.shows("72,25 €"), till.shown().toString());
        till.keys.press("F12");
        assertEquals(Money.ofCents(15_000 + 7_225), cash());
        read(NUMBER, 4_000);
        assertTrue(said().endsWith("Il suo dovuto è tra quelli appena incassati."), said());
        read("001123456789012313", 150);
        assertTrue(said().contains("Questo incasso è concluso."), said());
        assertEquals(Money.ofCents(15_000 + 7_225), cash());
    }

    @Test
    @Tag("R-A11-4")
    @Tag("R-A11-7")
    @Tag("R-TIL-21")
    @Tag("Q28")
    void offLineANoticeIsRefusedWithItsReason() {
        day.offline = true;
        known = new OpenDues.Result.Known(List.of(VISIT, NOTIFIED), Optional.of(Instant.parse("2026-11-23T06:00:00Z")));
        show();
        till.keys.press("Shift+Tab");
        till.keys.press("End");
        till.keys.press("Space");
        read(NUMBER, 3_610);
        assertTrue(said().contains("Fuori linea un avviso non si incassa, perché potrebbe essere già pagato"), said());
        assertTrue(till.shows("36,15 €"), "it is not put into the basket: " + till.shown());
        assertEquals("dues", till.focusId());
        Promised.check(till.desk, "S21-notice-offline");
        read("001123456789012313", 150);
        assertTrue(said().contains("Nessun dovuto noto di questa persona"), said());
        assertEquals(Money.ofCents(15_000), cash());
    }

    @Test
    void aNoticeReadBeforeTheDuesAreKnownWaitsForThem() {
        HeldBackground slow = new HeldBackground();
        show(Optional.of(slow));
        read(NUMBER, 3_610);
        assertEquals("", said());
        Desk.run(() -> slow.end(0));
        till.desk.settle();
        assertTrue(said().endsWith("Il suo dovuto è nel carrello."), said());
        assertEquals("dues", till.focusId());
    }

    @Test
    void aNoticeReadBeforeTheDuesAreKnownIsNotToldOnAnotherScreen() {
        HeldBackground slow = new HeldBackground();
        show(Optional.of(slow));
        read(NUMBER, 3_610);
        till.open(ScreenKeys.HOME);
        Desk.run(() -> slow.end(0));
        till.desk.settle();
        assertEquals("", said());
    }

    @Test
    void whereTheDuesAreNotKnownNothingIsSaidOfWhoseItIs() {
        known = new OpenDues.Result.Unknown("UNREACHABLE");
        show();
        read(NUMBER, 3_610);
        assertTrue(said().contains("I dovuti di questa persona ora non sono noti"), said());
    }

    @Test
    void readOnAnotherScreenItOpensTheBasketWithTheFocusOnItsDue() {
        show();
        till.open(ScreenKeys.TILL_OPENING);
        read(NUMBER, 3_610);
        assertEquals("S21", till.screen());
        assertEquals("dues", till.focusId());
        assertTrue(said().endsWith("Il suo dovuto è nel carrello."), said());
    }
}
