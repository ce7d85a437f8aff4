package it.sportello.app.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.api.Bookings;
import it.sportello.api.Bookings.BookingView;
import it.sportello.api.Persons;
import it.sportello.app.booking.BookingBench;
import it.sportello.app.frame.Look;
import it.sportello.app.frame.Reading;
import it.sportello.app.frame.ScanRouter;
import it.sportello.app.frame.Screen;
import it.sportello.app.frame.ScreenKeys;
import it.sportello.app.frame.Theme;
import it.sportello.app.frame.Words;
import it.sportello.app.service.LabelDesk;
import it.sportello.app.service.TestDesk;
import it.sportello.app.window.Desk;
import it.sportello.app.window.Layout;
import it.sportello.devices.scanner.OwnCode;
import it.sportello.domain.operation.OperationType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

/** The screen of acceptance in a real window, by reader and keys alone. */
class AcceptanceWindowTest {
    @TempDir
    Path home;

    private BookingBench bench;
    private Desk desk;
    private ScanRouter scans;

    @BeforeEach
    void open() {
        bench = new BookingBench(home);
        List<BookingView> day = new ArrayList<>();
        for (int i = 1; i < 9; i++) {
            day.add(AcceptanceTest.booking(
                    "B" + i, AcceptanceTest.SOON.plusMinutes(20L * i), "S1", i < 7 ? "BOOKED" : "ACCEPTED"));
        }
        bench.places.day = new Bookings.DayList(TestDesk.TODAY, day);
        Persons.PersonFile file =
                TestDesk.file(TestDesk.person("P1", TestDesk.ROSSI, "DELL'ACQUA VISCONTI", "GIANFRANCESCO MARIA"));
        bench.desk.server.files.put(
                "P1",
                new Persons.PersonFile(
                        file.person(), file.exemptions(), day.subList(0, 1), List.of(TestDesk.due("D1", "P1", 2289))));
        desk = Desk.open(1366, 768);
        Desk.run(() -> {
            scans = new ScanRouter(desk.parts.navigator(), () -> {});
            AcceptanceScreens screens = new AcceptanceScreens(
                    new AcceptanceScreens.Needs(
                            bench.desk.store.journal(),
                            bench.places.backend(),
                            bench.desk.store.cache(),
                            bench.persons,
                            bench.desk,
                            bench.prices,
                            bench.desk.clock,
                            new LabelDesk(bench.desk.store.journal(), new Words()),
                            bench.prints),
                    desk.frame);
            screens.register(desk.parts.navigator());
        });
    }

    @AfterEach
    void close() {
        desk.close();
        bench.close();
    }

    private void press(KeyCode code) {
        Desk.run(() -> {
            Scene scene = desk.window.scene();
            Node owner = scene.getFocusOwner();
            for (var type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
                Event.fireEvent(
                        owner == null ? scene : owner, new KeyEvent(type, "", "", code, false, false, false, false));
            }
        });
        desk.settle();
    }

    private long accepted() {
        return bench.desk.store.journal().outbox().pending().stream()
                .filter(item -> item.type().equals(OperationType.BOOKING_ACCEPT.wireName()))
                .count();
    }

    @Test
    @Tag("R-A11-1")
    void theBarcodeOpensTheScreenAndOneKeyAccepts() {
        Desk.run(() -> scans.route(new Reading.Code(OwnCode.BOOKING.encode("2026-0000121"))));
        desk.settle();
        assertEquals(
                "S17",
                Desk.onFx(() -> desk.parts.navigator().current().map(Screen::id).orElse("")));
        press(KeyCode.F8);
        press(KeyCode.F8);
        assertEquals(1, accepted());
        press(KeyCode.F12);
        assertTrue(Desk.onFx(() -> desk.parts.navigator().works().isEmpty()));
    }

    @Test
    @Tag("R-A11-4")
    void everyStateIsWholeInEverySize() {
        List<String> wrong = new ArrayList<>();
        Desk.run(() -> desk.parts.navigator().open(ScreenKeys.ACCEPTANCE, ""));
        desk.settle();
        looks("s17-list", wrong);
        Desk.run(() -> desk.window.scene().lookup("#day").requestFocus());
        press(KeyCode.DOWN);
        press(KeyCode.UP);
        press(KeyCode.ENTER);
        looks("s17", wrong);
        press(KeyCode.F12);
        assertEquals(1, accepted());
        looks("s17-accepted", wrong);
        assertEquals(List.of(), wrong);
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
        desk.picture("acceptance-" + name);
        Desk.onFx(() -> Layout.cutTexts(desk.window.scene().getRoot())).forEach(text -> wrong.add(name + ": " + text));
    }
}
