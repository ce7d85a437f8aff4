package it.sportello.app.booking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.api.Bookings;
import it.sportello.api.ProblemCode;
import it.sportello.app.frame.CitizenMessage;
import it.sportello.app.frame.FxDoor;
import it.sportello.app.frame.Look;
import it.sportello.app.frame.Screen;
import it.sportello.app.frame.ScreenKeys;
import it.sportello.app.frame.Theme;
import it.sportello.app.service.TestDesk;
import it.sportello.app.window.Desk;
import it.sportello.app.window.Layout;
import it.sportello.offlinecache.remote.BackendFault;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The screens of booking in a real window, by keys alone. */
class BookingWindowTest {
    @TempDir
    Path home;

    private BookingBench bench;
    private Desk desk;

    @BeforeEach
    void open() {
        bench = new BookingBench(home);
        desk = Desk.open(1366, 768);
        Desk.run(() -> {
            BookingScreens screens = new BookingScreens(
                    new BookingScreens.Needs(
                            bench.desk.store.journal(),
                            bench.places.backend(),
                            bench.sync(),
                            bench.persons,
                            bench.desk,
                            bench.prices,
                            bench.reminders,
                            bench.clock),
                    desk.frame,
                    new FxDoor(),
                    bench.prints);
            screens.register(desk.parts.navigator());
        });
    }

    @AfterEach
    void close() {
        desk.close();
        bench.close();
    }

    private void search() {
        Desk.run(() -> desk.parts.navigator().open(ScreenKeys.AVAILABILITY, BookingBench.NUMBER));
        desk.settle();
    }

    private CitizenMessage.Appointments told() {
        return (CitizenMessage.Appointments) Desk.onFx(() ->
                desk.parts.navigator().current().orElseThrow().forCitizen().getValue());
    }

    private void press(KeyCode code) {
        Desk.run(() -> {
            Scene scene = desk.window.scene();
            Node owner = scene.getFocusOwner();
            for (var type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
                String text = code == KeyCode.PLUS ? "+" : "";
                Event.fireEvent(
                        owner == null ? scene : owner,
                        new KeyEvent(type, text, text, code, false, false, false, false));
            }
        });
        desk.settle();
    }

    private String screen() {
        return Desk.onFx(() -> desk.parts.navigator().current().map(Screen::id).orElse(""));
    }

    @Test
    @Tag("R-A11-1")
    void aPrescriptionIsBookedWithTwoKeys() {
        search();
        assertEquals("S12", screen());
        press(KeyCode.ENTER);
        assertEquals("S13", screen());
        press(KeyCode.PLUS);
        assertEquals(1, bench.places.holds.size());
        assertEquals(false, told().booked());
        press(KeyCode.F12);
        assertEquals(1, bench.submitted.size());
        assertEquals("S13", screen());
        assertEquals(true, told().booked());
        assertEquals(1, told().visits().size());
        assertTrue(Desk.onFx(() -> desk.parts
                        .messages()
                        .latestProperty()
                        .get()
                        .orElseThrow()
                        .text())
                .contains("confermata"));
    }

    @Test
    @Tag("R-KEY-2")
    void digitsWidenOnlyInTheList() {
        search();
        press(KeyCode.DIGIT2);
        assertEquals(2, bench.places.queries.getLast().widen());
        Desk.run(() -> desk.window.scene().lookup("#from").requestFocus());
        press(KeyCode.DIGIT3);
        assertEquals(2, bench.places.queries.getLast().widen());
    }

    @Test
    @Tag("R-BOO-1")
    void escGivesThePlaceBackAndShowsTheListAgain() {
        search();
        press(KeyCode.ENTER);
        Desk.run(desk.window::back);
        desk.settle();
        assertEquals("S12", screen());
        assertEquals(List.of(bench.places.holds.getFirst().holdId()), bench.places.released);
    }

    @Test
    void escStaysWhileNobodyKnowsWhetherItIsBooked() {
        search();
        press(KeyCode.ENTER);
        bench.server = BookingBench.silent(BackendFault.Code.TIMEOUT);
        press(KeyCode.F12);
        Desk.run(desk.window::back);
        desk.settle();
        assertEquals("S13", screen());
        assertEquals(List.of(), bench.places.released);
        bench.server = bench::confirm;
        press(KeyCode.F12);
        Desk.run(desk.window::back);
        desk.settle();
        assertNotEquals("S13", screen());
    }

    @Test
    @Tag("R-A11-1")
    void escLeavesAlsoFromAList() {
        search();
        Desk.run(() -> desk.window.scene().lookup("#offers").requestFocus());
        press(KeyCode.ESCAPE);
        assertNotEquals("S12", screen());
    }

    @Test
    void aPlaceLostAtTheBookingBringsTheListBack() {
        search();
        press(KeyCode.ENTER);
        bench.server = bench.refuses(ProblemCode.SLOT_GONE);
        press(KeyCode.F12);
        assertEquals("S12", screen());
        assertEquals(1, bench.submitted.size());
    }

    @Test
    @Tag("R-A11-4")
    void everyStateIsWholeInEverySize() {
        List<String> wrong = new ArrayList<>();
        many();
        search();
        looks("s12", wrong);
        bench.places.offers = new Bookings.Offers(List.of(), Optional.empty(), Optional.of("NOTHING_INSIDE_LIMIT"));
        press(KeyCode.F5);
        Desk.run(() -> desk.window.scene().lookup("#offers").requestFocus());
        press(KeyCode.DIGIT1);
        looks("s12-nothing", wrong);
        many();
        press(KeyCode.DIGIT0);
        press(KeyCode.ENTER);
        looks("s13", wrong);
        bench.server = BookingBench.silent(BackendFault.Code.TIMEOUT);
        press(KeyCode.F12);
        looks("s13-unconfirmed", wrong);
        bench.server = bench::confirm;
        press(KeyCode.F12);
        looks("s13-booked", wrong);
        assertEquals(List.of(), wrong);
    }

    @Test
    void offLineAndRefused() {
        List<String> wrong = new ArrayList<>();
        bench.desk.offline = true;
        search();
        looks("s12-offline", wrong);
        bench.desk.offline = false;
        Desk.run(() -> desk.window.scene().lookup("#offers").requestFocus());
        press(KeyCode.DIGIT1);
        Desk.run(() -> desk.parts.navigator().current().orElseThrow().onShown());
        desk.settle();
        press(KeyCode.ENTER);
        bench.server = bench.refuses(ProblemCode.OVERLAPPING_VISIT);
        press(KeyCode.F12);
        looks("s13-refused", wrong);
        assertEquals(List.of(), wrong);
    }

    private void many() {
        List<Bookings.Offer> offers = new ArrayList<>();
        offers.add(Places.offer(
                true,
                Places.slot(
                        "L-1",
                        BookingBench.FIRST,
                        true,
                        "89.7",
                        "Visita cardiologica di controllo con elettrocardiogramma"),
                Places.slot("L-2", BookingBench.FIRST.plusMinutes(50), false, "89.52", "Elettrocardiogramma")));
        for (int day = 1; day < 20; day++) {
            offers.add(Places.offer(
                    day < 12,
                    Places.slot("S-" + day, BookingBench.FIRST.plusDays(day), false, "89.7", "Visita cardiologica")));
        }
        bench.places.offers = new Bookings.Offers(offers, Optional.of(TestDesk.TODAY.plusDays(30)), Optional.empty());
    }

    private void looks(String name, List<String> wrong) {
        look(name + "-1366", 1366, 768, Look.standard(), wrong);
        look(name + "-1366-125", 1366, 768, Look.standard().withTextPercent(125), wrong);
        look(name + "-1920-200", 1920, 1080, Look.standard().withTextPercent(200), wrong);
        look(name + "-dark", 1920, 1080, Look.standard().withTheme(Theme.DARK), wrong);
        look(name + "-contrast", 1366, 768, Look.standard().withTheme(Theme.CONTRAST), wrong);
        Desk.run(() -> desk.parts.appearance().lookProperty().set(Look.standard()));
        desk.settle();
    }

    private void look(String name, int width, int height, Look look, List<String> wrong) {
        Desk.run(() -> {
            desk.parts.appearance().lookProperty().set(look);
            desk.resize(width, height);
        });
        desk.settle();
        desk.picture("booking-" + name);
        Desk.onFx(() -> Layout.cutTexts(desk.window.scene().getRoot())).forEach(text -> wrong.add(name + ": " + text));
    }
}
